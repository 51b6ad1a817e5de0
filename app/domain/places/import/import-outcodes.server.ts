import type {ISql} from '../../../../db/client.ts';
import {normalisePlaceName} from '../../../../db/places-normalise.ts';
import {readRows, type ImportCount} from './read-csv.ts';

/** The country codes such files use, and the standard ones. Jersey, Guernsey and Man have none, and no services of ours. */
const COUNTRIES: Record<string, string> = {ENG: 'E92000001', SCT: 'S92000003', WLS: 'W92000004', NIR: 'N92000002'};

/**
 * Loads the outcodes of the country from a CSV with a header: `postcode` (or `outcode`), `latitude`, `longitude` and, where
 * known, `city` (or `town`), `county` (the council) and `country_code`. A centre worked out from real postcodes and a
 * town we already have are better than those of such a list, and stay.
 */
export async function importOutcodes(sql: ISql, file: string): Promise<ImportCount> {
  const rows = await readRows(file);
  if (!rows[0] || !('latitude' in rows[0])) {
    throw new Error(`${file}: expected a header with postcode, latitude and longitude`);
  }
  const districts = await listDistrictCodes(sql);
  const rejected = new Map<string, number>();
  const outcodes = new Map<string, object>();
  for (const row of rows) {
    const outcode = (row['outcode'] ?? row['postcode'] ?? '').toUpperCase();
    const [latitude, longitude] = [Number(row['latitude'] || NaN), Number(row['longitude'] || NaN)];
    const problem = !/^[A-Z]{1,2}[0-9][A-Z0-9]?$/.test(outcode)
      ? 'not an outcode'
      : latitude >= 49 && latitude <= 61 && longitude >= -9 && longitude <= 2.5
        ? null
        : 'no position in the United Kingdom';
    if (problem) {
      rejected.set(problem, (rejected.get(problem) ?? 0) + 1);
      continue;
    }
    const town = row['town'] || row['city'] || null;
    const gss = districts.get(normalisePlaceName(row['county'] ?? '')) ?? COUNTRIES[row['country_code'] ?? ''] ?? null;
    outcodes.set(outcode, {outcode, latitude, longitude, town, gss});
  }
  const list = JSON.stringify([...outcodes.values()]);
  const {count} = await sql`
    insert into outcodes (outcode, latitude, longitude, town, district_gss, source)
    select outcode, latitude, longitude, town, gss, 'outcodes'
    from jsonb_to_recordset(${list}::text::jsonb) as row
      (outcode text, latitude real, longitude real, town text, gss text)
    on conflict (outcode) do update
    set latitude = excluded.latitude, longitude = excluded.longitude, town = excluded.town, district_gss = excluded.district_gss
    where outcodes.source = excluded.source
      and (outcodes.latitude, outcodes.longitude, outcodes.town, outcodes.district_gss)
        is distinct from (excluded.latitude, excluded.longitude, excluded.town, excluded.district_gss)
  `;
  const {count: towns} = await sql`
    update outcodes
    set town = row.town
    from jsonb_to_recordset(${list}::text::jsonb) as row (outcode text, town text)
    where outcodes.outcode = row.outcode and outcodes.town is null and row.town is not null
  `;
  return {read: rows.length, changed: count + towns, rejected};
}

/** The codes of our council areas by their normalised name. */
export async function listDistrictCodes(sql: ISql): Promise<Map<string, string>> {
  const rows = await sql<{name: string; gss: string}[]>`
    select name, gss
    from areas
    where gss is not null and kind in ('district', 'unitary')
  `;
  return new Map(rows.map((row) => [normalisePlaceName(row.name), row.gss]));
}
