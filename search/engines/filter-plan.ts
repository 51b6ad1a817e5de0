/** From the filters a person chose to clauses that both engines can run: every clause must hold, any of its tokens will do. */
import {ALL_MUST_HOLD, FACETS, type Facet, type FacetCount, type Facets, type Filters} from '../search-schema.ts';

export interface Clause {
  facets: Facet[];
  anyOf: string[];
}

/** Day and time of day make one clause together: 'Monday' and 'morning' mean Monday morning. */
export function clausesOf(filters: Filters): Clause[] {
  const clauses: Clause[] = [];
  for (const {facet} of FACETS) {
    const values = filters[facet];
    if (!values?.length || facet === 'day' || facet === 'part') continue;
    if (ALL_MUST_HOLD.has(facet)) {
      clauses.push(...values.map((value) => ({facets: [facet], anyOf: [`${facet}:${value}`]})));
    } else {
      clauses.push({facets: [facet], anyOf: values.map((value) => `${facet}:${value}`)});
    }
  }
  const {day = [], part = []} = filters;
  if (day.length > 0 && part.length > 0) {
    clauses.push({facets: ['day', 'part'], anyOf: day.flatMap((d) => part.map((p) => `slot:${d}-${p}`))});
  } else if (day.length > 0) {
    clauses.push({facets: ['day'], anyOf: day.map((d) => `day:${d}`)});
  } else if (part.length > 0) {
    clauses.push({facets: ['part'], anyOf: part.map((p) => `part:${p}`)});
  }
  return clauses;
}

/** One count to ask for: matches of `clauses`, and which facets may be read from its token counts. */
export interface CountQuestion {
  clauses: Clause[];
  facets: Facet[];
  /** Where a facet's values are found in the token counts, when not as 'facet:value'. */
  readAs?: {facet: Facet; tokens: (value: string) => string};
}

/**
 * The counts a page of filters needs. A filter's number must say what choosing it would give, so a facet where either of two values
 * will do is counted without its own clause. The first question always holds every clause: it is the search itself.
 */
export function countQuestions(filters: Filters): CountQuestion[] {
  const all = clausesOf(filters);
  const narrowed = FACETS.map(({facet}) => facet).filter(
    (facet) => filters[facet]?.length && !ALL_MUST_HOLD.has(facet),
  );
  const questions: CountQuestion[] = [
    {
      clauses: all,
      facets: FACETS.map(({facet}) => facet).filter(
        (facet) => !narrowed.includes(facet) && !slotsNeeded(facet, filters),
      ),
    },
  ];
  for (const {facet} of FACETS) {
    if (!narrowed.includes(facet) && !slotsNeeded(facet, filters)) continue;
    const others = clausesOf({...filters, [facet]: undefined});
    const partner = facet === 'day' ? filters.part : facet === 'part' ? filters.day : undefined;
    if (!partner?.length) {
      questions.push({clauses: others, facets: [facet]});
    } else {
      // With one partner chosen the slots say it in one go; with several, one question a partner would count twice, so each value is its own.
      questions.push(...slotQuestions(facet as 'day' | 'part', filters, partner));
    }
  }
  return questions;
}

/** Day counts while a time of day is chosen (and the other way round) must be read from the slots. */
const slotsNeeded = (facet: Facet, filters: Filters) =>
  (facet === 'day' && Boolean(filters.part?.length)) || (facet === 'part' && Boolean(filters.day?.length));

function slotQuestions(facet: 'day' | 'part', filters: Filters, partner: string[]): CountQuestion[] {
  const slot = (value: string, other: string) =>
    facet === 'day' ? `slot:${value}-${other}` : `slot:${other}-${value}`;
  const rest = clausesOf({...filters, day: undefined, part: undefined});
  if (partner.length === 1) {
    return [{clauses: rest, facets: [facet], readAs: {facet, tokens: (value) => slot(value, partner[0]!)}}];
  }
  const values = facet === 'day' ? ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] : ['morning', 'afternoon', 'evening'];
  return values.map((value) => ({
    clauses: [...rest, {facets: [facet], anyOf: partner.map((other) => slot(value, other))}],
    facets: [facet],
    readAs: {facet, tokens: (asked) => (asked === value ? TOTAL : '')},
  }));
}

/** Stands for the number of matches itself among token counts. */
export const TOTAL = 'total';

/** What the counts of all questions say together. `countsOf` maps tokens (and TOTAL) to matches. */
export function facetsFrom(
  questions: CountQuestion[],
  countsOf: (question: CountQuestion, index: number) => Record<string, number>,
): Facets {
  const facets: Facets = {};
  questions.forEach((question, index) => readCounts(question, countsOf(question, index), facets));
  return facets;
}

/** Adds what one question's token counts say to the facets, most first. */
export function readCounts(question: CountQuestion, counts: Record<string, number>, facets: Facets): void {
  const byFacet = new Map<string, FacetCount[]>(question.facets.map((facet) => [facet, []]));
  for (const [token, count] of Object.entries(counts)) {
    const end = token.indexOf(':');
    if (count > 0) byFacet.get(token.slice(0, end))?.push({value: token.slice(end + 1), count});
  }
  for (const facet of question.facets) {
    const found: FacetCount[] = question.readAs ? [] : byFacet.get(facet)!;
    if (question.readAs) {
      const values = facet === 'day' ? ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] : ['morning', 'afternoon', 'evening'];
      for (const value of values) {
        const count = counts[question.readAs.tokens(value)] ?? 0;
        if (count > 0) found.push({value, count});
      }
    }
    facets[facet] = [...(facets[facet] ?? []), ...found].sort(
      (a, b) => b.count - a.count || (a.value < b.value ? -1 : 1),
    );
  }
}
