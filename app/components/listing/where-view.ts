import type {AccessFeature, Listing, ListingPlace} from '../../domain/directory/listing-schema.ts';
import type {ServerText} from '../../i18n/en-server.ts';
import {phoneView, type PhoneView} from './contact-view.ts';
import {readPlainText, safeUrl, type TextBlock} from './plain-text.ts';

export interface AccessView {
  name: string;
  /** Of a name that is on no list of ours: the publisher's own words. */
  lang?: string;
  details: string | null;
  href: string | null;
}
export interface PlaceView {
  name: string;
  lines: string[];
  description: TextBlock[];
  phones: PhoneView[];
  access: AccessView[];
  /** Stands over its access where there are several. */
  accessTitle: string;
  position: {latitude: number; longitude: number} | null;
  mapHref: string | null;
  directionsHref: string | null;
}
export interface WhereView {
  places: PlaceView[];
  /** How many, where there is more than one. */
  count: string | null;
  /** Those that are shown at first, and the words to see the rest. */
  shown: number;
  more: string;
  /** 'They come to you at home.' and whom it is for by area. */
  lines: string[];
}

/** A chain with forty branches shows these first. */
const MOST_PLACES = 6;

/** Where it is, or how it comes to people. */
export function whereView(listing: Listing, text: ServerText): WhereView {
  const words = text.listingWords;
  const places = listing.places.filter((place) => !place.isVirtual).map((place) => placeView(place, text));
  const other = listing.delivery.filter((way) => way !== 'in-person');
  // What comes to people's homes is met there: no other place is to be asked for.
  const all = listing.delivery.includes('at-home') ? other : listing.delivery;
  const ways = places.length === 0 ? all.map((way) => words.how[way]) : other.length > 0 ? [words.alsoHow(other)] : [];
  return {
    places,
    count: places.length > 1 ? words.placesCount(places.length) : null,
    shown: MOST_PLACES,
    more: words.morePlaces(places.length - MOST_PLACES),
    lines: [...ways, ...(listing.areas.length > 0 ? [words.covers(words.list(listing.areas))] : [])],
  };
}

function placeView(place: ListingPlace, text: ServerText): PlaceView {
  const lines = place.address?.lines ?? [];
  // Without a name the first line of the address is the heading, and is not said twice.
  const name = place.name ?? lines[0] ?? '';
  const {latitude, longitude} = place;
  const position = latitude !== null && longitude !== null ? {latitude, longitude} : null;
  const at = position && `${position.latitude},${position.longitude}`;
  return {
    name,
    lines: lines.filter((line) => line.toLowerCase() !== name.toLowerCase()),
    description: readPlainText(place.description),
    phones: place.phones.map((phone) => phoneView(phone, text.listingWords)),
    access: place.access.map((feature) => accessView(feature, text.terms.access)),
    accessTitle: text.listingWords.accessAt(name),
    position,
    // Only links: nothing is fetched from there unless the visitor goes.
    mapHref: mapHref(position, place.address?.postcode ? lines : []),
    directionsHref:
      at && `https://www.openstreetmap.org/directions?to=${encodeURIComponent(at)}#map=15/${at.replace(',', '/')}`,
  };
}

/** The spot itself, or what the map finds for the address. */
function mapHref(position: PlaceView['position'], address: string[]): string | null {
  if (position) {
    const {latitude, longitude} = position;
    return `https://www.openstreetmap.org/?mlat=${latitude}&mlon=${longitude}#map=17/${latitude}/${longitude}`;
  }
  if (address.length === 0) return null;
  return `https://www.openstreetmap.org/search?query=${encodeURIComponent(address.join(', '))}`;
}

/** @param names of the language, by the keys of the access list */
export function accessView({key, name, details, url}: AccessFeature, names: Record<string, string>): AccessView {
  const known = key ? names[key] : undefined;
  return {name: known ?? name, lang: known ? undefined : 'en', details, href: safeUrl(url)};
}
