import type {PlacedGaps} from './read-figures.server.ts';
import {asCount, type FigureTable} from './shown-words.ts';
import {showTable, type Shown, type SmallNumbers} from './suppress.ts';

export interface CountBar {
  name: string;
  count: Shown;
}

interface GapView {
  table: FigureTable;
  byNeed: CountBar[];
  byPlace: CountBar[];
}

/** What fits a page. The commonest stand by themselves, the rest together; a file has them all. */
export const ON_THE_PAGE = {needs: 8, places: 24};
export const ALL_OF_THEM = {needs: Infinity, places: Infinity};

const NOT_KNOWN = 'Not known';

/**
 * Gaps by place and need, those with most first. A place is below the whole area, so small numbers are hidden here for
 * everybody; what is put together is added up before anything is hidden.
 */
export function gapView(gaps: PlacedGaps[], smallNumbers: SmallNumbers, most = ON_THE_PAGE): GapView {
  const nameOf = placeNames(gaps);
  const needs = inOrder(gaps, ({need}) => need, most.needs, 'Other needs');
  const places = inOrder(gaps, nameOf, most.places, 'Other places');
  // Added up once: a county has thousands of cells, and this page is asked for all day.
  const counts = places.names.map(() => needs.names.map(() => 0));
  for (const gap of gaps) counts[places.lineOf(nameOf(gap))]![needs.lineOf(gap.need)]! += gap.gaps;
  const {cells, rowTotals, columnTotals, total} = showTable(counts, smallNumbers);
  const line = (name: string, all: Shown, row: Shown[]) => [name, asCount(all), ...row.map(asCount)];
  return {
    table: {
      columns: ['Ward', 'In all', ...needs.names],
      rows:
        gaps.length === 0
          ? []
          : [
              ...places.names.map((name, place) => line(name, rowTotals[place]!, cells[place]!)),
              line('Everywhere', total, columnTotals),
            ],
    },
    byNeed: needs.names.map((name, place) => ({name, count: columnTotals[place]!})),
    byPlace: places.names.map((name, place) => ({name, count: rowTotals[place]!})).slice(0, 12),
  };
}

/** A ward's name, with its council where two wards share it; else what is known of the place. */
function placeNames(gaps: PlacedGaps[]): (gap: PlacedGaps) => string {
  const codes = new Map<string, Set<string | null>>();
  for (const {ward, place} of gaps) if (ward) codes.set(ward, (codes.get(ward) ?? new Set()).add(place));
  return ({ward, district, place}) => {
    if (!ward) return place ?? NOT_KNOWN;
    return codes.get(ward)!.size > 1 ? `${ward}, ${district ?? place}` : ward;
  };
}

/** Names with the most gaps first and what is not known last; those beyond `most` share a line at the end. */
function inOrder(gaps: PlacedGaps[], nameOf: (gap: PlacedGaps) => string, most: number, rest: string) {
  const inAll = new Map<string, number>();
  for (const gap of gaps) inAll.set(nameOf(gap), (inAll.get(nameOf(gap)) ?? 0) + gap.gaps);
  const isKnown = (name: string) => Number(name !== NOT_KNOWN);
  const ordered = [...inAll.keys()].sort(
    (one, other) =>
      isKnown(other) - isKnown(one) || inAll.get(other)! - inAll.get(one)! || one.localeCompare(other, 'en-GB'),
  );
  const names = ordered.length > most ? [...ordered.slice(0, most), rest] : ordered;
  const lines = new Map(ordered.map((name, place) => [name, Math.min(place, names.length - 1)]));
  return {names, lineOf: (name: string) => lines.get(name)!};
}
