import type {MapBounds} from '../../../search/search-schema.ts';

/** What of the map a browser shows. */
interface MapWindow {
  bounds?: MapBounds;
  zoom: number;
}

/** Far out enough for the islands, near enough for a street. */
const ZOOM = {least: 4, most: 19, usual: 11};

/** Reads `bbox=west,south,east,north` and `zoom`. What does not parse is left out: then all that matches is shown. */
export function readMapWindow(params: URLSearchParams): MapWindow {
  const typedZoom = Number(params.get('zoom') || NaN);
  const zoom = Number.isFinite(typedZoom)
    ? Math.min(ZOOM.most, Math.max(ZOOM.least, Math.round(typedZoom)))
    : ZOOM.usual;
  const sides = (params.get('bbox') ?? '').split(',').map((side) => (side.trim() === '' ? NaN : Number(side)));
  const [west = NaN, south = NaN, east = NaN, north = NaN] = sides;
  const isOnEarth =
    [west, east].every((side) => Math.abs(side) <= 180) && [south, north].every((side) => Math.abs(side) <= 90);
  return sides.length === 4 && isOnEarth && west < east && south < north
    ? {bounds: {west, south, east, north}, zoom}
    : {zoom};
}
