/** Two people in one call: what the other has typed since, and where they are. */
import type {ISql, Sql} from '../../../db/client.ts';
import {within} from '../../../db/within.ts';
import {laterFields, type LaterField} from '../drafts/draft-fields.server.ts';
import type {Asker} from '../people/staff-request.ts';
import type {Draft} from './drafts.server.ts';

type Followed =
  | {ok: true; fields: LaterField[]; draft: Pick<Draft, 'personId' | 'heldSince' | 'heldSeconds' | 'talkEndedAt'>}
  | {ok: false; reason: 'closed' | 'gone'; byName: string | null; isYou: boolean};

/**
 * What has changed in a call since a page last heard of it. Only for somebody who has the call open (`notePresence`): that
 * they opened it is in the audit.
 * @param known the version of each field that the page has
 */
export function followDraft(
  sql: Sql,
  {viewer, address}: Asker,
  id: string,
  page: string,
  known: Record<string, number>,
): Promise<Followed> {
  return within(sql, {purpose: 'desk', viewer, address}, async (tx) => {
    const [draft] = await tx<Extract<Followed, {ok: true}>['draft'][]>`
      select person_id, held_since, held_seconds, talk_ended_at
      from call_drafts
      where id = ${id} and exists (select from call_presence where draft_id = ${id} and staff_id = ${viewer.staffId})
    `;
    if (!draft) return whatBecameOf(tx, id, viewer.staffId);
    const fields = await laterFields(tx, 'call_draft_fields', id, page, known);
    return {ok: true, fields: [...fields], draft};
  });
}

/** Why a call is not there any more: it was ended, and by whom; or it is gone, also where others go on with it in confidence. */
async function whatBecameOf(tx: ISql, id: string, viewerId: string): Promise<Extract<Followed, {ok: false}>> {
  const [call] = await tx<{byName: string; isYou: boolean}[]>`
    select staff.name as by_name, staff.id = ${viewerId} as is_you from calls join staff on staff.id = handler_id where calls.id = ${id}
  `;
  return call ? {ok: false, reason: 'closed', ...call} : {ok: false, reason: 'gone', byName: null, isYou: false};
}

/** The reference of a call that the viewer may take, or null. */
export function draftReference(sql: Sql, {viewer, address}: Asker, id: string): Promise<string | null> {
  return within(sql, {purpose: 'desk', viewer, address}, async (tx) => {
    const [draft] = await tx<{reference: string}[]>`select reference from call_drafts where id = ${id}`;
    return draft?.reference ?? null;
  });
}

/** What became of a call that is not being taken any more. */
export function draftOutcome(sql: Sql, {viewer, address}: Asker, id: string): Promise<'closed' | 'gone'> {
  return within(
    sql,
    {purpose: 'desk', viewer, address},
    async (tx) => (await whatBecameOf(tx, id, viewer.staffId)).reason,
  );
}
