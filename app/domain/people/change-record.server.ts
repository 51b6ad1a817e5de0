/** Changing a record that is open. Whoever comes second is told, and nothing is written over. */
import type {ISql, Sql} from '../../../db/client.ts';
import {within} from '../../../db/within.ts';
import {onceOnly} from '../access/submissions.server.ts';
import {recordAct} from '../audit/record-act.server.ts';
import type {AboutValues} from './about-person.ts';
import {holdOpened, listAbouts, type About} from './get-record.server.ts';
import {refreshKeys} from './person-keys.server.ts';
import type {Row} from './record-fields.ts';
import {listRows, saveRows, type StoredRow} from './record-rows.server.ts';
import type {Section} from './record-sections.ts';
import {claimVersion, listVersions, NEVER_CHANGED, type Version} from './section-versions.server.ts';
import type {Sender} from './staff-request.ts';

export interface Editor extends Sender {
  openingId: string;
}

/** `changed`: someone was quicker, and this is what stands now. `closed`: the record is not open any more. */
type Change<Now> =
  {ok: true} | {ok: false; reason: 'changed'; now: Now; latest: Version} | {ok: false; reason: 'closed'};

/** Saves the rows of one section, made from its version `seen`. */
export function changeSection(
  sql: Sql,
  editor: Editor,
  personId: string,
  section: Section,
  seen: number,
  rows: Row[],
): Promise<Change<StoredRow[]>> {
  return change(sql, editor, personId, section.key, seen, {
    now: (tx, people) => listRows(tx, section, people),
    async save(tx, people) {
      const saved = await saveRows(tx, section, rows, {personId, people});
      for (const whose of saved.people) await refreshKeys(tx, whose);
      return {added: saved.added, changed: saved.changed, removed: saved.removed};
    },
  });
}

/** Saves who someone is, made from version `seen`. @param today 'YYYY-MM-DD', the day on which an age is estimated */
export function changeAbout(
  sql: Sql,
  editor: Editor,
  personId: string,
  seen: number,
  values: AboutValues,
  today: string,
): Promise<Change<About>> {
  return change(sql, editor, personId, 'about', seen, {
    now: async (tx) => (await listAbouts(tx, [personId]))[0]!,
    async save(tx) {
      const [before] = await listAbouts(tx, [personId]);
      const fields = Object.keys(values).filter(
        (name) => before![name as keyof AboutValues] !== values[name as keyof AboutValues],
      );
      const {pronouns, ...thin} = values;
      const isSameAge = before!.estimatedAge === thin.estimatedAge;
      const estimatedOn = thin.estimatedAge === null ? null : isSameAge ? before!.estimatedOn : today;
      await tx`update people set ${tx({...thin, estimatedOn})} where id = ${personId}`;
      await tx`
        insert into person_about (person_id, pronouns) values (${personId}, ${pronouns as string | null})
        on conflict (person_id) do update set pronouns = excluded.pronouns
      `;
      await refreshKeys(tx, personId);
      return {fields};
    },
  });
}

interface Work<Now> {
  now(tx: ISql, people: string[]): Promise<Now>;
  /** Gives what the audit is told: names of fields and counts. */
  save(tx: ISql, people: string[]): Promise<Record<string, number | string[]>>;
}

function change<Now>(
  sql: Sql,
  editor: Editor,
  personId: string,
  part: string,
  seen: number,
  work: Work<Now>,
): Promise<Change<Now>> {
  const {viewer, address, openingId, submission, door} = editor;
  const {staffId} = viewer;
  return within(sql, {purpose: 'record', viewer, address, openingId}, (tx) =>
    onceOnly<Change<Now>>(tx, {submission, staffId, door}, async () => {
      const people = await holdOpened(tx, personId);
      if (!people) return {ok: false, reason: 'closed'};
      if (!(await claimVersion(tx, {personId, section: part, seen, staffId}))) {
        const latest = (await listVersions(tx, personId)).get(part) ?? NEVER_CHANGED;
        return {ok: false, reason: 'changed', now: await work.now(tx, people), latest};
      }
      const details = await work.save(tx, people);
      await recordAct(tx, {action: 'record_changed', personId, details: {part, ...details}});
      return {ok: true};
    }),
  );
}
