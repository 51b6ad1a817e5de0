import type {ISql} from '../../../../db/client.ts';

/** Ids that the feed had before and that were not seen now. Those retired earlier are not told again. */
export async function findVanished(sql: ISql, feedId: string, seen: Set<string>): Promise<string[]> {
  const rows = await sql<{sourceId: string}[]>`
    select source_id from feed_records where feed_id = ${feedId} and raw_hash <> '' order by source_id
  `;
  return rows.map((row) => row.sourceId).filter((sourceId) => !seen.has(sourceId));
}

/**
 * Makes services inactive whose record is gone. Their hash is emptied, so that a record that comes back, even word for
 * word the same, is stored again. Gives the ids of those that were still active.
 */
export async function retire(sql: ISql, feedId: string, sourceIds: string[]): Promise<string[]> {
  if (sourceIds.length === 0) return [];
  const retired = await sql<{sourceId: string}[]>`
    with gone as (
      update feed_records
      set raw_hash = ''
      where feed_id = ${feedId} and source_id = any(${sourceIds})
      returning source_id, service_id
    )
    update services
    set status = 'inactive', updated_at = now()
    from gone
    where services.id = gone.service_id and services.status in ('active', 'temporarily closed')
    returning gone.source_id
  `;
  return retired.map((row) => row.sourceId);
}

/** Places of this feed where nothing happens any more. */
export async function removeEmptyPlaces(sql: ISql, feedId: string): Promise<void> {
  await sql`
    delete from locations
    where feed_id = ${feedId}
      and not exists (select from services_at_locations at where at.location_id = locations.id)
  `;
}
