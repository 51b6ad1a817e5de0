import type {MapPlace} from './map-data.ts';

/** A named place where it stands on the screen. */
export interface PlaceSpot {
  name: string;
  kind: MapPlace['kind'];
  x: number;
  y: number;
}
/** On which side of its dot the name stands, and how far from it. */
export interface PlacedLabel<Spot extends PlaceSpot> {
  spot: Spot;
  side: 'right' | 'left' | 'above' | 'below';
  gap: number;
}
/** A part of the screen. */
export interface Box {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

/** Height of the letters, in pixels. The styles say the same. */
const LABEL_SIZE: Record<MapPlace['kind'], number> = {city: 18, town: 16, village: 14, suburb: 13, hamlet: 13};
/** A letter is about this wide for its height, on average and a little to spare. */
const LETTER_WIDTH = 0.62;
/** Between the dot and its name. */
const GAP = 8;
/** Half a name is worse than one with any number of pins on it. */
const CUT_OFF = 1_000_000;
const SIDES = ['right', 'left', 'below', 'above'] as const;
/** So many of these are worth a name beside the pin that hides their dot. */
const WORTH_IT: ReadonlySet<MapPlace['kind']> = new Set(['city', 'town']);

/**
 * Chooses which names to show and on which side of their dots, so that none lies over another, under a pin or a control, or
 * is cut off by the edge. Those that come first go first. One that must be shown is, where it is covered least.
 */
export function placeLabels<Spot extends PlaceSpot & {mustShow?: boolean}>(
  spots: Spot[],
  {width, height}: {width: number; height: number},
  pins: Box[] = [],
  controls: Box[] = [],
): PlacedLabel<Spot>[] {
  const screen = {left: 2, top: 2, right: width - 2, bottom: height - 2};
  const taken = [...controls];
  return spots.flatMap((spot) => {
    const dot = around(spot, spot.mustShow ? 8 : 3);
    const onDot = pins.filter((box) => overlap(box, dot));
    // A dot under another name would seem to be its dot.
    const isLost = taken.some((box) => overlap(box, dot)) || (onDot.length > 0 && !WORTH_IT.has(spot.kind));
    if ((isLost || !isWithin(dot, screen)) && !spot.mustShow) return [];
    const room = spot.mustShow ? GAP + 5 : GAP;
    const [best] = SIDES.map((side) => {
      const gap = room + reachOf(onDot, spot, side);
      const words = wordsBox(spot, side, gap);
      const covered = [...taken, ...pins].reduce((sum, box) => sum + shared(words, box), 0);
      return {side, gap, words, troubles: covered + (isWithin(words, screen) ? 0 : CUT_OFF)};
    }).sort((one, other) => one.troubles - other.troubles);
    if (!best || (best.troubles > 0 && !spot.mustShow)) return [];
    taken.push(best.words, dot);
    return [{spot, side: best.side, gap: best.gap}];
  });
}

/** How far something that lies on the dot reaches to one side of it. */
function reachOf(boxes: Box[], {x, y}: PlaceSpot, side: (typeof SIDES)[number]): number {
  const reach = {
    right: (box: Box) => box.right - x,
    left: (box: Box) => x - box.left,
    below: (box: Box) => box.bottom - y,
    above: (box: Box) => y - box.top,
  }[side];
  // The dot is gone, so its own room is not needed.
  return Math.max(0, ...boxes.map((box) => reach(box) - GAP / 2));
}

function wordsBox({name, kind, x, y}: PlaceSpot, side: (typeof SIDES)[number], gap: number): Box {
  const size = LABEL_SIZE[kind];
  const width = name.length * size * LETTER_WIDTH;
  const half = size * 0.65;
  if (side === 'right') return {left: x + gap, right: x + gap + width, top: y - half, bottom: y + half};
  if (side === 'left') return {left: x - gap - width, right: x - gap, top: y - half, bottom: y + half};
  const across = {left: x - width / 2, right: x + width / 2};
  return side === 'below'
    ? {...across, top: y + gap, bottom: y + gap + 2 * half}
    : {...across, top: y - gap - 2 * half, bottom: y - gap};
}

function around({x, y}: {x: number; y: number}, reach: number): Box {
  return {left: x - reach, right: x + reach, top: y - reach, bottom: y + reach};
}

function isWithin(box: Box, outer: Box) {
  return box.left >= outer.left && box.top >= outer.top && box.right <= outer.right && box.bottom <= outer.bottom;
}

const overlap = (one: Box, other: Box) => shared(one, other) > 0;

/** How much two have in common, in square pixels. */
function shared(one: Box, other: Box) {
  const across = Math.min(one.right, other.right) - Math.max(one.left, other.left);
  const down = Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top);
  return Math.max(0, across) * Math.max(0, down);
}
