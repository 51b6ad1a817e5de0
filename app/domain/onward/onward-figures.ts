/** What came of passing on, as figures that may be shown: small numbers hidden by the one rule of this site. Pure. */
import {NOTHING_HIDDEN, showShare, showTable, type Shown, type SmallNumbers} from '../figures/suppress.ts';

/** Of those who were told of a service or passed on to one between two days. */
export interface OnwardCounts {
  name: string;
  passed: number;
  /** Started, or came at least once. */
  tookPart: number;
  declined: number;
  /** Sent, and no answer yet. */
  waiting: number;
  answered: number;
  /** Half of the answers came no later. */
  medianDays: number | null;
}

interface OnwardFigures {
  name: string;
  passed: Shown;
  tookPart: Shown;
  tookPartShare: number | null;
  declined: Shown;
  waiting: Shown;
  medianDays: number | null;
}

export function showOnward(
  groups: readonly OnwardCounts[],
  isWholeArea: boolean,
  smallNumbers: SmallNumbers,
): OnwardFigures[] {
  const rules = isWholeArea ? NOTHING_HIDDEN : smallNumbers;
  // Whoever was accepted and has not come, or was told of it and nobody knows, is the fourth cell: a row adds up.
  const {cells, rowTotals} = showTable(
    groups.map((one) => [
      one.tookPart,
      one.declined,
      one.waiting,
      one.passed - one.tookPart - one.declined - one.waiting,
    ]),
    rules,
  );
  return groups.map((one, place) => {
    const [tookPart = 'hidden', declined = 'hidden', waiting = 'hidden'] = cells[place]!;
    return {
      name: one.name,
      passed: rowTotals[place]!,
      tookPart,
      tookPartShare: showShare(tookPart, rowTotals[place]!),
      declined,
      waiting,
      medianDays: one.answered > rules.hideUpTo ? one.medianDays : null,
    };
  });
}
