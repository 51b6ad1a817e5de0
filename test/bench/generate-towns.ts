/** Where the generated services stand: thick in towns, thin in villages, a few out in the fields, as a county's really do. */
import type {ISql} from '../../db/client.ts';
import type {Chance} from './generate-random.ts';

/** The middle of Bracknell; the directory reaches 30 km from it each way. */
const CENTRE = {latitude: 51.4158, longitude: -0.75};
const REACH_KM = 30;
const KM_PER_DEGREE = 111.195;
const NARROWING = Math.cos((CENTRE.latitude * Math.PI) / 180);
/** Share of halls that stand anywhere at all. */
const SCATTERED = 0.08;
/** An outcode whose town we hold no people for. */
const USUAL_POPULATION = 9000;
const VILLAGE_POPULATION = 700;

interface Town {
  name: string;
  latitude: number;
  longitude: number;
  population: number;
  outcode: string;
  area: string;
}

export interface Spot {
  latitude: number;
  longitude: number;
  town: Town;
}

/** Towns and villages of the directory's own tables, within reach. Neighbouring outcodes stand for the towns beyond. */
export async function readTowns(sql: ISql): Promise<Town[]> {
  const rows = await sql<Town[]>`
    with centres as (
      select name, latitude, longitude, coalesce(nullif(population, 0), ${VILLAGE_POPULATION}) as population, district_gss
      from places
      where kind <> 'area'
      union all
      select town, latitude, longitude, ${USUAL_POPULATION}, district_gss
      from outcodes
      where town not in (select name from places)
    )
    select
      centres.name, centres.latitude, centres.longitude, centres.population,
      nearest.outcode, coalesce(areas.key, 'england') as area
    from centres
    left join areas on areas.gss = centres.district_gss
    cross join lateral (
      select outcode
      from outcodes
      order by (outcodes.latitude - centres.latitude) ^ 2 + ((outcodes.longitude - centres.longitude) * 0.62) ^ 2
      limit 1
    ) nearest
    order by centres.name, centres.latitude
  `;
  return rows.filter(isWithinReach);
}

export function makeSpots(towns: Town[], chance: Chance): () => Spot {
  const weighted = towns.map((town) => [town, town.population] as const);
  return () => {
    if (chance.happens(SCATTERED)) return scattered(towns, chance);
    for (;;) {
      const town = chance.weighted(weighted);
      // A town of 174,000 spreads over about 3 km from its middle, a village over a few hundred metres.
      const spreadKm = 0.3 + 2.6 * Math.sqrt(town.population / 174_000);
      const spot = moved(town, chance.bell() * spreadKm, chance.bell() * spreadKm);
      if (isWithinReach(spot)) return {...spot, town};
    }
  };
}

function scattered(towns: Town[], chance: Chance): Spot {
  const far = () => (chance.next() * 2 - 1) * REACH_KM;
  const spot = moved(CENTRE, far(), far());
  const away = (town: Town) =>
    (town.latitude - spot.latitude) ** 2 + ((town.longitude - spot.longitude) * NARROWING) ** 2;
  return {...spot, town: towns.reduce((nearest, town) => (away(town) < away(nearest) ? town : nearest))};
}

function moved(from: {latitude: number; longitude: number}, northKm: number, eastKm: number) {
  const round = (degrees: number) => Math.round(degrees * 1e6) / 1e6;
  return {
    latitude: round(from.latitude + northKm / KM_PER_DEGREE),
    longitude: round(from.longitude + eastKm / (KM_PER_DEGREE * NARROWING)),
  };
}

function isWithinReach({latitude, longitude}: {latitude: number; longitude: number}) {
  const northKm = Math.abs(latitude - CENTRE.latitude) * KM_PER_DEGREE;
  const eastKm = Math.abs(longitude - CENTRE.longitude) * KM_PER_DEGREE * NARROWING;
  return northKm <= REACH_KM && eastKm <= REACH_KM;
}
