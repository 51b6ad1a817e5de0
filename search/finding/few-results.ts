/**
 * Ways on when little or nothing was found of what was asked for, however much stands beside it: each with how many it would find of that, so that no one is
 * sent down another dead end.
 */
import type {ISql} from '../../db/client.ts';
import {othersAmong} from './asked-for.ts';
import {questionFor, WINDOW, type FindParts} from './find.ts';
import {frameOf} from '../atlas/frame.ts';
import type {Question, Retrieval} from '../engines/retriever.ts';
import {hitsWithAllWords, widenBySomeWords} from './retrieve-widely.ts';
import {
  FACETS,
  isExact,
  WITHIN_MILES,
  type SearchPlace,
  type SearchRequest,
  type SearchSuggestion,
} from '../search-schema.ts';
import {correctWords} from '../index/spelling.ts';
import type {Understand} from '../understanding/understand.ts';

type Idea = Omit<SearchSuggestion, 'count'>;

export async function suggestMore(
  {sql, understand, ...parts}: Omit<FindParts, 'today'> & {sql: ISql; understand: Understand},
  request: SearchRequest,
  place: SearchPlace | null,
  matches: number,
): Promise<SearchSuggestion[]> {
  const first = {...request, page: 1};
  const understood = understand(request.q, isExact(request));
  const ideas: Idea[] = [];

  const {within: asked} = request;
  if (place && (asked !== null || frameOf(request))) {
    const wider = WITHIN_MILES.filter((miles) => asked !== null && miles > asked).filter((_, index) => index % 2 === 0);
    ideas.push(
      ...[...wider, null].map((within) => ({kind: 'wider' as const, request: {...first, within, frame: null}})),
    );
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
  if (matches === 0) ideas.push({kind: 'everything', request: {...first, q: '', filters: {}}});

  const tryOut = async (idea: Idea) => {
    const understood = understand(idea.request.q, isExact(idea.request));
    const asked = questionFor(idea.request, place, understood, parts);
    const question: Question = {...asked, withFacets: false, limit: WINDOW};
    const retrieval = await parts.retriever.retrieve(question);
    const withAllWords = hitsWithAllWords(retrieval);
    const countIn = (found: Retrieval) =>
      found.total - othersAmong(parts, question, {retrieval: found, withAllWords}).size;
    return {...idea, count: countIn(retrieval), question, retrieval, countIn};
  };
  const trySpelling = async () => {
    const detail = (await correctWords(sql, understood.words)).join(' ');
    if (detail === understood.words.join(' ')) return [];
    return [await tryOut({kind: 'spelling', request: {...first, q: detail}, detail})];
  };
  // The widest ring first: what has the words anywhere need not be asked for again ring by ring.
  const trying = ideas.toReversed().map(tryOut).reverse();
  const [spelling, tried] = await Promise.all([trySpelling(), Promise.all(trying)]);
  const better = [...spelling, ...tried].filter((idea) => idea.count > matches);
  // The nearest of the wider rings is enough, and of the words to leave out the one that helps most.
  const dropWord = better.filter((idea) => idea.kind === 'drop-words').sort((a, b) => b.count - a.count)[0];
  const wider = better.filter((idea) => idea.kind === 'wider').slice(0, 2);
  const kept = better.filter((idea) =>
    idea.kind === 'wider' ? wider.includes(idea) : idea.kind !== 'drop-words' || idea === dropWord,
  );
  // Where few have all the words, following the way on also finds what has most of them: so many as it then says.
  return Promise.all(
    kept.map(async ({question, retrieval, countIn, ...idea}) => {
      const wide = await widenBySomeWords(parts, {question, retrieval});
      return {...idea, count: countIn(wide.retrieval)};
    }),
  );
}
