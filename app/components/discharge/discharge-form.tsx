import {DISCHARGE_PARTS, dischargeProblems, type DischargeTyped} from '../../domain/discharge/discharge-form.ts';
import type {Field} from '../../domain/people/record-fields.ts';
import {FieldFrame, fieldProps} from '../staff/field-frame.tsx';

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
  const frame = {id, label: field.label, hint: field.hint, problem};
  const shared = {...fieldProps(frame), value};
  return (
    <FieldFrame {...frame}>
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
          onChange={(event) => onChange(event.currentTarget.value)}
        />
      ) : (
        <input
          {...shared}
          className={`nhsuk-input ${field.width ? `nhsuk-input--width-${field.width}` : ''}`}
          maxLength={field.limit ?? 40}
          onChange={(event) => onChange(event.currentTarget.value)}
        />
      )}
    </FieldFrame>
  );
}
