import type {ISql} from '../../../db/client.ts';
import {selectListing, type AddressRow, type ListingRow} from './listing-query.server.ts';
import type {Listing, ListingAddress, ListingFound} from './listing-schema.ts';

const OUR_LISTS = ['service-types', 'audiences', 'access', 'languages'];

/** Everything the directory has of the service with this address, or why there is nothing to show. */
export async function getListing(sql: ISql, slug: string): Promise<ListingFound> {
  const row = await selectListing(sql, slug);
  if (!row) return goneOrMissing(sql, slug);
  if (row.status === 'inactive' || row.status === 'defunct') return {ok: false, reason: 'gone', name: row.name};
  return {ok: true, listing: listingFrom(row)};
}

/** The read model keeps a headstone of what was deleted. */
async function goneOrMissing(sql: ISql, slug: string): Promise<ListingFound> {
  const [gone] = await sql<{name: string}[]>`select name from listings where slug = ${slug} limit 1`;
  return gone ? {ok: false, reason: 'gone', name: gone.name} : {ok: false, reason: 'missing'};
}

function listingFrom({status, terms, places, updatedAt, ...row}: ListingRow): Listing {
  const of = (taxonomy: string) => terms.filter((term) => term.taxonomy === taxonomy);
  return {
    ...row,
    isTemporarilyClosed: status === 'temporarily closed',
    updatedAt: updatedAt.toISOString(),
    places: places.map(({addresses: [address], ...place}) => ({
      ...place,
      address: address ? addressFrom(address) : null,
    })),
    types: of('service-types').map(({key, name}) => ({key, name})),
    audiences: of('audiences').map(({key, name}) => ({key, name})),
    otherTerms: terms.filter(({taxonomy}) => !OUR_LISTS.includes(taxonomy)).map(({list, name}) => ({list, name})),
  };
}

/** Feeds repeat the town in the first line, or the county in the region; each is said once. */
function addressFrom(row: AddressRow): ListingAddress {
  const parts = [row.attention, row.line1, row.line2, row.city, row.region ?? row.county, row.postcode];
  const lines: string[] = [];
  for (const part of parts) {
    const line = part?.trim();
    if (line && !lines.some((earlier) => earlier.toLowerCase() === line.toLowerCase())) lines.push(line);
  }
  return {lines, town: row.city, postcode: row.postcode};
}
