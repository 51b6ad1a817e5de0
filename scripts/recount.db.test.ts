import {afterAll, beforeAll, describe, expect, it} from 'vitest';
import type {Asker} from '../app/domain/people/staff-request.ts';
import type {ISql} from '../db/client.ts';
import {within} from '../db/within.ts';
import {seedStaff} from '../db/seed/load.ts';
import {changeCaseload} from '../test/factories/changed-caseload.ts';
import {insertGroups} from '../test/factories/onward.ts';
import {testDatabase, type TestDatabase} from '../test/setup/database.ts';
import {countPay} from '../app/domain/measures/contract-tariff.server.ts';
import {readTariffs} from '../app/domain/measures/contract-tariff.ts';
import {planSchema} from '../app/domain/plans/plan-schema.ts';
import {loadDemonstrationCases} from '../app/domain/demonstration/demonstration-cases.server.ts';
import {STATES} from '../app/domain/onward/onward-life.ts';
import {TABLES} from '../app/domain/demonstration/caseload/case-rows-made.ts';
import {loadCaseload, type CaseloadLoaded} from '../app/domain/demonstration/caseload/load-caseload.server.ts';
import {compareAll} from './recount-compare.ts';
import {recountPay, type RawTariff} from './recount-contract.ts';
import {readRaw} from './recount-raw.ts';

const UNTIL = new Date(Date.now() - 60_000);
const REFERRALS = 1500;
/** The second version begins in the middle of what was made up, and pays nothing after 18 months. */
const TARIFFS: (RawTariff & {source: string})[] = [
  {
    version: 'first',
    from: dayBefore(640),
    source: 'Contract, schedule 3',
    pays: [
      {months: 6, amount: 250.1},
      {months: 18, amount: 400},
    ],
  },
  {version: 'second', from: dayBefore(300), source: 'Contract, schedule 4', pays: [{months: 6, amount: 260.05}]},
];
function dayBefore(days: number): string {
  return new Date(Date.now() - days * 86_400_000).toISOString().slice(0, 10);
}

let database: TestDatabase;
let loaded: CaseloadLoaded | null;
let analyst: Asker['viewer'];
beforeAll(async () => {
  database = await testDatabase();
  await seedStaff(database.sql);
  await loadDemonstrationCases(database.sql, UNTIL.toISOString().slice(0, 10));
  await insertGroups(database.sql, 40);
  loaded = await loadCaseload(database.sql, {until: UNTIL, referrals: REFERRALS});
  [analyst] = await database.sql<[Asker['viewer']]>`
    select id as staff_id, partner_id, partnership_id, id as session_id from staff where email = 'samir.haddad@hub.example'
  `;
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
        count(*) filter (where plan_review_on is distinct from (
          select (content ->> 'reviewOn')::date from plan_versions where case_id = cases.id order by number desc limit 1
        )) as reviews,
        (select count(*) from person_addresses join postcodes using (postcode) where person_addresses.ward_gss is distinct from postcodes.ward_gss) as wards,
        (select count(*) from pg_trigger where tgenabled <> 'O') as triggers_off
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
      reviews: 0,
      wards: 0,
      triggersOff: 0,
    });
  });

  it('has foreign keys that all lead somewhere, though they were not looked up one by one', async () => {
    const keys = await database.sql<{name: string; lost: string}[]>`
      select
        conrelid::regclass || ': ' || conname as name,
        format(
          'select count(*)::integer as lost from %s as its where not exists (select from %s as theirs where %s) and %s',
          conrelid::regclass, confrelid::regclass,
          string_agg(format('theirs.%I = its.%I', there.attname, here.attname), ' and '),
          string_agg(format('its.%I is not null', here.attname), ' and ')
        ) as lost
      from pg_constraint
      cross join unnest(conkey, confkey) as pair (here, there)
      join pg_attribute as here on here.attrelid = conrelid and here.attnum = pair.here
      join pg_attribute as there on there.attrelid = confrelid and there.attnum = pair.there
      where contype = 'f' and conrelid = any(${[...TABLES, 'people', 'person_keys', 'person_addresses', 'person_contacts', 'person_practices', 'consents']}::text[]::regclass[])
      group by conrelid, confrelid, conname
    `;
    expect(keys.length).toBeGreaterThan(40);
    for (const {name, lost} of keys) expect(await one(lost), name).toEqual({lost: 0});
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

  it('has parts of life that got better and worse, use of services on both sides, and what carers say', async () => {
    const row = await one(`
      select
        (select count(distinct (domain, verdict)) from case_outcomes) as verdicts,
        (select count(distinct (service, side)) from case_service_use) as sides,
        (select count(*) from (select from measures where scale = 'carers' group by case_id having count(*) > 1) as twice) as carers,
        (select count(*) from (select from measures where scale = 'pam' group by case_id having count(*) > 1) as twice) as activated,
        (select count(*) from (select from measures where scale = 'mycaw' group by case_id having count(*) > 1) as twice) as concerned
    `);
    expect(row.verdicts).toBeGreaterThan(20);
    expect(row.sides).toBe(6);
    expect(row.carers).toBeGreaterThan(5);
    expect(row.activated).toBeGreaterThan(5);
    expect(row.concerned).toBeGreaterThan(5);
  });

  it('has onward referrals in every state, of which most are accepted', async () => {
    const states = await database.sql<{state: string; count: number}[]>`
      select state, count(*)::integer as count from onward_referrals group by state
    `;
    const countOf = (state: string) => states.find((row) => row.state === state)?.count ?? 0;
    for (const state of Object.keys(STATES)) expect(countOf(state), state).toBeGreaterThan(0);
    const row = await one(`
      select
        avg((decline_reason is null)::integer) filter (where answered_at is not null) as accepted,
        count(*) filter (where state = 'declined')::integer as declined,
        (select count(*)::integer from gaps where source = 'onward_referral') as gaps,
        (select count(*)::integer from services where heard_space is not null) as heard
      from onward_referrals
    `);
    expect(row.accepted).toBeGreaterThan(0.6);
    expect(row.accepted).toBeLessThan(0.85);
    expect(row.gaps).toBe(row.declined);
    expect(row.heard).toBeGreaterThan(0);
  });

  it('has plans that the product reads, and nobody who could be real', async () => {
    const plans = await database.sql<{content: string}[]>`select content::text as content from plan_versions limit 50`;
    expect(plans.length).toBeGreaterThan(20);
    for (const {content} of plans) expect(planSchema.safeParse(JSON.parse(content)).success).toBe(true);
    const phones = await database.sql<{phone: string}[]>`select distinct phone from cases where phone is not null`;
    for (const {phone} of phones) expect(phone).toMatch(/^\+44(7700900|1632960|\d{3}4960|2079460)\d{3}$/);
  });
});

const tellAll = (tx: ISql, {from, to}: {from: string; to: string}) =>
  Promise.all([
    tx`select * from walking_figures(${from}, ${to}, 'area')`,
    tx`select * from walking_figures(${from}, ${to}, 'need')`,
    tx`select * from paired_measures('swemwbs', 'total', true, 2.87, ${from}, ${to}, 'area')`,
    tx`select * from loneliness_contract(${from}, ${to})`,
    tx`select * from life_figures(${from}, ${to}, 'area')`,
    tx`select * from onward_figures(${from}, ${to}, 'need')`,
  ]);

describe('the figures of /caseload/figures', () => {
  it('are what is counted from raw rows by code that shares nothing with them', async () => {
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
    const told = await compareAll({owner: database.sql, web: database.web}, analyst, span, TARIFFS);
    expect(told.differences).toEqual([]);
    expect(told.figures).toBeGreaterThan(2500);
  });

  it('are told for no other purpose, whoever asks', async () => {
    const span = {from: '2020-01-01', to: UNTIL.toISOString().slice(0, 10)};
    const told = (purpose: 'figures' | 'caseload' | 'desk') =>
      within(database.web, {purpose, viewer: analyst}, (tx) => tellAll(tx, span));
    for (const rows of await told('figures')) expect(rows.length).toBeGreaterThan(0);
    for (const purpose of ['caseload', 'desk'] as const)
      for (const rows of await told(purpose)) expect(rows).toHaveLength(0);
  });

  it('are still so after each kind of change there is', async () => {
    const {sql} = database;
    const span = {from: '2020-01-01', to: UNTIL.toISOString().slice(0, 10)};
    const before = await within(database.web, {purpose: 'figures', viewer: analyst}, (tx) => tellAll(tx, span));
    await changeCaseload(sql);
    const after = await within(database.web, {purpose: 'figures', viewer: analyst}, (tx) => tellAll(tx, span));
    expect(after).not.toEqual(before);
    const told = await compareAll({owner: sql, web: database.web}, analyst, span, TARIFFS);
    expect(told.differences).toEqual([]);
  });

  it('has amounts of the contract among them, and would find one that is a penny off', async () => {
    const span = {from: '2020-01-01', to: UNTIL.toISOString().slice(0, 10)};
    const paid = (await countPay(database.web, {viewer: analyst}, readTariffs(TARIFFS), span))!;
    const of = (version: string | null) => paid.filter((one) => one.version === version);
    expect(of('first').every(({improved, amount}) => improved > 0 && amount! > 0)).toBe(true);
    expect(of('second').find(({months}) => months === 6)!.amount).toBeGreaterThan(0);
    // Opened before the first version: counted, and paid by none.
    expect(of(null).some(({improved, amount}) => improved > 0 && amount === null)).toBe(true);

    const again = recountPay(await readRaw(database.sql), span, TARIFFS);
    expect(again.map(({amount}) => amount).toSorted()).toEqual(paid.map(({amount}) => amount).toSorted());
    const off = TARIFFS.map((one) => ({...one, pays: one.pays.map((pay) => ({...pay, amount: pay.amount + 0.01}))}));
    const wrong = recountPay(await readRaw(database.sql), span, off);
    expect(wrong.map(({amount}) => amount).toSorted()).not.toEqual(paid.map(({amount}) => amount).toSorted());
  });

  it('would not be found equal if one contact were missing', async () => {
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
