import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {xmrChart, type SpecialCause} from './spc.ts';

/** 18 values, one of them far off: worked out by hand, with a pocket calculator. */
const GOLDEN = [1, 2, 1, 2, 10, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1];

const causesOf = (values: number[], cause: SpecialCause) =>
  xmrChart(values)!.points.flatMap(({causes}, place) => (causes.includes(cause) ? [place] : []));

describe('the limits', () => {
  it('are the mean and 2.66 mean ranges to either side', () => {
    const chart = xmrChart(GOLDEN, {screened: false})!;
    expect(chart.mean).toBeCloseTo(1.944, 3);
    expect(chart.upper).toBeCloseTo(6.95, 2);
    expect(chart.lower).toBeCloseTo(-3.06, 2);
  });

  it('are not widened by one odd value: its ranges are left out, once', () => {
    const chart = xmrChart(GOLDEN)!;
    expect(chart.upper).toBeCloseTo(4.6, 2);
    expect(chart.lower).toBeCloseTo(-0.72, 2);
    expect(causesOf(GOLDEN, 'outside')).toEqual([4]);
  });

  it('are a first idea only while there are fewer than twelve values', () => {
    expect(xmrChart(GOLDEN.slice(0, 11))!.isTrial).toBe(true);
    expect(xmrChart(GOLDEN.slice(0, 12))!.isTrial).toBe(false);
  });

  it('need two values', () => {
    expect(xmrChart([])).toBeNull();
    expect(xmrChart([5])).toBeNull();
    expect(xmrChart([5, 5])).toMatchObject({mean: 5, upper: 5, lower: 5});
  });
});

describe('a special cause', () => {
  /** Up and down about 10, as long as it takes for a few odd values not to move the mean much. */
  const ordinary = Array.from({length: 40}, (_, place) => (place % 2 === 0 ? 8 : 12));

  it('is a shift once seven in a row stand on one side', () => {
    expect(causesOf([...ordinary, 8, 11, 12, 11, 12, 11, 12, 8, 12], 'shift')).toEqual([]);
    const seven = [...ordinary, 8, 11, 12, 11, 12, 11, 12, 11, 8, 12];
    expect(causesOf(seven, 'shift')).toEqual([41, 42, 43, 44, 45, 46, 47]);
  });

  it('is a trend once seven in a row rise, or fall', () => {
    expect(causesOf([5, 1, 2, 3, 4, 5, 6, 5, 6], 'trend')).toEqual([]);
    expect(causesOf([5, 1, 2, 3, 4, 5, 6, 7, 6], 'trend')).toEqual([1, 2, 3, 4, 5, 6, 7]);
    expect(causesOf([3, 9, 8, 7, 6, 5, 4, 3, 4], 'trend')).toEqual([1, 2, 3, 4, 5, 6, 7]);
  });

  it('is near a limit when two of three are, on the same side', () => {
    const values = [...ordinary, 18.5, 10, 18.5, ...ordinary];
    const {mean, upper} = xmrChart(values)!;
    expect((18.5 - mean) / (upper - mean)).toBeGreaterThan(2 / 3);
    expect((18.5 - mean) / (upper - mean)).toBeLessThan(1);
    expect(causesOf(values, 'near_limit')).toEqual([40, 42]);
    expect(causesOf([...ordinary, 18.5, 10, 1.5, ...ordinary], 'near_limit')).toEqual([]);
    expect(causesOf([...ordinary, 18.5, 10, 10, 18.5, ...ordinary], 'near_limit')).toEqual([]);
  });

  it('stays the same whatever the figure is measured in', () => {
    const values = fc.array(fc.integer({min: 0, max: 100}), {minLength: 2, maxLength: 60});
    fc.assert(
      fc.property(values, fc.integer({min: 1, max: 50}), (all, offset) => {
        const causes = (numbers: number[]) => xmrChart(numbers)!.points.map((point) => point.causes);
        // Halves and whole numbers are exact, so nothing is lost to rounding but at the very edge of a limit.
        const one = xmrChart(all)!;
        const atEdge = all.some((value) =>
          [1, 2 / 3].some((part) => Math.abs(Math.abs(value - one.mean) - (one.upper - one.mean) * part) < 1e-6),
        );
        const onMean = all.some((value) => Math.abs(value - one.mean) < 1e-9);
        fc.pre(!atEdge && !onMean);
        expect(causes(all.map((value) => value + offset))).toEqual(causes(all));
        expect(causes(all.map((value) => value * 2))).toEqual(causes(all));
      }),
    );
  });
});
