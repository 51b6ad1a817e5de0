/** Paired figures as they may be shown: the same rule of small numbers as all figures of this site. Pure. */
import {NOTHING_HIDDEN, showCount, showShare, showTable, type Shown, type SmallNumbers} from '../figures/suppress.ts';
import {pairedOf, type PairedCounts} from './paired.ts';
import type {ScaleScore} from './scale-schema.ts';

export const GROUPINGS = {
  all: 'All together',
  provider: 'Provider',
  source: 'Where the referral came from',
  tier: 'Tier',
  need: 'Main need',
  area: 'Area (first half of the postcode)',
} as const;
export type Grouping = keyof typeof GROUPINGS;

export interface GroupCounts extends PairedCounts {
  name: string;
}

/** Pairs as they are shown. */
export interface PairedFigures {
  people: Shown;
  both: Shown;
  completeness: number | null;
  improved: Shown;
  unchanged: Shown;
  worse: Shown;
  improvedShare: number | null;
  /** Null where too few are counted, or where the scale knows an order and no distances. */
  meanChange: number | null;
  interval: [number, number] | null;
}

export interface MeasureFigures extends PairedFigures {
  name: string;
}

/** @param isWholeArea of the whole area everything is shown as it is */
export function showMeasureFigures(
  groups: readonly GroupCounts[],
  {isOrdinal}: Pick<ScaleScore, 'isOrdinal'>,
  isWholeArea: boolean,
  smallNumbers: SmallNumbers,
): MeasureFigures[] {
  const rules = isWholeArea ? NOTHING_HIDDEN : smallNumbers;
  // Whoever has only one score is a cell of the same row: the row then adds up to the people.
  const table = showTable(
    groups.map((one) => [one.improved, one.unchanged, one.worse, one.people - one.both]),
    rules,
  );
  return groups.map((one, place) => {
    const [improved = 'hidden', unchanged = 'hidden', worse = 'hidden', single] = table.cells[place]!;
    const people = showCount(one.people, rules);
    // With those who have one score hidden, how many have both would tell how many those are.
    const both = single === 'hidden' ? 'hidden' : showCount(one.both, rules);
    const {meanChange, interval} = pairedOf(one);
    const isTold = one.both > rules.hideUpTo && !isOrdinal;
    return {
      name: one.name,
      people,
      both,
      completeness: showShare(both, people),
      improved,
      unchanged,
      worse,
      improvedShare: showShare(improved, both),
      meanChange: isTold ? meanChange : null,
      interval: isTold ? interval : null,
    };
  });
}
