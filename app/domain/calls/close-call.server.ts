/** Ending a call: what was typed becomes a call, with all that follows from how it ended, in one statement. */
import type {ISql, Sql} from '../../../db/client.ts';
import {within} from '../../../db/within.ts';
import {listFields, writeFields, type Change, type DraftConflict} from '../drafts/draft-fields.server.ts';
import {readPostcode} from '../people/record-fields.ts';
import type {Asker} from '../people/staff-request.ts';
import type {SearchPlace} from '../../../search/search-schema.ts';
import {checkCall} from './check-call.server.ts';
import {limitOf, type CallValues} from './call-fields.ts';
import {followUp} from './follow-up.server.ts';
import {readCall, type CallProblems, type EndedCall} from './read-call.ts';
import {writeCall, type Area, type LockedDraft} from './write-call.server.ts';

export type Closing =
  | {ok: true; id: string; reference: string}
  | {ok: false; reason: 'problems'; problems: CallProblems; values: CallValues}
  /** Somebody else changed these fields meanwhile: nothing was ended. */
  | {ok: false; reason: 'conflicts'; conflicts: DraftConflict[]}
  | {ok: false; reason: 'gone'};

interface ToClose {
  id: string;
  /** The open page, as for `saveFields`. */
  page: string;
  /** What that page has typed and not yet kept. */
  changes: Change[];
}

interface Parts {
  sql: Sql;
  places: {find(words: string): Promise<{ok: true; place: SearchPlace} | {ok: false}>};
}

/**
 * Ends a call. It is written once, whatever is sent how often and from how many pages: a call has the id of its draft.
 * @param now for tests
 */
export async function closeCall(
  {sql, places}: Parts,
  asker: Asker,
  {id, page, changes}: ToClose,
  now = new Date(),
): Promise<Closing> {
  const kept = changes.filter(({name, value}) => value.length <= (limitOf(name) ?? -1));
  // Before the transaction: it asks on connections of its own, and calls that wait for one while they hold another would
  // wait for each other for ever.
  const near = await nearOf(sql, asker, id, kept);
  const found = near ? await places.find(near) : null;
  return within(sql, {purpose: 'desk', ...asker}, async (tx) => {
    const draft = await lockDraft(tx, id);
    if (!draft) return endedBefore(tx, id);
    const {conflicts} = await writeFields(tx, 'call_draft_fields', asker, id, page, kept);
    if (conflicts.length > 0) return {ok: false, reason: 'conflicts', conflicts};
    const values = Object.fromEntries(
      (await listFields(tx, 'call_draft_fields', id)).map(({name, value}) => [name, value]),
    );
    const read = readCall(values, {isPersonChosen: draft.personId !== null, now});
    if (!read.ok) return {ok: false, reason: 'problems', problems: read.problems, values};
    const {call} = read;
    const place = found?.ok && call.near?.trim() === near ? found.place : null;
    const area = await areaOf(tx, place, call.near, draft.personId);
    const problems = {...(await checkCall(tx, asker, call, draft.personId)), ...placeProblem(call, area)};
    if (Object.keys(problems).length > 0) return {ok: false, reason: 'problems', problems, values};
    await writeCall(tx, asker, draft, call, area, await followUp(tx, call, now));
    return {ok: true, id, reference: draft.reference};
  });
}

/** Where the call is about, as it was typed last. */
async function nearOf(sql: Sql, asker: Asker, id: string, changes: Change[]): Promise<string | null> {
  const typed = changes.findLast(({name}) => name === 'near')?.value;
  if (typed !== undefined) return typed.trim() || null;
  const [field] = await within(sql, {purpose: 'desk', ...asker}, (tx) =>
    listFields(tx, 'call_draft_fields', id, ['near']),
  );
  return field?.value.trim() || null;
}

async function lockDraft(tx: ISql, id: string): Promise<LockedDraft | null> {
  const [draft] = await tx<LockedDraft[]>`
    update call_drafts set changed_at = clock_timestamp() where id = ${id} returning id, reference, person_id
  `;
  return draft ?? null;
}

async function endedBefore(tx: ISql, id: string): Promise<Closing> {
  const [call] = await tx<{reference: string}[]>`select reference from calls where id = ${id}`;
  return call ? {ok: true, id, reference: call.reference} : {ok: false, reason: 'gone'};
}

/**
 * Where the call is counted. Of a postcode only the ward and its first half are kept in the call; of a place that is known by
 * its name the first half of a postcode that is nearest. Where none was named it is where the person lives.
 */
async function areaOf(
  tx: ISql,
  place: SearchPlace | null,
  near: string | null,
  personId: string | null,
): Promise<Area> {
  const postcode = near ? readPostcode(near) : null;
  const outcode = place?.outcode ?? postcode?.split(' ')[0] ?? null;
  const [row] = await tx<[Area]>`
    select
      coalesce(
        ${outcode},
        (
          select outcodes.outcode
          from outcodes
          where ${place !== null}
          order by
            power(latitude - ${place?.latitude ?? 0}, 2)
            + power((longitude - ${place?.longitude ?? 0}) * cos(radians(latitude)), 2)
          limit 1
        ),
        (select outcode from people where id = ${personId})
      ) as outcode,
      case
        when ${near === null} then ward_of_caller(${personId})
        else (select ward_gss from postcodes where postcode = ${postcode})
      end as ward_gss
  `;
  return row;
}

/** What was not to be had is missing somewhere: without a place it would tell nobody where. */
function placeProblem({endings, near}: EndedCall, {outcode}: Area): CallProblems {
  if (outcode || !endings.some(({kind}) => kind === 'nothing_suitable')) return {};
  return {
    near: near
      ? 'We do not know this place: write a town near it, or a postcode'
      : 'Say roughly where it was needed: a town, a village or a postcode',
  };
}
