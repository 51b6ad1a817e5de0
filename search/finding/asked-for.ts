/**
 * Tells what was asked for from what stands beside it and may help all the same, so that a page which shows much of the one and little of the other does not look
 * as if there were plenty. Nothing is hidden by it.
 */
import type {Atlas} from '../atlas/atlas.ts';
import type {Question, Retrieval} from '../engines/retriever.ts';
import {makeShareOfWords} from '../understanding/terms.ts';
import {stemOf} from '../understanding/words.ts';

/** A listing whose words weigh at least this share of all that were asked for has what was asked for. */
const MOST_OF_WORDS = 0.6;

export interface AskedForParts {
  atlas: Atlas;
  /** Words that a word also finds. */
  others: (word: string) => string[];
  /** Needs that are for something to do, with the stems of their names. */
  pastimes: Map<string, Set<string>>;
}

interface FoundFor {
  retrieval: Retrieval;
  /** Numbers of what only fills the page. */
  fillers?: Set<number>;
  /** Numbers of what the engine says has all the words. */
  withAllWords: Set<number>;
}

/**
 * Numbers of those found that are not what was asked for: they only fill the page, or have too few of the words and answer nothing that was meant. In a crowd,
 * of which only the best are known by number, nothing is told apart.
 */
export function othersAmong(
  parts: AskedForParts,
  question: Question,
  {retrieval: {hits, total}, fillers, withAllWords}: FoundFor,
): Set<number> {
  const others = new Set(fillers);
  if (question.words.length === 0 || question.isExact || total > hits.length) return others;
  const {atlas} = parts;
  const {shareOf, areKnown} = makeShareOfWords(question.words, parts.others, atlas.terms, atlas.size);
  const answers = question.answers.filter((token) => !areKnown || !isWiderThan(question.words, token, parts.pastimes));
  for (const {number} of hits) {
    const entry = atlas.get(number);
    if (!entry || answers.some((answer) => entry.tokens.includes(answer))) continue;
    // A word that no listing has may be one that the engine knows by its likeness: there it is believed.
    if (shareOf(entry.terms) < MOST_OF_WORDS && (areKnown || !withAllWords.has(number))) others.add(number);
  }
  return others;
}

/**
 * 'Chess' is for those who want games, yet bingo is not chess: where one word names something to do, and not the need itself ('games'), what is for that need is
 * not yet what was asked for. Of something that is wrong ('lonely') it is.
 */
function isWiderThan(words: string[], answer: string, pastimes: AskedForParts['pastimes']): boolean {
  const named = answer.startsWith('need:') ? pastimes.get(answer.slice('need:'.length)) : undefined;
  return named !== undefined && words.length === 1 && !named.has(stemOf(words[0]!));
}
