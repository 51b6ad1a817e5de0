/** What both engines leave to the atlas, which works it out exactly in memory: circles, filters, what answers a need, the counts beside the filters. */
import type {Atlas} from '../atlas/atlas.ts';
import {countOf, intersect, unite, type Bits} from '../atlas/bits.ts';
import {TOTAL, type Clause, type CountQuestion} from './filter-plan.ts';
import type {Question} from './retriever.ts';

export function inAtlas({tokens}: Atlas) {
  /** Those that pass every clause: a new set. */
  const narrowed = (bits: Bits, clauses: Clause[]): Bits =>
    clauses.reduce((passing, clause) => intersect(passing, tokens.anyOf(clause.anyOf)), bits.slice());

  return {
    narrowed,

    /** Not to be changed. */
    within: ({scope}: Question): Bits => scope?.bits() ?? tokens.all(),

    /** What answers or was named, or with neither and no words everything: a new set. */
    named({words, answers, numbers}: Question): Bits {
      if (words.length + answers.length + numbers.length === 0) return tokens.all();
      return unite(tokens.anyOf(answers), tokens.these(numbers));
    },

    /** How many of `matching` pass the clauses of a count, and how many of those have each value. */
    countHere(matching: Bits, count: CountQuestion): Record<string, number> {
      const bits = narrowed(matching, count.clauses);
      const facets = count.readAs ? ['slot'] : count.facets;
      return {...tokens.countTokens(bits, facets), [TOTAL]: countOf(bits)};
    },
  };
}
