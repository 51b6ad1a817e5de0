import {createHash} from 'node:crypto';
import type {ISql} from '../../db/client.ts';
import {cellNamesOf} from '../atlas/cells.ts';
import type {EngineDocument} from '../engines/engine.ts';
import {quality} from '../ordering/ranking.ts';
import {termsOf} from '../understanding/terms.ts';
import {readListings, tokensOf, type DirectoryListing} from './read-listings.ts';

/**
 * Makes these services' rows of `listings` anew and returns what the engine should hold of them: documents to put, numbers to remove.
 * An unchanged listing is not written, so that readers are not woken for nothing.
 */
export async function renewListings(sql: ISql, ids: string[]): Promise<{put: EngineDocument[]; remove: number[]}> {
  const listings = await readListings(sql, ids);
  const listed = new Set(listings.map(({document}) => document.id));
  const gone = ids.filter((id) => !listed.has(id));
  const put = listings.map(engineDocument);
  if (listings.length > 0) {
    await sql`
      insert into listings (
        service_id, number, is_listed, slug, name, document, document_hash, tokens, latitudes, longitudes, terms, words
      )
      select
        row."serviceId", row.number, true, row.slug, row.name, row.document, row.hash,
        array(select jsonb_array_elements_text(row.tokens)),
        array(select (point ->> 'latitude')::float8 from jsonb_array_elements(row.document -> 'points') as point),
        array(select (point ->> 'longitude')::float8 from jsonb_array_elements(row.document -> 'points') as point),
        array(select jsonb_array_elements_text(row.terms)),
        setweight(to_tsvector('english', unaccent(row.name)), 'A')
          || setweight(to_tsvector('english', unaccent(row.types)), 'B')
          || setweight(to_tsvector('english', unaccent(row.about)), 'C')
          || setweight(to_tsvector('english', unaccent(row.description)), 'D')
      from jsonb_to_recordset(${sql.json(listings.map((listing, index) => storedRow(listing, put[index]!)) as never)}) as row (
        "serviceId" uuid, number integer, slug text, name text, document jsonb, hash text, tokens jsonb, terms jsonb,
        types text, about text, description text
      )
      on conflict (service_id) do update
      set number = excluded.number, is_listed = true, slug = excluded.slug, name = excluded.name,
        document = excluded.document, document_hash = excluded.document_hash, tokens = excluded.tokens,
        latitudes = excluded.latitudes, longitudes = excluded.longitudes, terms = excluded.terms, words = excluded.words,
        changed_at = clock_timestamp()
      where listings.document_hash <> excluded.document_hash or not listings.is_listed
    `;
  }
  const removed = gone.length
    ? await sql<{number: number}[]>`
        update listings
        set is_listed = false, changed_at = clock_timestamp()
        where service_id = any(${gone}::uuid[])
        returning number
      `
    : [];
  return {put, remove: removed.map(({number}) => number)};
}

/** What the engine should hold of a listing. */
export function engineDocument({document, words}: DirectoryListing): EngineDocument {
  const content = {
    name: document.name,
    types: words.types,
    keywords: words.keywords,
    needs: words.needs,
    audiences: words.audiences,
    organisation: document.organisation ?? '',
    summary: document.summary,
    places: [
      ...new Set([
        ...document.points.flatMap((point) => [point.venue, point.town]).filter((name) => name !== null),
        ...document.coversNames,
      ]),
    ],
    description: words.description,
    tokens: tokensOf(document),
    cells: [...new Set(document.points.flatMap(cellNamesOf))],
    covers: document.covers,
    quality: quality(document),
  };
  const hash = createHash('sha256')
    .update(JSON.stringify([content, document]))
    .digest('base64url')
    .slice(0, 16);
  return {number: document.number, hash, ...content};
}

const storedRow = ({document}: DirectoryListing, engine: EngineDocument) => ({
  serviceId: document.id,
  number: document.number,
  slug: document.slug,
  name: document.name,
  document,
  hash: engine.hash,
  tokens: engine.tokens,
  terms: termsOf([
    [engine.name],
    [...engine.types, ...engine.keywords],
    [engine.summary, engine.organisation, ...engine.audiences, ...engine.needs, ...engine.places],
    [engine.description],
  ]),
  types: [...engine.types, ...engine.keywords, ...engine.needs].join(' . '),
  about: [engine.organisation, engine.summary, ...engine.audiences, ...engine.places].join(' . '),
  description: engine.description,
});
