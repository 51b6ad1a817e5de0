/** What changed in lives and in the use of services, as it may be shown: small numbers hidden by the one rule. Pure. */
import {NOTHING_HIDDEN, showCount, showShare, showTable, type Shown, type SmallNumbers} from '../figures/suppress.ts';
import {showMeasureFigures, type GroupCounts, type MeasureFigures} from './measure-figures.ts';
import type {Aspiration} from '../plans/plan-choices.ts';
import type {OutcomeDomain, ServiceUse} from './outcome-domains.ts';

/** In how many cases of a group one part of life got better, as they and their worker saw it looking back. */
export interface DomainCounts {
  /** Of the group. */
  name: string;
  about: OutcomeDomain;
  improved: number;
  unchanged: number;
  worse: number;
}

interface DomainFigures {
  name: string;
  about: OutcomeDomain;
  asked: Shown;
  improved: Shown;
  unchanged: Shown;
  worse: Shown;
  improvedShare: number | null;
}

/**
 * Rows that are shown in one table: all parts of life of everybody together, or one of them in all groups. The rule then
 * holds where totals are known: those of one part of life, over its groups.
 */
export function showDomains(
  rows: readonly DomainCounts[],
  isWholeArea: boolean,
  smallNumbers: SmallNumbers,
): DomainFigures[] {
  const {cells, rowTotals} = showTable(
    rows.map(({improved, unchanged, worse}) => [improved, unchanged, worse]),
    isWholeArea ? NOTHING_HIDDEN : smallNumbers,
  );
  return rows.map(({name, about}, place) => {
    const [improved = 'hidden', unchanged = 'hidden', worse = 'hidden'] = cells[place]!;
    const asked = rowTotals[place]!;
    return {name, about, asked, improved, unchanged, worse, improvedShare: showShare(improved, asked)};
  });
}

/** In how many newest plans of a group somebody wants one thing, and how far all their goals about it have come. */
export interface AspirationCounts {
  /** Of the group. */
  name: string;
  about: Aspiration;
  there: number;
  onTheWay: number;
  /** A goal about it has no numbers. */
  notSaid: number;
}

interface AspirationFigures {
  name: string;
  about: Aspiration;
  people: Shown;
  there: Shown;
  onTheWay: Shown;
  notSaid: Shown;
}

/** Rows of one table, as in `showDomains`. */
export function showAspirations(
  rows: readonly AspirationCounts[],
  isWholeArea: boolean,
  smallNumbers: SmallNumbers,
): AspirationFigures[] {
  const {cells, rowTotals} = showTable(
    rows.map(({there, onTheWay, notSaid}) => [there, onTheWay, notSaid]),
    isWholeArea ? NOTHING_HIDDEN : smallNumbers,
  );
  return rows.map(({name, about}, place) => {
    const [there = 'hidden', onTheWay = 'hidden', notSaid = 'hidden'] = cells[place]!;
    return {name, about, people: rowTotals[place]!, there, onTheWay, notSaid};
  });
}

/** How often a service was used in the twelve months before and after, within the same case. Fewer is better. */
export interface UseCounts extends GroupCounts {
  about: ServiceUse;
  /** Of those with both numbers, where both come from a record and not from memory. */
  fromRecords: number;
}

interface UseFigures extends MeasureFigures {
  about: ServiceUse;
  meanBefore: number | null;
  meanAfter: number | null;
  fromRecords: Shown;
}

/** Rows of one table, as in `showDomains`. */
export function showUse(rows: readonly UseCounts[], isWholeArea: boolean, smallNumbers: SmallNumbers): UseFigures[] {
  const rules = isWholeArea ? NOTHING_HIDDEN : smallNumbers;
  return showMeasureFigures(rows, {isOrdinal: false}, isWholeArea, smallNumbers).map((figures, place) => {
    const {about, meanFirst, meanLatest, both, fromRecords} = rows[place]!;
    const isTold = both > rules.hideUpTo;
    // How many remember would be told by the two numbers beside each other.
    const remembered = showCount(both - fromRecords, rules);
    return {
      ...figures,
      about,
      meanBefore: isTold ? meanFirst : null,
      meanAfter: isTold ? meanLatest : null,
      fromRecords: remembered === 'hidden' ? 'hidden' : showCount(fromRecords, rules),
    };
  });
}
