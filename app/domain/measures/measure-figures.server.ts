/** Figures of measures, for leads and analysts: sums only, with small numbers hidden. */
import type {Sql} from '../../../db/client.ts';
import type {SmallNumbers} from '../figures/suppress.ts';
import {within} from '../../../db/within.ts';
import {showMeasureFigures, type GroupCounts, type Grouping, type MeasureFigures} from './measure-figures.ts';
import type {Asker} from '../people/staff-request.ts';
import type {ScaleScore} from './scale-schema.ts';

interface FiguresAsk {
  scale: string;
  score: ScaleScore;
  /** Cases opened in these days. */
  from: string;
  to: string;
  by: Grouping;
}

/** The sums as they are, before anything is hidden: for the rule of small numbers, and for the test that counts again. */
export function countMeasures(sql: Sql, {viewer, address}: Asker, {scale, score, from, to, by}: FiguresAsk) {
  return within(sql, {purpose: 'figures', viewer, address}, async (tx) => {
    const rows = await tx<(Omit<GroupCounts, 'both'> & {paired: number})[]>`
      select
        name, people, paired, mean_first::float8, mean_latest::float8, variance::float8, improved, unchanged, worse
      from paired_measures(
        ${scale}, ${score.key}, ${score.better === 'higher'}, ${score.reliableChange?.points ?? null}, ${from}, ${to}, ${by}
      )
    `;
    const [reach] = await tx<[{isWhole: boolean}]>`select counts_partnership() as is_whole`;
    return {
      groups: rows.map(({paired, ...row}): GroupCounts => ({...row, both: paired})),
      isWholeArea: reach.isWhole && by === 'all',
    };
  });
}

/** The figures of a score as they may be shown. */
export async function measureFigures(
  sql: Sql,
  asker: Asker,
  ask: FiguresAsk,
  smallNumbers: SmallNumbers,
): Promise<MeasureFigures[]> {
  const {groups, isWholeArea} = await countMeasures(sql, asker, ask);
  return showMeasureFigures(groups, ask.score, isWholeArea, smallNumbers);
}
