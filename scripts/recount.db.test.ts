import {afterAll, beforeAll, describe, expect, it} from 'vitest';
import {seedStaff} from '../db/seed/load.ts';
import {testDatabase, type TestDatabase} from '../test/setup/database.ts';
import {planSchema} from '../app/domain/plans/plan-schema.ts';
import {loadDemonstrationCases} from '../app/domain/cases/demonstration-cases.server.ts';
import {loadCaseload, type CaseloadLoaded} from '../app/domain/cases/history/load-caseload.server.ts';
import {compareAll} from './recount-compare.ts';

const UNTIL = new Date(Date.now() - 60_000);
const REFERRALS = 1500;

let database: TestDatabase;
let loaded: CaseloadLoaded | null;
beforeAll(async () => {
  database = await testDatabase();
  await seedStaff(database.sql);
  await loadDemonstrationCases(database.sql, UNTIL.toISOString().slice(0, 10));
  loaded = await loadCaseload(database.sql, {until: UNTIL, referrals: REFERRALS});
}, 120_000);
afterAll(() => database?.drop());

const one = async (query: string) => (await database.sql.unsafe(query))[0]!;

describe('the made-up caseload', () => {
  it('is put in once, with 33 who walk at three providers', async () => {
    expect(loaded!.referrals).toBeGreaterThan(REFERRALS * 0.98);
    expect(await loadCaseload(database.sql, {until: UNTIL})).toBeNull();
    const row = await one(`
      select count(*) as walkers, count(distinct partner_id) as providers
      from staff join staff_roles on staff_id = staff.id and role = 'link_worker'
    `);
    expect(row).toMatchObject({walkers: 33, providers: 3});
  });

  it('has in its rows what the triggers it went past would have worked out', async () => {
    const row = await one(`
      select
        count(*) filter (where contacts <> (select count(*) from case_contacts where case_id = cases.id and was_reached)) as reached,
        count(*) filter (where attempts <> (select count(*) from case_contacts where case_id = cases.id and not was_reached)) as missed,
        count(*) filter (where first_contact_at is distinct from (select min(at) from case_contacts where case_id = cases.id and was_reached)) as first,
        count(*) filter (where first_attempt_at is distinct from (select min(at) from case_contacts where case_id = cases.id)) as tried,
        count(*) filter (where last_contact_at is distinct from (select max(at) from case_contacts where case_id = cases.id and was_reached)) as last,
        (select count(*) from person_keys where not (keys @> found_keys and found_keys @> keys) and person_id in (select person_id from cases)) as keys,
        (select count(*) from people where id in (select person_id from cases) and not exists (select from person_access where person_id = people.id)) as access,
        (
          select count(*) from people join person_addresses on person_id = people.id
          where people.id in (select person_id from cases) and outcode is distinct from split_part(postcode, ' ', 1)
        ) as places,
        (select count(*) from pg_trigger where tgenabled = 'D') as triggers_off
      from cases
    `);
    expect(row).toEqual({
      reached: 0,
      missed: 0,
      first: 0,
      tried: 0,
      last: 0,
      keys: 0,
      access: 0,
      places: 0,
      triggersOff: 0,
    });
  });

  it('has the shape of Leeds, with some who wait, some overdue, some worse', async () => {
    const row = await one(`
      select
        avg((coalesce(cases.contacts, 0) >= 2 or (cases.contacts = 1 and close_reason is distinct from 'declined'))::integer)
          filter (where referrals.status in ('accepted', 'declined') and made_at < now() - interval '60 days') as engaged,
        count(*) filter (where referrals.status in ('received', 'more_asked')) as waiting,
        count(*) filter (where cases.status <> 'closed' and next_step_on < current_date) as overdue,
        avg(contacts) filter (where cases.status = 'closed' and tier = 'plan' and close_reason = 'goals_met') as contacts
      from referrals left join cases on cases.referral_id = referrals.id
    `);
    expect(row.engaged).toBeGreaterThan(0.67);
    expect(row.engaged).toBeLessThan(0.78);
    expect(row.waiting).toBeGreaterThan(3);
    expect(row.overdue).toBeGreaterThan(3);
    expect(row.contacts).toBeGreaterThan(6);
    expect(row.contacts).toBeLessThan(10);
    const scores = await one(`
      with pairs as (
        select (array_agg(value order by taken_on))[1] as first, (array_agg(value order by taken_on desc))[1] as latest
        from measures join measure_scores on measure_id = measures.id
        where scale = 'swemwbs' group by measures.case_id having count(*) > 1
      )
      select avg(latest - first) as change, avg((latest < first)::integer) as worse, count(*) as pairs from pairs
    `);
    expect(scores.pairs).toBeGreaterThan(REFERRALS / 8);
    expect(scores.change).toBeGreaterThan(1);
    expect(scores.change).toBeLessThan(6);
    expect(scores.worse).toBeGreaterThan(0.03);
    expect(scores.worse).toBeLessThan(0.3);
  });

  it('has plans that the product reads, and nobody who could be real', async () => {
    const plans = await database.sql<{content: string}[]>`select content::text as content from plan_versions limit 50`;
    expect(plans.length).toBeGreaterThan(20);
    for (const {content} of plans) expect(planSchema.safeParse(JSON.parse(content)).success).toBe(true);
    const phones = await database.sql<{phone: string}[]>`select distinct phone from cases where phone is not null`;
    for (const {phone} of phones) expect(phone).toMatch(/^\+44(7700900|1632960|\d{3}4960|2079460)\d{3}$/);
  });
});

describe('the figures of /caseload/figures', () => {
  it('are what is counted from raw rows by code that shares nothing with them', async () => {
    const [analyst] = await database.sql<[{staffId: string; partnerId: string}]>`
      select id as staff_id, partner_id from staff where email = 'samir.haddad@hub.example'
    `;
    // One score that the product must leave out, and one referral.
    await database.sql`
      update measures
      set struck_by = recorded_by, struck_at = now(), struck_reason = 'A mistake'
      where id = (select min(id::text)::uuid from measures where recorded_by is not null)
    `;
    const span = {
      from: new Date(UNTIL.getTime() - 600 * 86_400_000).toISOString().slice(0, 10),
      to: UNTIL.toISOString().slice(0, 10),
    };
    const told = await compareAll({owner: database.sql, web: database.web}, analyst, span);
    expect(told.differences).toEqual([]);
    expect(told.figures).toBeGreaterThan(2000);
  });

  it('would not be found equal if one contact were missing', async () => {
    const [analyst] = await database.sql<[{staffId: string; partnerId: string}]>`
      select id as staff_id, partner_id from staff where email = 'samir.haddad@hub.example'
    `;
    await database.sql`
      delete from case_contacts
      where was_reached and case_id = (
        select id from cases where status = 'closed' and contacts = 5 and referral_id is not null order by id limit 1
      )
    `;
    const told = await compareAll({owner: database.sql, web: database.web}, analyst, {
      from: '2020-01-01',
      to: UNTIL.toISOString().slice(0, 10),
    });
    expect(told.differences.some((words) => words.includes('contactsOfClosed'))).toBe(true);
  });
});
