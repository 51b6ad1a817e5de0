/** A field of the public forms, with its words: as the server has chosen them for whoever is asked. */
export interface ReferField {
  name: string;
  kind: 'text' | 'long' | 'date' | 'age' | 'phone' | 'postcode' | 'email' | 'choice' | 'tick' | 'needs';
  label: string;
  hint: string | null;
  isOptional: boolean;
  options: {key: string; label: string}[];
}

interface ReferFieldsProps {
  fields: ReferField[];
  typed: Record<string, string>;
  problems: Record<string, string | undefined>;
  /** Of the page: a question that is the heading already is not shown twice. */
  heading?: string;
  words: {optional: string; errorPrefix: string};
}

/** The fields of one page. Ids are the names, so that the list of problems leads to them. */
export function ReferFields({fields, typed, problems, heading, words}: ReferFieldsProps) {
  return fields.map((field) => (
    <OneField
      key={field.name}
      field={field}
      value={typed[field.name] ?? ''}
      problem={problems[field.name]}
      isHeading={field.label === heading}
      words={words}
    />
  ));
}

interface OneFieldProps {
  field: ReferField;
  value: string;
  problem?: string;
  isHeading: boolean;
  words: ReferFieldsProps['words'];
}

function OneField({field, value, problem, isHeading, words}: OneFieldProps) {
  const {name, kind, label, hint, isOptional, options} = field;
  const group = problem ? 'nhsuk-form-group nhsuk-form-group--error' : 'nhsuk-form-group';
  const described = [hint && `${name}-hint`, problem && `${name}-error`].filter(Boolean).join(' ') || undefined;
  const extra = isOptional && kind !== 'tick' && <span className="refer__optional"> ({words.optional})</span>;
  const notes = (
    <>
      {hint && (
        <div className="nhsuk-hint" id={`${name}-hint`}>
          {hint}
        </div>
      )}
      {problem && (
        <span className="nhsuk-error-message" id={`${name}-error`}>
          <span className="nhsuk-u-visually-hidden">{words.errorPrefix}</span> {problem}
        </span>
      )}
    </>
  );
  const shared = {id: name, name, 'aria-describedby': described, 'aria-invalid': problem ? true : undefined};
  if (kind === 'choice' || kind === 'needs' || kind === 'tick') {
    const isMany = kind !== 'choice';
    const chosen = kind === 'needs' ? value.split(' ') : [value];
    const all = kind === 'tick' ? [{key: 'yes', label}] : options;
    const what = isMany ? 'checkboxes' : 'radios';
    return (
      <div className={group}>
        <fieldset className="nhsuk-fieldset" aria-describedby={described}>
          {kind !== 'tick' && (
            <legend
              className={isHeading ? 'nhsuk-u-visually-hidden' : 'nhsuk-fieldset__legend nhsuk-fieldset__legend--s'}
            >
              {label}
              {extra}
            </legend>
          )}
          {notes}
          <div className={kind === 'needs' ? `nhsuk-${what} refer__needs` : `nhsuk-${what}`}>
            {all.map((option, at) => {
              const id = at === 0 ? name : `${name}-${option.key}`;
              return (
                <div key={option.key} className={`nhsuk-${what}__item`}>
                  <input
                    className={`nhsuk-${what}__input`}
                    id={id}
                    name={name}
                    type={isMany ? 'checkbox' : 'radio'}
                    value={option.key}
                    defaultChecked={chosen.includes(option.key)}
                  />
                  <label className={`nhsuk-label nhsuk-${what}__label`} htmlFor={id}>
                    {option.label}
                  </label>
                </div>
              );
            })}
          </div>
        </fieldset>
      </div>
    );
  }
  return (
    <div className={group}>
      <label className="nhsuk-label nhsuk-label--s" htmlFor={name}>
        {label}
        {extra}
      </label>
      {notes}
      {kind === 'long' ? (
        <textarea className="nhsuk-textarea" rows={4} defaultValue={value} {...shared} />
      ) : (
        <input
          className={`nhsuk-input${WIDTHS[kind] ? ` nhsuk-input--width-${WIDTHS[kind]}` : ''}`}
          type={TYPES[kind] ?? 'text'}
          autoComplete={COMPLETE[name] ?? 'off'}
          defaultValue={value}
          {...shared}
        />
      )}
    </div>
  );
}

const WIDTHS: Partial<Record<ReferField['kind'], string>> = {phone: '20', postcode: '10', date: '10'};
const TYPES: Partial<Record<ReferField['kind'], string>> = {phone: 'tel', email: 'email'};
/** What a browser may fill in: only what is about whoever sits before it. */
const COMPLETE: Record<string, string> = {referrerName: 'name', referrerPhone: 'tel', referrerEmail: 'email'};
