import {YES_NO_ANSWERS, type Question} from '../../domain/guides/guide-schema.ts';
import {FieldFrame, fieldProps} from '../staff/field-frame.tsx';

interface QuestionFieldProps {
  /** Of the field; the ids of its parts begin with it. */
  id: string;
  question: Question;
  answer: string;
  problem: string | null;
  onAnswer(answer: string): void;
  onLeave(): void;
}

/** One question of a guide. Everything about it can be reached and answered with the keyboard. */
export function QuestionField(props: QuestionFieldProps) {
  const {question} = props;
  if (question.kind === 'yes_no') {
    const options = Object.entries(YES_NO_ANSWERS).map(([value, label]) => ({value, label}));
    return <OneOf {...props} options={options} inline />;
  }
  if (question.kind === 'choice') return <OneOf {...props} options={question.options} />;
  return <Written {...props} />;
}

interface Option {
  value: string;
  label: string;
}

function OneOf({
  id,
  question,
  answer,
  options,
  inline = false,
  onAnswer,
}: QuestionFieldProps & {options: Option[]; inline?: boolean}) {
  const hintId = question.hint ? `${id}-hint` : undefined;
  return (
    <fieldset className="nhsuk-fieldset" aria-describedby={hintId}>
      <legend className="nhsuk-fieldset__legend guide__ask">{question.ask}</legend>
      {question.hint && (
        <div className="nhsuk-hint" id={hintId}>
          {question.hint}
        </div>
      )}
      <div className={`nhsuk-radios nhsuk-radios--small ${inline ? 'nhsuk-radios--inline' : ''}`}>
        {options.map(({value, label}) => (
          <div key={value} className="nhsuk-radios__item">
            <input
              className="nhsuk-radios__input"
              id={`${id}-${value}`}
              name={id}
              type="radio"
              value={value}
              checked={answer === value}
              onChange={() => onAnswer(value)}
            />
            <label className="nhsuk-label nhsuk-radios__label" htmlFor={`${id}-${value}`}>
              {label}
            </label>
          </div>
        ))}
        {answer !== '' && (
          <button type="button" className="link-button guide__clear" onClick={() => onAnswer('')}>
            Take back <span className="nhsuk-u-visually-hidden">the answer to: {question.ask}</span>
          </button>
        )}
      </div>
    </fieldset>
  );
}

function Written({id, question, answer, problem, onAnswer, onLeave}: QuestionFieldProps) {
  const frame = {id, label: question.ask, hint: question.hint, problem};
  const shared = {...fieldProps(frame), value: answer, onBlur: onLeave};
  return (
    <FieldFrame {...frame} className="guide__written" labelClassName="guide__ask">
      {question.kind === 'number' ? (
        <div className="guide__number">
          <input
            {...shared}
            className={`nhsuk-input nhsuk-input--width-5 ${problem ? 'nhsuk-input--error' : ''}`}
            inputMode="decimal"
            onChange={(event) => onAnswer(event.currentTarget.value)}
          />
          <span>{question.unit}</span>
        </div>
      ) : (
        <textarea
          {...shared}
          className="nhsuk-textarea"
          rows={2}
          maxLength={1000}
          onChange={(event) => onAnswer(event.currentTarget.value)}
        />
      )}
    </FieldFrame>
  );
}
