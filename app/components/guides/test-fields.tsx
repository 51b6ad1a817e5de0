import {Checkboxes, Fieldset, TextInput} from 'nhsuk-react-components';
import type {Typed} from '../../domain/guides/guide-form.ts';
import {answersOf} from '../../domain/guides/guide-form.ts';
import {answerInWords} from '../../domain/guides/guide-rules.ts';
import type {Question} from '../../domain/guides/guide-schema.ts';

interface TestFieldsProps {
  legend: string;
  question: Question;
  prefix: string;
  typed: Typed;
  problems: Record<string, string>;
}

/** Which answers to a question count: ticked ones, or for a number its bounds. */
export function TestFields({legend, question, prefix, typed, problems}: TestFieldsProps) {
  const problem = problems[`${prefix}.when`];
  return (
    <Fieldset className="guide-form__test" id={`${prefix}.when`} tabIndex={-1}>
      <Fieldset.Legend>{legend}</Fieldset.Legend>
      {problem && <p className="nhsuk-error-message">{problem}</p>}
      {question.kind === 'number' ? (
        <div className="guide-form__row">
          {(['atLeast', 'atMost'] as const).map((bound) => {
            const name = `${prefix}.${bound}`;
            return (
              <TextInput
                key={name}
                id={name}
                name={name}
                label={`${bound === 'atLeast' ? 'At least' : 'At most'} (${question.unit})`}
                width="5"
                inputMode="decimal"
                defaultValue={typed[name] ?? ''}
                error={problems[name]}
                autoComplete="off"
              />
            );
          })}
        </div>
      ) : (
        <Checkboxes small className="guide-form__answers">
          {answersOf(question).map((answer) => {
            const name = `${prefix}.is.${answer}`;
            return (
              <Checkboxes.Item key={name} id={name} name={name} value="yes" defaultChecked={Boolean(typed[name])}>
                {answerInWords(question, answer)}
              </Checkboxes.Item>
            );
          })}
        </Checkboxes>
      )}
    </Fieldset>
  );
}
