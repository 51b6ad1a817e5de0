/** A caseload of which everything is changed that figures count by. */
import type {Sql} from '../../db/client.ts';

/** Whatever figures count by, changed as the product changes it, and as an owner of the tables may. */
export async function changeCaseload(sql: Sql) {
  const each = (table: string, which: string, most: number) => sql`
    select id from ${sql(table)} where ${sql.unsafe(which)} order by id limit ${most}
  `;
  const ids = async (table: string, which: string, most = 12) =>
    (await each(table, which, most)).map(({id}) => id as string);
  const waiting = await ids('referrals', "status = 'received'");
  await sql`
    update referrals
    set status = 'declined', decline_reason = 'no_space', alternative = 'A lunch club'
    where id = any(${waiting.slice(0, 3)})
  `;
  await sql`update referrals set held_because = 'links', held_until = null where id = any(${waiting.slice(3, 6)})`;
  await sql`update referrals set held_until = now() where id = any(${waiting.slice(3, 4)})`;
  await sql`update referrals set needs = '{grief}', outcode = 'RG99' where id = any(${waiting.slice(6, 8)})`;
  await sql`update referrals set status = 'passed_on' where id = any(${waiting.slice(8, 9)})`;

  const open = await ids('cases', "status in ('active', 'follow_up')");
  await sql`
    insert into case_contacts (case_id, partner_id, mode, was_reached, staff_id)
    select id, partner_id, 'phone', true, worker_id from cases where id = any(${open})
  `;
  await sql`update cases set tier = 'signposting', needs = '{loneliness,money}' where id = any(${open.slice(0, 4)})`;
  await sql`
    update cases
    set status = 'closed', closed_at = now(), close_reason = 'declined', outcome = 'No', next_step = null,
      next_step_on = null, no_step_reason = null, pause_reason = null, paused_until = null
    where id = any(${open.slice(4, 8)})
  `;
  const over = await ids('cases', "status = 'closed' and contacts = 1");
  await sql`
    update cases
    set status = 'active', closed_at = null, close_reason = null, outcome = null, no_step_reason = 'They ring us'
    where id = any(${over})
  `;
  // People move, and one case turns out to be somebody else's.
  const people = await sql<{id: string}[]>`select person_id as id from cases where id = any(${open.slice(0, 6)})`;
  await sql`
    update person_addresses set postcode = 'RG98 1AA'
    where kind = 'home' and person_id = any(${people.map(({id}) => id)})
  `;
  await sql`update cases set person_id = ${people[0]!.id} where id = ${over[0]!}`;
  await sql`update referrals set person_id = ${people[0]!.id} where id = (select referral_id from cases where id = ${over[1]!})`;

  // What they look back on is written down otherwise, remembered in place of read, or not known any more.
  await sql`update case_outcomes set verdict = 'worse' where case_id = (select min(case_id::text)::uuid from case_outcomes)`;
  await sql`update case_service_use set times = times + 3, source = 'person' where side = 'after' and service = 'gp'`;
  await sql`delete from case_service_use where side = 'before' and service = 'ae'`;

  await sql`
    insert into plan_versions (case_id, partner_id, number, content, agreed_by, made_by)
    select case_id, partner_id, number + 1, jsonb_set(content, '{goals,0,now}', case when number = 1 then '10' else 'null' end::jsonb), agreed_by, made_by
    from (select distinct on (case_id) * from plan_versions order by case_id, number desc) as newest
    order by case_id
    limit 20
  `;

  await sql`delete from plan_versions where number = 2 and case_id in (select case_id from plan_versions where number = 2 order by case_id desc limit 5)`;
  await sql`delete from case_outcomes where case_id = (select max(case_id::text)::uuid from case_outcomes)`;

  // Services answer, and it turns out to have been for something else.
  await sql`
    update onward_referrals set state = 'accepted', answered_at = now(), reply_at = now()
    where id in (select id from onward_referrals where state = 'sent' order by id limit 8)
  `;
  await sql`
    update onward_referrals set need_key = (select min(key) from needs)
    where id in (select id from onward_referrals order by id desc limit 8)
  `;

  // Measures struck, taken on another day, scored again, taken once more, and gone with their case.
  const measures = await ids('measures', "scale in ('swemwbs', 'ucla3')", 40);
  await sql`
    update measures set struck_by = recorded_by, struck_at = now(), struck_reason = 'A mistake'
    where recorded_by is not null and id = any(${measures.slice(0, 15)})
  `;
  await sql`update measures set taken_on = '2020-01-05' where id = any(${measures.slice(15, 25)})`;
  await sql`
    with again as (
      insert into measures (case_id, partner_id, scale, scale_version, occasion, taken_on, how, answers, recorded_by)
      select case_id, partner_id, scale, scale_version, 'other', taken_on + 3, how, answers, recorded_by
      from measures where id = any(${measures.slice(25, 35)})
      returning id, case_id, partner_id, scale
    )
    insert into measure_scores (measure_id, case_id, partner_id, score, value)
    select again.id, again.case_id, again.partner_id, 'total', measure_scores.value
    from again
    join measures on measures.case_id = again.case_id and measures.scale = again.scale and measures.id = any(${measures.slice(25, 35)})
    join measure_scores on measure_scores.measure_id = measures.id and measure_scores.score = 'total'
  `;
  const gone = await sql<{id: string}[]>`select case_id as id from measures where id = any(${measures.slice(35, 38)})`;
  await sql`delete from cases where id = any(${gone.map(({id}) => id)})`;
}
