import type {ISql} from '../../../db/client.ts';

/** Made-up homes, so that workers do not all sit in the same kitchen. */
const PLACES = [
  '14 Larch Lane, Bracknell, RG12 1JX',
  '7 Bracken Close, Sandhurst, GU47 9BL',
  '22 Mill Rise, Binfield, RG42 4AB',
  '5 Orchard End, Wokingham, RG40 1AA',
  '31 Pine Walk, Ascot, SL5 8AA',
  '9 Ferry Cottages, Crowthorne, RG45 7AA',
  '18 Poplar Court, Winkfield, SL4 4AA',
];

/**
 * Made-up visits of today for the workers of the demonstration: of each one out now, one later and one over; one of them is
 * not back when they should be, the last whose organisation has a lead to be told. In one statement, as the start of the
 * demonstration waits for it. Returns how many.
 * @param workers in the order in which they are told apart
 */
export async function loadDemonstrationVisits(sql: ISql, workers: string[]): Promise<number> {
  const {count} = await sql`
    with walkers as (
      select id, position, (${PLACES}::text[])[1 + position % ${PLACES.length}] as home
      from unnest(${workers}::uuid[]) with ordinality as walker (id, position)
    ),
    late as (
      select walkers.id
      from walkers
      join staff on staff.id = walkers.id
      where exists (
        select from staff as leads
        join staff_roles on staff_roles.staff_id = leads.id and role = 'team_lead'
        where leads.partner_id = staff.partner_id and leads.id <> staff.id
      )
      order by position desc
      limit 1
    )
    insert into case_visits (
      case_id, partner_id, staff_id, mode, place, companion, leaves_at, back_by, back_at, back_said_by
    )
    select
      mine.id, mine.partner_id, mine.worker_id, plan.mode, coalesce(plan.place_words, mine.home), plan.companion,
      now() + plan.leaves, now() + case when mine.is_late then coalesce(plan.if_late, plan.back) else plan.back end,
      now() + plan.over, case when plan.over is not null then mine.worker_id end
    from (
      select
        cases.id, partner_id, worker_id, home,
        row_number() over (partition by worker_id order by opened_at desc, cases.id) as place,
        worker_id = (select id from late) as is_late
      from cases
      join walkers on walkers.id = worker_id
      where status = 'active'
    ) as mine
    join (
      values
        (
          1, 'home', null, null,
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
    ) as plan (place, mode, place_words, companion, leaves, back, if_late, over) on plan.place = mine.place
  `;
  return count;
}
