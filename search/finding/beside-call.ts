/**
 * The directory beside a call: what helps with these needs at this place, and the needs that the story speaks of. It is the
 * same understanding as that of the public search, but a story is many sentences, and nothing of it is noted anywhere.
 */
import {find, type FindParts} from './find.ts';
import {DEFAULT_WITHIN, type Filters, type SearchPlace, type SearchRequest} from '../search-schema.ts';
import type {Understand} from '../understanding/understand.ts';
import type {Recognised, Understood} from '../understanding/understood.ts';

export interface BesideAsk {
  /** What was written down so far. */
  story: string;
  /** Keys of the needs that were chosen, the main one first. */
  needs: string[];
  place: SearchPlace | null;
  /** What else must hold, such as free, step-free or with space. */
  filters?: Filters;
}

interface BesideFound {
  /** Numbers of listings, the best first. */
  numbers: number[];
  total: number;
  /** Keys of the needs that the words speak of, the surest first. */
  needs: string[];
}

/** Of a long story the end says what it has come to. */
const LATEST_SENTENCES = 12;
const SENTENCE_LENGTH = 200;
/** A need this sure in one sentence is worth offering. */
const WORTH_OFFERING = 0.5;
const MOST_OFFERED = 6;
/** A need further down the list counts this much less for each place. */
const LESS_FOR_EACH_PLACE = 0.15;
const FEW = 5;

export async function findBeside(
  parts: FindParts,
  understand: Understand,
  {story, needs, place, filters = {}}: BesideAsk,
): Promise<BesideFound> {
  const heard = readStory(understand, story);
  const offered = surest(heard.map(needsOf));
  const asked = askFor(
    understand(''),
    heard.flatMap(({clauses}) => clauses),
    needs.length > 0 ? needs.map(chosen) : offered,
  );
  const offers = offered.map(({key}) => key).slice(0, MOST_OFFERED);
  if (!asked) return {numbers: [], total: 0, needs: offers};
  const ask = (within: number | null) => find(parts, {...ANYTHING, within, filters}, place, asked);
  const near = await ask(place ? DEFAULT_WITHIN * 2 : null);
  const found = place && near.total < FEW ? await ask(null) : near;
  return {numbers: found.numbers, total: found.total, needs: offers};
}

/** A sentence as a whole, and clause by clause: 'fell in the kitchen and cannot get up' is told by neither half alone. */
interface Heard {
  whole: Understood;
  clauses: Understood[];
}

const CLAUSE_ENDS = /,|\b(?:and|but|since|because|so)\b/i;

function readStory(understand: Understand, story: string): Heard[] {
  return partsOf(story, /[.!?;\n]+/)
    .slice(-LATEST_SENTENCES)
    .map((sentence) => {
      const whole = understand(sentence);
      const clauses = partsOf(sentence, CLAUSE_ENDS);
      return {whole, clauses: clauses.length > 1 ? clauses.map((clause) => understand(clause)) : [whole]};
    });
}

const partsOf = (text: string, ends: RegExp): string[] =>
  text
    .split(ends)
    .map((part) => part.replace(/\s+/g, ' ').trim().slice(-SENTENCE_LENGTH))
    .filter((part) => part.length > 2);

/** The needs of one sentence, each as sure as where it is told best. */
function needsOf({whole, clauses}: Heard): Recognised[] {
  const best = new Map<string, Recognised>();
  for (const one of [whole, ...clauses]) {
    if (one.isGuess) continue;
    for (const need of one.needs) if (need.confidence > (best.get(need.key)?.confidence ?? 0)) best.set(need.key, need);
  }
  return [...best.values()];
}

const ANYTHING: SearchRequest = {q: '', near: '', within: null, filters: {}, sort: 'best', page: 1, exact: ''};

const chosen = (key: string, place: number): Recognised => ({
  key,
  confidence: Math.max(0.4, 1 - place * LESS_FOR_EACH_PLACE),
  standsFor: new Map(),
});

/** What several sentences say together: a need that comes again is the surer for it. */
function surest(needs: Recognised[][]): Recognised[] {
  const doubt = new Map<string, number>();
  for (const {key, confidence} of needs.flat())
    doubt.set(key, (doubt.get(key) ?? 1) * (1 - Math.min(0.99, confidence)));
  return [...doubt]
    .map(([key, left]) => ({key, confidence: 1 - left, standsFor: new Map<string, number>()}))
    .filter(({confidence}) => confidence >= WORTH_OFFERING)
    .sort((one, other) => other.confidence - one.confidence);
}

/** One question out of the needs and of what the sentences say for whom, when and of what kind; null when nothing is asked. */
function askFor(empty: Understood, sentences: Understood[], needs: Recognised[]): Understood | null {
  const last = sentences.at(-1);
  // No need was heard yet: the last sentence is asked for as it stands, as on the public page.
  if (needs.length === 0) return last && (last.words.length > 0 || last.types.length > 0) ? last : null;
  return {
    ...empty,
    needs: needs.slice(0, 4),
    wants: sentences.flatMap(({wants}) => wants),
    audiences: [...new Set(sentences.flatMap(({audiences}) => audiences))],
    leaning: last?.leaning ?? empty.leaning,
    isGuess: false,
    isSentence: true,
  };
}
