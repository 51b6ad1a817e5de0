import type {ISql} from './client.ts';

export interface PlaceToSave {
  name: string;
  kind: 'city' | 'town' | 'village' | 'suburb' | 'hamlet' | 'area';
  within: string | null;
  latitude: number;
  longitude: number;
  /** The district's code, or the country's while the district is unknown. */
  gss: string | null;
  population: number;
  /** Every normalised spelling it is to be found by. */
  spellings: string[];
}

/** Makes the places of one source exactly these: new ones are added, gone ones go, and no other source is touched. */
export async function savePlaces(sql: ISql, source: string, places: PlaceToSave[]): Promise<void> {
  // As text: the driver would otherwise write the list as JSON again for each statement.
  const list = JSON.stringify(places);
  await sql`
    insert into places (name, kind, "within", latitude, longitude, district_gss, population, source)
    select distinct on (name, latitude, longitude)
      name, kind, "within", latitude, longitude, gss, population, ${source}
    from jsonb_to_recordset(${list}::text::jsonb) as row
      (name text, kind text, "within" text, latitude real, longitude real, gss text, population integer)
    on conflict (name, latitude, longitude) do update
    set kind = excluded.kind, "within" = excluded.within, district_gss = excluded.district_gss, population = excluded.population
    where places.source = excluded.source
  `;
  await sql`
    delete from places
    where source = ${source}
      and (name, latitude, longitude) not in (
        select name, latitude, longitude
        from jsonb_to_recordset(${list}::text::jsonb) as row (name text, latitude real, longitude real)
      )
  `;
  await sql`
    delete from place_names
    using places
    where places.id = place_names.place_id and places.source = ${source}
  `;
  await sql`
    insert into place_names (name, place_id)
    select distinct spelling, places.id
    from jsonb_to_recordset(${list}::text::jsonb) as row (name text, latitude real, longitude real, spellings jsonb)
    join places using (name, latitude, longitude)
    cross join jsonb_array_elements_text(row.spellings) as spelling
    where places.source = ${source}
  `;
}
