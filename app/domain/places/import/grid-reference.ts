import proj4 from 'proj4';

/**
 * The British National Grid with the seven-parameter shift from OSGB36 to WGS84 that Ordnance Survey gives for such use.
 * It is within about 5 m all over Great Britain; a postcode is some 50 m wide.
 */
const NATIONAL_GRID =
  '+proj=tmerc +lat_0=49 +lon_0=-2 +k=0.9996012717 +x_0=400000 +y_0=-100000 +ellps=airy ' +
  '+towgs84=446.448,-125.157,542.06,0.15,0.247,0.842,-20.489 +units=m +no_defs';

const grid = proj4(NATIONAL_GRID, 'WGS84');

/** The position of an easting and northing, in metres on the British National Grid. */
export function positionOfGridReference(easting: number, northing: number): {latitude: number; longitude: number} {
  const [longitude, latitude] = grid.forward([easting, northing]) as [number, number];
  return {latitude, longitude};
}
