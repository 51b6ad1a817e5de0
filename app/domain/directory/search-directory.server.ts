import type {ISql} from '../../../db/client.ts';
import type {SearchAnswer, SearchRequest} from '../../../search/search-schema.ts';
import type {SearchService} from '../../../search/service.ts';
import type {PlaceFound} from '../places/place-found.ts';
import {findRemembered} from '../places/remember-places.server.ts';
import {splitWhere} from '../places/split-where.server.ts';

/** What a person asked, as understood: perhaps with a place taken out of the words for what. */
interface DirectorySearch {
  asked: SearchRequest;
  /** Null when no place was named. */
  found: PlaceFound | null;
  answer: SearchAnswer;
}

interface Parts {
  sql: ISql;
  search: SearchService;
  places: {find(words: string): Promise<PlaceFound>};
}

/** Understands where, then searches. What no person asked for (`isCounted` false) is not noted as a search. */
export async function searchDirectory(parts: Parts, typed: SearchRequest, isCounted = true): Promise<DirectorySearch> {
  const {asked, found} = await understandWhere(parts, typed);
  const answer = await parts.search.search(asked, found?.ok ? found.place : null, isCounted);
  return {asked, found, answer};
}

/**
 * Understands where. 'Walking group in Ascot' typed into the box for what is a walking group near Ascot. An unknown
 * place does not stop the search: the answer is for anywhere, and `found` says so.
 */
export async function understandWhere(
  {sql, places}: Pick<Parts, 'sql' | 'places'>,
  typed: SearchRequest,
): Promise<Pick<DirectorySearch, 'asked' | 'found'>> {
  const split = typed.q && !typed.near ? await splitWhere(sql, typed.q) : null;
  const asked = split ? {...typed, q: split.what, near: split.where} : typed;
  return {asked, found: asked.near ? await findRemembered(places, asked.near) : null};
}
