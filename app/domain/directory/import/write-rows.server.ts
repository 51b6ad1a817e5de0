import type {ISql} from '../../../../db/client.ts';
import {COLUMNS, OWNERS, type Row, type Rows, type Table} from './table-columns.ts';

/** Tables whose rows say when they last changed. */
const DATED: readonly Table[] = ['organisations', 'locations', 'services'];

/** Inserts rows, or changes those that differ. A row that is the same already is not touched, so nothing is queued for it. */
export async function upsert(sql: ISql, table: Table, rows: Row[] | undefined): Promise<void> {
  if (!rows || rows.length === 0) return;
  const columns = COLUMNS[table];
  const changing = columns.filter((column) => column !== 'id' && column !== 'service_id');
  const list = (of: string) => changing.map((column) => `${of}."${column}"`).join(', ');
  const assignments = changing.map((column) => `"${column}" = excluded."${column}"`);
  if (DATED.includes(table)) assignments.push('updated_at = now()');
  await sql`
    insert into ${sql(table)} (${sql([...columns])})
    select ${sql([...columns])}
    from jsonb_populate_recordset(null::${sql(table)}, ${sql.json(rows as never)})
    on conflict (id) do update
    set ${sql.unsafe(assignments.join(', '))}
    where (${sql.unsafe(list(table))}) is distinct from (${sql.unsafe(list('excluded'))})
  `;
}

type OwnerIds = Record<'organisations' | 'locations' | 'services' | 'services_at_locations', string[]>;

/** Deletes what hung on these owners and is no longer among the rows. */
export async function deleteStale(sql: ISql, table: Table, rows: Rows, ownerIds: OwnerIds): Promise<void> {
  const kept = (rows[table] ?? []).map((row) => row.id as string);
  let owned = sql`false`;
  for (const [owner, column] of Object.entries(OWNERS[table] ?? {})) {
    owned = sql`${owned} or ${sql(column)} = any(${ownerIds[owner as keyof OwnerIds]}::uuid[])`;
  }
  await sql`delete from ${sql(table)} where (${owned}) and not (id = any(${kept}::uuid[]))`;
}

/** Terms of services, organisations and places, and needs of services. Needs that an editor set by hand stay. */
export async function writeRecognised(sql: ISql, rows: Rows, ownerIds: OwnerIds): Promise<void> {
  const serviceIds = ownerIds.services;
  const attributes = (rows.attributes ?? []) as never;
  await sql`
    delete from attributes
    where
      (
        (link_type = 'service' and link_id = any(${serviceIds}::uuid[]))
        or (link_type = 'organisation' and link_id = any(${ownerIds.organisations}::uuid[]))
        or (link_type = 'location' and link_id = any(${ownerIds.locations}::uuid[]))
      )
      and (link_id, taxonomy_term_id) not in (
        select link_id, taxonomy_term_id from jsonb_populate_recordset(null::attributes, ${sql.json(attributes)})
      )
  `;
  await sql`
    insert into attributes (id, link_type, link_id, taxonomy_term_id, rank)
    select id, link_type, link_id, taxonomy_term_id, rank
    from jsonb_populate_recordset(null::attributes, ${sql.json(attributes)})
    on conflict (link_type, link_id, taxonomy_term_id) do update
    set rank = excluded.rank
    where attributes.rank <> excluded.rank
  `;
  const needs = (rows.service_needs ?? []) as never;
  await sql`
    delete from service_needs
    where service_id = any(${serviceIds}::uuid[])
      and source <> 'editor'
      and (service_id, need_key) not in (
        select service_id, need_key from jsonb_populate_recordset(null::service_needs, ${sql.json(needs)})
      )
  `;
  await sql`
    insert into service_needs (service_id, need_key, rank, source)
    select service_id, need_key, rank, source
    from jsonb_populate_recordset(null::service_needs, ${sql.json(needs)})
    on conflict (service_id, need_key) do update
    set rank = excluded.rank, source = excluded.source
    where service_needs.source <> 'editor'
      and (service_needs.rank, service_needs.source) is distinct from (excluded.rank, excluded.source)
  `;
}
