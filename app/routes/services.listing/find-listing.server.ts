import type {ISql} from '../../../db/client.ts';
import type {Config} from '../../config.server.ts';
import type {Listing} from '../../domain/directory/listing-schema.ts';
import {getListing} from '../../domain/directory/listing.server.ts';
import {siteAddress} from '../../http/secure.server.ts';
import type {ServerText} from '../../i18n/en-server.ts';

/** What the page says when there is no listing to show. */
export interface ListingMissing {
  title: string;
  says: string;
  lookAgain: string;
  ask: ServerText['results']['ask'];
}

/**
 * The listing at an address of its own.
 *
 * @throws 404 for one that never was, 410 for one that has stopped, each with what to say
 */
export async function findListing(sql: ISql, slug: string | undefined, text: ServerText): Promise<Listing> {
  const found = await getListing(sql, slug ?? '');
  if (found.ok) return found.listing;
  const isGone = found.reason === 'gone';
  const {goneTitle, gone, missingTitle, missing: never, lookAgain} = text.listingWords;
  const {ask} = text.results;
  const missing: ListingMissing = isGone
    ? {title: goneTitle, says: gone(found.name), lookAgain, ask}
    : {title: missingTitle, says: never, lookAgain, ask};
  throw Response.json(missing, {status: isGone ? 410 : 404});
}

/** The one address of a listing's page, whatever it was opened as. */
export function addressOf({slug}: Listing, config: Config, request: Request): string {
  return `${siteAddress(config, request)}/services/${slug}`;
}
