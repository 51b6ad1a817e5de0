import {Fieldset, TextInput} from 'nhsuk-react-components';
import {answersOf, type Typed} from '../../domain/guides/guide-form.ts';
import {answerInWords} from '../../domain/guides/guide-rules.ts';
import type {Question} from '../../domain/guides/guide-schema.ts';
import {SeveralOf} from '../staff/choice-set.tsx';

interface TestFieldsProps {
  legend: string;
  question: Question;
  prefix: string;
  typed: Typed;
  problems: Record<string, string>;
}

/** Which answers to a question count: ticked ones, or for a number its bounds. */
export function TestFields({legend, question, prefix, typed, problems}: TestFieldsProps) {
  if (question.kind !== 'number') {
    return (
      <div className="guide-form__test">
        <SeveralOf
          name={`${prefix}.when`}
          legend={legend}
          legendProps={{}}
          options={answersOf(question).map((answer) => ({
            key: `${prefix}.is.${answer}`,
            name: answerInWords(question, answer),
          }))}
          values={Object.keys(typed).filter((name) => typed[name])}
          error={problems[`${prefix}.when`]}
          areFields
          small
          className="guide-form__answers"
        />
      </div>
    );
  }
  return (
    <Fieldset className="guide-form__test">
      <Fieldset.Legend>{legend}</Fieldset.Legend>
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
    </Fieldset>
  );
}
