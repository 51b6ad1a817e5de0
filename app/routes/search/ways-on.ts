import type {SearchAnswer, SearchRequest, SearchSuggestion} from '../../../search/search-schema.ts';
import {FACETS} from '../../../search/search-schema.ts';
import type {ServerText} from '../../i18n/en-server.ts';
import type {NameOf} from './filters-view.ts';
import {searchHref, type View} from './search-address.ts';

interface WayOn {
  words: string;
  /** How much it would find. */
  found: string;
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
  const where = answer.place?.label ?? null;
  return answer.suggestions.map((suggestion) => ({
    words: inWords(suggestion, {request, where}, nameOf, text.results),
    found: text.results.fewFound(suggestion.count),
    href: searchHref(suggestion.request, view),
  }));
}

function inWords(
  suggestion: SearchSuggestion,
  asked: {request: SearchRequest; where: string | null},
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
      return words.dropFilter(droppedNames(asked.request, request, nameOf) || detail);
    case 'drop-words':
      return words.dropWord(detail);
    case 'need':
      return words.need(nameOf('need', detail));
    case 'everything':
      return asked.where === null ? words.startAgain : words.startAgainNear(asked.where);
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
