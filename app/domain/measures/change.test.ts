import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {changeOf, type Verdict} from './change.ts';
import {pairedOf, type PairedCounts} from './paired.ts';
import type {ScaleScore} from './scale-schema.ts';
import {shareWithin, t95} from './student-t.ts';

interface Pair {
  first: number | null;
  latest: number | null;
}

type Direction = Pick<ScaleScore, 'better' | 'reliableChange' | 'decimals'>;

/** Counts pairs one by one, as the database does for all of a county at once. */
function countPairs(score: Direction, pairs: readonly Pair[]): PairedCounts {
  const whole = pairs.filter(
    (pair): pair is {first: number; latest: number} => pair.first !== null && pair.latest !== null,
  );
  const verdicts = whole.map(({first, latest}) => changeOf(score, first, latest).verdict);
  const of = (verdict: Verdict) => verdicts.filter((one) => one === verdict).length;
  return {
    people: pairs.length,
    both: whole.length,
    meanFirst: mean(whole.map(({first}) => first)),
    meanLatest: mean(whole.map(({latest}) => latest)),
    variance: variance(whole.map(({first, latest}) => latest - first)),
    improved: of('improved'),
    unchanged: of('unchanged'),
    worse: of('worse'),
  };
}

const mean = (numbers: number[]) =>
  numbers.length === 0 ? null : numbers.reduce((sum, one) => sum + one, 0) / numbers.length;

function variance(numbers: number[]): number | null {
  const middle = mean(numbers);
  if (middle === null || numbers.length < 2) return null;
  return numbers.reduce((sum, one) => sum + (one - middle) ** 2, 0) / (numbers.length - 1);
}

const wellbeing = {better: 'higher', decimals: 2, reliableChange: {points: 2.87, source: 'x'}} as const;
const lonely = {better: 'lower', decimals: 0, reliableChange: null} as const;

describe('the change of one person', () => {
  it.each([
    [19.25, 22.12, 'improved'],
    [19.25, 22.11, 'unchanged'],
    [22.12, 19.25, 'worse'],
    [19.25, 19.25, 'unchanged'],
  ])('of wellbeing from %d to %d is %s', (first, latest, verdict) => {
    expect(changeOf(wellbeing, first, latest)).toMatchObject({verdict, isBeyondError: true});
  });

  it('of a scale on which less is better is turned round, and says that no error is agreed', () => {
    expect(changeOf(lonely, 8, 5)).toEqual({points: -3, gain: 3, verdict: 'improved', isBeyondError: false});
    expect(changeOf(lonely, 5, 6).verdict).toBe('worse');
    expect(changeOf(lonely, 5, 5)).toEqual({points: 0, gain: 0, verdict: 'unchanged', isBeyondError: false});
  });

  it('backwards is the opposite of forwards', () => {
    const opposite = {improved: 'worse', worse: 'improved', unchanged: 'unchanged'} as const;
    const score = fc.integer({min: 700, max: 3500}).map((hundredths) => hundredths / 100);
    fc.assert(
      fc.property(score, score, (one, other) => {
        expect(changeOf(wellbeing, other, one).verdict).toBe(opposite[changeOf(wellbeing, one, other).verdict]);
      }),
    );
  });
});

describe('Student’s t', () => {
  // Fisher and Yates, Statistical Tables, two-sided 5 %.
  it.each([
    [1, 12.706],
    [2, 4.303],
    [3, 3.182],
    [4, 2.776],
    [5, 2.571],
    [9, 2.262],
    [10, 2.228],
    [29, 2.045],
    [30, 2.042],
    [60, 2],
    [120, 1.98],
  ])('with %d degrees is %d', (degrees, t) => {
    expect(t95(degrees)).toBeCloseTo(t, 3);
  });

  it('falls as the degrees rise, also where the series gives way to the expansion', () => {
    for (const degrees of [1, 2, 10, 399, 400, 401, 1000, 1_000_000]) {
      expect(t95(degrees)).toBeGreaterThan(t95(degrees + 1));
    }
    expect(shareWithin(t95(401), 401)).toBeCloseTo(0.95, 6);
    expect(t95(10_000_000)).toBeCloseTo(1.959964, 6);
  });

  it('knows no nought and no half', () => {
    expect(() => t95(0)).toThrow(RangeError);
    expect(() => t95(2.5)).toThrow(RangeError);
  });
});

describe('change told paired', () => {
  it('compares each with themselves, and leaves out whoever has only one', () => {
    const pairs: Pair[] = [
      {first: 18, latest: 22},
      {first: 20, latest: 21},
      {first: 16, latest: 22},
      {first: 30, latest: null},
      {first: null, latest: 12},
    ];
    const told = pairedOf(countPairs(wellbeing, pairs));
    expect(told).toMatchObject({people: 5, both: 3, completeness: 0.6, improved: 2, unchanged: 1, worse: 0});
    expect(told.meanChange).toBeCloseTo(11 / 3, 10);
    // Changes 4, 1 and 6: s = 2.5166, t with two degrees 4.3027, ± 6.2517.
    expect(told.interval![0]).toBeCloseTo(11 / 3 - 6.2517, 3);
    expect(told.interval![1]).toBeCloseTo(11 / 3 + 6.2517, 3);
    expect(told.improvedShare).toBeCloseTo(2 / 3, 10);
    // All first against all later scores would have said that they fell.
    const naive = (22 + 21 + 22 + 12) / 4 - (18 + 20 + 16 + 30) / 4;
    expect(naive).toBeLessThan(0);
  });

  it('has no interval with fewer than two, and says nothing of nobody', () => {
    expect(pairedOf(countPairs(wellbeing, [{first: 18, latest: 22}]))).toMatchObject({meanChange: 4, interval: null});
    expect(pairedOf(countPairs(wellbeing, []))).toMatchObject({
      people: 0,
      both: 0,
      completeness: null,
      meanChange: null,
      interval: null,
      improvedShare: null,
    });
  });

  it('has the mean change within its interval, and everybody in one of three', () => {
    const score = fc.option(fc.integer({min: 0, max: 10}));
    fc.assert(
      fc.property(fc.array(fc.record({first: score, latest: score}), {maxLength: 40}), (pairs) => {
        const told = pairedOf(countPairs(lonely, pairs));
        expect(told.improved + told.unchanged + told.worse).toBe(told.both);
        if (told.both < 2) expect(told.interval).toBeNull();
        else {
          expect(told.interval![0]).toBeLessThanOrEqual(told.meanChange!);
          expect(told.interval![1]).toBeGreaterThanOrEqual(told.meanChange!);
        }
      }),
    );
  });
});
