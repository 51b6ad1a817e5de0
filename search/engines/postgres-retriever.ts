/**
 * The fallback: PostgreSQL full text and trigrams, with the same filters, counts and meaning as the engine. PostgreSQL is asked what only it knows here,
 * which listings have the words; it is asked once in a search, for when the engine goes everybody who searches comes here at once.
 */
import type {ISql} from '../../db/client.ts';
import type {Atlas} from '../atlas/atlas.ts';
import {countOf, intersect, unite, type Bits} from '../atlas/bits.ts';
import {clausesOf, countQuestions, facetsFrom} from './filter-plan.ts';
import {inAtlas} from './in-atlas.ts';
import type {Hit, Question, Retriever} from './retriever.ts';
import type {Vocabulary} from '../understanding/vocabulary.ts';
import {plainWords} from '../understanding/words.ts';

/** How well each listing that has the words has them, 0 to 1. */
type Scores = ReadonlyMap<number, number>;
const NO_SCORES: Scores = new Map();

/** For one search and its ways on: it asks PostgreSQL nothing twice. */
export function postgresRetriever(sql: ISql, atlas: Atlas, vocabulary: Pick<Vocabulary, 'synonyms'>): Retriever {
  const {tokens} = atlas;
  const {within, narrowed, named, countHere} = inAtlas(atlas);
  const asked = new Map<string, Promise<Scores>>();

  /** Listings that have all the words (or a name very like them), wherever they are. */
  function scoresOf({words, isExact}: Question): Promise<Scores> {
    const key = JSON.stringify([words, isExact]);
    const known = asked.get(key) ?? askScores(isExact ? exactMatch(words) : wordsMatch(words));
    asked.set(key, known);
    return known;
  }

  async function askScores({matches, score}: ReturnType<typeof exactMatch>): Promise<Scores> {
    const rows = await sql<{number: number; score: number}[]>`
      select number, ${score} as score from listings where is_listed and ${matches}
    `;
    return new Map(rows.map(({number, score}) => [number, score]));
  }

  function wordsMatch(words: string[]) {
    const tsquery = tsqueryFor(words, vocabulary);
    const typed = words.join(' ');
    const matches = sql`(words @@ to_tsquery('english', ${tsquery}) or ${typed} <% name)`;
    // Flag 1 takes the length of the text into account; a word in the name ranks about 0.2 and up.
    const rank = sql`ts_rank('{0.15, 0.35, 0.8, 1}', words, to_tsquery('english', ${tsquery}), 1)`;
    return {
      matches,
      score: sql`greatest(0.5 + 0.5 * least(1, ${rank} * 4), word_similarity(${typed}, name) * 0.95)`,
    };
  }

  /** The same for words just as they are. */
  function exactMatch(words: string[]) {
    const phrase = sql`to_tsquery('english', ${words.map((word) => `'${word}'`).join(' & ')})`;
    return {
      matches: sql`words @@ ${phrase}`,
      score: sql`0.5 + 0.5 * least(1, ts_rank('{0.15, 0.35, 0.8, 1}', words, ${phrase}, 1) * 4)`,
    };
  }

  /** All that match, before the filters. */
  async function matchesOf(question: Question): Promise<{matching: Bits; scores: Scores}> {
    const scores = question.words.length > 0 ? await scoresOf(question) : NO_SCORES;
    return {matching: intersect(unite(named(question), tokens.these(scores.keys())), within(question)), scores};
  }

  return {
    name: 'postgres',

    async retrieve(question) {
      const {matching, scores} = await matchesOf(question);
      const passing = narrowed(matching, clausesOf(question.filters));
      const hits = tokens.numbersIn(passing).map((number): Hit => ({number, textScore: scores.get(number) ?? null}));
      hits.sort((one, other) => (other.textScore ?? -1) - (one.textScore ?? -1) || one.number - other.number);
      return {
        hits: hits.slice(0, question.limit),
        total: hits.length,
        totalByWords: countOf(intersect(tokens.these(scores.keys()), passing)),
        facets: () => facetsFrom(countQuestions(question.filters), (count) => countHere(matching, count)),
        hasNearest: false,
      };
    },

    async numbers(question) {
      const {matching} = await matchesOf(question);
      return tokens.numbersIn(narrowed(matching, clausesOf(question.filters)));
    },

    async startingWith(words, limit) {
      const rows = await sql<{number: number}[]>`
        select number
        from listings
        where is_listed and ${words} <% name
        order by word_similarity(${words}, name) desc, number
        limit ${limit}
      `;
      return rows.map(({number}) => number);
    },
  };
}

/**
 * All the words, each with its synonyms: (hoover | vacuum) & clean. Built from plain words only, so nothing typed reaches the query's own syntax.
 */
function tsqueryFor(words: string[], vocabulary: Pick<Vocabulary, 'synonyms'>): string {
  const alternatives = words.map((word) => {
    const others = vocabulary.synonyms
      .filter((entry) => entry.words.includes(word))
      .flatMap((entry) => (entry.alsoFind.length > 0 ? entry.alsoFind : entry.words));
    const forms = [...new Set([word, ...others])].map((form) => plainWords(form).join(' <-> ')).filter(Boolean);
    // The word itself may be half typed.
    return `(${[`${word}:*`, ...forms.slice(1).map((form) => `(${form})`)].join(' | ')})`;
  });
  return alternatives.join(' & ');
}
