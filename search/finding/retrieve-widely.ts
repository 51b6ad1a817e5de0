/** What a question finds, and when few have all its words, what has the most telling of them as well. */
import type {Atlas} from '../atlas/atlas.ts';
import {fillPage, isFiltered} from './fill-page.ts';
import type {Question, Retrieval, Retriever} from '../engines/retriever.ts';
import {findBySomeWords} from './some-words.ts';

/** When fewer than this have all of the words, those with some of them are found as well. */
const FEW_WITH_ALL_WORDS = 6;

export interface WideParts {
  retriever: Retriever;
  atlas: Atlas;
  /** Words that a word also finds. */
  others: (word: string) => string[];
}

interface Widened {
  /** The question that gave the answer, for counting its variations. */
  question: Question;
  retrieval: Retrieval;
  /** Numbers of what only fills the page. */
  fillers: Set<number>;
  /** Numbers of the hits that have all the words, as the engine was asked for them first. */
  withAllWords: Set<number>;
}

interface Answered {
  question: Question;
  retrieval: Retrieval;
}

/** Asks the engine, more widely where few listings have the words, and fills the page where it would not be full. */
export async function retrieveWidely(parts: WideParts, question: Question): Promise<Widened> {
  const answered = {question, retrieval: await parts.retriever.retrieve(question)};
  const withAllWords = hitsWithAllWords(answered.retrieval);
  return {...(await fillPage(parts, await widenBySomeWords(parts, answered))), withAllWords};
}

/** Of a question's first answer. */
export const hitsWithAllWords = ({hits}: Retrieval): Set<number> =>
  new Set(hits.flatMap(({number, textScore}) => (textScore === null ? [] : number)));

/** Asked without the filters, so that the number beside a filter is what choosing it gives. */
async function haveFewAllWords(retriever: Retriever, {question, retrieval}: Answered): Promise<boolean> {
  if (retrieval.totalByWords >= FEW_WITH_ALL_WORDS) return false;
  if (!isFiltered(question)) return true;
  const whole = await retriever.retrieve({...question, filters: {}, withFacets: false, limit: FEW_WITH_ALL_WORDS});
  return whole.totalByWords < FEW_WITH_ALL_WORDS;
}

/**
 * For a question that has its first answer: asks once more where few listings have all the words. Those with some of them are found by our own stems and other words for each, which the engine
 * does not know: 'harming' in what has 'self-harm'.
 */
export async function widenBySomeWords(
  {retriever, atlas, others}: WideParts,
  {question, retrieval}: Answered,
): Promise<Answered> {
  if (question.words.length === 0 || question.isExact || !(await haveFewAllWords(retriever, {question, retrieval}))) {
    return {question, retrieval};
  }
  const scores = findBySomeWords(atlas, question.words, others, question.scope?.bits() ?? atlas.tokens.all());
  // What the engine found by a likeness of its own (a slip of the pen) stays found.
  for (const {number, textScore} of retrieval.hits) {
    if (textScore !== null && !scores.has(number)) scores.set(number, textScore);
  }
  const wide: Question = {...question, words: [], numbers: [...scores.keys()]};
  // Nothing has any of the words, no need, no kind: an empty question would match everything.
  if (wide.numbers.length === 0 && wide.answers.length === 0) wide.numbers = [-1];
  const found = await retriever.retrieve(wide);
  for (const hit of found.hits) hit.textScore = scores.get(hit.number) ?? hit.textScore;
  return {question: wide, retrieval: found};
}
