/** The directory beside a call: understands where, as it was typed or else as the story tells, then asks what is near. */
import type {ISql} from '../../../db/client.ts';
import type {ListingCard} from '../../../search/document-schema.ts';
import type {Filters, SearchPlace} from '../../../search/search-schema.ts';
import type {SearchService} from '../../../search/service.ts';
import {findToldPlace} from '../places/find-told-place.server.ts';
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
  /** Nobody typed it: the story names it. */
  isPlaceTold: boolean;
  /** What was typed as the place is not known. */
  isPlaceUnknown: boolean;
}

/** As many as can be read at a glance, and one figure each. */
const MOST_BESIDE = 8;

export async function besideCall(
  {sql, search, places}: Parts,
  {story, needs, near, filters = {}}: {story: string; needs: string[]; near: string; filters?: Filters},
): Promise<BesideCall> {
  const found = near.trim() ? await findRemembered(places, near.trim().slice(0, 80)) : null;
  // What was typed always goes before, also where it is not understood.
  const told = found ? null : await findToldPlace({sql, places}, story);
  const place = found?.ok ? found.place : told;
  const answer = await search.beside({story, needs, place, filters}, MOST_BESIDE);
  return {...answer, place, isPlaceTold: told !== null, isPlaceUnknown: found !== null && !found.ok};
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
