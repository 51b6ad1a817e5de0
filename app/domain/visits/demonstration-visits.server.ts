import type {ISql} from '../../../db/client.ts';

/**
 * Made-up visits of today for the workers of the demonstration: of each one out now, one later and one over; the last of
 * them is not back when they should be. In one statement, as the start of the demonstration waits for it. Returns how many.
 * @param workers in the order in which they are told apart
 */
export async function loadDemonstrationVisits(sql: ISql, workers: string[]): Promise<number> {
  const {count} = await sql`
    insert into case_visits (
      case_id, partner_id, staff_id, mode, place, companion, leaves_at, back_by, back_at, back_said_by
    )
    select
      mine.id, mine.partner_id, mine.worker_id, plan.mode, plan.place_words, plan.companion,
      now() + plan.leaves, now() + case when mine.is_last then coalesce(plan.if_last, plan.back) else plan.back end,
      now() + plan.over, case when plan.over is not null then mine.worker_id end
    from (
      select
        id, partner_id, worker_id,
        row_number() over (partition by worker_id order by opened_at desc, id) as place,
        worker_id = (${workers}::uuid[])[array_length(${workers}::uuid[], 1)] as is_last
      from cases
      where worker_id = any(${workers}::uuid[]) and status = 'active'
    ) as mine
    join (
      values
        (
          1, 'home', '14 Larch Lane, Bracknell, RG12 1JX', null,
          interval '-50 minutes', interval '70 minutes', interval '-35 minutes', null::interval
        ),
        (
          2, 'community_venue', 'Bracknell Library, Town Square', 'Sam from the library',
          interval '150 minutes', interval '240 minutes', null, null
        ),
        (
          3, 'home', '3 Heath View, Crowthorne, RG45 6DL', null,
          interval '-26 hours', interval '-24 hours', null, interval '-1475 minutes'
        )
    ) as plan (place, mode, place_words, companion, leaves, back, if_last, over) on plan.place = mine.place
  `;
  return count;
}
