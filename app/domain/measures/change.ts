/** The change of one person between two scores. Pure. */
import type {ScaleScore} from './scale-schema.ts';
import {roundTo} from './score.ts';

export type Verdict = 'improved' | 'unchanged' | 'worse';

interface Change {
  /** Latest less first, in the points of the scale. */
  points: number;
  /** The same, counted so that more is better. */
  gain: number;
  verdict: Verdict;
  /** Whether the verdict looks past the scale's own wobble; else any change at all counts, which claims less than it seems. */
  isBeyondError: boolean;
}

/**
 * What became of a score. With a reliable change of r points: improved from a gain of r, worse from a loss of r, and
 * unchanged between them (Jacobson and Truax, 1991). Without one, by the mere direction.
 */
export function changeOf(
  {better, reliableChange, decimals}: Pick<ScaleScore, 'better' | 'reliableChange' | 'decimals'>,
  first: number,
  latest: number,
): Change {
  // Two decimals more than the scale has: what subtraction leaves behind must not decide on which side of r it lies.
  const points = roundTo(latest - first, decimals + 2);
  const gain = points === 0 ? 0 : better === 'higher' ? points : -points;
  const needed = reliableChange?.points ?? Number.EPSILON;
  const verdict = gain >= needed ? 'improved' : gain <= -needed ? 'worse' : 'unchanged';
  return {points, gain, verdict, isBeyondError: reliableChange !== null};
}
