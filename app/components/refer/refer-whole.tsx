import {FormErrors} from '../shell/form-errors.tsx';
import {ReferFields, type ReferField} from './refer-fields.tsx';
import {Trap} from './refer-trap.tsx';

interface ReferWholeProps {
  title: string;
  token: string;
  fields: ReferField[];
  typed: Record<string, string>;
  problems: Record<string, string | undefined>;
  words: Record<'optional' | 'errorTitle' | 'errorPrefix' | 'trap' | 'urgent' | 'intro' | 'send', string> & {
    parts: Record<'you' | 'person' | 'help' | 'care' | 'consent', string>;
  };
}

/** Which fields stand under which heading. */
const PARTS = [
  {key: 'you', fields: 'source referrerName referrerOrganisation referrerEmail referrerPhone referrerReference'},
  {key: 'person', fields: 'givenName familyName birthDate phone email addressLines town postcode practice'},
  {key: 'help', fields: 'needs reason urgency wantsMdt'},
  {key: 'care', fields: 'knownRisks safeToLeaveMessage reachNote language needsInterpreter communication'},
  {key: 'consent', fields: 'consentBy consentHow mayTellReferrer'},
] as const;

/** The whole form on one page, for somebody who fills in many. */
export function ReferWhole({title, token, fields, typed, problems, words}: ReferWholeProps) {
  return (
    <div lang="en" className="reading refer refer--whole">
      <FormErrors problems={problems} title={words.errorTitle} />
      <h1>{title}</h1>
      <p className="reading__lede">{words.intro}</p>
      <p className="refer__urgent">{words.urgent}</p>
      <form id="refer" method="post" action="/refer/professional" noValidate>
        <input type="hidden" name="token" value={token} autoComplete="off" />
        {PARTS.map(({key, fields: names}) => (
          <section key={key} className="refer__section" aria-labelledby={`part-${key}`}>
            <h2 id={`part-${key}`}>{words.parts[key]}</h2>
            <ReferFields
              fields={names.split(' ').flatMap((name) => fields.filter((field) => field.name === name))}
              typed={typed}
              problems={problems}
              words={words}
            />
          </section>
        ))}
        <Trap label={words.trap} />
        <button className="button" type="submit">
          {words.send}
        </button>
      </form>
    </div>
  );
}
