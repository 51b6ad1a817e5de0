import {normalisePlaceName} from '../places-normalise.ts';
import type {SeedArea, SeedPlace} from './place-shapes.ts';

/** A county of which only a corner is known has no honest centre: it needs this many districts here. */
const DISTRICTS_FOR_A_COUNTY = 5;
const PLACES_FOR_A_CENTRE = 3;

/**
 * People also type the name of a council area ('Bracknell Forest', 'Berkshire'). Gives each area that no place is
 * already named after a point of its own: the middle of its places, weighed by the people who live in them.
 */
export function centresOfAreas(areas: SeedArea[], places: SeedPlace[]): SeedPlace[] {
  const placeNames = new Set(places.flatMap((place) => [place.name, ...place.also]).map(normalisePlaceName));
  const parentOf = new Map(areas.map((area) => [area.key, area.within]));
  const liesIn = (key: string | undefined, area: string): boolean =>
    key !== undefined && (key === area || liesIn(parentOf.get(key), area));

  return areas.flatMap((area): SeedPlace[] => {
    if (area.kind === 'country' || placeNames.has(normalisePlaceName(area.name))) return [];
    const districts = areas.filter((other) => other.within === area.key).length;
    if (area.kind === 'county' && districts < DISTRICTS_FOR_A_COUNTY) return [];
    const inside = places.filter((place) => liesIn(place.district ?? undefined, area.key));
    if (inside.length < PLACES_FOR_A_CENTRE) return [];
    const weight = (place: SeedPlace) => Math.max(place.population, 100);
    const total = inside.reduce((sum, place) => sum + weight(place), 0);
    const mean = (value: (place: SeedPlace) => number) =>
      Number((inside.reduce((sum, place) => sum + value(place) * weight(place), 0) / total).toFixed(4));
    return [
      {
        name: area.name,
        kind: 'area',
        also: [],
        lat: mean((place) => place.lat),
        lng: mean((place) => place.lng),
        district: area.key,
        population: 0,
      },
    ];
  });
}
