/**
 * Calls that are being taken. What is typed is kept field by field within seconds, so that nothing is lost with a browser,
 * a network or a server, and so that two people in one call never write over each other unseen.
 */
import type {ISql, Sql} from '../../../db/client.ts';
import {within} from '../../../db/within.ts';
import {onceOnly} from '../access/submissions.server.ts';
import {recordAct} from '../audit/record-act.server.ts';
import {
  listFields,
  writeFields,
  type Change,
  type DraftConflict,
  type DraftField,
} from '../drafts/draft-fields.server.ts';
import type {Asker, Sender} from '../people/staff-request.ts';
import type {Channel} from './call-choices.ts';
import {emptyFields, fieldsOfTheirs} from './leave-person.server.ts';

const FIELDS = 'call_draft_fields';

/** A call that is being taken, without what is typed in it. */
export interface Draft {
  id: string;
  reference: string;
  channel: Channel;
  openedBy: string;
  openedByName: string;
  openedAt: Date;
  personId: string | null;
  /** Since when the caller waits on hold, or null. */
  heldSince: Date | null;
  heldSeconds: number;
  /** When the caller hung up. From then on it is after-call work. */
  talkEndedAt: Date | null;
  changedAt: Date;
}

export interface OpenDraft extends Draft {
  fields: DraftField[];
}

/**
 * Begins a call. Sent twice, it is one.
 * @returns its id and the reference by which it is named
 */
export function startCall(
  sql: Sql,
  {viewer, address, submission, door}: Sender,
  channel: Channel,
): Promise<{id: string; reference: string}> {
  return within(sql, {purpose: 'desk', viewer, address}, (tx) =>
    onceOnly(tx, {submission, staffId: viewer.staffId, door}, async () => {
      const [draft] = await tx<[{id: string; reference: string}]>`
        insert into call_drafts (reference, partnership_id, partner_id, channel, opened_by)
        values (new_call_reference(), ${viewer.partnershipId}, ${viewer.partnerId}, ${channel}, ${viewer.staffId})
        returning id, reference
      `;
      await recordAct(tx, {action: 'call_started', details: {call: draft.id, channel}});
      return {id: draft.id, reference: draft.reference};
    }),
  );
}

/** The call with all that is typed in it, or null. That somebody opened it is in the audit before it is given. */
export function openDraft(sql: Sql, {viewer, address}: Asker, id: string): Promise<OpenDraft | null> {
  return within(sql, {purpose: 'desk', viewer, address}, async (tx) => {
    const [draft] = await tx<Draft[]>`${drafts(tx)} where call_drafts.id = ${id}`;
    if (!draft) return null;
    const fields = await listFields(tx, FIELDS, id);
    await recordAct(tx, {action: 'call_joined', personId: draft.personId, details: {call: id}});
    return {...draft, fields};
  });
}

/** Drafts of the viewer's desk, newest change first: their own, or everyone's for whoever looks after the desk. */
export function listDrafts(
  sql: Sql,
  {viewer, address}: Asker,
  {whose, page = 1}: {whose: 'mine' | 'all'; page?: number},
): Promise<{drafts: (Draft & {story: string; callerName: string})[]; total: number}> {
  return within(sql, {purpose: 'desk', viewer, address}, async (tx) => {
    const mine = whose === 'mine' ? tx`and call_drafts.opened_by = ${viewer.staffId}` : tx``;
    const rows = await tx<(Draft & {story: string; callerName: string; total: number})[]>`
      select
        ${columns(tx)},
        coalesce((select left(value, 120) from call_draft_fields where draft_id = call_drafts.id and name = 'story'), '') as story,
        coalesce((select value from call_draft_fields where draft_id = call_drafts.id and name = 'callerName'), '') as caller_name,
        count(*) over () as total
      from call_drafts
      join staff on staff.id = call_drafts.opened_by
      where call_drafts.partner_id = ${viewer.partnerId} ${mine}
      order by call_drafts.changed_at desc, call_drafts.id
      limit ${DRAFTS_A_PAGE}
      offset ${(Math.max(1, page) - 1) * DRAFTS_A_PAGE}
    `;
    await recordAct(tx, {
      action: 'calls_listed',
      details: {of: whose === 'mine' ? 'own drafts' : 'drafts', found: rows.length},
    });
    return {drafts: rows.map(({total: _total, ...draft}) => draft), total: rows[0]?.total ?? 0};
  });
}

const DRAFTS_A_PAGE = 20;

type Saved =
  | {ok: true; saved: {name: string; version: number}[]; conflicts: DraftConflict[]}
  /** There is no such call any more: it was ended (`closed`) or thrown away, is restricted now, or never was the viewer's. */
  | {ok: false; reason: 'closed' | 'gone'};

/**
 * Keeps what was typed in a call that is being taken.
 * @param page the id that an open page gave itself
 */
export function saveFields(
  sql: Sql,
  {viewer, address}: Asker,
  id: string,
  page: string,
  changes: Change[],
): Promise<Saved> {
  return within(sql, {purpose: 'desk', viewer, address}, async (tx) => {
    const [draft] = await tx`
      update call_drafts set changed_at = clock_timestamp() where id = ${id} returning id
    `;
    if (!draft) {
      const [call] = await tx`select 1 from calls where id = ${id}`;
      return {ok: false, reason: call ? 'closed' : 'gone'};
    }
    return {ok: true, ...(await writeFields(tx, FIELDS, {viewer, address}, id, page, changes))};
  });
}

/**
 * Says whom the call is about, or that it is nobody of those we know. What came from the record of whom it was about before
 * goes with them.
 * @returns the fields that were emptied; null where there is no such call, or nobody to come near
 */
export function choosePerson(
  sql: Sql,
  {viewer, address}: Asker,
  id: string,
  personId: string | null,
): Promise<DraftField[] | null> {
  return within(sql, {purpose: 'desk', viewer, address}, async (tx) => {
    // What is typed meanwhile waits until this has ended.
    const [before] = await tx<{personId: string | null}[]>`
      select person_id from call_drafts where id = ${id} for update
    `;
    if (!before) return null;
    const isLeft = before.personId !== null && before.personId !== personId;
    const theirs = isLeft ? await fieldsOfTheirs(tx, id) : [];
    // The policies of people say whether that is somebody whom the viewer may come near.
    const {count} = await tx`
      update call_drafts
      set person_id = ${personId}, changed_at = clock_timestamp()
      where
        id = ${id}
        and (${personId}::uuid is null or exists (select from people where people.id = ${personId}))
    `;
    if (count === 0) return null;
    await recordAct(tx, {action: 'call_person_chosen', personId, details: {call: id}});
    return emptyFields(tx, {viewer}, id, theirs);
  });
}

/** Throws a call away that was begun by mistake. What was in it is gone; that it was is in the audit. */
export function putAside(sql: Sql, {viewer, address, submission, door}: Sender, id: string): Promise<boolean> {
  return within(sql, {purpose: 'desk', viewer, address}, (tx) =>
    onceOnly(tx, {submission, staffId: viewer.staffId, door}, async () => {
      const [gone] = await tx<{personId: string | null}[]>`
        delete from call_drafts where id = ${id} returning person_id
      `;
      if (!gone) return false;
      await recordAct(tx, {action: 'call_put_aside', personId: gone.personId, details: {call: id}});
      return true;
    }),
  );
}

const columns = (tx: ISql) => tx`
  call_drafts.id,
  call_drafts.reference,
  call_drafts.channel,
  call_drafts.opened_by,
  staff.name as opened_by_name,
  call_drafts.opened_at,
  call_drafts.person_id,
  call_drafts.held_since,
  call_drafts.held_seconds,
  call_drafts.talk_ended_at,
  call_drafts.changed_at
`;

const drafts = (tx: ISql) => tx`
  select ${columns(tx)} from call_drafts join staff on staff.id = call_drafts.opened_by
`;
