/** What a lead and a link worker write down of supervision. Who may is held by the policies of migration 0079. */
import type {ISql, Sql} from '../../../db/client.ts';
import {within} from '../../../db/within.ts';
import {onceOnly} from '../access/submissions.server.ts';
import {recordAct} from '../audit/record-act.server.ts';
import type {Sender} from '../people/staff-request.ts';
import type {SupervisionNote} from './supervision-form.ts';
import {walkerOf} from './supervision.server.ts';

type Outcome = {ok: true} | {ok: false; reason: 'gone' | 'changed'};

function once(sql: Sql, {viewer, address, submission, door}: Sender, work: (tx: ISql) => Promise<Outcome>) {
  return within(sql, {purpose: 'caseload', viewer, address}, (tx) =>
    onceOnly<Outcome>(tx, {submission, staffId: viewer.staffId, door}, () => work(tx)),
  );
}

/**
 * From now on the viewer supervises that worker, reads what was written before, and whoever did so until now reads nothing.
 * @param why said to the worker and kept
 */
export function takeOnSupervision(sql: Sql, sender: Sender, workerId: string, why: string): Promise<Outcome> {
  return once(sql, sender, async (tx) => {
    const {staffId, partnerId} = sender.viewer;
    if (!(await walkerOf(tx, sender.viewer, workerId))) return {ok: false, reason: 'gone'};
    await tx`
      insert into supervisions (worker_id, partner_id, lead_id, why)
      values (${workerId}, ${partnerId}, ${staffId}, ${why})
    `;
    await recordAct(tx, {action: 'supervision_taken_on', details: {worker: workerId}});
    return {ok: true};
  });
}

/** A new talk. `gone`: the viewer does not supervise them. */
export function addNote(sql: Sql, sender: Sender, workerId: string, note: SupervisionNote): Promise<Outcome> {
  return once(sql, sender, async (tx) => {
    const {staffId, partnerId} = sender.viewer;
    const [{may}] = await tx<[{may: boolean}]>`select supervises(${workerId}) as may`;
    if (!may) return {ok: false, reason: 'gone'};
    const [made] = await tx<[{id: string}]>`
      insert into supervision_notes (worker_id, partner_id, held_on, shared_from)
      values (${workerId}, ${partnerId}, ${note.heldOn}, ${note.isShared ? 1 : null})
      returning id
    `;
    await tx`
      insert into supervision_versions (note_id, worker_id, partner_id, number, words, by_id)
      values (${made.id}, ${workerId}, ${partnerId}, 1, ${note.words}, ${staffId})
    `;
    await addAction(tx, sender, made.id, workerId, note);
    await recordAct(tx, {
      action: 'supervision_written',
      details: {worker: workerId, note: made.id, shared: note.isShared},
    });
    return {ok: true};
  });
}

/** The same talk, written again: one more version. What was shared stays shared. */
export function changeNote(
  sql: Sql,
  sender: Sender,
  noteId: string,
  {version, ...note}: SupervisionNote & {version: number},
): Promise<Outcome> {
  return once(sql, sender, async (tx) => {
    const {staffId, partnerId} = sender.viewer;
    const [held] = await tx<{workerId: string; version: number; words: string}[]>`
      select supervision_notes.worker_id, version, words
      from supervision_notes
      join supervision_versions on note_id = supervision_notes.id and number = version
      where supervision_notes.id = ${noteId} and supervises(supervision_notes.worker_id)
      for update of supervision_notes
    `;
    if (!held) return {ok: false, reason: 'gone'};
    if (held.version !== version) return {ok: false, reason: 'changed'};
    const isRewritten = held.words !== note.words;
    const number = isRewritten ? version + 1 : version;
    if (isRewritten) {
      await tx`
        insert into supervision_versions (note_id, worker_id, partner_id, number, words, by_id)
        values (${noteId}, ${held.workerId}, ${partnerId}, ${number}, ${note.words}, ${staffId})
      `;
    }
    await tx`
      update supervision_notes
      set
        held_on = ${note.heldOn},
        version = ${number},
        shared_from = coalesce(shared_from, ${note.isShared ? number : null}::integer)
      where id = ${noteId}
    `;
    await addAction(tx, sender, noteId, held.workerId, note);
    await recordAct(tx, {
      action: 'supervision_written',
      details: {worker: held.workerId, note: noteId, version: number, shared: note.isShared},
    });
    return {ok: true};
  });
}

async function addAction(tx: ISql, {viewer}: Sender, noteId: string, workerId: string, {action}: SupervisionNote) {
  if (!action) return;
  const ownerId = action.isWorkers ? workerId : viewer.staffId;
  await tx`
    insert into supervision_actions (note_id, worker_id, partner_id, owner_id, what, due_on)
    values (${noteId}, ${workerId}, ${viewer.partnerId}, ${ownerId}, ${action.what}, ${action.dueOn})
  `;
}

/** Says that something is done. `gone`: it is not the viewer's to do, or done already. */
export function finishSupervisionAction(sql: Sql, sender: Sender, actionId: string): Promise<Outcome> {
  return once(sql, sender, async (tx) => {
    const [done] = await tx<{workerId: string}[]>`
      update supervision_actions
      set done_at = now()
      where id = ${actionId} and owner_id = ${sender.viewer.staffId} and done_at is null
      returning worker_id
    `;
    if (!done) return {ok: false, reason: 'gone'};
    await recordAct(tx, {action: 'supervision_action_done', details: {worker: done.workerId, action: actionId}});
    return {ok: true};
  });
}
