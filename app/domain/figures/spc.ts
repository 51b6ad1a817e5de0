/**
 * Statistical process control: the XmR chart (individual values and moving ranges), as NHS England's 'Making Data Count'
 * uses it. It tells the ordinary ups and downs of a figure from a change that has a cause.
 *
 * Sources: W. A. Shewhart, Economic Control of Quality of Manufactured Product (1931); D. J. Wheeler, Understanding
 * Variation (1993), for 2.66 and 3.267; NHS England, Making Data Count, for the four signs of a special cause.
 */

/** 3 ÷ d₂ with d₂ = 1.128, the mean range of two values in standard deviations. */
const LIMIT_FACTOR = 2.66;
/** D₄ for ranges of two values: a moving range as large as this many mean ranges is no ordinary one. */
const RANGE_LIMIT_FACTOR = 3.267;
/** So many values on one side, or rising, or falling, are a sign. */
const RUN = 7;
/** With fewer values the limits are only a first idea. */
const ENOUGH_POINTS = 12;

export type SpecialCause =
  /** Beyond a limit. */
  | 'outside'
  /** One of seven or more in a row on one side of the mean. */
  | 'shift'
  /** One of seven or more in a row, each higher (or each lower) than the one before. */
  | 'trend'
  /** One of two out of three in a row beyond two thirds of the way to the same limit. */
  | 'near_limit';

interface SpcPoint {
  value: number;
  causes: SpecialCause[];
}

export interface SpcChart {
  mean: number;
  /** Mean of the moving ranges that the limits were made from. */
  meanRange: number;
  upper: number;
  lower: number;
  /** Fewer than twelve values: the limits may still move a good deal. */
  isTrial: boolean;
  points: SpcPoint[];
}

/**
 * The chart of `values`, oldest first.
 * @param options.screened whether moving ranges of 3.267 mean ranges or more are left out, once, before the limits are
 *   made, so that one odd value does not widen them (Making Data Count does; default true)
 * @returns null when there are fewer than two values, which have no range between them
 */
export function xmrChart(values: readonly number[], {screened = true}: {screened?: boolean} = {}): SpcChart | null {
  if (values.length < 2) return null;
  const mean = average(values);
  const ranges = values.slice(1).map((value, place) => Math.abs(value - values[place]!));
  const first = average(ranges);
  const ordinary = screened ? ranges.filter((range) => range < RANGE_LIMIT_FACTOR * first) : ranges;
  // Where all ranges are alike at nought, nothing is below the limit and nothing needs leaving out.
  const meanRange = ordinary.length > 0 ? average(ordinary) : first;
  const reach = LIMIT_FACTOR * meanRange;
  const causes = findCauses(values, mean, reach);
  return {
    mean,
    meanRange,
    upper: mean + reach,
    lower: mean - reach,
    isTrial: values.length < ENOUGH_POINTS,
    points: values.map((value, place) => ({value, causes: causes[place]!})),
  };
}

function findCauses(values: readonly number[], mean: number, reach: number): SpecialCause[][] {
  const found = values.map(() => new Set<SpecialCause>());
  const sides = values.map((value) => Math.sign(value - mean));
  const steps = values.map((value, place) => (place === 0 ? 0 : Math.sign(value - values[place - 1]!)));
  for (const [place, value] of values.entries()) {
    if (Math.abs(value - mean) > reach) found[place]!.add('outside');
    if (endsRun(sides, place, RUN)) mark(found, place, RUN, 'shift');
    // Seven values that rise have six steps between them.
    if (endsRun(steps, place, RUN - 1)) mark(found, place, RUN, 'trend');
    if (place < 2) continue;
    const near = [place - 2, place - 1, place].filter((one) => Math.abs(values[one]! - mean) > (reach * 2) / 3);
    for (const side of [1, -1]) {
      const same = near.filter((one) => sides[one] === side);
      if (same.length >= 2) for (const one of same) found[one]!.add('near_limit');
    }
  }
  return found.map((causes) => [...causes]);
}

/** Whether the last `length` signs up to `place` are all the same and none is nought. */
function endsRun(signs: readonly number[], place: number, length: number): boolean {
  if (place + 1 < length || signs[place] === 0) return false;
  return signs.slice(place + 1 - length, place + 1).every((sign) => sign === signs[place]);
}

function mark(found: Set<SpecialCause>[], place: number, length: number, cause: SpecialCause) {
  for (let one = place + 1 - length; one <= place; one++) found[one]!.add(cause);
}

const average = (numbers: readonly number[]) => numbers.reduce((sum, number) => sum + number, 0) / numbers.length;
