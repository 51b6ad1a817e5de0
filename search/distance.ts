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
  const halfLatitude = Math.sin(((b.latitude - a.latitude) * RADIANS) / 2);
  const halfLongitude = Math.sin(((b.longitude - a.longitude) * RADIANS) / 2);
  const h =
    halfLatitude * halfLatitude +
    Math.cos(a.latitude * RADIANS) * Math.cos(b.latitude * RADIANS) * halfLongitude * halfLongitude;
  return 2 * EARTH_MILES * Math.asin(Math.min(1, Math.sqrt(h)));
}
