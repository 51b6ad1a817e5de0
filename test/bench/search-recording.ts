/** Runs each search once, keeping what was asked of Meilisearch on the way, so that the same can be asked again without the page. */
import {Meilisearch} from 'meilisearch';
import {findPlace} from '../../app/domain/places/find-place.server.ts';
import type {Sql} from '../../db/client.ts';
import {createSearch} from '../../search/create-search.ts';
import type {EngineDocument, SearchEngine} from '../../search/engines/engine.ts';
import {parseSearch, type SearchAnswer, type SearchPlace, type SearchRequest} from '../../search/search-schema.ts';
import type {SearchService} from '../../search/service.ts';

export interface EngineAccess {
  url: string;
  key: string;
}

/** One request to `/multi-search` and its answer. */
interface Exchange {
  body: string;
  results: {hits: {number: number}[]}[];
}

export interface RecordedSearch {
  /** As in the address of the page. */
  params: string;
  request: SearchRequest;
  place: SearchPlace | null;
  answer: SearchAnswer;
  /** What a page asks of Meilisearch for it, in order. */
  asked: string[];
}

interface RecordingSearch {
  search: SearchService;
  /** What was said since the last time this was called. */
  exchanges(): Exchange[];
}

/** The search side as the site has it, telling what it asks. `rewrite` may change a request before it is sent and told. */
export async function makeRecordingSearch(
  sql: Sql,
  access: EngineAccess,
  prefix: string,
  rewrite?: (body: string) => string,
): Promise<RecordingSearch> {
  let said: Exchange[] = [];
  const search = await createSearch({
    sql,
    engine: recordingEngine(access, prefix, (exchange) => said.push(exchange), rewrite),
    log: {info() {}, warn: (details, message) => console.warn(message, details)},
    withSync: false,
  });
  return {
    search,
    exchanges() {
      const all = said;
      said = [];
      return all;
    },
  };
}

export async function recordSearches(
  sql: Sql,
  {search, exchanges}: RecordingSearch,
  queries: string[],
): Promise<RecordedSearch[]> {
  const recorded: RecordedSearch[] = [];
  for (const params of queries) {
    const request = parseSearch(new URLSearchParams(params));
    const found = request.near ? await findPlace(sql, request.near) : null;
    if (found && !found.ok) throw new Error(`${request.near} is not a place we know`);
    const place = found?.place ?? null;
    exchanges();
    const answer = await search.search(request, place);
    if (answer.engine !== 'meilisearch') throw new Error(`Meilisearch did not answer ${params}`);
    recorded.push({params, request, place, answer, asked: exchanges().map(({body}) => body)});
  }
  return recorded;
}

function recordingEngine(
  {url, key}: EngineAccess,
  prefix: string,
  tell: (exchange: Exchange) => void,
  rewrite: (body: string) => string = (body) => body,
): SearchEngine {
  const client = new Meilisearch({
    host: url,
    apiKey: key,
    requestInit: {headers: {'accept-encoding': 'identity'}},
    httpClient: async (address, init) => {
      const isSearch = String(address).endsWith('/multi-search');
      const body = isSearch ? rewrite(String(init?.body)) : init?.body;
      // Without the site's patience: a busy machine must not change what is recorded.
      const answer = await fetch(address, {...init, signal: null, ...(body === undefined ? {} : {body})});
      const content: unknown = await answer.json();
      if (!answer.ok) throw new Error(`Meilisearch: ${JSON.stringify(content)}`);
      if (isSearch) tell({body: String(body), results: (content as Exchange).results});
      return content;
    },
  });
  return {client, listings: client.index<EngineDocument>(`${prefix}listings`), prefix, patienceMs: 60_000};
}
