import {FormErrors} from '../shell/form-errors.tsx';
import {ReferFields, type ReferField} from './refer-fields.tsx';
import {Trap} from './refer-trap.tsx';

interface ReferStepProps {
  step: string;
  heading: string;
  stepOf: string;
  previous: string | null;
  fields: ReferField[];
  typed: Record<string, string>;
  /** On the last page: everything that was typed, to look over. */
  summary: {step: string; title: string; rows: {label: string; value: string}[]}[];
  link: string;
  /** Opens a new letter with the link in the visitor's own mail program. */
  mail: string;
  words: Record<
    | 'next'
    | 'back'
    | 'send'
    | 'optional'
    | 'errorTitle'
    | 'errorPrefix'
    | 'keepTitle'
    | 'keepLede'
    | 'keepMail'
    | 'keepForget'
    | 'trap'
    | 'change'
    | 'urgent',
    string
  >;
  problems: Record<string, string | undefined>;
}

/** One page of the form, with what was typed on it before. */
export function ReferStep({
  step,
  heading,
  stepOf,
  previous,
  fields,
  typed,
  summary,
  link,
  mail,
  words,
  problems,
}: ReferStepProps) {
  const isLast = step === 'check';
  return (
    <div className="reading refer">
      {previous && (
        <p className="back">
          <a href={`/refer/form?step=${previous}`}>{words.back}</a>
        </p>
      )}
      <FormErrors problems={problems} title={words.errorTitle} />
      <p className="refer__step">{stepOf}</p>
      <h1>{heading}</h1>
      {summary.map(({step: part, title, rows}) => (
        <section key={part} className="refer__part" aria-labelledby={`part-${part}`}>
          <div className="refer__part-head">
            <h2 id={`part-${part}`}>{title}</h2>
            <a href={`/refer/form?step=${part}`}>
              {words.change}
              <span className="nhsuk-u-visually-hidden">: {title}</span>
            </a>
          </div>
          <dl>
            {rows.map(({label, value}) => (
              <div key={label}>
                <dt className={label === title ? 'nhsuk-u-visually-hidden' : undefined}>{label}</dt>
                <dd>{value}</dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
      <form id="refer" method="post" action={`/refer/form?step=${step}`} noValidate key={step}>
        <ReferFields fields={fields} typed={typed} problems={problems} heading={heading} words={words} />
        {isLast && <Trap label={words.trap} />}
        <button className="button" type="submit">
          {isLast ? words.send : words.next}
        </button>
      </form>
      <details className="nhsuk-details refer__keep">
        <summary className="nhsuk-details__summary">
          <span className="nhsuk-details__summary-text">{words.keepTitle}</span>
        </summary>
        <div className="nhsuk-details__text">
          <p>{words.keepLede}</p>
          <p className="refer__link">
            <a href={link}>{link}</a>
          </p>
          <p>
            <a href={mail}>{words.keepMail}</a>
          </p>
          <form method="post" action={`/refer/form?step=${step}`}>
            <button className="link-button" name="forget" value="yes" type="submit">
              {words.keepForget}
            </button>
          </form>
        </div>
      </details>
      <p className="refer__urgent">{words.urgent}</p>
    </div>
  );
}
