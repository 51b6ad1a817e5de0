/** What changed in lives and in the use of services, and what people want, for leads and analysts: sums only. */
import type {Sql} from '../../../db/client.ts';
import {within} from '../../../db/within.ts';
import type {Asker} from '../people/staff-request.ts';
import type {AspirationCounts, DomainCounts, UseCounts} from './life-figures.ts';
import type {OutcomeDomain, ServiceUse} from './outcome-domains.ts';

export interface LifeCounts {
  domains: DomainCounts[];
  use: UseCounts[];
  aspirations: AspirationCounts[];
  /** Whether these are all of the whole area, in which nothing is hidden. */
  isWholeArea: boolean;
}

/** The sums as they are, before anything is hidden. @param span cases opened in these days */
export function countLife(sql: Sql, {viewer, address}: Asker, {from, to}: {from: string; to: string}) {
  return within(sql, {purpose: 'figures', viewer, address}, async (tx): Promise<LifeCounts> => {
    const [domains, use, aspirations, [reach]] = await Promise.all([
      tx<(Omit<DomainCounts, 'name'> & {domain: OutcomeDomain})[]>`
        select domain, improved, unchanged, worse from life_outcomes(${from}, ${to})
      `,
      tx<(Omit<UseCounts, 'name' | 'both'> & {service: ServiceUse; paired: number})[]>`
        select
          service, people, paired, from_records, mean_first::float8, mean_latest::float8, variance::float8, improved,
          unchanged, worse
        from service_use_change(${from}, ${to})
      `,
      tx<AspirationCounts[]>`
        select aspiration as name, there, on_the_way, not_said from plan_aspirations(${from}, ${to})
      `,
      tx<[{isWhole: boolean}]>`select counts_partnership() as is_whole`,
    ]);
    return {
      domains: domains.map(({domain, ...row}) => ({...row, name: domain})),
      use: use.map(({service, paired, ...row}) => ({...row, name: service, both: paired})),
      aspirations: [...aspirations],
      isWholeArea: reach.isWhole,
    };
  });
}
