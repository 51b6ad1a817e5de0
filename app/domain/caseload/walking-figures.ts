/** From a referral to walking along, as figures that may be shown: small numbers hidden by the one rule of this site. Pure. */
import {NOTHING_HIDDEN, showCount, showShare, showTable, type Shown, type SmallNumbers} from '../figures/suppress.ts';
import type {PairedFigures} from '../measures/measure-figures.ts';
import {pairedOf, type PairedCounts} from '../measures/paired.ts';

/** Of the referrals made between two days; what was passed on counts where it went. */
export interface WalkingCounts {
  name: string;
  referred: number;
  waiting: number;
  declined: number;
  /** Reached twice, or once without saying no. */
  engaged: number;
  reached: number;
  /** From the first minute to the first contact, half no longer than this. */
  medianHours: number | null;
  /** Cases that are over in which somebody was reached, and the contacts in them. */
  closed: number;
  contactsOfClosed: number;
}

interface WalkingFigures {
  name: string;
  referred: Shown;
  waiting: Shown;
  declined: Shown;
  engaged: Shown;
  /** Of all who were referred: one more number to divide by would tell something about those who wait. */
  engagedShare: number | null;
  medianHours: number | null;
  contactsPerCase: number | null;
}

/** What Leeds found over years: 70 to 75 % of those referred engage. */
export const LEEDS_ENGAGED = '70 to 75 %';

export function showWalking(
  groups: readonly WalkingCounts[],
  isWholeArea: boolean,
  smallNumbers: SmallNumbers,
): WalkingFigures[] {
  const rules = isWholeArea ? NOTHING_HIDDEN : smallNumbers;
  // Whoever was accepted and did not come along is the fourth cell, so that a row adds up to those referred.
  const {cells, rowTotals} = showTable(
    groups.map((one) => [
      one.engaged,
      one.declined,
      one.waiting,
      one.referred - one.engaged - one.declined - one.waiting,
    ]),
    rules,
  );
  return groups.map((one, place) => {
    const [engaged = 'hidden', declined = 'hidden', waiting = 'hidden'] = cells[place]!;
    return {
      name: one.name,
      referred: rowTotals[place]!,
      waiting,
      declined,
      engaged,
      engagedShare: showShare(engaged, rowTotals[place]!),
      medianHours: one.reached > rules.hideUpTo ? one.medianHours : null,
      contactsPerCase: one.closed > rules.hideUpTo ? one.contactsOfClosed / one.closed : null,
    };
  });
}

/** After so many months of the loneliness contract. */
export interface ContractCounts extends PairedCounts {
  months: number;
  due: number;
}

/**
 * Of people with a first score, whom the contract begins with. Completeness is of those that are due; one that was asked
 * somewhat early is due by then as well.
 */
interface ContractFigures extends PairedFigures {
  months: number;
  due: Shown;
}

export function showContract(
  rows: readonly ContractCounts[],
  isWholeArea: boolean,
  smallNumbers: SmallNumbers,
): ContractFigures[] {
  const rules = isWholeArea ? NOTHING_HIDDEN : smallNumbers;
  const {cells} = showTable(
    rows.map((one) => [one.improved, one.unchanged, one.worse]),
    rules,
  );
  return rows.map((one, place) => {
    const [improved = 'hidden', unchanged = 'hidden', worse = 'hidden'] = cells[place]!;
    const [both, due] = [showCount(one.both, rules), showCount(one.due, rules)];
    const {meanChange, interval} = pairedOf(one);
    const isTold = one.both > rules.hideUpTo;
    return {
      months: one.months,
      people: showCount(one.people, rules),
      due,
      both,
      completeness: showShare(both, due),
      improved,
      unchanged,
      worse,
      improvedShare: showShare(improved, both),
      meanChange: isTold ? meanChange : null,
      interval: isTold ? interval : null,
    };
  });
}
