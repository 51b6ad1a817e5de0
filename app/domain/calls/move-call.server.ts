/** In whose record a call stands, when a correction says that it was the wrong one. */
import type {ISql} from '../../../db/client.ts';
import {disciplines, type Discipline} from '../access/roles.ts';
import type {CallValues} from './call-fields.ts';
import type {Call} from './get-call.server.ts';
import type {Area} from './write-call.server.ts';

/** What the form says in place of one of `PERSON_KNOWN`: it goes into the record that is chosen beside it. */
const OTHER_PERSON = 'other';

/** Where a call is to stand after a correction; `problem` says why it cannot. */
export interface Place {
  /** Null: in nobody's record. */
  personId: string | null;
  isMoved: boolean;
  problem: string | null;
}

/** What somebody has in hand as about that person. */
type Hold = 'taken_up' | 'untold' | 'asked' | 'referral' | 'concern' | 'meeting' | 'link' | 'number';

/** What has to come first, said to whoever would put the call right. */
function holdInWords(why: Hold, what: string | null): string {
  const discipline = disciplines[what as Discipline] ?? 'Somebody';
  switch (why) {
    case 'taken_up':
      return `${discipline} has taken it up. Tell them: once they have put it back, or finished it and told the caller, it can move`;
    case 'untold':
      return `${discipline} has finished it and not told the caller yet. That comes first`;
    case 'asked':
      return `${discipline} was asked about it and has not answered yet. Tell them`;
    case 'referral':
      return `A referral was made for them, and ${what} has it. Tell ${what}, and your team lead`;
    case 'concern':
      return 'A safeguarding concern was raised about them. Tell the safeguarding lead';
    case 'meeting':
      return 'They are brought to a meeting with it. Take that back first';
    case 'link':
      return 'Their one-page summary is open to somebody by a link. End the link first, on the page of the summary';
    case 'number':
      return 'A call-back is promised on a number of theirs. Ring them, or note that it is no longer wanted, first';
  }
}

/**
 * Where the form wants it, if it can go there: nobody may have it in hand as about somebody else, and a record into which it
 * is put must be open to whoever puts it there. What nobody has in hand goes with it (`call_takes_along` of the database).
 * @param rightPersonId the record that was chosen, where the form says `OTHER_PERSON`
 */
export async function placeOf(
  tx: ISql,
  call: Call,
  {typed, rightPersonId}: {typed: CallValues; rightPersonId: string | null},
): Promise<Place> {
  const known = typed.personKnown ?? '';
  const isOther = known === OTHER_PERSON;
  const isTakenOut = call.personId !== null && ['anonymous', 'nobody'].includes(known);
  const personId = isOther ? rightPersonId : isTakenOut ? null : call.personId;
  const isMoved = isOther || isTakenOut;
  const stays = (problem: string | null): Place => ({personId: call.personId, isMoved: false, problem});
  if (!isMoved) return stays(null);
  if (isOther && personId === null) return stays('Find the right person, and choose them');
  if (personId === call.personId) return stays('It stands in their record already: choose somebody else');
  const held = await tx<{why: Hold; what: string | null}[]>`
    select why, what from what_holds_call(${call.id}, ${call.personId}) order by why, what
  `;
  if (held.length > 0)
    return stays(`It stays where it is for now. ${held.map(({why, what}) => holdInWords(why, what)).join('. ')}`);
  const [{isOpen}] = await tx<[{isOpen: boolean}]>`
    select ${personId}::uuid is null or viewer_has_open(${personId}) as is_open
  `;
  if (!isOpen) return stays('Their record is not open to you any more: choose them once more');
  return {personId, isMoved: true, problem: null};
}

/** The last version that is not read beside the call any more, as it stood in the record of somebody else. */
export function apartUntil(call: Call, {personId, isMoved}: Place): number {
  const wasInARecord =
    call.personId !== null || call.apartUntil > 0 || call.versions.some(({was}) => was.personKnown === 'identified');
  return isMoved && personId !== null && wasInARecord ? call.version : call.apartUntil;
}

/**
 * Where a call that is moved is counted. Of one in which no place was named it is where the person lives, and that of the wrong
 * one tells about them: it stays only where it is surely another.
 */
export async function areaAfter(tx: ISql, stored: Area, from: string | null, {personId}: Place): Promise<Area> {
  const [theirs] = await tx<[Area?]>`
    select (select outcode from people where id = ${personId}) as outcode, ward_of_caller(${personId}) as ward_gss
    where
      ${from}::uuid is not null
      and not exists (select from people where id = ${from} and outcode is distinct from ${stored.outcode}::text)
  `;
  return {...stored, ...theirs};
}
