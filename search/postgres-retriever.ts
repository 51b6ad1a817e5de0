/** The fallback: PostgreSQL full text and trigrams, with the same filters, counts and meaning as the engine. */
import type {ISql} from '../db/client.ts';
import type {Atlas} from './atlas.ts';
import {clausesOf, countQuestions, readCounts, TOTAL, type Clause} from './filter-plan.ts';
import type {Question, Retrieval, Retriever} from './retriever.ts';
import {correctWords} from './spelling.ts';
import type {Vocabulary} from './vocabulary.ts';
import {plainWords} from './words.ts';

/** Names at least this like what was typed are found whatever their words (pg_trgm word similarity, 0 to 1). */
const ALIKE = 0.6;

export function postgresRetriever(sql: ISql, atlas: Atlas, vocabulary: () => Vocabulary): Retriever {
  /** Narrows to what the question's scope and clauses allow. */
  const allowed = ({scope}: Question, clauses: Clause[]) => sql`
    is_listed
    ${clauses.length > 0 ? clauses.map((clause) => sql`and tokens && ${clause.anyOf}::text[]`) : sql``}
    ${
      scope
        ? sql`and (
            number = any(${atlas.numbersWithin(scope.circle.centre, scope.circle.miles)}::integer[])
            or document -> 'covers' ?| ${scope.areas}::text[]
          )`
        : sql``
    }
  `;

  /** The two ways of matching: by words, by need. With neither, everything matches. */
  async function matcher(question: Question) {
    const needs = question.needs.map((need) => `need:${need.key}`);
    const words = await correctWords(sql, question.words);
    const tsquery = tsqueryFor(words, vocabulary(), question.isLenient);
    const typed = words.join(' ');
    const byWords = tsquery
      ? sql`(words @@ to_tsquery('english', ${tsquery}) or ${typed} <% name)`
      : sql`false`;
    const matches =
      needs.length > 0
        ? sql`and (tokens && ${needs}::text[] or ${byWords})`
        : tsquery
          ? sql`and ${byWords}`
          : sql``;
    // Rank 1 and above is a strong match in the name; flag 1 takes the length of the text into account.
    const score = tsquery
      ? sql`case when ${byWords} then greatest(
          0.5 + 0.5 * least(1, ts_rank('{0.15, 0.35, 0.8, 1}', words, to_tsquery('english', ${tsquery}), 1) * 4),
          word_similarity(${typed}, name) * 0.95
        ) end`
      : sql`null::float8`;
    return {matches, score};
  }

  return {
    name: 'postgres',

    async retrieve(question) {
      const {matches, score} = await matcher(question);
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
        sql<{total: number}[]>`
          select count(*)::integer as total from listings where ${allowed(question, clauses)} ${matches}
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
      const retrieval: Retrieval = {hits: [...hits], total: whole!.total, facets: {}};
      counts.forEach((count, index) => {
        const rows = tokenCounts[index] as unknown as {token: string; matches: number}[];
        readCounts(count, Object.fromEntries(rows.map((row) => [row.token, row.matches])), retrieval.facets);
      });
      return retrieval;
    },

    async count(questions) {
      return Promise.all(
        questions.map(async (question) => {
          const {matches} = await matcher(question);
          const [row] = await sql<{total: number}[]>`
            select count(*)::integer as total
            from listings
            where ${allowed(question, clausesOf(question.filters))} ${matches}
          `;
          return row!.total;
        }),
      );
    },

    async numbers(question) {
      const {matches} = await matcher(question);
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
 * All the words, each with its synonyms: (hoover | vacuum) & clean. Lenient: any of them.
 * Empty when there are no words. Built from plain words only, so nothing typed reaches the query's own syntax.
 */
export function tsqueryFor(words: string[], vocabulary: Pick<Vocabulary, 'synonyms'>, isLenient: boolean): string {
  const alternatives = words.map((word) => {
    const others = vocabulary.synonyms
      .filter((entry) => entry.words.includes(word))
      .flatMap((entry) => (entry.alsoFind.length > 0 ? entry.alsoFind : entry.words));
    const forms = [...new Set([word, ...others])].map((form) => plainWords(form).join(' <-> ')).filter(Boolean);
    return forms.length > 1 ? `(${forms.map((form) => `(${form})`).join(' | ')})` : (forms[0] ?? '');
  });
  return alternatives.filter(Boolean).join(isLenient ? ' | ' : ' & ');
}
