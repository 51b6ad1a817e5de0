import {Breakable} from '../listing/breakable.tsx';
import {FormErrors} from '../shell/form-errors.tsx';
import {ReferFields, type ReferField} from './refer-fields.tsx';

interface ReferLinkProps {
  title: string;
  fields: ReferField[];
  typed: Record<string, string>;
  problems: Record<string, string | undefined>;
  /** The link once it is made: its address, and the HTML around it. */
  made: {address: string; code: string} | null;
  /** The page on which people ask for themselves. */
  forPeople: string;
  words: Record<
    | 'intro'
    | 'make'
    | 'madeTitle'
    | 'address'
    | 'code'
    | 'tryIt'
    | 'peopleTitle'
    | 'people'
    | 'optional'
    | 'errorTitle'
    | 'errorPrefix',
    string
  >;
}

/** Two questions, and the link made of their answers. */
export function ReferLink({title, fields, typed, problems, made, forPeople, words}: ReferLinkProps) {
  return (
    <div lang="en" className="reading refer">
      <FormErrors problems={problems} title={words.errorTitle} />
      <h1>{title}</h1>
      <p className="reading__lede">{words.intro}</p>
      {made && (
        <section className="refer__part" aria-labelledby="link-made">
          <h2 id="link-made">{words.madeTitle}</h2>
          <label className="nhsuk-label" htmlFor="link-address">
            {words.address}
          </label>
          <textarea className="nhsuk-textarea" id="link-address" rows={3} readOnly value={made.address} />
          <label className="nhsuk-label" htmlFor="link-code">
            {words.code}
          </label>
          <textarea className="nhsuk-textarea" id="link-code" rows={4} readOnly value={made.code} spellCheck={false} />
          <p>
            <a href={made.address}>{words.tryIt}</a>
          </p>
        </section>
      )}
      <form method="get" action="/refer/link" noValidate>
        <ReferFields fields={fields} typed={typed} problems={problems} words={words} />
        <button className={made ? 'button button--quiet' : 'button'} type="submit">
          {words.make}
        </button>
      </form>
      <h2>{words.peopleTitle}</h2>
      <p>{words.people}</p>
      <p className="refer__link">
        <a href={forPeople}>
          <Breakable address={forPeople} />
        </a>
      </p>
    </div>
  );
}
