import type {SearchAnswer, SearchRequest, SearchSuggestion} from '../../../search/search-schema.ts';
import {FACETS} from '../../../search/search-schema.ts';
import type {ServerText} from '../../i18n/en-server.ts';
import type {NameOf} from './filters-view.ts';
import {changed, searchHref, type View} from './search-address.ts';

interface WayOn {
  words: string;
  /** How much it would find; null when nobody has counted. */
  found: string | null;
  href: string;
}

/** What to try when there is little or nothing: each with how much it would find. */
export function waysOn(
  request: SearchRequest,
  answer: SearchAnswer,
  view: View,
  nameOf: NameOf,
  text: ServerText,
): WayOn[] {
  const ways: WayOn[] = answer.suggestions.map((suggestion) => ({
    words: inWords(suggestion, request, nameOf, text.results),
    found: text.results.fewFound(suggestion.count),
    href: searchHref(suggestion.request, view),
  }));
  if (answer.total > 0) return ways;
  const {place} = answer;
  const words = place ? text.results.startAgainNear(place.label) : text.results.startAgain;
  return [...ways, {words, found: null, href: searchHref(changed(request, {q: '', filters: {}}), view)}];
}

function inWords(
  suggestion: SearchSuggestion,
  asked: SearchRequest,
  nameOf: NameOf,
  words: ServerText['results'],
): string {
  const {kind, request, detail = ''} = suggestion;
  switch (kind) {
    case 'spelling':
      return words.spelling(detail || request.q);
    case 'wider':
      return request.within === null ? words.widerToAny : words.widerTo(request.within);
    case 'drop-filter':
      return words.dropFilter(droppedNames(asked, request, nameOf) || detail);
    case 'drop-words':
      return words.dropWord(detail);
    case 'need':
      return words.need(nameOf('need', detail));
  }
}

/** The names of the values that a suggestion leaves out. */
function droppedNames(asked: SearchRequest, suggested: SearchRequest, nameOf: NameOf): string {
  return FACETS.flatMap(({facet}) =>
    (asked.filters[facet] ?? [])
      .filter((value) => !suggested.filters[facet]?.includes(value))
      .map((value) => nameOf(facet, value)),
  ).join(', ');
}
