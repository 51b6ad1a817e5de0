/** Ways on when little or nothing was found: each with how many it would find, so that no one is sent down another dead end. */
import type {ISql} from '../db/client.ts';
import {questionFor, type FindParts} from './find.ts';
import type {Question} from './retriever.ts';
import {retrieveWidely} from './retrieve-widely.ts';
import {
  FACETS,
  isExact,
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

  const questions = ideas.map(({request}): Question => ({
    ...questionFor(request, place, understand(request.q, isExact(request)), parts),
    withFacets: false,
  }));
  const counts = await parts.retriever.count(questions);
  const better = ideas
    .map((idea, index) => ({...idea, count: counts[index]!, question: questions[index]!}))
    .filter((idea) => idea.count > total);
  // The nearest of the wider rings is enough, and of the words to leave out the one that helps most.
  const dropWord = better.filter((idea) => idea.kind === 'drop-words').sort((a, b) => b.count - a.count)[0];
  const wider = better.filter((idea) => idea.kind === 'wider').slice(0, 2);
  const kept = better.filter((idea) =>
    idea.kind === 'wider' ? wider.includes(idea) : idea.kind !== 'drop-words' || idea === dropWord,
  );
  // Where few have all the words, following the way on also finds what has some of them, and what fills the page: so many as it then shows.
  return Promise.all(
    kept.map(async ({question, ...idea}) =>
      question.words.length + question.leansTo.length === 0
        ? idea
        : {...idea, count: (await retrieveWidely(parts, {...question, limit: 20})).retrieval.total},
    ),
  );
}
