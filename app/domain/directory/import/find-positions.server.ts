import type {ISql} from '../../../../db/client.ts';
import type {Position} from './clean-position.ts';

/** The positions of postcodes from our own tables: the postcode itself, else the centre of its first half. */
export async function findPositions(sql: ISql, postcodes: string[]): Promise<Map<string, Position>> {
  if (postcodes.length === 0) return new Map();
  const rows = await sql<(Position & {asked: string})[]>`
    select
      asked,
      coalesce(postcodes.latitude, outcodes.latitude)::float8 as latitude,
      coalesce(postcodes.longitude, outcodes.longitude)::float8 as longitude
    from unnest(${[...new Set(postcodes)]}::text[]) as asked
    left join postcodes on postcodes.postcode = asked
    left join outcodes on outcodes.outcode = split_part(asked, ' ', 1)
    where coalesce(postcodes.latitude, outcodes.latitude) is not null
  `;
  return new Map(
    rows.map(({asked, latitude, longitude}) => [asked, {latitude: rounded(latitude), longitude: rounded(longitude)}]),
  );
}

/**
 * Places of a feed that had no position when they came, because the postcodes were loaded later. Says how many it put
 * on the map.
 */
export async function placeUnplaced(sql: ISql, feedId: string): Promise<number> {
  const unplaced = await sql<{id: string; postcode: string}[]>`
    select distinct on (locations.id) locations.id, addresses.postal_code as postcode
    from locations
    join addresses on addresses.location_id = locations.id
    where locations.feed_id = ${feedId}
      and locations.latitude is null
      and addresses.postal_code is not null
    order by locations.id, addresses.address_type, addresses.id
  `;
  const positions = await findPositions(
    sql,
    unplaced.map((location) => location.postcode),
  );
  const found = unplaced.flatMap(({id, postcode}) => {
    const position = positions.get(postcode);
    return position ? [{id, ...position}] : [];
  });
  if (found.length === 0) return 0;
  await sql`
    update locations
    set latitude = found.latitude, longitude = found.longitude, updated_at = now()
    from jsonb_to_recordset(${sql.json(found)}) as found (id uuid, latitude float8, longitude float8)
    where locations.id = found.id
  `;
  return found.length;
}

/** The tables keep single precision; five decimals are a metre. */
const rounded = (degrees: number) => Math.round(degrees * 100_000) / 100_000;
