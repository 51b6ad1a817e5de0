import type {ISql} from '../../../db/client.ts';

interface ListingAddressLine {
  slug: string;
  /** 'YYYY-MM-DD' */
  changedOn: string;
}

/** How many listings the public can see. */
export async function countListings(sql: ISql): Promise<number> {
  const [row] = await sql<{count: number}[]>`
    select count(*)::int as count
    from listings
    where is_listed
  `;
  return row?.count ?? 0;
}

/** The slugs of listings the public can see, by number, for search engines to find. */
export async function listAddresses(
  sql: ISql,
  {offset, limit}: {offset: number; limit: number},
): Promise<ListingAddressLine[]> {
  return sql<ListingAddressLine[]>`
    select slug, changed_at::date as changed_on
    from listings
    where is_listed
    order by number
    offset ${offset}
    limit ${limit}
  `;
}
