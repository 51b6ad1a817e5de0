import type {Scale, ScaleItem} from '../../domain/measures/scale-schema.ts';
import {useLocale} from '../../i18n/text-context.tsx';

interface ScaleFieldsProps {
  scale: Pick<Scale, 'items'>;
  values: Record<string, string>;
  problems: Record<string, string>;
}

/**
 * The questions of a scale, one under the other; none has to be answered. They stay in the language of their authors, English,
 * whatever language the page speaks.
 */
export function ScaleFields({scale, values, problems}: ScaleFieldsProps) {
  return (
    <>
      {scale.items.map((item) => (
        <ScaleQuestion key={item.key} item={item} value={values[item.key] ?? ''} problem={problems[item.key]} />
      ))}
    </>
  );
}

function ScaleQuestion({item, value, problem}: {item: ScaleItem; value: string; problem: string | undefined}) {
  const {key, answer} = item;
  const asked = item.words ?? item.topic;
  const notes = problem ? `${key}-problem` : undefined;
  if (answer.kind === 'words' || answer.kind === 'number') {
    return (
      <div lang="en" className={problem ? 'scale-question scale-question--problem' : 'scale-question'}>
        <label className="scale-question__words" htmlFor={key}>
          {asked}
        </label>
        <Problem id={notes} words={problem} />
        {answer.kind === 'words' ? (
          <textarea
            className="nhsuk-textarea"
            id={key}
            name={key}
            rows={2}
            defaultValue={value}
            aria-describedby={notes}
          />
        ) : (
          <input
            className="nhsuk-input nhsuk-input--width-5"
            id={key}
            name={key}
            inputMode="decimal"
            defaultValue={value}
            aria-describedby={notes}
          />
        )}
      </div>
    );
  }
  const choices =
    answer.kind === 'choice'
      ? answer.choices.map((choice) => ({value: String(choice.value), words: choice.words ?? String(choice.value)}))
      : steps(answer.from, answer.to);
  return (
    <fieldset
      lang="en"
      className={problem ? 'scale-question scale-question--problem' : 'scale-question'}
      aria-describedby={notes}
    >
      <legend className="scale-question__words">{asked}</legend>
      <Problem id={notes} words={problem} />
      {answer.kind === 'line' && (
        <p className="scale-line__ends" aria-hidden="true">
          <span>
            {answer.from}: {answer.low}
          </span>
          <span>
            {answer.to}: {answer.high}
          </span>
        </p>
      )}
      <div className={answer.kind === 'line' || isShort(choices) ? 'scale-line' : 'scale-choices'}>
        {choices.map((choice, place) => (
          <label key={choice.value} className="scale-choice">
            <input
              type="radio"
              id={place === 0 ? key : undefined}
              name={key}
              value={choice.value}
              defaultChecked={value === choice.value}
            />
            <span>
              {choice.words}
              {answer.kind === 'line' && <EndName answer={answer} value={choice.value} />}
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}

/** What the number at an end of a line stands for, for whoever hears it. */
function EndName({answer, value}: {answer: {from: number; to: number; low: string; high: string}; value: string}) {
  const name = value === String(answer.from) ? answer.low : value === String(answer.to) ? answer.high : null;
  return name ? <span className="nhsuk-u-visually-hidden">, {name}</span> : null;
}

function Problem({id, words}: {id: string | undefined; words: string | undefined}) {
  const locale = useLocale();
  if (!words) return null;
  return (
    <p className="nhsuk-error-message" id={id} lang={locale}>
      {words}
    </p>
  );
}

const steps = (from: number, to: number) =>
  Array.from({length: to - from + 1}, (_, step) => ({value: String(from + step), words: String(from + step)}));

const isShort = (choices: {words: string}[]) => choices.every(({words}) => words.length <= 2);
