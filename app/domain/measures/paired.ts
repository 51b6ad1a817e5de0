/**
 * Change told PAIRED: each person's first score against the same person's latest. Whoever has only one of the two counts
 * for completeness and for nothing else; a mean of all first scores beside a mean of all later ones would compare different
 * people. Pure.
 */
import {t95} from './student-t.ts';

/** What is left of many pairs once they are counted: as a query gives it too. */
export interface PairedCounts {
  /** People asked for the first time, or for whom a first score was due. */
  people: number;
  /** Those of them with a first and a later score. */
  both: number;
  meanFirst: number | null;
  meanLatest: number | null;
  /** Sample variance of the changes, in points²; null with fewer than two. */
  variance: number | null;
  improved: number;
  unchanged: number;
  worse: number;
}

interface Paired extends PairedCounts {
  /** Both ÷ people, 0 to 1; null when there is nobody. */
  completeness: number | null;
  /** Latest less first, in the points of the scale. */
  meanChange: number | null;
  /** 95 % interval of the mean change (t distribution); null with fewer than two pairs. */
  interval: [number, number] | null;
  /** Of those with both. */
  improvedShare: number | null;
}

/** What the counts say. */
export function pairedOf(counts: PairedCounts): Paired {
  const {people, both, meanFirst, meanLatest, variance: spread} = counts;
  const meanChange = meanFirst === null || meanLatest === null ? null : meanLatest - meanFirst;
  return {
    ...counts,
    completeness: people > 0 ? both / people : null,
    meanChange,
    interval: meanChange === null || spread === null || both < 2 ? null : around(meanChange, spread, both),
    improvedShare: both > 0 ? counts.improved / both : null,
  };
}

function around(middle: number, spread: number, count: number): [number, number] {
  const reach = t95(count - 1) * Math.sqrt(spread / count);
  return [middle - reach, middle + reach];
}
