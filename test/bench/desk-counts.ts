/** Whether the counts that are kept are those of the calls, added up plainly. */
import type {Sql} from '../../db/client.ts';

/** @returns what was compared, in a sentence. @throws when a count differs */
export async function proveCounts(sql: Sql): Promise<string> {
  const began = performance.now();
  const [differs] = await sql`
    with
      raw as (
        select
          partner_id, london_day(started_at) as day, domain, count(*) as calls, count(*) filter (where is_eligible) as eligible,
          count(*) filter (where is_eligible and is_resolved) as claimed, sum(talk_seconds) as talk_seconds
        from calls
        group by 1, 2, 3
      )
    select raw.partner_id, raw.day, raw.domain
    from raw
    full join call_figures using (partner_id, day, domain)
    where
      (raw.calls, raw.eligible, raw.claimed, raw.talk_seconds)
      is distinct from (call_figures.calls, call_figures.eligible, call_figures.claimed, call_figures.talk_seconds)
    limit 1
  `;
  if (differs) throw new Error(`The counts of ${JSON.stringify(differs)} are not those of the calls.`);
  const [month] = await sql`
    with
      raw as (
        select partner_id, first_of_month(london_day(started_at)) as month, domain, count(*) as calls
        from calls
        group by 1, 2, 3
      ),
      kept as (select partner_id, month, domain, sum(calls) as calls from call_months group by 1, 2, 3)
    select partner_id, month, domain
    from raw full join kept using (partner_id, month, domain)
    where raw.calls is distinct from kept.calls
    limit 1
  `;
  if (month) throw new Error(`The months of ${JSON.stringify(month)} are not those of the calls.`);
  const seconds = (performance.now() - began) / 1000;
  const [{days, calls}] = await sql<[{days: number; calls: number}]>`
    select count(*) as days, sum(calls)::bigint as calls from call_figures
  `;
  return (
    `${days.toLocaleString('en-GB')} counts (organisation, day, domain) of ${calls.toLocaleString('en-GB')} calls, and their ` +
    `months, are equal to adding up the calls, which takes ${seconds.toFixed(1)} s.`
  );
}
