/** Where in a row to find what we want of it. */
export interface PostcodeColumns {
  source: 'onspd' | 'code-point-open';
  postcode: number;
  position: {latitude: number; longitude: number} | {easting: number; northing: number};
  /** The date a postcode ended; empty while it is in use. */
  ended: number | null;
  district: number | null;
  ward: number | null;
}

/**
 * The names each column has had over the editions of the ONS Postcode Directory and in Code-Point Open. The codes of
 * districts and wards carry a year that changes (lad24cd, wd24cd). The tidiest form of the postcode comes first.
 */
const NAMES = {
  postcode: [/^pcds$/, /^pcd8$/, /^pcd7$/, /^pcd2$/, /^pcd$/, /^postcode$/],
  latitude: [/^lat$/, /^latitude$/],
  longitude: [/^long$/, /^lng$/, /^lon$/, /^longitude$/],
  easting: [/^oseast1m$/, /^east1m$/, /^eastings?$/],
  northing: [/^osnrth1m$/, /^north1m$/, /^northings?$/],
  ended: [/^doterm$/],
  district: [/^oslaua$/, /^laua$/, /^lad\d\dcd$/, /^admin_district_code$/, /^district(_code)?$/],
  ward: [/^osward$/, /^ward$/, /^wd\d\dcd$/, /^admin_ward_code$/, /^ward_code$/],
};

/** Reads a header. Null when the row is not one. */
export function columnsOfHeader(header: string[]): PostcodeColumns | null {
  const names = header.map((name) => name.trim().toLowerCase().replace(/\s+/g, '_'));
  const find = (column: keyof typeof NAMES): number | null => {
    const at = NAMES[column].map((name) => names.findIndex((one) => name.test(one))).find((found) => found !== -1);
    return at ?? null;
  };
  const [postcode, latitude, longitude] = [find('postcode'), find('latitude'), find('longitude')];
  const [easting, northing] = [find('easting'), find('northing')];
  if (postcode === null) return null;
  const rest = {postcode, ended: find('ended'), district: find('district'), ward: find('ward')};
  if (latitude !== null && longitude !== null) return {source: 'onspd', position: {latitude, longitude}, ...rest};
  if (easting !== null && northing !== null) {
    return {source: 'code-point-open', position: {easting, northing}, ...rest};
  }
  return null;
}

const POSTCODE = /^[A-Z]{1,2}\d[A-Z\d]? *\d[A-Z]{2}$/i;
const DATE = /^(\d{6}|\d{1,2}\/\d{1,2}\/\d{4}.*)$/;
const DISTRICT = /^(E0[6789]|W06|S12|N09)\d{6}$/;
const WARD = /^(E05|W05|S13|N08)\d{6}$/;

/** Works out the columns of a file without a header from what stands in its first rows. Null when they are not postcodes. */
export function columnsOfRows(rows: string[][]): PostcodeColumns | null {
  const width = Math.max(0, ...rows.map((row) => row.length));
  const find = (fits: (field: string, row: string[], at: number) => boolean, from = 0): number | null => {
    for (let at = from; at < width; at++) {
      const fitting = rows.filter((row) => fits(row[at]?.trim() ?? '', row, at)).length;
      if (fitting > 0 && fitting >= rows.length * 0.8) return at;
    }
    return null;
  };
  const postcode = find((field) => POSTCODE.test(field));
  if (postcode === null) return null;

  // Code-Point Open: postcode, quality, eastings, northings, country, two of the NHS, county, district, ward.
  const isWhole = (field: string | undefined) => /^\d{1,7}$/.test(field?.trim() ?? '');
  if (width === 10 && rows.every((row) => isWhole(row[2]) && isWhole(row[3]))) {
    return {
      source: 'code-point-open',
      postcode,
      position: {easting: 2, northing: 3},
      ended: null,
      district: 8,
      ward: 9,
    };
  }
  const latitude = find((field, row, at) => isLatitude(field) && isLongitude(row[at + 1]?.trim() ?? ''));
  if (latitude === null) return null;
  const begun = find((field) => DATE.test(field));
  return {
    source: 'onspd',
    postcode,
    position: {latitude, longitude: latitude + 1},
    ended: begun === null ? null : begun + 1,
    district: find((field) => DISTRICT.test(field)),
    ward: find((field) => WARD.test(field)),
  };
}

/** With decimals, so that no count or code is taken for it; 99.999999 stands for 'none'. */
function isLatitude(field: string): boolean {
  return /^\d\d\.\d{3,}$/.test(field) && ((Number(field) >= 49 && Number(field) <= 61) || Number(field) > 99);
}

function isLongitude(field: string): boolean {
  return /^-?\d(\.\d+)?$/.test(field) && Number(field) >= -9 && Number(field) <= 2.5;
}
