import {type ISql} from '../../../../db/client.ts';
import {normalisePlaceName} from '../../../../db/places-normalise.ts';
import {type PlaceToSave} from '../../../../db/save-places.ts';
import {positionOfGridReference} from './grid-reference.ts';
import {listDistrictCodes} from './import-outcodes.server.ts';
import {listCsvFiles, readFields, readLines} from './read-csv.ts';

/** The columns of the product's CSV files, which have no header. */
const COLUMN = {
  name: 2,
  otherName: 4,
  type: 6,
  localType: 7,
  easting: 8,
  northing: 9,
  populatedPlace: 18,
  district: 21,
  county: 24,
  country: 29,
};
const COLUMNS_WANTED = COLUMN.country + 1;

const KINDS: Record<string, PlaceToSave['kind']> = {
  'Capital City': 'city',
  City: 'city',
  Town: 'town',
  Village: 'village',
  'Suburban Area': 'suburb',
  Hamlet: 'hamlet',
  'Other Settlement': 'hamlet',
};
const COUNTRIES: Record<string, string> = {England: 'E92000001', Scotland: 'S92000003', Wales: 'W92000004'};

/** The settlements in OS Open Names, from its folder of CSV files or one of them. Roads and postcodes are passed over. */
export async function readOsOpenNames(
  sql: ISql,
  fileOrFolder: string,
  onProgress: (so: {read: number; kept: number}) => void = () => {},
): Promise<PlaceToSave[]> {
  const districts = await listDistrictCodes(sql);
  const places: PlaceToSave[] = [];
  let read = 0;
  for (const file of await listCsvFiles(fileOrFolder)) {
    for await (const lines of readLines(file)) {
      read += lines.length;
      for (const line of lines) {
        if (!line.includes('populatedPlace')) continue;
        const place = readPlace(readFields(line, COLUMNS_WANTED), districts);
        if (place) places.push(place);
      }
      onProgress({read, kept: places.length});
    }
  }
  if (places.length === 0) throw new Error(`${fileOrFolder}: no settlements of OS Open Names found in it`);
  return places;
}

function readPlace(fields: string[], districts: Map<string, string>): PlaceToSave | null {
  const field = (column: keyof typeof COLUMN) => fields[COLUMN[column]]?.trim() ?? '';
  const kind = KINDS[field('localType')];
  const name = field('name');
  const [easting, northing] = [Number(field('easting')), Number(field('northing'))];
  if (field('type') !== 'populatedPlace' || !kind || !name || !easting || !northing) return null;
  const within = field('populatedPlace');
  const gss = [field('district'), field('county')].flatMap((area) => districts.get(councilName(area)) ?? [])[0];
  return {
    name,
    kind,
    within: within && within !== name ? within : null,
    ...positionOfGridReference(easting, northing),
    gss: gss ?? COUNTRIES[field('country')] ?? null,
    population: 0,
    spellings: [...new Set([name, field('otherName')].map(normalisePlaceName))].filter((spelling) => spelling !== ''),
  };
}

/** The list says 'Reading' here and 'City of Bristol' there. */
function councilName(area: string): string {
  return normalisePlaceName(area).replace(/^(the )?(city|county|royal borough) of /, '');
}
