/**
 * Retrieval with Meilisearch. The engine is asked what only it knows: which listings have the words, allowing for slips, beginnings and other words
 * that mean the same. Everything else (circles, filters, what answers a need, the counts beside the filters) the atlas works out exactly in memory.
 *
 * Where few listings have the words, the engine names all of them and the rest is done here. Where many have, it counts them itself.
 */
import {setImmediate as sent} from 'node:timers/promises';
import type {Atlas} from '../atlas/atlas.ts';
import {countOf, each, has, intersect, unite, type Bits} from '../atlas/bits.ts';
import {chooseHits} from './choose-hits.ts';
import {MOST_FACET_VALUES, type SearchEngine} from './engine.ts';
import {
  askEngine,
  askTogether,
  byWords,
  clauseFilter,
  exactScope,
  notNamed,
  roughScope,
  type EngineAnswer,
} from './engine-query.ts';
import {clausesOf, countQuestions, facetsFrom, TOTAL, type CountQuestion} from './filter-plan.ts';
import {inAtlas} from './in-atlas.ts';
import type {Hit, Question, Retrieval, Retriever} from './retriever.ts';
import {waysFor} from '../understanding/terms.ts';

/** The engine gives its own score for this many; it tells only a little beside our own measure. */
const MOST_SCORED = 60;
/** Of a crowd with the words, this many of the best are weighed. */
const MOST_OF_CROWD = 100;

/** Which listings have the words, and the scores that the engine gives the best of them. */
interface Listed {
  numbers: number[];
  scores: Map<number, number>;
}
const NOTHING_LISTED: Listed = {numbers: [], scores: new Map()};

/**
 * For one search and its ways on: it asks the engine nothing twice. `others` gives the words that a word also finds; of more listings than `mostNamed` with the
 * words the engine is asked to count.
 */
export function meiliRetriever(
  engine: SearchEngine,
  atlas: Atlas,
  others: (word: string) => string[],
  {mostNamed, mostOfCrowd} = {mostNamed: MOST_FACET_VALUES, mostOfCrowd: MOST_OF_CROWD},
): Retriever {
  const {tokens} = atlas;
  const ask = askTogether(engine);

  const {within, narrowed, named, countHere} = inAtlas(atlas);

  /** What has the words anywhere, by the words: in any circle it is the same. */
  const anywhere = new Map<string, Promise<Listed | null>>();

  /** All listings with the words in and about the scope. Null when they are too many to be named. */
  async function listWords(question: Question): Promise<Listed | null> {
    const {words, isExact, scope} = question;
    const key = JSON.stringify([words, isExact]);
    const known = anywhere.has(key) && (await anywhere.get(key));
    if (known) return known;
    const listed = ask({...byWords(question, roughScope(scope, atlas), MOST_SCORED), facets: ['number']}).then(
      listedIn,
    );
    if (!scope) anywhere.set(key, listed);
    return listed;
  }

  function listedIn({hits, totalHits, facetDistribution}: EngineAnswer): Listed | null {
    const numbers = Object.keys(facetDistribution?.number ?? {}).map(Number);
    if (numbers.length < totalHits) return null;
    return {numbers, scores: new Map(hits.map((hit) => [hit.number, hit._rankingScore ?? 0]))};
  }

  /** Whether so many have the words that the engine had better count than name them: as far as our own lists of words know, which find less. */
  function isCrowd(question: Question): boolean {
    const {words, isExact} = question;
    return words.every((word) => {
      const ids = waysFor(word, isExact ? [] : others(word), atlas.terms).map(({id}) => id);
      const uses = ids.reduce((sum, id) => sum + atlas.terms.usesOf(id), 0);
      // Few: that is told without going through them.
      if (uses <= mostNamed) return false;
      return countOf(intersect(atlas.postings.mark(tokens.none(), ids), within(question))) > mostNamed;
    });
  }

  /** When all that match are known by number. */
  function retrieveKnown(question: Question, matching: Bits, listed: Listed): Retrieval {
    const bits = narrowed(matching, clausesOf(question.filters));
    const withWords = intersect(tokens.these(listed.numbers), bits);
    return {
      hits: hitsOf(question, bits, withWords, listed.scores),
      total: countOf(bits),
      totalByWords: countOf(withWords),
      facets: () => facetsFrom(countQuestions(question.filters), (count) => countHere(matching, count)),
      hasNearest: question.scope !== null,
    };
  }

  /** Of what matches, what is worth weighing; of what has the words all where those are few, and else what has a score. */
  function hitsOf(
    {answers, scope, prefer, limit}: Question,
    bits: Bits,
    withWords: Bits,
    scores: Map<number, number>,
  ): Hit[] {
    const choice = {answers, circle: scope?.circle ?? null, onlyNearest: prefer === 'nearest', limit};
    const said = countOf(withWords) <= MOST_SCORED ? withWords : intersect(tokens.these(scores.keys()), bits);
    const hits: Hit[] = [];
    each(unite(said.slice(), chooseHits(atlas, bits, choice)), (place) => {
      const number = tokens.numberAt(place);
      hits.push({number, textScore: scores.get(number) ?? (has(withWords, place) ? 0 : null)});
    });
    return hits;
  }

  /** When many have the words: the engine counts those that do not answer anyway, and names the best. */
  async function retrieveCrowd(question: Question, matching: Bits): Promise<Retrieval> {
    const counts: CountQuestion[] = question.withFacets
      ? countQuestions(question.filters)
      : [{clauses: clausesOf(question.filters), facets: []}];
    const scope = exactScope(question.scope);
    const answers = await Promise.all(
      counts.map(({clauses, facets}, index) =>
        ask({
          ...byWords(
            question,
            [...notNamed(question), ...clauseFilter(clauses), ...scope],
            index === 0 ? mostOfCrowd : 0,
          ),
          ...(facets.length > 0 ? {facets: ['tokens']} : {}),
        }),
      ),
    );
    const here = narrowed(matching, counts[0]!.clauses);
    const [first] = answers;
    return {
      hits: [
        ...hitsOf(question, here, tokens.none(), NOTHING_LISTED.scores),
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
      const answering = () => intersect(named(question), within(question));
      if (question.words.length === 0) return retrieveKnown(question, answering(), NOTHING_LISTED);
      if (isCrowd(question)) {
        const crowd = await retrieveCrowd(question, answering());
        // Each word is common, yet hardly any listing has all of them: then all can be named after all.
        if (crowd.totalByWords >= mostOfCrowd) return crowd;
      }
      // While the engine looks for the words, the circle is marked and what answers anyway is put together.
      const [listed, known] = await Promise.all([listWords(question), sent().then(answering)]);
      if (!listed) return retrieveCrowd(question, known);
      return retrieveKnown(question, unite(known, intersect(tokens.these(listed.numbers), within(question))), listed);
    },

    async numbers(question) {
      const clauses = clausesOf(question.filters);
      const here = narrowed(intersect(named(question), within(question)), clauses);
      if (question.words.length === 0) return tokens.numbersIn(here);
      const listed = isCrowd(question) ? null : await listWords(question);
      if (listed)
        return tokens.numbersIn(
          unite(here, narrowed(intersect(tokens.these(listed.numbers), within(question)), clauses)),
        );
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
