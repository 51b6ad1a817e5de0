import {
  Map as LeafletMap,
  type LatLngBoundsExpression,
  type PanInsideOptions,
  type PanOptions,
  type PointExpression,
} from 'leaflet';
import type {LatLng, MapBounds} from './map-data.ts';
import {CLOSEST_ZOOM} from './pin-views.ts';

/** What the map shows. */
export interface MapView {
  bounds: MapBounds;
  zoom: number;
  /** False when the map moved of itself, to show what was asked for or to make room. */
  isMovedByPerson: boolean;
}

export interface MapHandle {
  leaflet: LeafletMap;
  /** Moves the map without that counting as somebody looking elsewhere. The move must not be animated. */
  quietly(move: () => void): void;
  /** Shows all of the bounds, with a margin. */
  show(bounds: MapBounds): void;
  /** Moves the map a little if a pin at this place would be cut off by the edge or lie under the buttons. */
  showWhole(place: LatLng): void;
  remove(): void;
}

const FARTHEST_ZOOM = 5;

/** Makes an empty map. `onMove` is told whenever it has come to rest. */
export function makeMap(element: HTMLElement, hasTiles: boolean, onMove: (view: MapView) => void): MapHandle {
  const isStill = matchMedia('(prefers-reduced-motion: reduce)').matches;
  const leaflet = new LeafletMap(element, {
    zoomControl: false,
    attributionControl: false,
    // Its end would come after the map has gone, and fail.
    zoomAnimation: false,
    fadeAnimation: !isStill,
    inertia: !isStill,
    // Pictures are sharp at whole zooms only. A drawing can be as large as there is room for.
    zoomSnap: hasTiles ? 1 : 0.25,
    minZoom: FARTHEST_ZOOM,
    maxZoom: CLOSEST_ZOOM,
    closePopupOnClick: false,
    // The element is watched below: the map may change its size without the window.
    trackResize: false,
    scrollWheelZoom: false,
    worldCopyJump: false,
  });
  if (isStill) panAtOnce(leaflet);

  let isQuiet = false;
  leaflet.on('autopanstart', () => {
    isQuiet = true;
  });
  leaflet.on('moveend', () => {
    const isMovedByPerson = !isQuiet;
    isQuiet = false;
    const bounds = leaflet.getBounds();
    onMove({
      bounds: {west: bounds.getWest(), south: bounds.getSouth(), east: bounds.getEast(), north: bounds.getNorth()},
      zoom: leaflet.getZoom(),
      isMovedByPerson,
    });
  });
  const quietly = (move: () => void) => {
    isQuiet = true;
    move();
    isQuiet = false;
  };
  const sizes = new ResizeObserver(() => quietly(() => leaflet.invalidateSize({animate: false})));
  sizes.observe(element);

  return {
    leaflet,
    quietly,
    show: ({south, west, north, east}) => {
      const corners: LatLngBoundsExpression = [
        [south, west],
        [north, east],
      ];
      quietly(() => leaflet.fitBounds(corners, {animate: false, padding: [24, 24], maxZoom: 15}));
    },
    showWhole: ({latitude, longitude}) => {
      const {x} = leaflet.getSize();
      const point = leaflet.latLngToContainerPoint([latitude, longitude]);
      const isUnderButtons = point.x > x - 80 && point.y < 190;
      const room = {
        paddingTopLeft: [24, 50],
        paddingBottomRight: [isUnderButtons ? 80 : 24, 12],
      } satisfies PanInsideOptions;
      quietly(() => leaflet.panInside([latitude, longitude], {...room, animate: false}));
    },
    remove: () => {
      sizes.disconnect();
      leaflet.remove();
    },
  };
}

/** Leaflet slides the map for the arrow keys whatever the person has asked of their system. */
function panAtOnce(leaflet: LeafletMap) {
  const panBy = leaflet.panBy.bind(leaflet);
  leaflet.panBy = (offset: PointExpression, options?: PanOptions) => panBy(offset, {...options, animate: false});
}
