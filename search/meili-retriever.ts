/**
 * Retrieval with Meilisearch. The engine is asked what only it knows: which listings have the words, allowing for slips, beginnings and other words
 * that mean the same. Everything else (circles, filters, what answers a need, the counts beside the filters) the atlas works out exactly in memory.
 *
 * Where few listings have the words, the engine names all of them and the rest is done here. Where many have, it counts them itself.
 */
import type {Atlas} from './atlas.ts';
import {countOf, intersect, unite, type Bits} from './bits.ts';
import {chooseHits} from './choose-hits.ts';
import {MOST_FACET_VALUES, type SearchEngine} from './engine.ts';
import {askEngine, askTogether, byWords, clauseFilter, exactScope, notNamed, roughScope} from './engine-query.ts';
import {clausesOf, countQuestions, facetsFrom, TOTAL, type Clause, type CountQuestion} from './filter-plan.ts';
import type {Hit, Question, Retrieval, Retriever} from './retriever.ts';
import {stemOf} from './words.ts';

/** The engine gives its own score for this many; it tells only a little beside our own measure. */
const MOST_SCORED = 60;
/** Of a crowd with the words, this many of the best are weighed. */
const MOST_OF_CROWD = 100;

export function meiliRetriever(engine: SearchEngine, atlas: Atlas): Retriever {
  const {tokens} = atlas;
  const ask = askTogether(engine);

  /** Not to be changed. */
  const within = ({scope}: Question): Bits => scope?.bits() ?? tokens.all();

  /** Those that pass every clause: a new set. */
  const narrowed = (bits: Bits, clauses: Clause[]): Bits =>
    clauses.reduce((passing, clause) => intersect(passing, tokens.anyOf(clause.anyOf)), bits.slice());

  /** What answers or was named, or with neither and no words everything: a new set. */
  function named({words, answers, numbers}: Question): Bits {
    if (words.length + answers.length + numbers.length === 0) return tokens.all();
    return unite(tokens.anyOf(answers), tokens.these(numbers));
  }

  /** All listings with the words in and about the scope, the best with scores. Null when they are too many to be named. */
  async function listWords(question: Question): Promise<{bits: Bits; scores: Map<number, number>} | null> {
    const answer = await ask({
      ...byWords(question, roughScope(question.scope, atlas), MOST_SCORED),
      facets: ['number'],
    });
    const numbers = Object.keys(answer.facetDistribution?.number ?? {}).map(Number);
    if (numbers.length < answer.totalHits) return null;
    const scores = new Map(answer.hits.map((hit) => [hit.number, hit._rankingScore ?? 0]));
    return {bits: tokens.these(numbers), scores};
  }

  /** Whether the words are so common that the engine had better count than name: as the rarest of them is spread among all listings. */
  function isCrowd({words}: Question, scope: Bits): boolean {
    const uses = words.map((word) => {
      const id = atlas.terms.idOf(stemOf(word));
      return id === undefined ? 0 : atlas.terms.usesOf(id);
    });
    return (Math.min(...uses) * countOf(scope)) / Math.max(1, atlas.size) > MOST_FACET_VALUES;
  }

  function countHere(matching: Bits, count: CountQuestion): Record<string, number> {
    const bits = narrowed(matching, count.clauses);
    const facets = count.readAs ? ['slot'] : count.facets;
    return {...tokens.countTokens(bits, facets), [TOTAL]: countOf(bits)};
  }

  /** When all that match are known by number. */
  function retrieveKnown(
    question: Question,
    matching: Bits,
    listed: {bits: Bits; scores: Map<number, number>} | null,
  ): Retrieval {
    const clauses = clausesOf(question.filters);
    const bits = narrowed(matching, clauses);
    return {
      hits: hitsOf(question, bits, listed?.scores),
      total: countOf(bits),
      totalByWords: listed ? countOf(intersect(listed.bits, bits)) : 0,
      facets: () => facetsFrom(countQuestions(question.filters), (count) => countHere(matching, count)),
      hasNearest: question.scope !== null,
    };
  }

  function hitsOf({answers, scope, prefer, limit}: Question, bits: Bits, scores?: Map<number, number>): Hit[] {
    const choice = {answers, circle: scope?.circle ?? null, onlyNearest: prefer === 'nearest', limit};
    const scored = intersect(tokens.these(scores?.keys() ?? []), bits);
    const chosen = unite(scored, chooseHits(atlas, bits, choice));
    return tokens.numbersIn(chosen).map((number) => ({number, textScore: scores?.get(number) ?? null}));
  }

  /** When many have the words: the engine counts those that do not answer anyway, and names the best. */
  async function retrieveCrowd(question: Question, matching: Bits): Promise<Retrieval> {
    const counts: CountQuestion[] = question.withFacets
      ? countQuestions(question.filters)
      : [{clauses: clausesOf(question.filters), facets: []}];
    const scope = exactScope(question.scope);
    const answers = await askEngine(
      engine,
      counts.map(({clauses, facets}, index) => ({
        ...byWords(
          question,
          [...notNamed(question), ...clauseFilter(clauses), ...scope],
          index === 0 ? MOST_OF_CROWD : 0,
        ),
        ...(facets.length > 0 ? {facets: ['tokens']} : {}),
      })),
    );
    const here = narrowed(matching, counts[0]!.clauses);
    const [first] = answers;
    return {
      hits: [
        ...hitsOf(question, here),
        ...first!.hits.map((hit): Hit => ({number: hit.number, textScore: hit._rankingScore ?? null})),
      ],
      total: countOf(here) + first!.totalHits,
      totalByWords: first!.totalHits,
      facets: () =>
        facetsFrom(counts, (count, index) => {
          const {totalHits, facetDistribution} = answers[index]!;
          const sum = countHere(matching, count);
          for (const [token, number] of Object.entries({...facetDistribution?.tokens, [TOTAL]: totalHits})) {
            sum[token] = (sum[token] ?? 0) + number;
          }
          return sum;
        }),
      hasNearest: false,
    };
  }

  return {
    name: 'meilisearch',

    async retrieve(question) {
      const scope = within(question);
      const answering = intersect(named(question), scope);
      if (question.words.length === 0) return retrieveKnown(question, answering, null);
      if (isCrowd(question, scope)) {
        const crowd = await retrieveCrowd(question, answering);
        // Each word is common, yet hardly any listing has all of them: then all can be named after all.
        if (crowd.totalByWords >= MOST_OF_CROWD) return crowd;
      }
      const listed = await listWords(question);
      if (!listed) return retrieveCrowd(question, answering);
      return retrieveKnown(question, unite(answering, intersect(listed.bits, scope)), listed);
    },

    async numbers(question) {
      const clauses = clausesOf(question.filters);
      const here = narrowed(intersect(named(question), within(question)), clauses);
      if (question.words.length === 0) return tokens.numbersIn(here);
      const scope = within(question);
      const listed = isCrowd(question, scope) ? null : await listWords(question);
      if (listed) return tokens.numbersIn(unite(here, narrowed(intersect(listed.bits, scope), clauses)));
      const filter = [...notNamed(question), ...clauseFilter(clauses), ...exactScope(question.scope)];
      const [answer] = await askEngine(engine, [{...byWords(question, filter, 2_000_000), showRankingScore: false}]);
      return [...tokens.numbersIn(here), ...answer!.hits.map((hit) => hit.number)];
    },

    async startingWith(words, limit) {
      const [answer] = await askEngine(engine, [
        {
          ...byWords({words: [words], isExact: false}, [], limit),
          showRankingScore: false,
          attributesToSearchOn: ['name', 'types'],
        },
      ]);
      return answer!.hits.map((hit) => hit.number);
    },
  };
}
