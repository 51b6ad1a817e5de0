/** Ways on when little or nothing was found: each with how many it would find, so that no one is sent down another dead end. */
import type {ISql} from '../db/client.ts';
import {questionFor, type FindParts} from './find.ts';
import type {Question} from './retriever.ts';
import {widen} from './retrieve-widely.ts';
import {
  FACETS,
  isExact,
  PAGE_SIZE,
  WITHIN_MILES,
  type SearchPlace,
  type SearchRequest,
  type SearchSuggestion,
} from './search-schema.ts';
import {correctWords} from './spelling.ts';
import type {Understand} from './understand.ts';

/** Ways on are offered at or below this many results. */
export const FEW_RESULTS = 3;

export async function suggestMore(
  {sql, understand, ...parts}: Omit<FindParts, 'today'> & {sql: ISql; understand: Understand},
  request: SearchRequest,
  place: SearchPlace | null,
  total: number,
): Promise<SearchSuggestion[]> {
  const first = {...request, page: 1};
  const understood = understand(request.q, isExact(request));
  const ideas: Omit<SearchSuggestion, 'count'>[] = [];

  const corrected = await correctWords(sql, understood.words);
  if (corrected.join(' ') !== understood.words.join(' ')) {
    const detail = corrected.join(' ');
    ideas.push({kind: 'spelling', request: {...first, q: detail}, detail});
  }
  if (place && request.within !== null) {
    const wider = WITHIN_MILES.filter((miles) => miles > request.within!).filter((_, index) => index % 2 === 0);
    ideas.push(...[...wider, null].map((within) => ({kind: 'wider' as const, request: {...first, within}})));
  }
  for (const {facet} of FACETS) {
    if (!request.filters[facet]?.length) continue;
    ideas.push({
      kind: 'drop-filter',
      request: {...first, filters: {...request.filters, [facet]: undefined}},
      detail: facet,
    });
  }
  if (understood.words.length > 1) {
    ideas.push(
      ...understood.words.slice(0, 4).map((word) => ({
        kind: 'drop-words' as const,
        request: {...first, q: understood.words.filter((other) => other !== word).join(' ')},
        detail: word,
      })),
    );
  }
  const need = understood.needs[0];
  if (need && !request.filters.need?.includes(need.key)) {
    ideas.push({kind: 'need', request: {...first, q: '', filters: {need: [need.key]}}, detail: need.key});
  }

  const tried = await Promise.all(
    ideas.map(async (idea) => {
      const understood = understand(idea.request.q, isExact(idea.request));
      const question: Question = {
        ...questionFor(idea.request, place, understood, parts),
        withFacets: false,
        limit: PAGE_SIZE,
      };
      const retrieval = await parts.retriever.retrieve(question);
      return {...idea, count: retrieval.total, question, retrieval};
    }),
  );
  const better = tried.filter((idea) => idea.count > total);
  // The nearest of the wider rings is enough, and of the words to leave out the one that helps most.
  const dropWord = better.filter((idea) => idea.kind === 'drop-words').sort((a, b) => b.count - a.count)[0];
  const wider = better.filter((idea) => idea.kind === 'wider').slice(0, 2);
  const kept = better.filter((idea) =>
    idea.kind === 'wider' ? wider.includes(idea) : idea.kind !== 'drop-words' || idea === dropWord,
  );
  // Where few have all the words, following the way on also finds what has some of them, and what fills the page: so many as it then shows.
  return Promise.all(
    kept.map(async ({question, retrieval, ...idea}) => ({
      ...idea,
      count: (await widen(parts, {question, retrieval})).retrieval.total,
    })),
  );
}
