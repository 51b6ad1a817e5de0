/**
 * Fields that are being typed, in a call, its correction, a plan or the note of a contact: each with its version, so that nothing is lost with a
 * browser, a network or a server, and so that two people in one draft never write over each other unseen.
 */
import type {ISql} from '../../../db/client.ts';
import type {Asker} from '../people/staff-request.ts';

/** Where the fields of a draft stand. The tables have the same columns. */
export type FieldsTable =
  'call_draft_fields' | 'plan_draft_fields' | 'contact_draft_fields' | 'correction_draft_fields';

/** A field as it stands on the server. */
export interface DraftField {
  name: string;
  value: string;
  version: number;
  /** Who typed it last. */
  by: string;
  byName: string;
}

/** A field that stands on the server in a later version than the page knows. */
export interface LaterField extends DraftField {
  /** It was typed in this very page, and an older sending of it came late. */
  isOwn: boolean;
}

/** One field as a page sends it: what is typed, and the version it had when the typing began (0: it was empty). */
export interface Change {
  name: string;
  value: string;
  base: number;
}

/** A field in which other words stand than the viewer typed. */
export interface DraftConflict extends DraftField {
  /** Those are theirs too: typed in another window. */
  isYou: boolean;
}

export interface Written {
  saved: {name: string; version: number}[];
  conflicts: DraftConflict[];
}

/**
 * Keeps what was typed, inside a transaction that holds the draft. A field that somebody else changed meanwhile is not
 * written over: it comes back as a conflict, with what stands there now. What one page sends follows on from what that page
 * sent before, also when the answer was lost.
 * @param page the id that an open page gave itself
 */
export async function writeFields(
  tx: ISql,
  table: FieldsTable,
  {viewer}: Asker,
  id: string,
  page: string,
  changes: Change[],
): Promise<Written> {
  if (changes.length === 0) return {saved: [], conflicts: []};
  const latest = [...new Map(changes.map((change) => [change.name, change])).values()];
  const kept = await tx<{name: string; version: number}[]>`
    insert into ${tx(table)} as field (draft_id, partner_id, name, value, changed_by, changed_from)
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
    table,
    id,
    others.map(({name}) => name),
  );
  const isSame = (field: DraftField) => others.some(({name, value}) => name === field.name && value === field.value);
  return {
    saved: [...kept, ...standing.filter(isSame)].map(({name, version}) => ({name, version})),
    conflicts: standing
      .filter((field) => !isSame(field))
      .map((field) => ({...field, isYou: field.by === viewer.staffId})),
  };
}

const latestBases = (tx: ISql, changes: Change[]) =>
  tx`${tx.json(Object.fromEntries(changes.map(({name, base}) => [name, base])))}::jsonb`;

export async function listFields(tx: ISql, table: FieldsTable, id: string, names?: string[]): Promise<DraftField[]> {
  return tx<DraftField[]>`
    select field.name, value, field.version, changed_by as by, staff.name as by_name
    from ${tx(table)} as field
    join staff on staff.id = changed_by
    where draft_id = ${id} ${names ? tx`and field.name = any(${names})` : tx``}
    order by field.name
  `;
}

/**
 * What has changed since a page last heard.
 * @param known the version of each field that the page has
 */
export async function laterFields(
  tx: ISql,
  table: FieldsTable,
  id: string,
  page: string,
  known: Record<string, number>,
): Promise<LaterField[]> {
  return tx<LaterField[]>`
    select
      field.name,
      value,
      field.version,
      changed_by as by,
      staff.name as by_name,
      changed_from = ${page} as is_own
    from ${tx(table)} as field
    join staff on staff.id = changed_by
    where draft_id = ${id} and field.version > coalesce((${tx.json(known)}::jsonb ->> field.name)::integer, 0)
  `;
}

/** How long after somebody was last heard of they count as no longer there. */
const PRESENT_SECONDS = 40;

export interface Present {
  staffId: string;
  name: string;
  /** The field they are in, or null. */
  field: string | null;
}

/** Who else has a draft open. */
export async function othersPresent(
  tx: ISql,
  table: 'call_presence' | 'plan_presence',
  {viewer}: Asker,
  id: string,
): Promise<Present[]> {
  return tx<Present[]>`
    select staff_id, staff.name, field
    from ${tx(table)}
    join staff on staff.id = staff_id
    where
      draft_id = ${id}
      and staff_id <> ${viewer.staffId}
      and seen_at > now() - make_interval(secs => ${PRESENT_SECONDS})
    order by staff.name
  `;
}
