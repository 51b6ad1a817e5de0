/** The rows of a section of a record, whichever table they are in. */
import type {ISql} from '../../../db/client.ts';
import type {Row, Value} from './record-fields.ts';
import type {Section} from './record-sections.ts';

/** A stored row, and whose it is: of records that were merged, each keeps its own. */
export interface StoredRow extends Row {
  id: string;
  personId: string;
}

/** The rows of these people, the oldest first. */
export async function listRows(tx: ISql, section: Section, people: string[]): Promise<StoredRow[]> {
  const names = section.fields.map(({name}) => name);
  const rows = await tx<({id: string; personId: string} & Record<string, Value>)[]>`
    select id, person_id, ${tx(names)}
    from ${tx(section.table)}
    where person_id = any(${people})
    order by created_at, id
  `;
  return rows.map(({id, personId, ...values}) => ({id, personId, values}));
}

interface Saved {
  added: number;
  changed: number;
  removed: number;
  /** Whose records changed. */
  people: string[];
}

/**
 * Makes the stored rows like `wanted`: those without an id are new and `personId`'s, stored ones that are not among them
 * go, the others stay whose they are. An id that is not of these people's rows counts as new.
 */
export async function saveRows(
  tx: ISql,
  section: Section,
  wanted: Row[],
  {personId, people}: {personId: string; people: string[]},
): Promise<Saved> {
  const names = section.fields.map(({name}) => name);
  const stored = new Map((await listRows(tx, section, people)).map((row) => [row.id, row]));
  const saved: Saved = {added: 0, changed: 0, removed: 0, people: []};
  const touched = new Set<string>();
  for (const {id, values} of wanted) {
    const before = id === null ? undefined : stored.get(id);
    if (!before) {
      await tx`insert into ${tx(section.table)} ${tx({personId, ...values})}`;
      touched.add(personId);
      saved.added++;
      continue;
    }
    stored.delete(before.id);
    if (names.every((name) => (before.values[name] ?? null) === (values[name] ?? null))) continue;
    await tx`update ${tx(section.table)} set ${tx(values, names)} where id = ${before.id}`;
    touched.add(before.personId);
    saved.changed++;
  }
  for (const {id, personId: whose} of stored.values()) {
    await tx`delete from ${tx(section.table)} where id = ${id}`;
    touched.add(whose);
    saved.removed++;
  }
  saved.people = [...touched];
  return saved;
}
