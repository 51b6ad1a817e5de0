import {readFile} from 'node:fs/promises';
import path from 'node:path';
import {parse as parseCsv} from 'csv-parse/sync';
import {parse as parseYaml} from 'yaml';
import type {z} from 'zod';
import type {ISql} from '../client.ts';
import {normalisePlaceName} from '../places-normalise.ts';
import {savePlaces} from '../save-places.ts';
import {centresOfAreas} from './area-centres.ts';
import {loadWards} from './load-wards.ts';
import {areaShape, outcodeShape, placeShape, postcodeShape, type SeedArea} from './place-shapes.ts';

/** Seed rows carry this source; a real import replaces them, and loading the seed again never replaces a real import. */
const SOURCE = 'demonstration';

/**
 * Loads areas, postcodes, wards, outcodes and named places from the seed folder (areas.yaml, postcodes.csv, wards.yaml,
 * outcodes.csv, places.yaml). Loading twice changes nothing; a place taken out of the file goes; what a real import brought stays.
 * @throws naming the file, the entry and the field, when the files hold a mistake.
 */
export async function loadPlaces(sql: ISql, folder: string): Promise<void> {
  const areas = await readRows(folder, 'areas.yaml', areaShape, 'key');
  const places = await readRows(folder, 'places.yaml', placeShape, 'name');
  const postcodes = await readRows(folder, 'postcodes.csv', postcodeShape, 'postcode');
  const outcodes = await readRows(folder, 'outcodes.csv', outcodeShape, 'outcode');

  const areaOf = new Map(areas.map((area) => [area.key, area]));
  const codeOf = (file: string, entry: string, key: string | null): string | null => {
    if (key === null) return null;
    const area = areaOf.get(key);
    if (!area) throw new Error(`${file}: ${entry}: district: '${key}' is not in areas.yaml`);
    // Berkshire has no code of its own; what holds it has.
    return area.gss ?? codeOf('areas.yaml', key, area.within ?? null);
  };

  await saveAreas(sql, areas);
  await savePostcodes(
    sql,
    postcodes.map((row) => ({...row, gss: codeOf('postcodes.csv', row.postcode, row.district)})),
  );
  await loadWards(sql, folder);
  await saveOutcodes(
    sql,
    outcodes.map((row) => ({...row, gss: codeOf('outcodes.csv', row.outcode, row.district)})),
  );
  await savePlaces(
    sql,
    SOURCE,
    [...places, ...centresOfAreas(areas, places)].map((row) => ({
      name: row.name,
      kind: row.kind,
      within: row.within ?? null,
      latitude: row.lat,
      longitude: row.lng,
      gss: codeOf('places.yaml', row.name, row.district),
      population: row.population,
      spellings: [...new Set([row.name, ...row.also].map(normalisePlaceName))].filter((name) => name !== ''),
    })),
  );
}

async function saveAreas(sql: ISql, areas: SeedArea[]): Promise<void> {
  await sql`
    insert into areas (key, gss, name, kind, within_key)
    select key, gss, name, kind, "within"
    from jsonb_to_recordset(${sql.json(areas)}) as row (key text, gss text, name text, kind text, "within" text)
    on conflict (key) do update
    set gss = excluded.gss, name = excluded.name, kind = excluded.kind, within_key = excluded.within_key
  `;
}

async function savePostcodes(sql: ISql, rows: (z.infer<typeof postcodeShape> & {gss: string | null})[]): Promise<void> {
  await sql`
    insert into postcodes (postcode, latitude, longitude, district_gss, place, source)
    select postcode, lat, lng, gss, nullif(place, ''), ${SOURCE}
    from jsonb_to_recordset(${sql.json(rows)}) as row (postcode text, lat real, lng real, gss text, place text)
    on conflict (postcode) do update
    set latitude = excluded.latitude, longitude = excluded.longitude, district_gss = excluded.district_gss, place = excluded.place
    where postcodes.source = ${SOURCE}
  `;
}

async function saveOutcodes(sql: ISql, rows: (z.infer<typeof outcodeShape> & {gss: string | null})[]): Promise<void> {
  await sql`
    insert into outcodes (outcode, latitude, longitude, town, district_gss, source)
    select outcode, lat, lng, nullif(town, ''), gss, ${SOURCE}
    from jsonb_to_recordset(${sql.json(rows)}) as row (outcode text, lat real, lng real, gss text, town text)
    on conflict (outcode) do update
    set latitude = excluded.latitude, longitude = excluded.longitude, district_gss = excluded.district_gss, town = excluded.town
    where outcodes.source = ${SOURCE}
  `;
}

async function readRows<Shape extends z.ZodType>(
  folder: string,
  file: string,
  shape: Shape,
  nameField: string,
): Promise<z.output<Shape>[]> {
  const text = await readFile(path.join(folder, file), 'utf8');
  const rows: unknown = file.endsWith('.csv')
    ? parseCsv(text, {columns: true, bom: true, trim: true})
    : parseYaml(text);
  if (!Array.isArray(rows)) throw new Error(`${file}: should be a list`);
  return rows.map((row: unknown, index) => {
    const read = shape.safeParse(row);
    if (read.success) return read.data;
    const problem = read.error.issues[0];
    const entry = (row as Record<string, unknown> | null)?.[nameField] ?? `entry ${index + 1}`;
    throw new Error(`${file}: ${entry}: ${problem?.path.join('.') || 'the entry'}: ${problem?.message}`);
  });
}
