/** How referrals became cases, for leads and analysts: sums only. */
import type {Sql} from '../../../db/client.ts';
import {within} from '../../../db/within.ts';
import type {OnwardCounts} from '../onward/onward-figures.ts';
import type {Grouping} from '../measures/measure-figures.ts';
import type {Asker} from '../people/staff-request.ts';
import type {ContractCounts, WalkingCounts} from './walking-figures.ts';

interface WalkingAsk {
  /** Referrals made, and for the contract cases opened, in these days. */
  from: string;
  to: string;
  by: Grouping;
}

interface Walking {
  groups: WalkingCounts[];
  contract: ContractCounts[];
  /** What came of passing on between these days. */
  onward: OnwardCounts[];
  /** Whether these are all of the whole area, in which nothing is hidden. */
  isWholeArea: boolean;
  /** The same for the contract, which is never taken apart. */
  isContractWhole: boolean;
}

/** The sums as they are, before anything is hidden. */
export function countWalking(sql: Sql, {viewer, address}: Asker, {from, to, by}: WalkingAsk): Promise<Walking> {
  return within(sql, {purpose: 'figures', viewer, address}, async (tx) => {
    const [groups, contract, onward, [reach]] = await Promise.all([
      tx<WalkingCounts[]>`
        select name, referred, waiting, declined, engaged, reached, median_hours, closed, contacts_of_closed
        from walking_figures(${from}, ${to}, ${by})
      `,
      tx<(Omit<ContractCounts, 'both' | 'meanLatest'> & {paired: number; meanLater: number | null})[]>`
        select
          months, people, due, paired, mean_first::float8, mean_later::float8, variance::float8, improved, unchanged, worse
        from loneliness_contract(${from}, ${to})
      `,
      tx<OnwardCounts[]>`
        select name, passed, took_part, declined, waiting, answered, median_days
        from onward_figures(${from}, ${to}, ${by})
      `,
      tx<[{isWhole: boolean}]>`select counts_partnership() as is_whole`,
    ]);
    return {
      groups: [...groups],
      contract: contract.map(({paired, meanLater, ...row}) => ({...row, both: paired, meanLatest: meanLater})),
      onward: [...onward],
      isWholeArea: reach.isWhole && by === 'all',
      isContractWhole: reach.isWhole,
    };
  });
}
