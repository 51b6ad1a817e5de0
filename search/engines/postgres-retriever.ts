/** The fallback: PostgreSQL full text and trigrams, with the same filters, counts and meaning as the engine. */
import type {ISql} from '../../db/client.ts';
import type {Atlas} from '../atlas/atlas.ts';
import {clausesOf, countQuestions, facetsFrom, TOTAL, type Clause} from './filter-plan.ts';
import type {Question, Retriever} from './retriever.ts';
import type {Vocabulary} from '../understanding/vocabulary.ts';
import {plainWords} from '../understanding/words.ts';

export function postgresRetriever(sql: ISql, atlas: Atlas, vocabulary: () => Vocabulary): Retriever {
  /** Narrows to what the question's scope and clauses allow. */
  const allowed = ({scope}: Pick<Question, 'scope'>, clauses: Clause[]) => sql`
    is_listed
    ${clauses.length > 0 ? clauses.map((clause) => sql`and tokens && ${clause.anyOf}::text[]`) : sql``}
    ${
      scope
        ? sql`and (
            number = any(${atlas.numbersWithin(scope.circle.centre, scope.circle.miles, scope.circle.frame)}::integer[])
            or document -> 'covers' ?| ${scope.areas}::text[]
          )`
        : sql``
    }
  `;

  /** The ways of matching: by words, by an answer, by number. With none, everything matches. */
  function matcher({words, isExact, answers, numbers}: Question) {
    const byWords = words.length > 0 ? (isExact ? exactMatch(words) : wordsMatch(words)) : null;
    const ways = [
      ...(byWords ? [byWords.matches] : []),
      ...(answers.length > 0 ? [sql`tokens && ${answers}::text[]`] : []),
      ...(numbers.length > 0 ? [sql`number = any(${numbers}::integer[])`] : []),
    ];
    const either = ways.reduce((all, way) => sql`${all} or ${way}`, sql`false`);
    return {
      matches: ways.length > 0 ? sql`and (${either})` : sql``,
      score: byWords?.score ?? sql`null::float8`,
      byWords: byWords?.matches ?? sql`false`,
    };
  }

  /** Whether a listing has all the words (or a name very like them), and how well, 0 to 1. */
  function wordsMatch(words: string[]) {
    const tsquery = tsqueryFor(words, vocabulary());
    const typed = words.join(' ');
    const matches = sql`(words @@ to_tsquery('english', ${tsquery}) or ${typed} <% name)`;
    // Flag 1 takes the length of the text into account; a word in the name ranks about 0.2 and up.
    const rank = sql`ts_rank('{0.15, 0.35, 0.8, 1}', words, to_tsquery('english', ${tsquery}), 1)`;
    return {
      matches,
      score: sql`case when ${matches} then greatest(0.5 + 0.5 * least(1, ${rank} * 4), word_similarity(${typed}, name) * 0.95) end`,
    };
  }

  /** The same for words just as they are. */
  function exactMatch(words: string[]) {
    const phrase = sql`to_tsquery('english', ${words.map((word) => `'${word}'`).join(' & ')})`;
    const matches = sql`words @@ ${phrase}`;
    const score = sql`case when ${matches} then 0.5 + 0.5 * least(1, ts_rank('{0.15, 0.35, 0.8, 1}', words, ${phrase}, 1) * 4) end`;
    return {matches, score};
  }

  return {
    name: 'postgres',

    async retrieve(question) {
      const {matches, score, byWords} = matcher(question);
      const counts = question.withFacets ? countQuestions(question.filters) : [];
      const clauses = clausesOf(question.filters);
      const [hits, [whole], ...tokenCounts] = await Promise.all([
        sql<{number: number; textScore: number | null}[]>`
          select number, ${score} as text_score
          from listings
          where ${allowed(question, clauses)} ${matches}
          order by text_score desc nulls last, number
          limit ${question.limit}
        `,
        sql<{total: number; byWords: number}[]>`
          select count(*)::integer as total, count(*) filter (where ${byWords})::integer as by_words
          from listings
          where ${allowed(question, clauses)} ${matches}
        `,
        ...counts.map(
          (count) => sql<{token: string; matches: number}[]>`
            select token, count(*)::integer as matches
            from listings, unnest(tokens) as token
            where ${allowed(question, count.clauses)} ${matches}
            group by token
            union all
            select ${TOTAL}, count(*)::integer from listings where ${allowed(question, count.clauses)} ${matches}
          `,
        ),
      ]);
      return {
        hits: [...hits],
        total: whole!.total,
        totalByWords: whole!.byWords,
        facets: () =>
          facetsFrom(counts, (_count, index) => {
            const rows = tokenCounts[index] as unknown as {token: string; matches: number}[];
            return Object.fromEntries(rows.map((row) => [row.token, row.matches]));
          }),
        hasNearest: false,
      };
    },

    async numbers(question) {
      const {matches} = matcher(question);
      const rows = await sql<{number: number}[]>`
        select number from listings where ${allowed(question, clausesOf(question.filters))} ${matches}
      `;
      return rows.map(({number}) => number);
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
