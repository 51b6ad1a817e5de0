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
  return milesOf(haversineFrom(a)(b.latitude, b.longitude));
}

const milesOf = (haversine: number): number => 2 * EARTH_MILES * Math.asin(Math.min(1, Math.sqrt(haversine)));

/** Great-circle distance in miles to the nearest of some points. */
export function milesToNearest(points: LatLng[], from: LatLng): number {
  let least = Infinity;
  const haversine = haversineFrom(from);
  for (const {latitude, longitude} of points) least = Math.min(least, haversine(latitude, longitude));
  return milesOf(least);
}

/**
 * The haversine of the angle between one point and another. It grows with their distance, so comparing it spares the square root and the arc. For many others:
 * what hangs on the one alone is worked out once.
 */
export function haversineFrom({latitude, longitude}: LatLng): (toLatitude: number, toLongitude: number) => number {
  const cosine = Math.cos(latitude * RADIANS);
  return (toLatitude, toLongitude) => {
    const halfLatitude = Math.sin(((toLatitude - latitude) * RADIANS) / 2);
    const halfLongitude = Math.sin(((toLongitude - longitude) * RADIANS) / 2);
    return halfLatitude * halfLatitude + cosine * Math.cos(toLatitude * RADIANS) * halfLongitude * halfLongitude;
  };
}

/** The haversine of a distance: a haversine is at most this when two points are within so many miles. */
export const haversineOf = (miles: number): number =>
  Math.sin(Math.min(Math.max(miles, 0) / EARTH_MILES, Math.PI) / 2) ** 2;
