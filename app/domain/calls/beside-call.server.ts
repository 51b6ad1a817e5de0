/** The directory beside a call: understands where, then asks what is near for the story and the needs. */
import type {ISql} from '../../../db/client.ts';
import type {ListingCard} from '../../../search/document-schema.ts';
import type {Filters, SearchPlace} from '../../../search/search-schema.ts';
import type {SearchService} from '../../../search/service.ts';
import type {PlaceFound} from '../places/place-found.ts';
import {findRemembered} from '../places/remember-places.server.ts';

interface Parts {
  sql: ISql;
  search: SearchService;
  places: {find(words: string): Promise<PlaceFound>};
}

interface BesideCall {
  cards: ListingCard[];
  total: number;
  /** Keys of the needs the story speaks of. */
  needs: string[];
  place: SearchPlace | null;
  /** What was typed as the place is not known. */
  isPlaceUnknown: boolean;
}

/** As many as can be read at a glance, and one figure each. */
const MOST_BESIDE = 8;

export async function besideCall(
  {search, places}: Parts,
  {story, needs, near, filters = {}}: {story: string; needs: string[]; near: string; filters?: Filters},
): Promise<BesideCall> {
  const found = near.trim() ? await findRemembered(places, near.trim().slice(0, 80)) : null;
  const place = found?.ok ? found.place : null;
  const answer = await search.beside({story, needs, place, filters}, MOST_BESIDE);
  return {...answer, place, isPlaceUnknown: found !== null && !found.ok};
}

/** Services that were given already, as cards in the order in which they were given. */
export async function givenCards(
  {sql, search}: Parts,
  ids: string[],
  place: SearchPlace | null,
): Promise<ListingCard[]> {
  if (ids.length === 0) return [];
  const rows = await sql<{id: string; number: number}[]>`
    select id, number from services where id = any(${ids}::uuid[])
  `;
  const cards = await search.cards(
    rows.map(({number}) => number),
    place,
  );
  return ids.flatMap((id) => cards.find((card) => card.id === id) ?? []);
}
