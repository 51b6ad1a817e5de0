/** What changed in lives and in the use of services, and what people want, for leads and analysts: sums only. */
import type {Sql} from '../../../db/client.ts';
import {within} from '../../../db/within.ts';
import type {Asker} from '../people/staff-request.ts';
import type {AspirationCounts, DomainCounts, UseCounts} from './life-figures.ts';
import type {Grouping} from './measure-figures.ts';

interface LifeAsk {
  /** Cases opened in these days. */
  from: string;
  to: string;
  by: Grouping;
}

export interface LifeCounts {
  domains: DomainCounts[];
  use: UseCounts[];
  aspirations: AspirationCounts[];
  /** Whether these are all of the whole area, in which nothing is hidden. */
  isWholeArea: boolean;
}

/** Of one group, about one thing. */
type LifeRow =
  | (DomainCounts & {part: 'domain'})
  | (Omit<UseCounts, 'both'> & {part: 'use'; paired: number})
  | (AspirationCounts & {part: 'wish'});

/** The sums as they are, before anything is hidden: by what they are about, then by group. */
export function countLife(sql: Sql, {viewer, address}: Asker, {from, to, by}: LifeAsk) {
  return within(sql, {purpose: 'figures', viewer, address}, async (tx): Promise<LifeCounts> => {
    const [rows, [reach]] = await Promise.all([
      tx<LifeRow[]>`
        select
          part, name, about, there, on_the_way, not_said, improved, unchanged, worse, people, paired, from_records,
          mean_first::float8, mean_latest::float8, variance::float8
        from life_figures(${from}, ${to}, ${by})
      `,
      tx<[{isWhole: boolean}]>`select counts_partnership() as is_whole`,
    ]);
    const of = <Part extends LifeRow['part']>(part: Part) =>
      rows.filter((row): row is LifeRow & {part: Part} => row.part === part);
    return {
      domains: of('domain').map(({name, about, improved, unchanged, worse}) => ({
        name,
        about,
        improved,
        unchanged,
        worse,
      })),
      use: of('use').map(({part: _part, paired, ...row}) => ({...row, both: paired})),
      aspirations: of('wish').map(({name, about, there, onTheWay, notSaid}) => ({
        name,
        about,
        there,
        onTheWay,
        notSaid,
      })),
      isWholeArea: reach.isWhole && by === 'all',
    };
  });
}
