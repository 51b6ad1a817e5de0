import {readBounds} from '../../../search/atlas/frame.ts';
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
  const bounds = readBounds(params.get('bbox') ?? '');
  return bounds ? {bounds, zoom} : {zoom};
}
