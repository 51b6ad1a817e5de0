import {normalisePlaceName} from '../../../../db/places-normalise.ts';
import {type PlaceToSave} from '../../../../db/save-places.ts';
import {milesBetween} from '../../../../search/atlas/distance.ts';

/** From this size on a place is known well enough to say where another one is. */
const KNOWN_POPULATION = 10_000;

/**
 * Places of a list without districts that share a name say which known town they are near: 'Yatton, near Clevedon'. The largest of
 * a name stands alone when it is a known town itself: 'Newport' is the one in Wales.
 */
export function toldApart(places: PlaceToSave[]): PlaceToSave[] {
  const towns = places.filter(({population}) => population >= KNOWN_POPULATION);
  const byName = new Map<string, PlaceToSave[]>();
  for (const place of places) {
    const name = normalisePlaceName(place.name);
    byName.set(name, [...(byName.get(name) ?? []), place]);
  }
  const nearOf = new Map<PlaceToSave, string>();
  for (const [name, namesakes] of byName) {
    if (namesakes.length < 2) continue;
    const taken = new Set<string>();
    const [largest, ...rest] = namesakes.toSorted((a, b) => b.population - a.population) as [
      PlaceToSave,
      ...PlaceToSave[],
    ];
    for (const place of largest.population >= KNOWN_POPULATION ? rest : [largest, ...rest]) {
      const near = nearestTown(place, towns, (town) => normalisePlaceName(town) === name || taken.has(town));
      if (!near) continue;
      taken.add(near);
      nearOf.set(place, near);
    }
  }
  return places.map((place) => {
    const near = nearOf.get(place);
    return near && !place.within ? {...place, within: `near ${near}`} : place;
  });
}

function nearestTown(place: PlaceToSave, towns: PlaceToSave[], isNoHelp: (name: string) => boolean): string | null {
  let nearest: {name: string; miles: number} | null = null;
  for (const town of towns) {
    if (isNoHelp(town.name)) continue;
    const miles = milesBetween(place, town);
    if (!nearest || miles < nearest.miles) nearest = {name: town.name, miles};
  }
  return nearest?.name ?? null;
}
