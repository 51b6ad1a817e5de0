import type {ListingCard, ListingCost, ListingPoint} from '../../../search/document-schema.ts';
import type {SearchPlace} from '../../../search/search-schema.ts';
import type {ServerText} from '../../i18n/en-server.ts';
import {describeTimes} from './describe-times.ts';
import {describeCheck} from './describe-check.ts';

/** A card as it is shown: words only, so that a page of them stays small. */
export interface CardView {
  number: number;
  href: string;
  name: string;
  /** Said of what is not what was asked for. */
  mayHelp: string | null;
  organisation: string | null;
  summary: string;
  when: string | null;
  where: string;
  distance: string | null;
  cost: string;
  space: {words: string; isFull: boolean} | null;
  checked: {words: string; isStale: boolean};
  /** For the map: where its pin stands. */
  point: {latitude: number; longitude: number} | null;
}

interface Seen {
  place: SearchPlace | null;
  /** The search it was found by, so that opening it can be counted. */
  searchId?: string;
  /** 'YYYY-MM-DD' */
  today: string;
  text: ServerText;
  /** Numbers of what that search found beside what was asked for. */
  others?: ReadonlySet<number>;
}

/** More lines than this are for the listing's own page. */
const MOST_TIMES = 2;

/** Puts a listing in a result into words. */
export function cardView(card: ListingCard, {place, searchId, today, text, others}: Seen): CardView {
  const words = text.cardWords;
  const point = nearestPoint(card.points, place);
  return {
    number: card.number,
    href: `/services/${card.slug}${searchId ? `?from=${searchId}` : ''}`,
    name: card.name,
    mayHelp: others?.has(card.number) ? text.results.mayHelp : null,
    organisation: card.organisation === card.name ? null : card.organisation,
    summary: card.summary,
    when: whenInWords(card, text),
    where: whereInWords(card, point, words),
    distance: point && card.distanceMiles !== null ? words.milesAway(card.distanceMiles) : null,
    cost: costInWords(card, words),
    space: spaceInWords(card, text),
    checked: describeCheck(card.checkedOn, today, words),
    point: point && {latitude: point.latitude, longitude: point.longitude},
  };
}

/** Times in words, by the list of times itself: search keeps a listing's for as long as they stay the same. */
const keptTimes = new WeakMap<ListingCard['times'], Map<ServerText, string | null>>();

function whenInWords({times}: ListingCard, text: ServerText): string | null {
  const ofTimes = keptTimes.get(times) ?? new Map<ServerText, string | null>();
  keptTimes.set(times, ofTimes);
  if (!ofTimes.has(text)) ofTimes.set(text, timesInWords(times, text));
  return ofTimes.get(text) ?? null;
}

function timesInWords(times: ListingCard['times'], text: ServerText): string | null {
  const lines = describeTimes(times, text);
  if (lines.length === 0) return null;
  const shown = lines.slice(0, MOST_TIMES).join(' · ');
  return lines.length > MOST_TIMES ? `${shown} · ${text.cardWords.moreTimes}` : shown;
}

function whereInWords(card: ListingCard, point: ListingPoint | null, words: ServerText['cardWords']): string {
  const covers = card.coversNames.length > 0 ? words.covers(card.coversNames.join(', ')) : '';
  const comesHow = card.how.filter((how) => how !== 'in-person').map((how) => words.how[how]);
  if (point) {
    const at = [point.venue, point.town].filter(Boolean).join(', ') || (point.postcode ?? '');
    const others = card.points.length - 1;
    return others > 0 ? `${at} ${words.otherPlaces(others)}` : at;
  }
  return [...(comesHow.length > 0 ? comesHow : covers ? [] : [words.how['in-person']]), covers]
    .filter(Boolean)
    .join(' · ');
}

/** The nearest of its places. On this scale a flat map with narrowed longitudes orders as the globe does. */
function nearestPoint(points: ListingPoint[], place: SearchPlace | null): ListingPoint | null {
  if (!place) return points[0] ?? null;
  const narrowing = Math.cos((place.latitude * Math.PI) / 180);
  const squared = (point: ListingPoint) =>
    (point.latitude - place.latitude) ** 2 + ((point.longitude - place.longitude) * narrowing) ** 2;
  return points.reduce<ListingPoint | null>(
    (nearest, point) => (nearest && squared(nearest) <= squared(point) ? nearest : point),
    null,
  );
}

function costInWords({cost, isFree}: ListingCard, words: ServerText['cardWords']): string {
  if (isFree && cost.every(({amount}) => amount === 0 || amount === null)) return words.free;
  const prices = cost.filter((option): option is ListingCost & {amount: number} => option.amount !== null);
  const cheapest = prices.reduce<(typeof prices)[number] | null>(
    (least, option) => (least && least.amount <= option.amount ? least : option),
    null,
  );
  if (!cheapest) return words.askCost;
  if (cheapest.amount === 0) return cheapest.for ? words.freeFor(cheapest.for) : words.free;
  const price = words.pounds(cheapest.amount);
  const priced = cheapest.per ? words.each(price, cheapest.per) : price;
  if (prices.length > 1) return words.from(priced);
  return cheapest.for ? words.forWhom(priced, cheapest.for) : priced;
}

function spaceInWords({space, spaceHeardOn}: ListingCard, text: ServerText): CardView['space'] {
  const said = text.cardWords.space[space];
  if (!said) return null;
  return {
    words: spaceHeardOn ? text.cardWords.spaceHeard(said, text.listingWords.date(spaceHeardOn)) : said,
    isFull: space === 'full' || space === 'waiting-list',
  };
}
