import type {ISql} from '../db/client.ts';
import type {Atlas} from './atlas.ts';
import type {ListingCard, ListingDocument} from './document-schema.ts';
import {coversHere} from './find.ts';
import type {SearchPlace} from './search-schema.ts';

/** Cards by listing number, in the order given; what is no longer listed is left out. */
export async function readCards(
  sql: ISql,
  atlas: Atlas,
  numbers: number[],
  place: SearchPlace | null,
): Promise<ListingCard[]> {
  if (numbers.length === 0) return [];
  const rows = await sql<{number: number; document: ListingDocument}[]>`
    select number, document from listings where number = any(${numbers}::integer[]) and is_listed
  `;
  const documents = new Map(rows.map((row) => [row.number, row.document]));
  return numbers.flatMap((number) => {
    const document = documents.get(number);
    if (!document) return [];
    return {
      ...document,
      distanceMiles: place ? atlas.milesTo(number, place) : null,
      coversHere: coversHere(document.covers, place),
    };
  });
}
