/** What people want, what got better in life and the use of services, as tables: of all together, or of each for its groups. */
import {asCount, asShare, type FigureTable, type TablePart} from '../../domain/figures/shown-words.ts';
import type {SmallNumbers} from '../../domain/figures/suppress.ts';
import {GROUPINGS, type Grouping} from '../../domain/measures/measure-figures.ts';
import type {LifeCounts} from '../../domain/measures/life-figures.server.ts';
import {showAspirations, showDomains, showUse} from '../../domain/measures/life-figures.ts';
import {OUTCOME_DOMAINS, SERVICE_USES} from '../../domain/measures/outcome-domains.ts';
import {ASPIRATIONS} from '../../domain/plans/plan-choices.ts';
import {asInterval, asMean, asPoints, nameOf} from './figure-words.ts';

const DOMAINS = ['Looked back', 'Better', 'Share better', 'The same', 'Worse'];
const WANTED = ['Plans', 'Where they want it', 'On the way', 'Not given numbers'];
const USED = [
  'Counted',
  'Both years',
  'From records',
  'Mean before',
  'Mean after',
  'Mean change',
  '95 % interval',
  'Fewer',
  'The same',
  'More',
];

/** Of what was counted by one grouping. */
export function lifeTables(
  life: LifeCounts,
  by: Grouping,
  smallNumbers: SmallNumbers,
): Record<'wanted' | 'domains' | 'use', TablePart[]> {
  return {
    wanted: partsOf(life.aspirations, by, {column: 'In their words', names: ASPIRATIONS, columns: WANTED}, (rows) =>
      showAspirations(rows, life.isWholeArea, smallNumbers).map((row) => [
        asCount(row.people),
        asCount(row.there),
        asCount(row.onTheWay),
        asCount(row.notSaid),
      ]),
    ),
    domains: partsOf(life.domains, by, {column: 'Part of life', names: OUTCOME_DOMAINS, columns: DOMAINS}, (rows) =>
      showDomains(rows, life.isWholeArea, smallNumbers).map((row) => [
        asCount(row.asked),
        asCount(row.improved),
        asShare(row.improvedShare),
        asCount(row.unchanged),
        asCount(row.worse),
      ]),
    ),
    use: partsOf(life.use, by, {column: 'Service', names: SERVICE_USES, columns: USED}, (rows) =>
      showUse(rows, life.isWholeArea, smallNumbers).map((row) => [
        asCount(row.people),
        asCount(row.both),
        asCount(row.fromRecords),
        asMean(row.meanBefore),
        asMean(row.meanAfter),
        asPoints(row.meanChange),
        asInterval(row.interval),
        asCount(row.improved),
        asCount(row.unchanged),
        asCount(row.worse),
      ]),
    ),
  };
}

/** Of everybody together one table with a row for each thing; else a table for each thing with a row for each group. */
function partsOf<About extends string, Row extends {name: string; about: About}>(
  rows: readonly Row[],
  by: Grouping,
  {column, names, columns}: {column: string; names: Record<About, string>; columns: string[]},
  show: (rows: Row[]) => string[][],
): TablePart[] {
  if (rows.length === 0) return [];
  const tableOf = (ofOne: Row[], first: string, name: (row: Row) => string): FigureTable => ({
    columns: [first, ...columns],
    rows: show(ofOne).map((cells, place) => [name(ofOne[place]!), ...cells]),
  });
  if (by === 'all') return [{about: null, table: tableOf([...rows], column, (row) => names[row.about])}];
  return [...new Set(rows.map(({about}) => about))].map((about) => ({
    about: names[about],
    table: tableOf(
      rows.filter((row) => row.about === about),
      GROUPINGS[by],
      (row) => nameOf(row.name),
    ),
  }));
}
