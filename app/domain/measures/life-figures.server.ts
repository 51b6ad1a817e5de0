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

/** The sums as they are, before anything is hidden: by what they are about, then by group. */
export function countLife(sql: Sql, {viewer, address}: Asker, {from, to, by}: LifeAsk) {
  return within(sql, {purpose: 'figures', viewer, address}, async (tx): Promise<LifeCounts> => {
    const [domains, use, aspirations, [reach]] = await Promise.all([
      tx<DomainCounts[]>`
        select name, domain as about, improved, unchanged, worse from life_outcomes(${from}, ${to}, ${by})
      `,
      tx<(Omit<UseCounts, 'both'> & {paired: number})[]>`
        select
          name, service as about, people, paired, from_records, mean_first::float8, mean_latest::float8, variance::float8,
          improved, unchanged, worse
        from service_use_change(${from}, ${to}, ${by})
      `,
      tx<AspirationCounts[]>`
        select name, aspiration as about, there, on_the_way, not_said from plan_aspirations(${from}, ${to}, ${by})
      `,
      tx<[{isWhole: boolean}]>`select counts_partnership() as is_whole`,
    ]);
    return {
      domains: [...domains],
      use: use.map(({paired, ...row}) => ({...row, both: paired})),
      aspirations: [...aspirations],
      isWholeArea: reach.isWhole && by === 'all',
    };
  });
}
