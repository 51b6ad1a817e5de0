import type {PlaceFound, PlaceSuggestion} from '../../domain/places/find-place.server.ts';
import {
  areFew,
  isExact,
  matchesIn,
  PAGE_SIZE,
  SORTS,
  WITHIN_MILES,
  type SearchAnswer,
  type SearchRequest,
} from '../../../search/search-schema.ts';
import type {Vocabulary} from '../../../search/understanding/vocabulary.ts';
import {frameInWords, frameOf} from '../../../search/atlas/frame.ts';
import {plainWords} from '../../../search/understanding/words.ts';
import {cardView} from '../../components/results/card-view.ts';
import type {ServerText} from '../../i18n/en-server.ts';
import {careFirst} from './care-first.ts';
import {chosenChips, filterGroups, filterNames} from './filters-view.ts';
import {pageLinks} from './page-links.ts';
import {changed, searchHref, type View} from './search-address.ts';
import {waysOn} from './ways-on.ts';

interface Answered {
  request: SearchRequest;
  /** Null when no place was asked for. */
  found: PlaceFound | null;
  answer: SearchAnswer;
  view: View;
  vocabulary: Vocabulary;
  today: string;
  text: ServerText;
  /** Where the pictures of the map come from; null for a map without. */
  tiles: {url: string; attribution: string} | null;
}

export type ResultsView = ReturnType<typeof resultsView>;

/** Everything the results page shows, in words and addresses; the page itself decides nothing. */
export function resultsView({request, found, answer, view, vocabulary, today, text, tiles}: Answered) {
  const {place} = answer;
  const words = text.results;
  const nameOf = filterNames(vocabulary, text);
  const care = careFirst(request.q, [...answer.needs, ...(request.filters.need ?? [])]);
  const frame = place && frameOf(request);
  const first = (answer.page - 1) * PAGE_SIZE + 1;
  const count = {matches: matchesIn(answer), others: answer.others.size};
  return {
    title: text.search.title,
    isIndexed: false,
    id: answer.id,
    view,
    what: request.q,
    /** Words that are not to be mended: kept as filters change, and of no effect once others are typed. */
    exact: isExact(request) ? request.exact : null,
    where: request.near,
    heading: words.heading(count, place && keptTogether(place.label), request.q, frame !== null),
    total: answer.total,
    range: answer.pages > 1 ? words.range(first, first + answer.cards.length - 1, answer.total) : null,
    notices: [
      ...(answer.isDegraded ? [words.degraded] : []),
      // Another script, or no letters at all.
      ...(request.q !== '' && plainWords(request.q).length === 0 ? [words.unread] : []),
    ],
    care: care && {
      ...words.care[care.kind],
      help:
        care.need === null
          ? null
          : {
              words: words.need(nameOf('need', care.need)),
              href: searchHref(changed(request, {q: '', filters: {need: [care.need]}}), view),
            },
    },
    needs: answer.needs
      .filter((need) => !request.filters.need?.includes(need))
      .map((need) => ({
        name: nameOf('need', need),
        href: searchHref(changed(request, {q: '', filters: {...request.filters, need: [need]}}), view),
      })),
    mended: answer.mended === null ? null : mended(answer.mended, request, view),
    hasPlace: place !== null,
    placeNote: place && place.precision !== 'postcode' ? words.roughPlace(place.label) : null,
    unknownPlace: found && !found.ok ? unknownPlace(found.didYouMean, request, view, words) : null,
    namesakes: found?.ok && found.namesakes ? namesakes(found.namesakes, request, view, words) : null,
    within: place ? withinOptions(request, text) : [],
    sorts: SORTS.filter((sort) => sort !== 'nearest' || place).map((sort) => ({
      value: sort,
      label: text.filters.sorts[sort],
      isChosen: sort === request.sort,
    })),
    groups: filterGroups(request, answer, nameOf, text),
    chips: chosenChips(request, view, nameOf),
    clearHref: searchHref(changed(request, {filters: {}}), view),
    cards: answer.cards.map((card) => cardView(card, {place, searchId: answer.id, today, text, others: answer.others})),
    /** Where little is what was asked for, the rest has a heading of its own: from this card on. */
    firstOther: areFew(answer) ? answer.cards.filter(({number}) => !answer.others.has(number)).length : PAGE_SIZE,
    othersTitle: words.othersTitle(count.matches),
    othersNote: words.othersNote,
    ways: waysOn(request, answer, view, nameOf, text),
    ask: words.ask,
    mapNeedsScript: words.mapNeedsScript,
    waysTitle: words.fewTitle(count.matches),
    pages: pageLinks(answer.page, answer.pages, (page) => searchHref({...request, page}, view)),
    listHref: searchHref(request, 'list'),
    mapHref: searchHref(request, 'map'),
    /** The search as the map asks for it. */
    mapQuery: searchHref({...request, page: 1}).split('?')[1] ?? '',
    miles: frame ? null : request.within,
    /** What of the map was searched, where that was asked for in place of a distance. */
    frame,
    tiles,
    place: place && {latitude: place.latitude, longitude: place.longitude, label: place.label},
  };
}

function mended(words: string, request: SearchRequest, view: View) {
  return {words, typed: request.q, typedHref: searchHref(changed(request, {exact: request.q}), view)};
}

/** A postcode is one word to a reader: no line ends in the middle of it. */
function keptTogether(label: string) {
  return label.replace(/^(\S+) (\d[A-Z]{2})\b/, '$1\u00a0$2');
}

function unknownPlace(didYouMean: PlaceSuggestion[], request: SearchRequest, view: View, words: ServerText['results']) {
  return {
    says: words.unknownPlace(request.near),
    anywhere: words.anywhere,
    ask: words.didYouMean,
    didYouMean: places(didYouMean, request, view),
  };
}

function namesakes(offered: PlaceSuggestion[], request: SearchRequest, view: View, words: ServerText['results']) {
  const links = places(offered, request, view).map(({label, href}) => ({name: label, href}));
  return {title: words.namesakes, links};
}

function places(offered: PlaceSuggestion[], request: SearchRequest, view: View) {
  return offered.map(({label, near}) => ({label, href: searchHref(changed(request, {near}), view)}));
}

function withinOptions(request: SearchRequest, {filters}: ServerText) {
  const framed = request.frame && frameOf(request) ? frameInWords(request.frame) : null;
  const chosen = framed ?? String(request.within ?? 'any');
  return [
    ...(framed === null ? [] : [{value: framed, label: filters.onMap}]),
    ...WITHIN_MILES.map((miles) => ({value: String(miles), label: filters.within(miles)})),
    {value: 'any', label: filters.anyDistance},
  ].map((option) => ({...option, isChosen: option.value === chosen}));
}
