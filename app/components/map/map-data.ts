/** What the server tells the map. Types only: nothing of the search side reaches the browser. */
import type {MapAnswer} from '../../../search/search-schema.ts';

export type {MapAnswer, MapBounds, MapFeature} from '../../../search/search-schema.ts';

export interface MapPlace {
  name: string;
  kind: 'city' | 'town' | 'village' | 'suburb' | 'hamlet';
  latitude: number;
  longitude: number;
}

export interface MapName {
  number: number;
  slug: string;
  name: string;
}

export interface MapData extends MapAnswer {
  /** Named places in view, the largest first. Empty until the view is known. */
  places: MapPlace[];
  /** The search that covers the view, for 'search this area'. */
  area: {near: string; within: string} | null;
}

export interface LatLng {
  latitude: number;
  longitude: number;
}
