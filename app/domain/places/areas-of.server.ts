import {type ISql} from '../../../db/client.ts';

/** The codes of the countries and of the United Kingdom: what is known of a place when nothing else is. */
const COUNTRIES: Record<string, string> = {E: 'E92000001', S: 'S92000003', W: 'W92000004', N: 'N92000002'};
const UNITED_KINGDOM = 'K02000001';

/**
 * The areas a place lies in, smallest first, from the codes known of it (ward before district). Where no area of ours
 * has any of these codes, the country they belong to is tried, so that a national helpline is still found.
 */
export async function listAreasOf(sql: ISql, codes: (string | null)[]): Promise<string[]> {
  const known = codes.filter((code) => code !== null);
  const countries = known.flatMap((code) => COUNTRIES[code[0]!] ?? []);
  const rows = await sql<{key: string}[]>`
    with recursive smallest as (
      select areas.key, areas.within_key
      from unnest(${[...known, ...countries, UNITED_KINGDOM]}::text[]) with ordinality as wanted (gss, preference)
      join areas on areas.gss = wanted.gss
      order by wanted.preference
      limit 1
    ),
    chain as (
      select key, within_key, 1 as depth
      from smallest
      union all
      select areas.key, areas.within_key, chain.depth + 1
      from chain
      join areas on areas.key = chain.within_key
      where chain.depth < 10
    )
    select key
    from chain
    order by depth
  `;
  return rows.map((row) => row.key);
}
