import type {MultiSearchQuery} from 'meilisearch';
import type {SearchEngine} from './engine.ts';
import {clausesOf, countQuestions, readCounts, TOTAL, type Clause, type CountQuestion} from './filter-plan.ts';
import type {Hit, Question, Retrieval, Retriever, Scope} from './retriever.ts';

/** Longer than this and the PostgreSQL fallback answers instead. */
export const ENGINE_PATIENCE_MS = 800;

/** One way of matching. Strands of a question never overlap, so their counts add up. */
interface Strand {
  q: string;
  conditions: string[];
}

export function meiliRetriever(engine: SearchEngine): Retriever {
  const uid = engine.listings.uid;

  async function ask(queries: Omit<MultiSearchQuery, 'indexUid'>[]) {
    if (queries.length === 0) return [];
    const {results} = await engine.client.multiSearch(
      {queries: queries.map((query) => ({indexUid: uid, ...query}))},
      {signal: AbortSignal.timeout(ENGINE_PATIENCE_MS)},
    );
    return results as unknown as {
      hits: {number: number; _rankingScore?: number}[];
      totalHits: number;
      facetDistribution?: {tokens?: Record<string, number>};
    }[];
  }

  const query = (question: Question, strand: Strand, clauses: Clause[], limit: number) => ({
    q: strand.q,
    filter: [
      ...strand.conditions,
      ...clauses.map((clause) => anyOf('tokens', clause.anyOf)),
      ...scopeFilter(question.scope),
    ],
    attributesToRetrieve: ['number'],
    // Pages (rather than offset and limit) make the engine count exactly.
    page: 1,
    hitsPerPage: limit,
    showRankingScore: strand.q !== '',
    matchingStrategy: 'all' as const,
  });

  return {
    name: 'meilisearch',

    async retrieve(question) {
      const strands = strandsOf(question);
      const counts: CountQuestion[] = question.withFacets
        ? countQuestions(question.filters)
        : [{clauses: clausesOf(question.filters), facets: []}];
      const queries = strands.flatMap((strand) =>
        counts.map((count, index) => ({
          ...query(question, strand, count.clauses, index === 0 ? question.limit : 0),
          ...(count.facets.length > 0 ? {facets: ['tokens']} : {}),
        })),
      );
      const both = bothWays(question);
      if (both) queries.push(query(question, both, counts[0]!.clauses, question.limit));
      const results = await ask(queries);

      const retrieval: Retrieval = {hits: [], total: 0, totalByWords: both ? results.at(-1)!.totalHits : 0, facets: {}};
      const scores = new Map(
        both ? results.at(-1)!.hits.map((hit) => [hit.number, hit._rankingScore ?? null] as const) : [],
      );
      counts.forEach((count, index) => {
        const merged: Record<string, number> = {};
        strands.forEach((strand, strandIndex) => {
          const result = results[strandIndex * counts.length + index]!;
          merged[TOTAL] = (merged[TOTAL] ?? 0) + result.totalHits;
          for (const [token, number] of Object.entries(result.facetDistribution?.tokens ?? {})) {
            merged[token] = (merged[token] ?? 0) + number;
          }
          if (index === 0) {
            if (strand.q) retrieval.totalByWords += result.totalHits;
            retrieval.hits.push(
              ...result.hits.map((hit): Hit => ({
                number: hit.number,
                textScore: strand.q ? (hit._rankingScore ?? null) : (scores.get(hit.number) ?? null),
              })),
            );
          }
        });
        if (index === 0) retrieval.total = merged[TOTAL] ?? 0;
        readCounts(count, merged, retrieval.facets);
      });
      return retrieval;
    },

    async retrieveEach(words, scope, limit) {
      const results = await ask(
        words.map((word) => ({
          q: word,
          filter: scopeFilter(scope),
          attributesToRetrieve: ['number'],
          page: 1,
          hitsPerPage: limit,
          showRankingScore: true,
        })),
      );
      return results.map((result) => ({
        total: result.totalHits,
        hits: result.hits.map((hit) => ({number: hit.number, textScore: hit._rankingScore ?? null})),
      }));
    },

    async count(questions) {
      const strands = questions.map(strandsOf);
      const results = await ask(
        questions.flatMap((question, index) =>
          strands[index]!.map((strand) => query(question, strand, clausesOf(question.filters), 0)),
        ),
      );
      return strands.map((own) => results.splice(0, own.length).reduce((total, result) => total + result.totalHits, 0));
    },

    async numbers(question) {
      const results = await ask(
        strandsOf(question).map((strand) => ({
          ...query(question, strand, clausesOf(question.filters), 2_000_000),
          showRankingScore: false,
        })),
      );
      return results.flatMap((result) => result.hits.map((hit) => hit.number));
    },

    async startingWith(words, limit) {
      const [result] = await ask([
        {
          q: words,
          attributesToRetrieve: ['number'],
          attributesToSearchOn: ['name', 'types'],
          matchingStrategy: 'all',
          page: 1,
          hitsPerPage: limit,
        },
      ]);
      return result!.hits.map((hit) => hit.number);
    },
  };
}

/** First what answers or was named, then by words what does not and was not. */
function strandsOf({words, isExact, answers, numbers}: Question): Strand[] {
  const q = asQuery(words, isExact);
  const named = namedFilter(answers, numbers);
  if (!named) return [{q, conditions: []}];
  return [{q: '', conditions: [named]}, ...(q ? [{q, conditions: [`NOT (${named})`]}] : [])];
}

/** Those that match both ways: asked only for the score of their words. */
function bothWays({words, isExact, answers, numbers}: Question): Strand | null {
  const named = namedFilter(answers, numbers);
  return named && words.length > 0 ? {q: asQuery(words, isExact), conditions: [named]} : null;
}

/** In quotation marks the engine takes a word as it is. */
const asQuery = (words: string[], isExact: boolean) => words.map((word) => (isExact ? `"${word}"` : word)).join(' ');

function namedFilter(answers: string[], numbers: number[]): string | null {
  const ways = [
    ...(answers.length > 0 ? [anyOf('tokens', answers)] : []),
    ...(numbers.length > 0 ? [`number IN [${numbers.join(',')}]`] : []),
  ];
  return ways.length > 0 ? ways.join(' OR ') : null;
}

function scopeFilter(scope: Scope | null): string[] {
  if (!scope) return [];
  const {cover, areas} = scope;
  const ways = [
    ...(cover.cells.length > 0 ? [anyOf('cells', cover.cells)] : []),
    ...(cover.numbers.length > 0 ? [`number IN [${cover.numbers.join(',')}]`] : []),
    ...(areas.length > 0 ? [anyOf('covers', areas)] : []),
  ];
  // Nothing near and no area known: a filter that nothing passes.
  return [ways.length > 0 ? `(${ways.join(' OR ')})` : 'number = -1'];
}

/** Keys come from our own parsed lists, yet are quoted so that none could ever end the string. */
const anyOf = (attribute: string, values: string[]) =>
  `${attribute} IN [${values.map((value) => JSON.stringify(value)).join(',')}]`;
