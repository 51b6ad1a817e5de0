import path from 'node:path';
import {z} from 'zod';
import type {ISql} from '../client.ts';
import {readSeed} from './read-seed.ts';

const wardShape = z.strictObject({
  gss: z.string().regex(/^[A-Z]\d{8}$/),
  name: z.string().min(1),
  /** Names of postcodes.csv, each in one ward. */
  places: z.array(z.string().min(1)).min(1),
});

/** The district whose wards they are: a key of areas.yaml. */
const DISTRICT = 'bracknell-forest';

/**
 * Names the wards of the demonstration and says which of its postcodes lie in them, after these have been loaded.
 * Loading twice changes nothing; what a real import brought stays.
 */
export async function loadWards(sql: ISql, folder: string): Promise<void> {
  const wards = await readSeed(path.join(folder, 'wards.yaml'), wardShape);
  await sql`
    insert into wards (gss, name, district, source)
    select ward.gss, ward.name, areas.name, 'demonstration'
    from jsonb_to_recordset(${sql.json(wards)}) as ward (gss text, name text)
    join areas on areas.key = ${DISTRICT}
    on conflict (gss) do update set name = excluded.name, district = excluded.district
    where wards.source = excluded.source
  `;
  await sql`
    update postcodes
    set ward_gss = ward.gss
    from jsonb_to_recordset(${sql.json(wards)}) as ward (gss text, places text[])
    join areas on areas.key = ${DISTRICT}
    where
      postcodes.source = 'demonstration'
      and postcodes.place = any(ward.places)
      and postcodes.district_gss = areas.gss
      and postcodes.ward_gss is distinct from ward.gss
  `;
}
