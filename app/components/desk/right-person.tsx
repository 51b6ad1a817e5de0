import {PersonFlags} from '../people/person-flags.tsx';
import {FoundList} from '../people/found-list.tsx';
import type {FoundView} from '../people/person-words.ts';
import type {PersonView} from './person-view.ts';

/** The person in whose record a call belongs: chosen, or being looked for. */
export interface RightPerson {
  /** Their record is open, for this call. */
  chosen: PersonView | null;
  found: {people: FoundView[]; total: number; isTooOften: boolean} | null;
  words: string;
}

/** Each of its buttons sends the form, with all that is typed in it, and comes back here. */
const HERE = '#part-person';

/** Finds the right person, and opens their record for this call once they are chosen. Shown for “Somebody else” only. */
export function RightPersonFields({right: {chosen, found, words}}: {right: RightPerson}) {
  if (chosen)
    return (
      <div className="right-person">
        <input type="hidden" name="rightPersonId" value={chosen.id} />
        <p className="person-card__name">{chosen.name}</p>
        <p className="person-card__facts">
          <span>{chosen.born}</span>
          <span>{chosen.reference}</span>
          {chosen.isDeceased && <strong>Has died</strong>}
        </p>
        <PersonFlags className="person-card__flags" alerts={chosen.alerts} needs={chosen.needs} />
        <p>
          Their record is open to you for this call. Saved, the call goes there, and how it read before is kept apart
          from it. Look that nothing below is about anybody else.
        </p>
        <button type="submit" name="act" value="leave" formAction={HERE} className="link-button">
          Not this person
        </button>
      </div>
    );
  return (
    <div className="right-person">
      <div className="field">
        <label className="field__label" htmlFor="rightWords">
          Find them
        </label>
        <p className="field__hint" id="rightWords-hint">
          Name, birth date, NHS number, telephone or postcode
        </p>
        <input
          className="field__box"
          id="rightWords"
          name="rightWords"
          defaultValue={words}
          autoComplete="off"
          aria-describedby="rightWords-hint"
          onKeyDown={(event) => {
            if (event.key !== 'Enter') return;
            event.preventDefault();
            document.getElementById('findRight')?.click();
          }}
        />
        <button type="submit" id="findRight" name="act" value="find" formAction={HERE} className="quiet-button">
          Find
        </button>
      </div>
      {found && (
        <>
          <p className="field__hint" role="status">
            {foundInWords(found)}
          </p>
          <FoundList
            people={found.people}
            action={({id, name}) => (
              <button type="submit" name="act" value={`choose:${id}`} formAction={HERE} className="quiet-button">
                Open their record for this call<span className="nhsuk-u-visually-hidden">: {name}</span>
              </button>
            )}
          />
        </>
      )}
    </div>
  );
}

function foundInWords({people, total, isTooOften}: NonNullable<RightPerson['found']>): string {
  if (isTooOften) return 'You have searched very often. Wait a moment';
  if (people.length === 0) return 'Nobody was found';
  return total > people.length ? `${total} people: add a birth date or a postcode` : `${total} found`;
}
