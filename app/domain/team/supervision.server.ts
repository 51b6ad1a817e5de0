/**
 * Supervision: private between a link worker and the one lead who supervises them. Who reads what is held by the policies
 * of migration 0079; what is shared with the worker stays shared, from the version on with which it was.
 */
import type {ISql, Sql} from '../../../db/client.ts';
import {within} from '../../../db/within.ts';
import {recordAct} from '../audit/record-act.server.ts';
import type {CalendarDate} from '../dates/calendar-date.ts';
import type {Asker} from '../people/staff-request.ts';

interface NoteVersion {
  number: number;
  words: string;
  at: Date;
  byName: string;
}

interface SupervisionAction {
  id: string;
  what: string;
  dueOn: CalendarDate;
  ownerName: string;
  isOwn: boolean;
  doneAt: Date | null;
}

/** Something to do that came of a talk. */
export interface SupervisionDue {
  id: string;
  what: string;
  dueOn: CalendarDate;
}

export interface Note {
  id: string;
  heldOn: CalendarDate;
  version: number;
  isShared: boolean;
  /** The newest first. */
  versions: NoteVersion[];
  actions: SupervisionAction[];
}

interface Supervisor {
  id: string;
  name: string;
  since: Date;
}

interface SupervisionPage {
  worker: {id: string; name: string};
  supervisor: Supervisor | null;
  /** Whether it is the viewer: they alone read and write notes. */
  isSupervisor: boolean;
  notes: Note[];
  /** How many talks are kept back for shortness. */
  older: number;
}

const MOST_NOTES = 30;

/** A worker of the viewer's provider, as whoever leads there sees their supervision. Null for nobody. */
export function getSupervision(sql: Sql, {viewer, address}: Asker, workerId: string): Promise<SupervisionPage | null> {
  return within(sql, {purpose: 'caseload', viewer, address}, async (tx) => {
    const worker = await walkerOf(tx, viewer, workerId);
    return worker && readSupervision(tx, viewer, worker);
  });
}

/** What the viewer's own supervisor shared with them, and all they said they would do, as anybody's supervisor too. */
export function getOwnSupervision(
  sql: Sql,
  {viewer, address}: Asker,
): Promise<SupervisionPage & {due: SupervisionDue[]}> {
  return within(sql, {purpose: 'caseload', viewer, address}, async (tx) => {
    const [self] = await tx<[{id: string; name: string}]>`select id, name from staff where id = ${viewer.staffId}`;
    const due = await listSupervisionDue(tx, viewer, null, MOST_NOTES);
    return {...(await readSupervision(tx, viewer, self)), due};
  });
}

async function readSupervision(
  tx: ISql,
  viewer: Asker['viewer'],
  worker: {id: string; name: string},
): Promise<SupervisionPage> {
  const [supervisor] = await tx<Supervisor[]>`
    select staff.id, staff.name, began_at as since
    from supervisions
    join staff on staff.id = lead_id
    where worker_id = ${worker.id}
    order by began_at desc, supervisions.id desc
    limit 1
  `;
  const [{count}] = await tx<[{count: number}]>`select count(*) from supervision_notes where worker_id = ${worker.id}`;
  const notes = await tx<Omit<Note, 'versions' | 'actions'>[]>`
    select id, held_on, version, shared_from is not null as is_shared
    from supervision_notes
    where worker_id = ${worker.id}
    order by held_on desc, made_at desc, id
    limit ${MOST_NOTES}
  `;
  const ids = notes.map(({id}) => id);
  const versions = await tx<(NoteVersion & {noteId: string})[]>`
    select note_id, number, words, at, staff.name as by_name
    from supervision_versions
    join staff on staff.id = by_id
    where note_id = any(${ids})
    order by number desc
  `;
  const actions = await tx<(SupervisionAction & {noteId: string})[]>`
    select
      supervision_actions.id, note_id, what, due_on, staff.name as owner_name, owner_id = ${viewer.staffId} as is_own, done_at
    from supervision_actions
    join staff on staff.id = owner_id
    where note_id = any(${ids})
    order by due_on, made_at
  `;
  await recordAct(tx, {action: 'supervision_viewed', details: {worker: worker.id, notes: notes.length}});
  return {
    worker,
    supervisor: supervisor ?? null,
    isSupervisor: supervisor?.id === viewer.staffId,
    notes: notes.map((note) => ({
      ...note,
      versions: versions.filter(({noteId}) => noteId === note.id),
      actions: actions.filter(({noteId}) => noteId === note.id),
    })),
    older: count - notes.length,
  };
}

/** A link worker of the viewer's provider whom the viewer could supervise, or null. */
export async function walkerOf(tx: ISql, {partnerId, staffId}: Asker['viewer'], workerId: string) {
  const [worker] = await tx<{id: string; name: string}[]>`
    select id, name
    from staff
    where
      id = ${workerId}
      and id <> ${staffId}
      and partner_id = ${partnerId}
      and disabled_at is null
      and exists (select from staff_roles where staff_id = staff.id and role = 'link_worker')
  `;
  return worker ?? null;
}

/**
 * What the viewer said they would do, and has not, the earliest first. Runs inside `caseload`.
 * @param until due by that day; null: whenever it is due
 */
export async function listSupervisionDue(
  tx: ISql,
  {staffId}: Asker['viewer'],
  until: CalendarDate | null,
  most: number,
): Promise<SupervisionDue[]> {
  return tx<SupervisionDue[]>`
    select id, what, due_on
    from supervision_actions
    where owner_id = ${staffId} and done_at is null ${until === null ? tx`` : tx`and due_on <= ${until}`}
    order by due_on, made_at, id
    limit ${most}
  `;
}
