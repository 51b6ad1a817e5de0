import {
  Circle,
  control,
  DivIcon,
  LayerGroup,
  Marker,
  Rectangle,
  TileLayer,
  type LatLngBoundsExpression,
  type Map as LeafletMap,
} from 'leaflet';
import type {LatLng, MapBounds, MapPlace} from './map-data.ts';
import type {PinView} from './pin-views.ts';
import {placeLabels, type Box} from './place-labels.ts';

const METRES_IN_A_MILE = 1609.344;
/** So long may pictures stay away before the map does without. */
const PATIENCE_MS = 6000;

/** Where the pictures of the map come from. */
export interface Tiles {
  url: string;
  attribution: string;
}

/** The place that the search is about. */
export type AskedPlace = LatLng & {label: string};

/** Lays pictures under the map, and says whether they come. They may come back; then it says so too. */
export function layTiles(map: LeafletMap, {url, attribution}: Tiles, onHealth: (areWell: boolean) => void): () => void {
  const layer = new TileLayer(url, {attribution, maxZoom: 19});
  const credit = control.attribution({prefix: false});
  let come = 0;
  let failed = 0;
  let timer: ReturnType<typeof setTimeout>;
  const judge = () => {
    clearTimeout(timer);
    onHealth(come > failed);
  };
  layer.on('loading', () => {
    come = 0;
    failed = 0;
    clearTimeout(timer);
    timer = setTimeout(judge, PATIENCE_MS);
  });
  layer.on('tileload', () => {
    come++;
  });
  layer.on('tileerror', () => {
    failed++;
    // No need to wait for the rest when the first ones all fail.
    if (failed >= 3 && come === 0) judge();
  });
  layer.on('load', judge);
  credit.addTo(map);
  layer.addTo(map);
  return () => {
    clearTimeout(timer);
    layer.remove();
    credit.remove();
  };
}

/**
 * Names on the map: that of the place asked about, and round it those of other places, the largest first, as many as have
 * room between the pins. For the eyes only: the pins say what they are near.
 */
export function drawNames(map: LeafletMap, asked: AskedPlace | null, places: MapPlace[], pins: PinView[]): () => void {
  const pane = map.getPane('names') ?? map.createPane('names');
  pane.setAttribute('aria-hidden', 'true');
  const {x: width, y: height} = map.getSize();
  const spotOf = <Place extends LatLng>(place: Place) => {
    const {x, y} = map.latLngToContainerPoint([place.latitude, place.longitude]);
    return {...place, x, y};
  };
  const own = asked && {...asked, name: asked.label, kind: 'town' as const, mustShow: true};
  const spots = [...(own ? [own] : []), ...places.map((place) => ({...place, mustShow: false}))].map(spotOf);
  const buttonsAndScale = [
    {left: width - 64, right: width, top: 0, bottom: 156},
    {left: 0, right: 130, top: height - 56, bottom: height},
  ];
  const labels = placeLabels(spots, {width, height}, pins.map(spotOf).map(boxOfPin), buttonsAndScale).map(
    ({spot, side, gap}) => {
      const name = document.createElement('span');
      name.className = 'map-name__words';
      name.textContent = spot.name;
      name.style.setProperty('--gap', `${gap}px`);
      const looks = spot.mustShow ? 'map-name--asked' : `map-name--${spot.kind}`;
      const icon = new DivIcon({className: `map-name ${looks} map-name--${side}`, html: name, iconSize: [0, 0]});
      return new Marker([spot.latitude, spot.longitude], {icon, pane: 'names', interactive: false, keyboard: false});
    },
  );
  const group = new LayerGroup(labels).addTo(map);
  return () => {
    group.remove();
  };
}

/** What a pin covers, as the styles draw it. */
function boxOfPin({x, y, look}: PinView & {x: number; y: number}): Box {
  if (look === 'letter' || look === 'dot' || look === 'spot')
    return {left: x - 19, right: x + 19, top: y - 44, bottom: y};
  const reach = look === 'crowd' ? 30 : look === 'many' ? 26 : 22;
  return {left: x - reach, right: x + reach, top: y - reach, bottom: y + reach};
}

/** The circle of the distance asked for. */
export function drawCircle(map: LeafletMap, {latitude, longitude}: LatLng, miles: number): () => void {
  const radius = miles * METRES_IN_A_MILE;
  const circle = new Circle([latitude, longitude], {radius, className: 'map-circle', interactive: false}).addTo(map);
  return () => {
    circle.remove();
  };
}

/** The piece of the map that was searched. */
export function drawFrame(map: LeafletMap, {west, south, east, north}: MapBounds): () => void {
  const corners: LatLngBoundsExpression = [
    [south, west],
    [north, east],
  ];
  const frame = new Rectangle(corners, {className: 'map-circle', interactive: false}).addTo(map);
  return () => {
    frame.remove();
  };
}

/** A box that holds a circle: a mile of longitude is shorter than one of latitude. */
export function boundsOfCircle({latitude, longitude}: LatLng, miles: number) {
  const up = miles / 69.09;
  const across = up / Math.cos((latitude * Math.PI) / 180);
  return {west: longitude - across, south: latitude - up, east: longitude + across, north: latitude + up};
}

/** How many miles one pixel is in the middle of the map. */
export function milesPerPixel(map: LeafletMap): number {
  const {x, y} = map.getSize();
  const metres = map.distance(map.containerPointToLatLng([0, y / 2]), map.containerPointToLatLng([x, y / 2]));
  return metres / METRES_IN_A_MILE / Math.max(1, x);
}

/** Miles in a straight line. */
export function milesApart(map: LeafletMap, one: LatLng, other: LatLng): number {
  return map.distance([one.latitude, one.longitude], [other.latitude, other.longitude]) / METRES_IN_A_MILE;
}
