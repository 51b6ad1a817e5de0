/** In whose record a call stands, when a correction says that it was the wrong one. */
import type {ISql} from '../../../db/client.ts';
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

const GIVEN_ON = {
  meeting: 'They are brought to a meeting with this call: take that back first',
  summary:
    'Their one-page summary was given to somebody from this call, and who has it must stay known: tell your team lead',
} as const;

/**
 * Where the form wants it, if it can go there: nobody may have it in hand as about somebody else, and a record into which it
 * is put must be open to whoever puts it there.
 * @param rightPersonId the record that was chosen, where the form says `OTHER_PERSON`
 */
export async function placeOf(
  tx: ISql,
  call: Call,
  {typed, rightPersonId, isLiving}: {typed: CallValues; rightPersonId: string | null; isLiving: boolean},
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
  if (isLiving)
    return stays('What was handed on, promised, referred or raised is about them: tell those who have it first');
  const [{givenOn, isOpen}] = await tx<[{givenOn: keyof typeof GIVEN_ON | null; isOpen: boolean}]>`
    select call_given_on(${call.id}) as given_on, ${personId}::uuid is null or viewer_has_open(${personId}) as is_open
  `;
  if (givenOn) return stays(GIVEN_ON[givenOn]);
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
