import type {ISql} from '../../../../db/client.ts';
import type {SlugChooser} from './choose-slug.ts';
import {findPositions} from './find-positions.server.ts';
import {COLUMNS, OWNERS, type Row, type Rows, type Table} from './table-columns.ts';
import type {LocationBundle, ServiceRows} from './to-rows.ts';
import {deleteStale, upsert, writeRecognised} from './write-rows.server.ts';

export interface RecordToStore {
  sourceId: string;
  raw: unknown;
  rawHash: string;
  rows: ServiceRows;
}

interface StoreContext {
  feedId: string;
  slugs: SlugChooser;
  fetchedAt: Date;
}

/**
 * Stores any number of records in a few statements. Either all of them are in afterwards or, when it throws, none may
 * be kept: the caller puts a savepoint around it, and tries them one by one when the lot is refused.
 */
export async function storeRecords(sql: ISql, records: RecordToStore[], context: StoreContext): Promise<void> {
  const rows = joinRows(records);
  const idsOf = (table: Table) => (rows[table] ?? []).map((row) => row.id as string);
  await keepWhatFeedsDoNotSay(sql, rows.services ?? [], records, context.slugs);
  await linkParents(sql, 'organisations', 'parent_organisation_id', rows.organisations ?? []);
  await keepDescriptions(sql, rows.taxonomies ?? []);
  await linkParents(sql, 'taxonomy_terms', 'parent_id', rows.taxonomy_terms ?? []);
  await placeByPostcode(sql, records, rows.locations ?? []);

  for (const table of ['organisations', 'locations', 'services', 'taxonomies', 'taxonomy_terms'] as const) {
    await upsert(sql, table, rows[table]);
  }
  const ownerIds = {
    organisations: idsOf('organisations'),
    locations: idsOf('locations'),
    services: idsOf('services'),
    services_at_locations: idsOf('services_at_locations'),
  };
  for (const table of Object.keys(COLUMNS) as Table[]) {
    if (!OWNERS[table]) continue;
    await deleteStale(sql, table, rows, ownerIds);
    await upsert(sql, table, rows[table]);
  }
  await writeRecognised(sql, rows, ownerIds);
  await writeProvenance(sql, records, context);
}

/** All rows by table, each once. Of an organisation or place that several records describe, the last one counts, with all that hangs on it. */
function joinRows(records: RecordToStore[]): Rows {
  const shared = new Map<string, Rows>();
  for (const {rows} of records) {
    for (const bundle of [...(rows.organisation ? [rows.organisation] : []), ...rows.locations]) {
      shared.set(bundle.id, bundle.rows);
    }
  }
  const joined: Rows = {};
  const known = new Map<string, Row>();
  for (const part of [...shared.values(), ...records.map(({rows}) => rows.rows)]) {
    for (const [table, tableRows] of Object.entries(part) as [Table, Row[]][]) {
      for (const row of tableRows) {
        const key = `${table} ${String(row.id)}`;
        const same = row.id === undefined ? undefined : known.get(key);
        if (same && table === 'taxonomies') fillGaps(same, row);
        if (same) continue;
        known.set(key, row);
        (joined[table] ??= []).push(row);
      }
    }
  }
  return joined;
}

function fillGaps(row: Row, from: Row) {
  for (const [column, value] of Object.entries(from)) row[column] ??= value;
}

/** A list of terms that is only named now keeps what was said of it before. */
async function keepDescriptions(sql: ISql, taxonomies: Row[]) {
  if (taxonomies.length === 0) return;
  const before = await sql<Row[]>`
    select id, description, uri, version from taxonomies where id = any(${taxonomies.map((row) => row.id as string)}::uuid[])
  `;
  const byId = new Map(before.map((row) => [row.id, row]));
  for (const row of taxonomies) fillGaps(row, byId.get(row.id) ?? {});
}

/** Columns that most feeds say nothing about. There the value an editor gave stays, and a new service gets the usual one. */
const USUAL_VALUES: Row = {
  how_to_join: null,
  accepts_self_referral: null,
  accepts_professional_referral: null,
  accepts_personal_budget: false,
  accepts_direct_payment: false,
  space: 'unknown',
  space_note: null,
  open_on_bank_holidays: false,
};

interface ExistingService {
  slug: string;
  keywords: string[];
  checkedOn: string | null;
  checkedBy: string | null;
  [column: string]: unknown;
}

async function keepWhatFeedsDoNotSay(sql: ISql, services: Row[], records: RecordToStore[], slugs: SlugChooser) {
  const found = await sql<(ExistingService & {id: string; own: Row})[]>`
    select id, slug, keywords, checked_on, checked_by, to_jsonb(services) as own
    from services
    where id = any(${services.map((row) => row.id as string)}::uuid[])
  `;
  const existing = new Map(found.map((service) => [service.id, service]));
  const towns = new Map(records.map(({rows}) => [rows.id, rows.town]));
  for (const row of services) {
    const before = existing.get(row.id as string);
    row.slug = before?.slug ?? slugs.choose(row.id as string, row.name as string, towns.get(row.id as string) ?? null);
    for (const [column, usual] of Object.entries(USUAL_VALUES)) {
      // The client turns the names inside JSON into camelCase as well.
      row[column] ??= before?.own[column.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase())] ?? usual;
    }
    if ((row.keywords as string[]).length === 0) row.keywords = before?.keywords ?? [];
    // The later check counts, whoever made it.
    if (before?.checkedOn && (!row.checked_on || before.checkedOn > (row.checked_on as string))) {
      row.checked_on = before.checkedOn;
      row.checked_by = before.checkedBy;
    }
  }
}

/** A parent that was never imported cannot be pointed to. */
async function linkParents(sql: ISql, table: Table, column: string, rows: Row[]) {
  const parents = rows.flatMap((row) => (row[column] as string | null) ?? []);
  if (parents.length === 0) return;
  const found = await sql<{id: string}[]>`select id from ${sql(table)} where id = any(${parents}::uuid[])`;
  const known = new Set([...found, ...rows].map((row) => row.id as string));
  for (const row of rows) {
    const parent = row[column] as string | null;
    if (!parent || parent === row.id || !known.has(parent)) row[column] = null;
  }
}

async function placeByPostcode(sql: ISql, records: RecordToStore[], locations: Row[]) {
  const bundles = new Map<string, LocationBundle>(
    records.flatMap(({rows}) => rows.locations.map((location) => [location.id, location] as const)),
  );
  const postcodeOf = (row: Row) =>
    row.latitude === null && row.location_type === 'physical'
      ? (bundles.get(row.id as string)?.postcode ?? null)
      : null;
  const positions = await findPositions(
    sql,
    locations.flatMap((row) => postcodeOf(row) ?? []),
  );
  for (const row of locations) Object.assign(row, positions.get(postcodeOf(row) ?? ''));
}

async function writeProvenance(sql: ISql, records: RecordToStore[], {feedId, fetchedAt}: StoreContext) {
  const kept = records.map(({sourceId, raw, rawHash, rows}) => ({
    feed_id: feedId,
    source_id: sourceId,
    service_id: rows.id,
    raw,
    raw_hash: rawHash,
    fetched_at: fetchedAt.toISOString(),
  }));
  await sql`
    insert into feed_records (feed_id, source_id, service_id, raw, raw_hash, fetched_at)
    select feed_id, source_id, service_id, raw, raw_hash, fetched_at
    from jsonb_populate_recordset(null::feed_records, ${sql.json(kept as never)})
    on conflict (feed_id, source_id) do update
    set
      service_id = excluded.service_id,
      raw = excluded.raw,
      raw_hash = excluded.raw_hash,
      fetched_at = excluded.fetched_at
  `;
}
