/** How a search is put to Meilisearch, and how it answers. */
import type {MultiSearchQuery} from 'meilisearch';
import type {Atlas} from '../atlas/atlas.ts';
import type {SearchEngine} from './engine.ts';
import type {Clause} from './filter-plan.ts';
import type {Question, Scope} from './retriever.ts';

type EngineQuery = Omit<MultiSearchQuery, 'indexUid'>;

export interface EngineAnswer {
  hits: {number: number; _rankingScore?: number}[];
  totalHits: number;
  facetDistribution?: {tokens?: Record<string, number>; number?: Record<string, number>};
}

/** Asks everything in one request. @throws when the engine is gone or slow. */
export async function askEngine(engine: SearchEngine, queries: EngineQuery[]): Promise<EngineAnswer[]> {
  if (queries.length === 0) return [];
  const {results} = await engine.client.multiSearch(
    {queries: queries.map((query) => ({indexUid: engine.listings.uid, ...query}))},
    {signal: AbortSignal.timeout(engine.patienceMs)},
  );
  return results as unknown as EngineAnswer[];
}

/** In two requests, because the engine takes the queries of one after another. */
async function askSideBySide(engine: SearchEngine, queries: EngineQuery[]): Promise<EngineAnswer[]> {
  const ofRequest = (request: number) => queries.filter((_, at) => at % 2 === request);
  const [first, second] = await Promise.all([askEngine(engine, ofRequest(0)), askEngine(engine, ofRequest(1))]);
  return queries.map((_, at) => (at % 2 === 0 ? first : second)[at >> 1]!);
}

/**
 * For one search: asks a query, and what else is asked in the same moment together with it, for ways on are tried side by side. What one search has asked
 * already is not asked again: the filling of its page and its ways on look for the same words.
 */
export function askTogether(engine: SearchEngine): (query: EngineQuery) => Promise<EngineAnswer> {
  const asked = new Map<string, Promise<EngineAnswer>>();
  let together: {queries: EngineQuery[]; answers: Promise<EngineAnswer[]>} | null = null;
  const ask = async (query: EngineQuery) => {
    if (!together) {
      const queries: EngineQuery[] = [];
      const whole = Promise.resolve().then(() => {
        together = null;
        return askSideBySide(engine, queries);
      });
      together = {queries, answers: whole};
    }
    const place = together.queries.push(query) - 1;
    return (await together.answers)[place]!;
  };
  return (query) => {
    const key = JSON.stringify(query);
    const answer = asked.get(key) ?? ask(query);
    asked.set(key, answer);
    return answer;
  };
}

/** Listings with all the words, best first. Pages (rather than offset and limit) make the engine count exactly. */
export const byWords = ({words, isExact}: Pick<Question, 'words' | 'isExact'>, filter: string[], limit: number) => ({
  // In quotation marks the engine takes a word as it is.
  q: words.map((word) => (isExact ? `"${word}"` : word)).join(' '),
  filter,
  attributesToRetrieve: ['number'],
  page: 1,
  hitsPerPage: limit,
  showRankingScore: limit > 0,
  matchingStrategy: 'all' as const,
});

/** Exactly the circle, and what covers the place: see docs/decisions/0003. */
export function exactScope(scope: Scope | null): string[] {
  if (!scope) return [];
  const {cells, numbers} = scope.cover();
  return either([
    ...(cells.length > 0 ? [anyOf('cells', cells)] : []),
    ...(numbers.length > 0 ? [`number IN [${numbers.join(',')}]`] : []),
    ...(scope.areas.length > 0 ? [anyOf('covers', scope.areas)] : []),
  ]);
}

/** The circle and a little more, in few words, for when what lies outside is taken out afterwards. */
export function roughScope(scope: Scope | null, atlas: Atlas): string[] {
  if (!scope) return [];
  const cells = atlas.cells.touching(scope.circle.centre, scope.circle.miles, scope.circle.frame);
  return either([
    ...(cells.length > 0 ? [anyOf('cells', cells)] : []),
    ...(scope.areas.length > 0 ? [anyOf('covers', scope.areas)] : []),
  ]);
}

/** Nothing near and no area known: a filter that nothing passes. */
const either = (ways: string[]) => [ways.length > 0 ? ways.join(' OR ') : 'number = -1'];

export const clauseFilter = (clauses: Clause[]): string[] => clauses.map((clause) => anyOf('tokens', clause.anyOf));

/** What neither answers nor was named. */
export function notNamed({answers, numbers}: Pick<Question, 'answers' | 'numbers'>): string[] {
  return [
    ...(answers.length > 0 ? [`NOT ${anyOf('tokens', answers)}`] : []),
    ...(numbers.length > 0 ? [`NOT number IN [${numbers.join(',')}]`] : []),
  ];
}

/** Keys come from our own parsed lists, yet are quoted so that none could ever end the string. */
const anyOf = (attribute: string, values: string[]) =>
  `${attribute} IN [${values.map((value) => JSON.stringify(value)).join(',')}]`;
