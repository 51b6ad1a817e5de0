import type {Text} from '../../i18n/en.ts';
import type {LatLng, MapData, MapFeature, MapPlace} from './map-data.ts';

/** The map stops here: what still lies together at this zoom stands on one spot, and is shown as a list. */
export const CLOSEST_ZOOM = 17;

/** A pin as it is drawn and said. */
export interface PinView extends LatLng {
  /** The same from one answer to the next, so that a pin that stays keeps its focus. */
  key: string;
  /** A letter of the list, a count, or nothing. */
  face: string;
  look: 'letter' | 'dot' | 'spot' | 'few' | 'many' | 'crowd';
  /** What is said of it. */
  name: string;
  /** What its button says: the same, and what pressing does. */
  label: string;
  feature: MapFeature;
}

/** Pins for everything in view: first those of the list on this page, by letter, then from north to south. */
export function pinViews(data: MapData, letters: Map<number, string>, words: Text['map']): PinView[] {
  return data.features
    .map((feature) =>
      feature.type === 'listing' ? listingPin(feature, letters, words) : clusterPin(feature, data.places, words),
    )
    .sort((one, other) => orderOf(one).localeCompare(orderOf(other)) || other.latitude - one.latitude);
}

/** A cluster that zooming cannot part. */
export function standsOnOneSpot(feature: MapFeature): boolean {
  return feature.type === 'cluster' && feature.expansionZoom > CLOSEST_ZOOM;
}

const orderOf = (pin: PinView) => (pin.look === 'letter' ? pin.face : 'ZZ');

function listingPin(
  feature: MapFeature & {type: 'listing'},
  letters: Map<number, string>,
  words: Text['map'],
): PinView {
  const {latitude, longitude, name, number} = feature;
  const letter = letters.get(number);
  return {
    key: `${number}@${latitude},${longitude}`,
    latitude,
    longitude,
    face: letter ?? '',
    look: letter ? 'letter' : 'dot',
    name,
    label: letter ? words.pinInList(letter, name) : name,
    feature,
  };
}

function clusterPin(feature: MapFeature & {type: 'cluster'}, places: MapPlace[], words: Text['map']): PinView {
  const {latitude, longitude, count} = feature;
  const place = nearestName(feature, places);
  const name = place ? words.togetherNear(count, place) : words.together(count);
  return {
    key: `${count}@${latitude},${longitude}`,
    latitude,
    longitude,
    face: count < 10_000 ? String(count) : `${Math.round(count / 1000)}k`,
    look: standsOnOneSpot(feature) ? 'spot' : count < 10 ? 'few' : count < 100 ? 'many' : 'crowd',
    name,
    label: standsOnOneSpot(feature) ? words.openList(name) : words.lookCloser(name),
    feature,
  };
}

/** About two miles, in degrees of latitude: farther off, a name would mislead. */
const NEAR = 0.03;

function nearestName({latitude, longitude}: LatLng, places: MapPlace[]): string | null {
  const narrowing = Math.cos((latitude * Math.PI) / 180);
  let nearest: {name: string | null; apart: number} = {name: null, apart: NEAR};
  for (const place of places) {
    const apart = Math.hypot(place.latitude - latitude, (place.longitude - longitude) * narrowing);
    if (apart < nearest.apart) nearest = {name: place.name, apart};
  }
  return nearest.name;
}
