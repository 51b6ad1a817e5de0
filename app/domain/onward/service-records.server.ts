import type {Sql} from '../../../db/client.ts';
import {within} from '../../../db/within.ts';
import type {Asker} from '../people/staff-request.ts';

/** How a service has answered those who were passed on to it. */
export interface ServiceRecord {
  answered: number;
  accepted: number;
  medianDays: number;
  lastSaid: string;
}

/** How each of these services has answered, by its id; one with too few answers to tell is not there. */
export async function serviceRecords(
  sql: Sql,
  {viewer, address}: Asker,
  ids: string[],
): Promise<Map<string, ServiceRecord>> {
  if (ids.length === 0) return new Map();
  const rows = await within(
    sql,
    {purpose: 'caseload', viewer, address},
    (tx) => tx<(ServiceRecord & {id: string})[]>`
      select asked.id, answered, accepted, median_days::float as median_days, last_said
      from unnest(${ids}::uuid[]) as asked (id)
      cross join lateral onward_record(asked.id)
    `,
  );
  return new Map(rows.map(({id, ...record}) => [id, record]));
}
