/** What the database itself holds about cases and referrals, whoever asks: who sees which rows, and what is refused. */
import {afterAll, beforeAll, describe, expect, it} from 'vitest';
import {within} from '../../../db/within.ts';
import {insertCase, insertProvider, insertReferral} from '../../../test/factories/cases.ts';
import {insertStaff, type TestStaff} from '../../../test/factories/staff.ts';
import {testDatabase, type TestDatabase} from '../../../test/setup/database.ts';

let database: TestDatabase;
let ours: TestStaff;
let theirs: TestStaff;
let open: Awaited<ReturnType<typeof insertCase>>;

beforeAll(async () => {
  database = await testDatabase();
  ours = await insertProvider(database.sql);
  theirs = await insertProvider(database.sql, {beside: ours});
  open = await insertCase(database.sql, ours);
  await insertReferral(database.sql, ours);
  await database.sql`
    insert into case_contacts ${database.sql({caseId: open.id, partnerId: ours.partnerId, mode: 'phone', wasReached: true, note: 'Had a chat.', staffId: ours.staffId})}
  `;
  await database.sql`insert into case_events ${database.sql({caseId: open.id, partnerId: ours.partnerId, kind: 'opened'})}`;
});
afterAll(() => database?.drop());

const TABLES = ['cases', 'case_contacts', 'case_events', 'people'] as const;
const countsFor = (viewer: TestStaff, purpose: 'caseload' | 'desk' | 'figures' = 'caseload') =>
  within(database.web, {purpose, viewer}, async (tx) => {
    const counts: Record<string, number> = {};
    for (const table of [...TABLES, 'referrals']) counts[table] = (await tx`select 1 from ${tx(table)}`).length;
    return counts;
  });
const nothing = {cases: 0, case_contacts: 0, case_events: 0, people: 0, referrals: 0};

describe('who sees a case', () => {
  it('a link worker of its provider, and nobody of another', async () => {
    expect(await countsFor(ours)).toEqual({cases: 1, case_contacts: 1, case_events: 1, people: 1, referrals: 1});
    expect(await countsFor(theirs)).toEqual(nothing);
  });

  it('nobody who is no link worker, also of the same organisation; and not for another purpose', async () => {
    const handler = await insertStaff(database.sql, ours, {roles: ['call_handler', 'analyst']});
    expect(await countsFor(handler)).toEqual(nothing);
    // The desk chooses people, so it sees their names.
    expect(await countsFor(ours, 'desk')).toEqual({...nothing, people: 1});
    expect(await countsFor(ours, 'figures')).toEqual(nothing);
  });

  it('another provider while it is shared with them: to read, not to change', async () => {
    await within(
      database.web,
      {purpose: 'caseload', viewer: ours},
      (tx) => tx`
      insert into case_shares (case_id, partner_id, to_partner_id, why, shared_by)
      values (${open.id}, ${ours.partnerId}, ${theirs.partnerId}, 'They run the group.', ${ours.staffId})
    `,
    );
    // Their name stays with those whom the person has agreed to share with.
    expect(await countsFor(theirs)).toEqual({...nothing, cases: 1, case_contacts: 1, case_events: 1});
    const {count} = await within(
      database.web,
      {purpose: 'caseload', viewer: theirs},
      (tx) => tx`update cases set tier = 'signposting' where id = ${open.id}`,
    );
    expect(count).toBe(0);
    await within(
      database.web,
      {purpose: 'caseload', viewer: ours},
      (tx) => tx`
      update case_shares set ended_at = now() where case_id = ${open.id}
    `,
    );
    expect(await countsFor(theirs)).toEqual(nothing);
  });
});

describe('names that are asked for all at once', () => {
  it('are those that the policies of people show, no more and no fewer', async () => {
    const {sql, web} = database;
    const taken = await insertCase(sql, ours);
    const shared = await insertCase(sql, theirs);
    await insertCase(sql, theirs);
    await sql`delete from person_access where person_id = ${taken.personId}`;
    await sql`
      insert into case_shares (case_id, partner_id, to_partner_id, why, shared_by)
      values (${shared.id}, ${theirs.partnerId}, ${ours.partnerId}, 'Together', ${theirs.staffId})
    `;
    await sql`
      insert into person_access (person_id, partner_id, because) values (${shared.personId}, ${ours.partnerId}, 'consent')
    `;
    const namesFor = (viewer: TestStaff, purpose: 'caseload' | 'desk') =>
      within(web, {purpose, viewer}, async (tx) => ({
        atOnce: await tx`select case_id, name from caseload_names(true) order by case_id`,
        byPolicy: await tx`
          select cases.id as case_id, concat_ws(' ', coalesce(known_as, given_name), family_name) as name
          from cases
          join people on people.id = person_id
          order by cases.id
        `,
      }));
    const {atOnce, byPolicy} = await namesFor(ours, 'caseload');
    expect(atOnce).toHaveLength(2);
    expect([...atOnce]).toEqual([...byPolicy]);
    expect(await namesFor(await insertStaff(sql, ours, {roles: ['call_handler']}), 'caseload')).toMatchObject({
      atOnce: {length: 0},
    });
    expect((await namesFor(ours, 'desk')).atOnce).toHaveLength(0);
    await sql`delete from case_shares where case_id = ${shared.id}`;
  });
});

describe('a case', () => {
  it('is never open without a next step or the reason why there is none', async () => {
    await expect(insertCase(database.sql, ours, {nextStep: null, nextStepOn: null})).rejects.toMatchObject({
      code: '23514',
    });
    await expect(insertCase(database.sql, ours, {nextStepOn: null})).rejects.toMatchObject({code: '23514'});
    await insertCase(database.sql, ours, {nextStep: null, nextStepOn: null, noStepReason: 'They ring us.'});
  });

  it('is closed with a reason and an outcome only', async () => {
    const closing = (fields: Record<string, unknown>) =>
      database.sql`update cases set ${database.sql(fields)} where id = ${open.id}`;
    await expect(closing({status: 'closed', closedAt: new Date()})).rejects.toMatchObject({code: '23514'});
    await expect(closing({status: 'closed', closedAt: new Date(), closeReason: 'goals_met'})).rejects.toMatchObject({
      code: '23514',
    });
    await expect(closing({status: 'paused'})).rejects.toMatchObject({code: '23514'});
  });

  it('counts its contacts and knows when the first was', async () => {
    const [row] = await database.sql`select contacts, attempts, first_contact_at from cases where id = ${open.id}`;
    expect(row).toMatchObject({contacts: 1, attempts: 0});
    expect(row!.firstContactAt).toBeInstanceOf(Date);
  });
});

describe('a referral', () => {
  it('is written by somebody without an account, who reads nothing', async () => {
    const row = {
      partnershipId: ours.partnershipId,
      toPartnerId: ours.partnerId,
      source: 'self',
      reason: 'Company',
      givenName: 'Ann',
      consentBy: 'person',
      consentHow: 'form',
    };
    await within(database.web, {purpose: 'refer'}, (tx) => tx`insert into referrals ${tx(row)}`);
    const refused = (fields: object) =>
      expect(
        within(database.web, {purpose: 'refer'}, (tx) => tx`insert into referrals ${tx({...row, ...fields} as never)}`),
      ).rejects.toMatchObject({code: '42501'});
    await refused({personId: open.personId});
    await refused({status: 'declined', declineReason: 'not_a_request'});
    expect(await within(database.web, {purpose: 'refer'}, (tx) => tx`select 1 from referrals`)).toHaveLength(0);
  });

  it('is passed on as it was, and only by whoever has it', async () => {
    const [mine] = await database.sql<[{id: string}]>`
      select id from referrals where to_partner_id = ${ours.partnerId} limit 1
    `;
    const passing = (viewer: TestStaff, personId: string | null = null) =>
      within(database.web, {purpose: 'caseload', viewer}, async (tx) => {
        await tx`update referrals set status = 'passed_on' where id = ${mine.id}`;
        const {count} = await tx`
          insert into referrals (
            reference, made_at, partnership_id, to_partner_id, passed_from, source, reason, given_name, consent_by,
            consent_how, person_id
          )
          select
            reference, made_at, partnership_id, ${theirs.partnerId}, id, source, reason, given_name, consent_by,
            consent_how, coalesce(${personId}::uuid, person_id)
          from referrals
          where id = ${mine.id}
        `;
        return count;
      });
    await expect(passing(ours, open.personId)).rejects.toMatchObject({code: '42501'});
    expect(await passing(theirs)).toBe(0);
    await passing(ours);
    expect((await countsFor(theirs)).referrals).toBe(1);
  });
});
