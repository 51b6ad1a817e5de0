import type {FigureCounts} from './read-figures.server.ts';
import {asCount, type FigureTable} from './shown-words.ts';
import {showTable, type SmallNumbers} from './suppress.ts';

/** A place is below the whole area, so small numbers are hidden here for everybody. */
export function gapTable(gaps: FigureCounts['gaps'], smallNumbers: SmallNumbers): FigureTable {
  const placeOf = (gap: {place: string | null}) => gap.place ?? 'Not known';
  // Added up once: a county has thousands of cells, and this page is asked for all day.
  const cells = new Map<string, Map<string, number>>();
  for (const gap of gaps) {
    const row = cells.get(gap.need) ?? new Map<string, number>();
    row.set(placeOf(gap), (row.get(placeOf(gap)) ?? 0) + gap.gaps);
    cells.set(gap.need, row);
  }
  const inAll = new Map([...cells].map(([need, row]) => [need, [...row.values()].reduce((all, one) => all + one, 0)]));
  const needs = [...cells.keys()].sort((one, other) => inAll.get(other)! - inAll.get(one)!);
  const places = [...new Set(gaps.map(placeOf))].sort();
  const shown = showTable(
    needs.map((need) => places.map((place) => cells.get(need)!.get(place) ?? 0)),
    smallNumbers,
  );
  return {
    columns: ['Need', 'In all', ...places],
    rows: needs.map((need, place) => [need, asCount(shown.rowTotals[place]!), ...shown.cells[place]!.map(asCount)]),
  };
}
