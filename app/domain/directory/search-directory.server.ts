import type {ISql} from '../../../db/client.ts';
import type {SearchAnswer, SearchRequest} from '../../../search/search-schema.ts';
import type {SearchService} from '../../../search/service.ts';
import {findPlace, type PlaceFound} from '../places/find-place.server.ts';

/** What a person asked, as understood: perhaps with a place taken out of what they typed. */
export interface DirectorySearch {
  asked: SearchRequest;
  /** Null when no place was named. */
  found: PlaceFound | null;
  answer: SearchAnswer;
}

/** Understands where, then searches. An unknown place does not stop the search: the answer is for anywhere, and `found` says so. */
export async function searchDirectory(
  {sql, search, postcodesUrl}: {sql: ISql; search: SearchService; postcodesUrl: string | null},
  asked: SearchRequest,
): Promise<DirectorySearch> {
  const found = asked.near ? await findPlace(sql, asked.near, {postcodesUrl}) : null;
  const answer = await search.search(asked, found?.ok ? found.place : null);
  return {asked, found, answer};
}
