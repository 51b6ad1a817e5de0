import type {ServerText} from '../../i18n/en-server.ts';
import type {LatLng, MapPlace} from './map-data.ts';
import {placeLabels, type PlacedLabel, type PlaceSpot} from './place-labels.ts';
import {lengthInWords, scaleFor} from './scale.ts';

/** The styles let it grow and shrink. */
const SIZE = {width: 360, height: 230};

/** A drawing of where something is: all worked out, so that it needs no script. */
export interface PlaceMapView {
  width: number;
  height: number;
  /** For those who cannot see it. */
  title: string;
  whereabouts: string;
  pins: {x: number; y: number}[];
  names: {words: string; kind: MapPlace['kind']; x: number; y: number; side: Side; textX: number; textY: number}[];
  scale: {words: string; pixels: number};
}
type Side = PlacedLabel<PlaceSpot>['side'];

/** Across the drawing, in miles: the first that holds all pins and names enough to tell where it is. */
const SPANS = [3, 6, 12, 24, 48, 96, 400];
const ENOUGH_NAMES = 3;
const MARGIN = 26;
const MILES_IN_A_DEGREE = 69.09;
/** Nearer than this to the middle of a place, it is in that place. */
const IN_PLACE_MILES = 0.3;
/** A hamlet two miles off says more than a town eight miles off, but one at five miles does not. */
const NEAR_MILES = 3;

/** Draws the places of one listing among the named places around them. */
export function placeMapView(points: LatLng[], places: MapPlace[], text: ServerText): PlaceMapView | null {
  const [first] = points;
  if (!first) return null;
  const centre = middleOf(points);
  const near = points.length === 1 ? nearestOf(places, first) : undefined;
  // The name that is said below is on the map, whatever it lies under.
  const others = places.filter((place) => place !== near?.place).map((place) => ({...place, mustShow: false}));
  const spots = near ? [{...near.place, mustShow: true}, ...others] : others;
  const drawings = SPANS.map((span) => draw(points, spots, centre, span));
  const whole = drawings.filter(({isWhole}) => isWhole);
  const best = whole.find(({labels}) => labels.length >= ENOUGH_NAMES) ?? whole.at(0) ?? drawings.at(-1);
  if (!best) return null;
  const scale = scaleFor(best.milesPerPixel, 90);
  const whereabouts = points.length > 1 ? text.placeMap.severalPlaces(points.length) : inWords(near, text);
  return {
    ...SIZE,
    title: text.placeMap.title(whereabouts),
    whereabouts,
    pins: best.pins.map(({x, y}) => ({x: round(x), y: round(y)})),
    names: best.labels.map(nameFrom),
    scale: {words: lengthInWords(scale.miles, text.map.scale), pixels: scale.pixels},
  };
}

function draw(points: LatLng[], places: (MapPlace & {mustShow: boolean})[], centre: LatLng, span: number) {
  const milesPerPixel = span / SIZE.width;
  const project = <Point extends LatLng>(point: Point) => {
    const {east, north} = milesFrom(centre, point);
    return {...point, x: SIZE.width / 2 + east / milesPerPixel, y: SIZE.height / 2 - north / milesPerPixel};
  };
  const pins = points.map(project);
  const isWhole = pins.every(
    ({x, y}) => x >= MARGIN && x <= SIZE.width - MARGIN && y >= 2 * MARGIN && y <= SIZE.height - MARGIN,
  );
  const covered = pins.map(({x, y}) => ({left: x - 14, right: x + 14, top: y - 36, bottom: y + 2}));
  const scale = {left: 0, right: 110, top: SIZE.height - 42, bottom: SIZE.height};
  const labels = placeLabels(places.map(project), SIZE, covered, [scale]);
  const isNamed = labels.every(({spot}) => !spot.mustShow || isOnDrawing(spot));
  return {pins, labels, milesPerPixel, isWhole: (isWhole || points.length === 1) && isNamed};
}

interface Near {
  place: MapPlace;
  miles: number;
  east: number;
  north: number;
}

/** The place that people would name: the nearest of all, or the nearest town where all are far. */
function nearestOf(places: MapPlace[], point: LatLng): Near | undefined {
  return places
    .map((place) => {
      const {east, north} = milesFrom(place, point);
      return {place, miles: Math.hypot(east, north), east, north};
    })
    .sort((one, other) => one.miles - other.miles)
    .find(({place, miles}) => miles <= NEAR_MILES || place.kind === 'town' || place.kind === 'city');
}

/** 'It is about 0.6 miles south of Great Hollands.' */
function inWords(near: Near | undefined, {placeMap: words}: ServerText): string {
  if (!near) return words.somewhere;
  if (near.miles < IN_PLACE_MILES) return words.inPlace(near.place.name);
  const eighth = Math.round(Math.atan2(near.east, near.north) / (Math.PI / 4) + 8) % 8;
  return words.fromPlace(words.miles(near.miles), words.directions[eighth] ?? '', near.place.name);
}

/** How far east and north of one point another lies. Over a county the curve of the earth does not matter. */
function milesFrom(from: LatLng, to: LatLng) {
  const narrowing = Math.cos((from.latitude * Math.PI) / 180);
  return {
    east: (to.longitude - from.longitude) * narrowing * MILES_IN_A_DEGREE,
    north: (to.latitude - from.latitude) * MILES_IN_A_DEGREE,
  };
}

function middleOf(points: LatLng[]): LatLng {
  const between = (values: number[]) => (Math.min(...values) + Math.max(...values)) / 2;
  return {
    latitude: between(points.map((point) => point.latitude)),
    longitude: between(points.map((point) => point.longitude)),
  };
}

function nameFrom({spot: {name, kind, x, y}, side, gap}: PlacedLabel<MapPlace & {x: number; y: number}>) {
  const shift = {right: [gap, 5], left: [-gap, 5], below: [0, gap + 11], above: [0, -gap]}[side];
  const [across = 0, down = 0] = shift;
  return {words: name, kind, side, x: round(x), y: round(y), textX: round(x + across), textY: round(y + down)};
}

const isOnDrawing = ({x, y}: {x: number; y: number}) => x > 0 && y > 0 && x < SIZE.width && y < SIZE.height;

const round = (value: number) => Math.round(value * 10) / 10;
