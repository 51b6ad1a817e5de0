import {DISCHARGE_PARTS, dischargeProblems, type DischargeTyped} from '../../domain/discharge/discharge-form.ts';
import type {Field} from '../../domain/people/record-fields.ts';

interface DischargeFormProps {
  typed: DischargeTyped;
  /** 'YYYY-MM-DD', in Britain. */
  today: string;
  /** Called with every change. */
  onChange(name: string, value: string): void;
}

/** What a ward or trusted assessor says about somebody who comes home. Each field is kept as it is typed. */
export function DischargeForm({typed, today, onChange}: DischargeFormProps) {
  const problems = dischargeProblems(typed, today);
  return (
    <section className="discharge" aria-label="Coming home from hospital">
      {DISCHARGE_PARTS.map(({title, fields}) => (
        <fieldset key={title} className="nhsuk-fieldset discharge__part">
          <legend className="nhsuk-fieldset__legend nhsuk-fieldset__legend--s">{title}</legend>
          {fields.map((field) => (
            <DischargeField
              key={field.name}
              field={field}
              value={typed[field.name] ?? ''}
              problem={problems[field.name]}
              onChange={(value) => onChange(field.name, value)}
            />
          ))}
        </fieldset>
      ))}
    </section>
  );
}

interface DischargeFieldProps {
  field: Field;
  value: string;
  problem: string | undefined;
  onChange(value: string): void;
}

function DischargeField({field, value, problem, onChange}: DischargeFieldProps) {
  const id = `discharge-${field.name}`;
  const described = [field.hint && `${id}-hint`, problem && `${id}-problem`].filter(Boolean).join(' ') || undefined;
  const shared = {id, value, 'aria-describedby': described, 'aria-invalid': problem ? true : undefined};
  return (
    <div className={`nhsuk-form-group ${problem ? 'nhsuk-form-group--error' : ''}`}>
      <label className="nhsuk-label" htmlFor={id}>
        {field.label}
      </label>
      {field.hint && (
        <div className="nhsuk-hint" id={`${id}-hint`}>
          {field.hint}
        </div>
      )}
      {problem && (
        <span className="nhsuk-error-message" id={`${id}-problem`}>
          <span className="nhsuk-u-visually-hidden">Error: </span>
          {problem}
        </span>
      )}
      {field.kind === 'choice' ? (
        <select {...shared} className="nhsuk-select" onChange={(event) => onChange(event.currentTarget.value)}>
          {Object.entries(field.options ?? {}).map(([key, words]) => (
            <option key={key} value={key}>
              {words}
            </option>
          ))}
        </select>
      ) : field.kind === 'long' ? (
        <textarea
          {...shared}
          className="nhsuk-textarea"
          rows={2}
          maxLength={field.limit}
          autoComplete="off"
          onChange={(event) => onChange(event.currentTarget.value)}
        />
      ) : (
        <input
          {...shared}
          className={`nhsuk-input ${field.width ? `nhsuk-input--width-${field.width}` : ''}`}
          autoComplete="off"
          maxLength={field.limit ?? 40}
          onChange={(event) => onChange(event.currentTarget.value)}
        />
      )}
    </div>
  );
}
