import {type ISql} from '../../../db/client.ts';
import {withLettersSwapped} from './closeness.ts';

export interface NamedPlace {
  /** The normalised spelling it was found by. */
  spelling: string;
  id: string;
  name: string;
  kind: 'city' | 'town' | 'village' | 'suburb' | 'hamlet' | 'area';
  within: string | null;
  latitude: number;
  longitude: number;
  districtGss: string | null;
  population: number;
  /** In a district of our own areas, not only in a country we know of. */
  isOurs: boolean;
}

/** Places with exactly one of these normalised names; of one name, those of our own area first, then the larger. */
export async function listPlacesNamed(sql: ISql, names: string[]): Promise<NamedPlace[]> {
  if (names.length === 0) return [];
  return sql<NamedPlace[]>`
    select
      place_names.name as spelling,
      ${columns(sql)}
    from place_names
    join places on places.id = place_names.place_id
    where place_names.name = any(${names}::text[])
    order by is_ours desc, population desc, places.name
    limit 100
  `;
}

/** Places with a name that looks like this one, the likest first. */
export async function listPlacesLike(sql: ISql, name: string): Promise<(NamedPlace & {similarity: number})[]> {
  return sql<(NamedPlace & {similarity: number})[]>`
    select
      place_names.name as spelling,
      similarity(place_names.name, ${name}) as similarity,
      ${columns(sql)}
    from place_names
    join places on places.id = place_names.place_id
    where place_names.name % ${name} or place_names.name = any(${withLettersSwapped(name)}::text[])
    order by similarity desc, is_ours desc, population desc
    limit 20
  `;
}

const columns = (sql: ISql) => sql`
  places.id,
  places.name,
  places.kind,
  places.within,
  places.latitude,
  places.longitude,
  places.district_gss,
  places.population,
  exists (
    select from areas where areas.gss = places.district_gss and areas.kind <> 'country'
  ) as is_ours
`;
