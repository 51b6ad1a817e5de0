/**
 * What fills a page that would not be full: listings of needs and kinds that the words lean to without being sure. 'Dancing' finds the dances, and behind them what
 * else there is with music. Somebody who finds little looks further down, and whoever finds enough sees none of it.
 */
import type {Atlas} from '../atlas/atlas.ts';
import {countOf, intersect, unite} from '../atlas/bits.ts';
import type {Question, Retrieval, Retriever} from '../engines/retriever.ts';
import {PAGE_SIZE} from '../search-schema.ts';
import type {Leaning, Recognised} from '../understanding/understood.ts';
import {WEIGHTS} from '../ordering/weights.ts';

/** A need or kind with this share of what the likeliest has is leant to. */
const LEAST_SHARE = {needs: 0.6, types: 0.3};
/** The same for a need that speaks for a kind that answers it. */
const SPEAKS_FOR_KIND = 0.2;
/** Filling stops short of what would make more than this of it. */
const MOST = 60;

/** Kinds of service that usually answer a need. */
type UsualKinds = Map<string, Set<string>>;

/**
 * What is leant to, as topics far less sure than what was meant. A kind counts only when it answers a need that is leant to as well: one word alone ('cut' in
 * 'cut my toenails') is no reason to show gardeners.
 */
export function leaningTopics(
  {needs, types}: Leaning,
  usualKinds: UsualKinds,
): {needs: Recognised[]; types: Recognised[]} {
  const leant = (shares: Map<string, number>, least: number) =>
    [...shares]
      .filter(([, share]) => share >= least)
      .map(([key, share]) => ({key, confidence: share * WEIGHTS.filler, standsFor: new Map<string, number>()}));
  const ofKinds = leant(types, LEAST_SHARE.types);
  return {
    needs: leant(needs, LEAST_SHARE.needs),
    types: ofKinds.filter(({key}) =>
      [...needs].some(([need, share]) => share >= SPEAKS_FOR_KIND && usualKinds.get(need)?.has(key)),
    ),
  };
}

/** Their tokens, less those asked for anyway, the surest first. */
export function leaningTokens(leaning: Leaning, usualKinds: UsualKinds, asked: string[]): string[] {
  const {needs, types} = leaningTopics(leaning, usualKinds);
  return [
    ...needs.map(({key, confidence}) => ({token: `need:${key}`, confidence})),
    ...types.map(({key, confidence}) => ({token: `type:${key}`, confidence})),
  ]
    .filter(({token}) => !asked.includes(token))
    .sort((a, b) => b.confidence - a.confidence)
    .map(({token}) => token);
}

/**
 * Whether a page is full is asked without its filters, so that the number beside a filter is what choosing it gives.
 * Where nothing is found that is said, and nothing put in its place. What was found is named by number from here on, and the engine is not asked for the words again.
 */
export async function fillPage(
  {retriever, atlas}: {retriever: Retriever; atlas: Atlas},
  {question, retrieval}: {question: Question; retrieval: Retrieval},
): Promise<{question: Question; retrieval: Retrieval; fillers: Set<number>}> {
  const asIs = {question, retrieval, fillers: new Set<number>()};
  if (question.leansTo.length === 0 || retrieval.total >= PAGE_SIZE) return asIs;
  const whole = isFiltered(question)
    ? await retriever.retrieve({...question, filters: {}, withFacets: false, limit: PAGE_SIZE})
    : retrieval;
  if (whole.total === 0 || whole.total >= PAGE_SIZE) return asIs;
  const found = whole.hits.map(({number}) => number);
  const fillWith = fitting(atlas, question, found);
  if (fillWith.length === 0) return asIs;
  const filled: Question = {
    ...question,
    words: [],
    answers: [...question.answers, ...fillWith],
    numbers: [...question.numbers, ...found],
  };
  const filledRetrieval = await retriever.retrieve(filled);
  const scores = new Map(retrieval.hits.map(({number, textScore}) => [number, textScore]));
  for (const hit of filledRetrieval.hits) hit.textScore = scores.get(hit.number) ?? hit.textScore;
  const known = new Set(found);
  const fillers = filledRetrieval.hits.map(({number}) => number).filter((number) => !known.has(number));
  return {question: filled, retrieval: filledRetrieval, fillers: new Set(fillers)};
}

/** A filter that was taken away may stand there with nothing in it. */
export const isFiltered = ({filters}: Pick<Question, 'filters'>): boolean =>
  Object.values(filters).some((values) => values?.length);

/** The surest of what is leant to, each only while all together stays within `MOST`. */
function fitting(atlas: Atlas, {leansTo, scope}: Question, found: number[]): string[] {
  const {tokens} = atlas;
  let all = tokens.these(found);
  return leansTo.filter((token) => {
    const more = tokens.anyOf([token]);
    const united = unite(scope ? intersect(more, scope.bits()) : more, all);
    if (countOf(united) > MOST) return false;
    all = united;
    return true;
  });
}
