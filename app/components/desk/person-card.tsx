import {PersonFlags} from '../people/person-flags.tsx';
import type {PersonView} from './person-view.ts';

/** What must be known of the person before anything else is said. */
export function PersonCard({person, onLeave}: {person: PersonView; onLeave(): void}) {
  const {id, name, born, reference, pronouns, isDeceased, alerts, needs, contacts, address, practice, repeat} = person;
  return (
    <div className="person-card">
      {repeat && (
        <div className="person-card__repeat" role="note">
          <p>
            <strong>{repeat.says}.</strong> What was tried before did not end it.
          </p>
          <ul role="list">
            {repeat.contacts.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </div>
      )}
      <p className="person-card__name">{name}</p>
      <p className="person-card__facts">
        <span>{born}</span>
        {pronouns && <span>{pronouns}</span>}
        <span>{reference}</span>
        {isDeceased && <strong>Has died</strong>}
      </p>
      <PersonFlags className="person-card__flags" alerts={alerts} needs={needs} />
      <dl className="person-card__reach">
        {contacts.map(({label, value, flags}) => (
          <div key={value}>
            <dt>{label}</dt>
            <dd>
              {value}
              {flags.map((flag) => (
                <span key={flag.words} className={flag.isWarning ? 'safety safety--warning' : 'safety'}>
                  {flag.words}
                </span>
              ))}
            </dd>
          </div>
        ))}
        {address && (
          <div>
            <dt>Address</dt>
            <dd>
              {address.words}
              {address.isUnsafe && <span className="safety safety--warning">Not safe to send post</span>}
            </dd>
          </div>
        )}
        {practice && (
          <div>
            <dt>Practice</dt>
            <dd>{practice}</dd>
          </div>
        )}
      </dl>
      <div className="person-card__foot">
        <a href={`/people/${id}`} target="_blank" rel="noreferrer">
          Whole record (opens a new tab)
        </a>
        <button type="submit" name="act" value="leave" className="link-button" onClick={swallow(onLeave)}>
          Not this person
        </button>
      </div>
    </div>
  );
}

/** Somebody is chosen whose record this viewer has not opened, or whose opening has run out. */
export function ShutCard({personId, onOpen}: {personId: string | null; onOpen(): void}) {
  return (
    <div className="person-card person-card--shut">
      <p>Somebody is chosen, and their record is not open for you.</p>
      <button type="submit" name="act" value={`choose:${personId}`} className="quiet-button" onClick={swallow(onOpen)}>
        Open it for this call
      </button>
    </div>
  );
}

/** With scripts a button does it here; without, it sends the form. */
export const swallow =
  (work: () => void) =>
  (event: {preventDefault(): void}): void => {
    event.preventDefault();
    work();
  };
