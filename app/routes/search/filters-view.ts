import {FACETS, type Facet, type SearchAnswer, type SearchRequest} from '../../../search/search-schema.ts';
import {AGE_BANDS, DAY_PARTS, DAYS} from '../../../search/document-schema.ts';
import type {ServerText} from '../../i18n/en-server.ts';
import {namedIn} from '../../i18n/term-names.ts';
import {searchHref, withoutFilter, type View} from './search-address.ts';

interface FilterOption {
  value: string;
  label: string;
  count: number;
  isChosen: boolean;
}
interface FilterGroup {
  param: string;
  title: string;
  /** The first few; the rest wait under 'more'. */
  options: FilterOption[];
  more: FilterOption[];
  chosen: number;
}
interface Chip {
  label: string;
  href: string;
}

/** How many of a long list are shown at once, and how many at all: those that would find most, and what is chosen. */
const SHOWN = 7;
/** So few are sooner looked at one by one than narrowed down: then only what is chosen is offered, to be taken back. */
const FEW = 5;
const OFFERED = 24;
/** Those that have an order of their own; the rest go by how many each would find. */
const ORDER: Partial<Record<Facet, readonly string[]>> = {
  day: DAYS,
  part: DAY_PARTS,
  age: AGE_BANDS.map((band) => band.key),
};

interface Named {
  key: string;
  name: string;
}
export type NameOf = (facet: Facet, value: string) => string;

type Names = Record<'needs' | 'audiences' | 'access' | 'languages', Named[]>;
/** By vocabulary and language: they are few, and stay the same from page to page. */
const kept = new WeakMap<Names, Map<ServerText, NameOf>>();

/** Names of filter values: from the vocabulary where an editor keeps them, in the words of the language where it has any. */
export function filterNames(vocabulary: Names, text: ServerText): NameOf {
  const ofVocabulary = kept.get(vocabulary) ?? new Map<ServerText, NameOf>();
  kept.set(vocabulary, ofVocabulary);
  const known = ofVocabulary.get(text) ?? makeNames(vocabulary, text);
  ofVocabulary.set(text, known);
  return known;
}

function makeNames(vocabulary: Names, {filters, terms}: ServerText): NameOf {
  const named = (facet: keyof typeof terms, all: Named[]) =>
    new Map(namedIn(terms[facet], all).map(({key, name}) => [key, name]));
  const names: Record<Facet, Map<string, string>> = {
    need: named('need', vocabulary.needs),
    audience: named('audience', vocabulary.audiences),
    access: named('access', vocabulary.access),
    language: named('language', vocabulary.languages),
    kind: new Map(Object.entries(filters.kind)),
    how: new Map(Object.entries(filters.how)),
    day: new Map(Object.entries(filters.day)),
    part: new Map(Object.entries(filters.part)),
    cost: new Map(Object.entries(filters.cost)),
    age: new Map(Object.entries(filters.age)),
    joining: new Map(Object.entries(filters.joining)),
    space: new Map(Object.entries(filters.space)),
  };
  return (facet, value) => names[facet].get(value) ?? value;
}

/** The filters as they are offered: what would find something, and what is chosen already. */
export function filterGroups(
  request: SearchRequest,
  answer: SearchAnswer,
  nameOf: NameOf,
  text: ServerText,
): FilterGroup[] {
  return FACETS.flatMap(({facet, param}) => {
    const chosen = request.filters[facet] ?? [];
    const counts = new Map((answer.facets[facet] ?? []).map(({value, count}) => [value, count]));
    const values = [...new Set([...counts.keys(), ...chosen])].filter(
      (value) => counts.get(value) || chosen.includes(value),
    );
    const options = values
      .map((value) => ({
        value,
        label: nameOf(facet, value),
        count: counts.get(value) ?? 0,
        isChosen: chosen.includes(value),
      }))
      .sort(inOrder(ORDER[facet]));
    if (options.length === 0) return [];
    // What every result has narrows nothing down.
    const narrows = answer.total > FEW && options.some(({count}) => count < answer.total);
    if (chosen.length === 0 && !narrows) return [];
    const shown = options.length <= SHOWN + 2 ? options.length : SHOWN;
    const title = text.filters.facets[facet];
    // What is chosen is always in sight.
    const isShown = (option: FilterOption, index: number) => index < shown || option.isChosen;
    const more = options.filter((option, index) => !isShown(option, index)).slice(0, OFFERED - shown);
    return [{param, title, options: options.filter(isShown), more, chosen: chosen.length}];
  });
}

function inOrder(order: readonly string[] | undefined) {
  return (one: FilterOption, other: FilterOption) =>
    order
      ? order.indexOf(one.value) - order.indexOf(other.value)
      : other.count - one.count || one.label.localeCompare(other.label);
}

/** What is chosen, each with the address of the search without it. */
export function chosenChips(request: SearchRequest, view: View, nameOf: NameOf): Chip[] {
  return FACETS.flatMap(({facet}) =>
    (request.filters[facet] ?? []).map((value) => ({
      label: nameOf(facet, value),
      href: searchHref(withoutFilter(request, facet, value), view),
    })),
  );
}
