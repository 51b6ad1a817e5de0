/**
 * Small numbers, so that a table of counts tells nobody about one person.
 *
 * Counts of 1 to 7 are not shown, and all others are rounded, totals too: the rule of NHS England's Hospital Episode
 * Statistics. Beyond that, no hidden cell stands alone in its row or column (complementary suppression; Hundepool et al.,
 * Statistical Disclosure Control, 2012, chapter 4): otherwise the total, less what is shown, would come near it.
 *
 * HES rounds to the nearest 5. Where the same calls are also shown by organisation and altogether, that gives small numbers
 * away, and so does 10: the test beside this tries every such set of tables. Rounded to twice the hidden count and one (15),
 * every number that is shown stands for as many true ones, and none is given away.
 */
export interface SmallNumbers {
  /** Counts from 1 to this are hidden; 0 hides nothing. */
  hideUpTo: number;
  /** All others are rounded to the nearest multiple of this; 1 rounds nothing. */
  roundTo: number;
}

/** Hides counts from 1 to `upTo`, and rounds the others so that no set of tables gives one away. */
export const hideSmall = (upTo: number): SmallNumbers => ({hideUpTo: upTo, roundTo: 2 * upTo + 1});

/** What the settings say unless told otherwise. */
export const SMALL_NUMBERS = hideSmall(7);

/** Of one organisation that takes all calls of an area, everything is shown as it is. */
export const NOTHING_HIDDEN: SmallNumbers = {hideUpTo: 0, roundTo: 1};

/** A count as it may be shown. */
export type Shown = number | 'hidden';

interface ShownTable {
  cells: Shown[][];
  rowTotals: Shown[];
  columnTotals: Shown[];
  total: Shown;
}

const isSmall = (count: number, {hideUpTo}: SmallNumbers) => count > 0 && count <= hideUpTo;

/** One count by itself. */
export function showCount(count: number, rules: SmallNumbers): Shown {
  if (isSmall(count, rules)) return 'hidden';
  return rules.roundTo > 1 ? Math.round(count / rules.roundTo) * rules.roundTo : count;
}

/**
 * A table of counts with its totals. Totals are made of the true counts and rounded for themselves, never added up from
 * rounded ones, so the same total reads the same in every table that it stands in.
 */
export function showTable(counts: readonly (readonly number[])[], rules: SmallNumbers): ShownTable {
  const width = counts[0]?.length ?? 0;
  const hidden = counts.map((row) => row.map((count) => isSmall(count, rules)));
  const columnAt = (column: number) => counts.map((row) => row[column]!);
  const sum = (numbers: readonly number[]) => numbers.reduce((all, one) => all + one, 0);

  // Until no row and no column has exactly one hidden cell. Each turn hides one more, so it ends.
  for (let changed = true; changed;) {
    changed = false;
    for (const [place, row] of counts.entries()) {
      const next = partnerOf(row, hidden[place]!);
      if (next !== null) changed = hidden[place]![next] = true;
    }
    for (let column = 0; column < width; column++) {
      const next = partnerOf(
        columnAt(column),
        hidden.map((row) => row[column]!),
      );
      if (next !== null) changed = hidden[next]![column] = true;
    }
  }
  const rows = counts.map((row) => sum(row));
  return {
    cells: counts.map((row, place) =>
      row.map((count, column) => (hidden[place]![column] ? 'hidden' : showCount(count, rules))),
    ),
    rowTotals: rows.map((count) => showCount(count, rules)),
    columnTotals: Array.from({length: width}, (_, column) => showCount(sum(columnAt(column)), rules)),
    total: showCount(sum(rows), rules),
  };
}

/**
 * Which cell of a line must be hidden beside the only one that is: the smallest that is not nought, else a nought. Null
 * when none or several are hidden, or there is no other.
 */
function partnerOf(line: readonly number[], hidden: readonly boolean[]): number | null {
  if (hidden.filter(Boolean).length !== 1) return null;
  const others = line.map((count, place) => ({count, place})).filter(({place}) => !hidden[place]);
  others.sort((one, other) => Number(one.count === 0) - Number(other.count === 0) || one.count - other.count);
  return others[0]?.place ?? null;
}

/**
 * A share of two shown counts, 0 to 1, so that it tells nothing that they do not; null where one of them is hidden or
 * there is nothing to divide by.
 */
export function showShare(part: Shown, whole: Shown): number | null {
  if (part === 'hidden' || whole === 'hidden' || whole === 0) return null;
  // Both are rounded for themselves, so a part may come out larger than its whole.
  return Math.min(1, part / whole);
}
