import {LRUCache} from 'lru-cache';
import type {ISql} from '../../db/client.ts';
import type {Atlas, AtlasEntry} from '../atlas/atlas.ts';
import type {ListingCard, ListingDocument} from '../document-schema.ts';
import {coversHere} from './make-candidates.ts';
import type {SearchPlace} from '../search-schema.ts';

/** Some 2 kilobytes each. */
const MOST_KEPT = 5000;

type ReadCards = (numbers: number[], place: SearchPlace | null) => Promise<ListingCard[]>;

/**
 * Reads cards by listing number, in the order given; what is no longer listed is left out. The documents of late are kept for as long as the atlas has the
 * same entry for the listing: a change brings a new entry, and the document is read again.
 */
export function cardReader(sql: ISql, atlas: Atlas): ReadCards {
  const kept = new LRUCache<number, {entry: AtlasEntry; document: ListingDocument}>({max: MOST_KEPT});

  async function readDocuments(numbers: number[]): Promise<Map<number, ListingDocument>> {
    const documents = new Map<number, ListingDocument>();
    // As they were before reading: what is read while one changes is not kept for the new one.
    const entries = new Map(numbers.map((number) => [number, atlas.get(number)]));
    for (const [number, entry] of entries) {
      const own = kept.get(number);
      if (own && own.entry === entry) documents.set(number, own.document);
    }
    const missing = numbers.filter((number) => !documents.has(number));
    if (missing.length === 0) return documents;
    const rows = await sql<{number: number; document: ListingDocument}[]>`
      select number, document from listings where number = any(${missing}::integer[]) and is_listed
    `;
    for (const {number, document} of rows) {
      documents.set(number, document);
      const entry = entries.get(number);
      if (entry) kept.set(number, {entry, document});
    }
    return documents;
  }

  return async (numbers, place) => {
    const documents = await readDocuments(numbers);
    return numbers.flatMap((number) => {
      const document = documents.get(number);
      if (!document) return [];
      return {
        ...document,
        distanceMiles: place ? atlas.milesTo(number, place) : null,
        coversHere: coversHere(document.covers, place),
      };
    });
  };
}
