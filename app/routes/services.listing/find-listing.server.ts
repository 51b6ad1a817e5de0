import type {ISql} from '../../../db/client.ts';
import type {Config} from '../../config.server.ts';
import type {Listing} from '../../domain/directory/listing-schema.ts';
import {getListing} from '../../domain/directory/listing.server.ts';
import {siteAddress} from '../../http/secure.server.ts';
import type {ServerText} from '../../i18n/en-server.ts';

/** What the page says when there is no listing to show. */
export interface ListingMissing {
  title: string;
  /** Of one that has stopped: its name. */
  name: string | null;
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
  const missing: ListingMissing = {
    title: isGone ? text.listing.goneTitle : text.listing.missingTitle,
    name: isGone ? found.name : null,
  };
  throw Response.json(missing, {status: isGone ? 410 : 404});
}

/** The one address of a listing's page, whatever it was opened as. */
export function addressOf({slug}: Listing, config: Config, request: Request): string {
  return `${siteAddress(config, request)}/services/${slug}`;
}
