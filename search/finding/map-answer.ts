/** Every match on the map, clustered here rather than in the browser, so that 20,000 results weigh no more than 200. */
import Supercluster from 'supercluster';
import type {ISql} from '../../db/client.ts';
import type {Atlas} from '../atlas/atlas.ts';
import type {MapAnswer, MapBounds, MapFeature} from '../search-schema.ts';

type Clusters = Supercluster<{number: number}>;

/** From the next zoom on every listing has a pin of its own. */
const CLUSTERED_TO_ZOOM = 17;

export interface MapPoints {
  clusters: Clusters;
  total: number;
  withoutPlace: number;
  bounds: MapBounds | null;
}

/** Indexes the places of the listings found. About 50 ms for 20,000; kept for a little while by whoever calls. */
export function indexPoints(atlas: Atlas, numbers: number[]): MapPoints {
  const features: Supercluster.PointFeature<{number: number}>[] = [];
  let withoutPlace = 0;
  for (const number of numbers) {
    const points = atlas.get(number)?.points ?? [];
    if (points.length === 0) withoutPlace++;
    for (const point of points) {
      features.push({
        type: 'Feature',
        geometry: {type: 'Point', coordinates: [point.longitude, point.latitude]},
        properties: {number},
      });
    }
  }
  // The radius is in pixels of a map whose world is 256 wide at zoom 0, as the browser's is: room for a finger.
  const clusters: Clusters = new Supercluster({radius: 56, extent: 256, maxZoom: CLUSTERED_TO_ZOOM});
  clusters.load(features);
  const longitudes = features.map((feature) => feature.geometry.coordinates[0]!);
  const latitudes = features.map((feature) => feature.geometry.coordinates[1]!);
  const extreme = (pick: 'min' | 'max', values: number[]) =>
    values.reduce((a, b) => Math[pick](a, b), pick === 'min' ? Infinity : -Infinity);
  return {
    clusters,
    total: numbers.length,
    withoutPlace,
    bounds:
      features.length > 0
        ? {
            west: extreme('min', longitudes),
            south: extreme('min', latitudes),
            east: extreme('max', longitudes),
            north: extreme('max', latitudes),
          }
        : null,
  };
}

/** Up to this many in a cluster are told by number, so that the map can say which it holds. */
const TOLD_TOGETHER = 30;
/** Listings standing on one very spot stay together at every zoom: zooming will not part them, so a list must. */
const TOLD_AT_ONE_SPOT = 100;

export async function mapAnswer(
  sql: ISql,
  points: MapPoints,
  view: {bounds?: MapBounds; zoom: number},
): Promise<MapAnswer> {
  const bounds = view.bounds ?? points.bounds;
  const found = bounds
    ? points.clusters.getClusters([bounds.west, bounds.south, bounds.east, bounds.north], Math.round(view.zoom))
    : [];
  const numbers = found.flatMap((feature) => ('cluster' in feature.properties ? [] : [feature.properties.number]));
  const rows = numbers.length
    ? await sql<{number: number; slug: string; name: string}[]>`
        select number, slug, name from listings where number = any(${numbers}::integer[]) and is_listed
      `
    : [];
  const named = new Map(rows.map((row) => [row.number, row]));
  const features = found.flatMap((feature): MapFeature[] => {
    const [longitude, latitude] = feature.geometry.coordinates as [number, number];
    if ('cluster' in feature.properties) {
      const {cluster_id: id, point_count: count} = feature.properties;
      const expansionZoom = points.clusters.getClusterExpansionZoom(id);
      const most = expansionZoom > CLUSTERED_TO_ZOOM ? TOLD_AT_ONE_SPOT : count <= TOLD_TOGETHER ? TOLD_TOGETHER : 0;
      const numbers = most > 0 && points.clusters.getLeaves(id, most).map((leaf) => leaf.properties.number);
      return [{type: 'cluster', count, latitude, longitude, expansionZoom, ...(numbers ? {numbers} : {})}];
    }
    const row = named.get(feature.properties.number);
    return row ? [{type: 'listing', ...row, latitude, longitude}] : [];
  });
  return {total: points.total, withoutPlace: points.withoutPlace, bounds: points.bounds, features};
}
