import type {ISql} from '../../../db/client.ts';
import type {MapBounds} from '../../../search/search-schema.ts';

/** A named place as a map without pictures shows it. */
export interface MapPlace {
  name: string;
  kind: 'city' | 'town' | 'village' | 'suburb' | 'hamlet';
  latitude: number;
  longitude: number;
}

/** More names than fit on any screen; the map leaves out those that would overlap. */
const MOST = 60;

/** The named places inside the bounds, the largest first. Areas are left out: a name for all of a county is nowhere. */
export async function listPlacesInView(sql: ISql, {west, south, east, north}: MapBounds): Promise<MapPlace[]> {
  return sql<MapPlace[]>`
    select name, kind, latitude, longitude
    from (
      select distinct on (name, round(latitude::numeric, 1), round(longitude::numeric, 1))
        name, kind, latitude, longitude, population
      from places
      where kind <> 'area'
        and latitude between ${south} and ${north}
        and longitude between ${west} and ${east}
      order by name, round(latitude::numeric, 1), round(longitude::numeric, 1), population desc
    ) as places
    order by
      population desc,
      array_position(array['city', 'town', 'village', 'suburb', 'hamlet'], kind),
      name
    limit ${MOST}
  `;
}
