/** Which of many matches are worth weighing: a page shows twenty of them. */
import type {Atlas, AtlasEntry} from './atlas.ts';
import {each, type Bits} from './bits.ts';
import {quality} from './ranking.ts';
import type {LatLng} from './distance.ts';

/** Being mainly for what was asked comes before being for it as well; beyond this the place it has among its tokens no longer matters. */
const LAST_PLACE = 12;

/**
 * Numbers of at most `limit` of the listings in `bits`: half of them those that are most about `answers` and of the best standing, half those nearest to `centre`
 * (all for the first where there is none). Fewer when the two halves overlap.
 */
export function chooseHits(
  atlas: Atlas,
  bits: Bits,
  {answers, centre, limit}: {answers: ReadonlySet<string>; centre: LatLng | null; limit: number},
): number[] {
  const found: AtlasEntry[] = [];
  each(bits, (place) => found.push(atlas.at(place)));
  if (found.length <= limit) return found.map(({number}) => number);
  const half = centre ? Math.ceil(limit / 2) : limit;
  const chosen = least(found, half, (entry) => placeAmong(entry, answers) * 101 + 100 - quality(entry));
  const near = centre ? least(found, limit - half, (entry) => flatDistance(entry, centre)) : [];
  return [...new Set([...chosen, ...near].map(({number}) => number))];
}

/** The `count` entries for which `measure` is least; of equals those that come first. */
function least(entries: AtlasEntry[], count: number, measure: (entry: AtlasEntry) => number): AtlasEntry[] {
  const measures = Float64Array.from(entries, measure);
  const most = measures.slice().sort()[count - 1]!;
  const below = entries.filter((_, index) => measures[index]! < most);
  const equal = entries.filter((_, index) => measures[index] === most);
  return [...below, ...equal.slice(0, count - below.length)];
}

function placeAmong({tokens}: AtlasEntry, answers: ReadonlySet<string>): number {
  if (answers.size === 0) return 0;
  const place = tokens.findIndex((token) => answers.has(token));
  return place < 0 ? LAST_PLACE : Math.min(place, LAST_PLACE);
}

/** Good for ordering only: on this scale a flat map with narrowed longitudes orders as the globe does. */
function flatDistance({points}: AtlasEntry, centre: LatLng): number {
  const narrowing = Math.cos((centre.latitude * Math.PI) / 180);
  let nearest = Infinity;
  for (const {latitude, longitude} of points) {
    const [north, east] = [latitude - centre.latitude, (longitude - centre.longitude) * narrowing];
    nearest = Math.min(nearest, north * north + east * east);
  }
  return nearest;
}
