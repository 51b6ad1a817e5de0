import {positionOfGridReference} from './grid-reference.ts';
import {type PostcodeColumns} from './postcode-columns.ts';

export interface PostcodeRow {
  postcode: string;
  latitude: number;
  longitude: number;
  districtGss: string | null;
  wardGss: string | null;
}

/** Why a row was left out, in words for the report. */
export type Rejection = 'no longer in use' | 'not a postcode' | 'no position' | 'position outside the United Kingdom';

/** Reads one row of a postcode file. */
export function readPostcodeRow(fields: string[], columns: PostcodeColumns): PostcodeRow | Rejection {
  if (columns.ended !== null && fields[columns.ended]?.trim()) return 'no longer in use';
  const postcode = tidyPostcode(fields[columns.postcode] ?? '');
  if (postcode === null) return 'not a postcode';
  const position = readPosition(fields, columns.position);
  if (typeof position === 'string') return position;
  return {
    postcode,
    ...position,
    districtGss: readCode(fields, columns.district),
    wardGss: readCode(fields, columns.ward),
  };
}

function tidyPostcode(field: string): string | null {
  const halves = /^\s*([A-Z]{1,2}\d[A-Z\d]?)\s*(\d[A-Z]{2})\s*$/i.exec(field);
  return halves ? `${halves[1]} ${halves[2]}`.toUpperCase() : null;
}

function readPosition(
  fields: string[],
  columns: PostcodeColumns['position'],
): Pick<PostcodeRow, 'latitude' | 'longitude'> | Rejection {
  if ('latitude' in columns) {
    const [latitude, longitude] = [readNumber(fields[columns.latitude]), readNumber(fields[columns.longitude])];
    // The directory writes 99.999999 where a postcode has no place on the ground.
    if (latitude === null || longitude === null || latitude > 99 || latitude === 0) return 'no position';
    return checkPosition(latitude, longitude);
  }
  const [easting, northing] = [readNumber(fields[columns.easting]), readNumber(fields[columns.northing])];
  if (!easting || !northing) return 'no position';
  const {latitude, longitude} = positionOfGridReference(easting, northing);
  return checkPosition(latitude, longitude);
}

function checkPosition(latitude: number, longitude: number) {
  const isHere = latitude >= 49 && latitude <= 61 && longitude >= -9 && longitude <= 2.5;
  return isHere ? {latitude, longitude} : 'position outside the United Kingdom';
}

function readNumber(field: string | undefined): number | null {
  const number = Number(field?.trim() || NaN);
  return Number.isFinite(number) ? number : null;
}

/** A nine-character code; those ending in eight nines stand for 'none'. */
function readCode(fields: string[], column: number | null): string | null {
  const code = column === null ? '' : (fields[column]?.trim() ?? '');
  return /^[EWSN]\d{8}$/.test(code) && !code.endsWith('99999999') ? code : null;
}
