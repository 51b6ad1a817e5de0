import {useMemo} from 'react';
import type {ServerText} from '../../i18n/en-server.ts';
import {FormErrors} from '../shell/form-errors.tsx';

type Fixed = Omit<ServerText['reportForm'], 'lede' | 'back'>;
export type ReportWords = Fixed & {lede: string; back: string};
type Errors = Partial<Record<'problem' | 'message', keyof Fixed['errors']>>;

const NONE: Errors = {};

interface ReportFormProps {
  id: string;
  path: string;
  words: ReportWords;
  errors?: Errors;
  typed?: {problem: string; message: string};
}

/** 'Is something wrong?'. What was typed stays when something has to be put right. */
export function ReportForm({id, path, words, errors = NONE, typed}: ReportFormProps) {
  const choices = Object.entries(words.problems);
  // The same until another answer comes: the summary takes the focus whenever it changes.
  const problems = useMemo(() => inWords(errors, words), [errors, words]);
  return (
    <div className="reading report">
      <p className="back">
        <a href={path}>{words.back}</a>
      </p>
      <FormErrors problems={problems} title={words.errorTitle} />
      <h1>{words.title}</h1>
      <p>{words.lede}</p>
      <form id="report" method="post" action={`${path}/report`} noValidate>
        <input type="hidden" name="id" value={id} autoComplete="off" />
        <div className={errors.problem ? 'nhsuk-form-group nhsuk-form-group--error' : 'nhsuk-form-group'}>
          <fieldset className="nhsuk-fieldset" aria-describedby={errors.problem && 'problem-error'}>
            <legend className="nhsuk-fieldset__legend nhsuk-fieldset__legend--m">{words.question}</legend>
            <FieldError id="problem-error" error={errors.problem} words={words} />
            <div className="nhsuk-radios">
              {choices.map(([value, label], index) => (
                <div key={value} className="nhsuk-radios__item">
                  <input
                    className="nhsuk-radios__input"
                    id={index === 0 ? 'problem' : `problem-${value}`}
                    name="problem"
                    type="radio"
                    value={value}
                    defaultChecked={typed?.problem === value}
                  />
                  <label
                    className="nhsuk-label nhsuk-radios__label"
                    htmlFor={index === 0 ? 'problem' : `problem-${value}`}
                  >
                    {label}
                  </label>
                </div>
              ))}
            </div>
          </fieldset>
        </div>
        <div className={errors.message ? 'nhsuk-form-group nhsuk-form-group--error' : 'nhsuk-form-group'}>
          <label className="nhsuk-label nhsuk-label--m" htmlFor="message">
            {words.message}
          </label>
          <div className="nhsuk-hint" id="message-hint">
            {words.optional}. {words.messageHint}
          </div>
          <FieldError id="message-error" error={errors.message} words={words} />
          <textarea
            className={errors.message ? 'nhsuk-textarea nhsuk-textarea--error' : 'nhsuk-textarea'}
            id="message"
            name="message"
            rows={5}
            defaultValue={typed?.message}
            aria-describedby={errors.message ? 'message-hint message-error' : 'message-hint'}
            aria-invalid={errors.message ? true : undefined}
          />
        </div>
        <button className="button" type="submit">
          {words.send}
        </button>
      </form>
    </div>
  );
}

function FieldError({id, error, words}: {id: string; error?: keyof Fixed['errors']; words: ReportWords}) {
  if (!error) return null;
  return (
    <span className="nhsuk-error-message" id={id}>
      <span className="nhsuk-u-visually-hidden">{words.errorPrefix}</span> {words.errors[error]}
    </span>
  );
}

const inWords = (errors: Errors, words: ReportWords): Record<string, string> =>
  Object.fromEntries(Object.entries(errors).map(([field, error]) => [field, words.errors[error]]));
