export interface LatLng {
  latitude: number;
  longitude: number;
}

/** Mean radius of the Earth in miles (IUGG R1, 6371.0088 km). */
const EARTH_MILES = 3958.7613;
const RADIANS = Math.PI / 180;
/** Miles in one degree of latitude. */
export const MILES_PER_DEGREE = EARTH_MILES * RADIANS;

/** Great-circle distance in miles (haversine). */
export function milesBetween(a: LatLng, b: LatLng): number {
  return 2 * EARTH_MILES * Math.asin(Math.min(1, Math.sqrt(haversine(a, b))));
}

/** The haversine of the angle between two points. It grows with their distance, so comparing it spares the square root and the arc. */
export function haversine(a: LatLng, b: LatLng): number {
  const halfLatitude = Math.sin(((b.latitude - a.latitude) * RADIANS) / 2);
  const halfLongitude = Math.sin(((b.longitude - a.longitude) * RADIANS) / 2);
  return (
    halfLatitude * halfLatitude +
    Math.cos(a.latitude * RADIANS) * Math.cos(b.latitude * RADIANS) * halfLongitude * halfLongitude
  );
}

/** The haversine of a distance: `haversine(a, b) <= haversineOf(miles)` when they are within so many miles. */
export const haversineOf = (miles: number): number =>
  Math.sin(Math.min(Math.max(miles, 0) / EARTH_MILES, Math.PI) / 2) ** 2;
