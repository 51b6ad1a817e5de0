/**
 * Calls that are being taken. What is typed is kept field by field within seconds, so that nothing is lost with a browser,
 * a network or a server, and so that two people in one call never write over each other unseen.
 */
import type {ISql, Sql} from '../../../db/client.ts';
import {within} from '../../../db/within.ts';
import {onceOnly} from '../access/submissions.server.ts';
import {recordAct} from '../audit/record-act.server.ts';
import type {Asker, Sender} from '../people/staff-request.ts';
import type {Channel} from './call-choices.ts';

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

/** A field as it stands on the server. */
export interface DraftField {
  name: string;
  value: string;
  version: number;
  /** Who typed it last. */
  by: string;
  byName: string;
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
    const fields = await listFields(tx, id);
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

export const DRAFTS_A_PAGE = 20;

/** One field as a page sends it: what is typed, and the version it had when the typing began (0: it was empty). */
export interface Change {
  name: string;
  value: string;
  base: number;
}

export type Saved =
  | {ok: true; saved: {name: string; version: number}[]; conflicts: DraftField[]}
  /** There is no such call any more: it was ended (`closed`) or thrown away, or never was the viewer's. */
  | {ok: false; reason: 'closed' | 'gone'};

/**
 * Keeps what was typed. A field that somebody else changed meanwhile is not written over: it comes back as a conflict, with
 * what stands there now. What one page sends follows on from what that page sent before, also when the answer was lost.
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
    return {ok: true, ...(await writeFields(tx, {viewer, address}, id, page, changes))};
  });
}

/** The same inside a transaction that holds the draft locked. */
export async function writeFields(
  tx: ISql,
  {viewer}: Asker,
  id: string,
  page: string,
  changes: Change[],
): Promise<{saved: {name: string; version: number}[]; conflicts: DraftField[]}> {
  if (changes.length === 0) return {saved: [], conflicts: []};
  const latest = [...new Map(changes.map((change) => [change.name, change])).values()];
  const kept = await tx<{name: string; version: number}[]>`
    insert into call_draft_fields as field (draft_id, partner_id, name, value, changed_by, changed_from)
    select ${id}, ${viewer.partnerId}, sent.name, sent.value, ${viewer.staffId}, ${page}
    from unnest(
      ${latest.map(({name}) => name)}::text[],
      ${latest.map(({value}) => value)}::text[],
      ${latest.map(({base}) => base)}::integer[]
    ) as sent (name, value, base)
    on conflict (draft_id, name) do update
    set
      value = excluded.value,
      version = field.version + 1,
      changed_by = excluded.changed_by,
      changed_from = excluded.changed_from,
      changed_at = clock_timestamp()
    where
      field.value <> excluded.value
      and (
        field.changed_from = excluded.changed_from
        or field.version = (${latestBases(tx, latest)} ->> field.name)::integer
      )
    returning name, version
  `;
  const written = new Set(kept.map(({name}) => name));
  const others = latest.filter(({name}) => !written.has(name));
  if (others.length === 0) return {saved: kept.map(({name, version}) => ({name, version})), conflicts: []};
  // What was not written stands there already in the same words, or somebody else has changed it.
  const standing = await listFields(
    tx,
    id,
    others.map(({name}) => name),
  );
  const isSame = (field: DraftField) => others.some(({name, value}) => name === field.name && value === field.value);
  return {
    saved: [...kept, ...standing.filter(isSame)].map(({name, version}) => ({name, version})),
    conflicts: standing.filter((field) => !isSame(field)),
  };
}

const latestBases = (tx: ISql, changes: Change[]) =>
  tx`${tx.json(Object.fromEntries(changes.map(({name, base}) => [name, base])))}::jsonb`;

export async function listFields(tx: ISql, id: string, names?: string[]): Promise<DraftField[]> {
  return tx<DraftField[]>`
    select field.name, value, field.version, changed_by as by, staff.name as by_name
    from call_draft_fields as field
    join staff on staff.id = changed_by
    where draft_id = ${id} ${names ? tx`and field.name = any(${names})` : tx``}
    order by field.name
  `;
}

/** Says whom the call is about, or that it is nobody of those we know. */
export function choosePerson(
  sql: Sql,
  {viewer, address}: Asker,
  id: string,
  personId: string | null,
): Promise<boolean> {
  return within(sql, {purpose: 'desk', viewer, address}, async (tx) => {
    // The policies of people say whether that is somebody whom the viewer may come near.
    const {count} = await tx`
      update call_drafts
      set person_id = ${personId}, changed_at = clock_timestamp()
      where
        id = ${id}
        and (${personId}::uuid is null or exists (select from people where people.id = ${personId}))
    `;
    if (count === 0) return false;
    await recordAct(tx, {action: 'call_person_chosen', personId, details: {call: id}});
    return true;
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
