import type {ISql} from '../../../../db/client.ts';
import {readRows, type ImportCount} from './read-csv.ts';

/**
 * Loads the names of wards from a CSV of the Office for National Statistics, such as its lookup from wards to local
 * authority districts: `WD24CD`, `WD24NM` and, where there is one, `LAD24NM`, of any year. What is there already and is
 * not in the file stays: codes of older wards stand in older calls.
 */
export async function importWards(sql: ISql, file: string): Promise<ImportCount> {
  const rows = await readRows(file);
  const columns = Object.keys(rows[0] ?? {});
  const [code, name] = [/^wd\d\dcd$/, /^wd\d\dnm$/].map((shape) => columns.find((column) => shape.test(column)));
  const council = columns.find((column) => /^lad\d\dnm$/.test(column));
  if (!code || !name) throw new Error(`${file}: expected a header with columns such as WD24CD and WD24NM`);
  const rejected = new Map<string, number>();
  const wards = new Map<string, {gss: string; name: string; district: string | null}>();
  for (const row of rows) {
    const [gss, words] = [row[code] ?? '', row[name] ?? ''];
    if (/^[A-Z]\d{8}$/.test(gss) && words) {
      wards.set(gss, {gss, name: words, district: (council && row[council]) || null});
    } else {
      rejected.set('no code or no name', (rejected.get('no code or no name') ?? 0) + 1);
    }
  }
  const {count} = await sql`
    insert into wards (gss, name, district, source)
    select gss, name, district, 'ons'
    from jsonb_to_recordset(${JSON.stringify([...wards.values()])}::text::jsonb) as row
      (gss text, name text, district text)
    on conflict (gss) do update
    set name = excluded.name, district = excluded.district, source = excluded.source
    where (wards.name, wards.district, wards.source)
      is distinct from (excluded.name, excluded.district, excluded.source)
  `;
  return {read: rows.length, changed: count, rejected};
}
