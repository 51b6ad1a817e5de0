import {type ISql} from '../../../db/client.ts';
import {type SearchPlace} from '../../../search/search-schema.ts';
import {listAreasOf} from './areas-of.server.ts';
import {labelOfPart, labelOfPostcode, type PlaceSuggestion} from './place-found.ts';
import {askPostcodeService} from './postcode-service.server.ts';
import {outcodesOneSlipAway, type PostcodeWords} from './postcode-words.ts';

interface Centre {
  latitude: number;
  longitude: number;
  districtGss: string | null;
  wardGss?: string | null;
}

/**
 * Finds a postcode, a sector or an outcode, as exactly as is known: its own position, else the service's, else the
 * centre of its sector, else of its outcode. The label and the precision say which. Null when even the outcode is unknown.
 */
export async function findPostcode(
  sql: ISql,
  words: PostcodeWords,
  {postcodesUrl = null}: {postcodesUrl?: string | null} = {},
): Promise<SearchPlace | null> {
  const {outcode} = words;
  if (words.kind === 'unit') {
    const own = (await getPostcode(sql, words.postcode)) ?? (await askAndKeep(sql, words.postcode, postcodesUrl));
    if (own) {
      const label = labelOfPostcode(words.postcode, own.place ?? (await getTown(sql, outcode)));
      return searchPlace(sql, own, {label, precision: 'postcode', outcode});
    }
  }
  if (words.kind !== 'outcode') {
    const centre = await centreOfPostcodes(sql, words.sector);
    const label = labelOfPart(words.sector, await getTown(sql, outcode));
    if (centre) return searchPlace(sql, centre, {label, precision: 'sector', outcode});
  }
  const known = await getOutcode(sql, outcode);
  const centre = known ?? (await centreOfPostcodes(sql, `${outcode} `));
  if (!centre) return null;
  return searchPlace(sql, centre, {label: labelOfPart(outcode, known?.town ?? null), precision: 'outcode', outcode});
}

/** Whether we know where an outcode is, from its own row or from postcodes in it. */
export async function isKnownOutcode(sql: ISql, outcode: string): Promise<boolean> {
  return (await getOutcode(sql, outcode)) !== null || (await centreOfPostcodes(sql, `${outcode} `)) !== null;
}

/** Known outcodes that look like one that is not known, those of our own area first. */
export async function listOutcodesLike(sql: ISql, outcode: string): Promise<PlaceSuggestion[]> {
  const rows = await sql<{outcode: string; town: string | null}[]>`
    select
      outcode,
      town,
      exists (
        select from areas where areas.gss = outcodes.district_gss and areas.kind <> 'country'
      ) as is_ours
    from outcodes
    where outcode = any(${outcodesOneSlipAway(outcode)}::text[])
    order by is_ours desc, left(outcode, 1) <> ${outcode[0]!}, outcode
    limit 4
  `;
  return rows.map((row) => ({label: labelOfPart(row.outcode, row.town), near: row.outcode}));
}

async function searchPlace(
  sql: ISql,
  centre: Centre,
  rest: Pick<SearchPlace, 'label' | 'precision' | 'outcode'>,
): Promise<SearchPlace> {
  const areas = await listAreasOf(sql, [centre.wardGss ?? null, centre.districtGss]);
  return {...rest, latitude: centre.latitude, longitude: centre.longitude, areas};
}

async function getPostcode(sql: ISql, postcode: string): Promise<(Centre & {place: string | null}) | null> {
  const [row] = await sql<(Centre & {place: string | null})[]>`
    select latitude, longitude, district_gss, ward_gss, place
    from postcodes
    where postcode = ${postcode}
  `;
  return row ?? null;
}

/** What the service says is kept, so that it is asked once for each postcode. */
async function askAndKeep(sql: ISql, postcode: string, url: string | null): Promise<(Centre & {place: null}) | null> {
  const answer = url ? await askPostcodeService(url, postcode) : null;
  if (!answer) return null;
  await sql`
    insert into postcodes (postcode, latitude, longitude, district_gss, ward_gss, source)
    values (${postcode}, ${answer.latitude}, ${answer.longitude}, ${answer.districtGss}, ${answer.wardGss}, 'service')
    on conflict (postcode) do nothing
  `;
  return {...answer, place: null};
}

async function getOutcode(sql: ISql, outcode: string): Promise<(Centre & {town: string | null}) | null> {
  const [row] = await sql<(Centre & {town: string | null})[]>`
    select latitude, longitude, district_gss, town
    from outcodes
    where outcode = ${outcode}
  `;
  return row ?? null;
}

async function getTown(sql: ISql, outcode: string): Promise<string | null> {
  return (await getOutcode(sql, outcode))?.town ?? null;
}

/**
 * The middle of our own postcodes that begin like this ('RG12 1', or 'RG12 ' for the whole outcode), and the district
 * most of them are in. A range rather than `like`, whose index a prepared statement may not use.
 */
async function centreOfPostcodes(sql: ISql, start: string): Promise<Centre | null> {
  const end = start.slice(0, -1) + String.fromCharCode(start.charCodeAt(start.length - 1) + 1);
  const [row] = await sql<{latitude: number | null; longitude: number | null; districtGss: string | null}[]>`
    select
      avg(latitude) as latitude,
      avg(longitude) as longitude,
      mode() within group (order by district_gss) as district_gss
    from postcodes
    where postcode ~>=~ ${start} and postcode ~<~ ${end}
  `;
  const {latitude = null, longitude = null, districtGss = null} = row ?? {};
  return latitude === null || longitude === null ? null : {latitude, longitude, districtGss};
}
