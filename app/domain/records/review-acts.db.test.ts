import {afterAll, beforeAll, describe, expect, it} from 'vitest';
import {within, type Purpose} from '../../../db/within.ts';
import {testDatabase, type TestDatabase} from '../../../test/setup/database.ts';
import {
  insertColleague,
  insertOpening,
  insertPartnership,
  insertPerson,
  type Colleague,
} from '../../../test/factories/people.ts';
import {listStaffToReview} from './list-staff.server.ts';
import {recordAct} from '../audit/record-act.server.ts';
import {exportActs, findByReference, reviewPerson, reviewStaff} from './review-acts.server.ts';

let database: TestDatabase;
/** Of the hub: someone at the desk and its records officer. */
let priya: Colleague;
let ruth: Colleague;
/** Of the health trust. */
let maria: Colleague;
let joan: Colleague;
let kept: string;
let theirs: string;

const everything = {from: null, until: null, before: null};
const review = (viewer: Colleague) => ({purpose: 'records-review' as const, viewer, address: '192.0.2.9'});
const actionsOf = (page: {acts: {action: string; staffId: string | null}[]} | null) =>
  page?.acts.map(({action, staffId}) => `${action} ${staffId === maria.staffId ? 'maria' : 'other'}`);

/** Someone looks at a record, under an opening where the organisation may come near it. */
async function look(viewer: Colleague, personId: string, details = {}) {
  const openingId = await insertOpening(database.web, viewer, personId);
  await within(database.web, {purpose: 'record', viewer, openingId, address: '192.0.2.7'}, (tx) =>
    recordAct(tx, {action: 'record_viewed', personId, details}),
  );
}

const lastActs = (count: number) => database.sql`
  select action, staff_id, person_id, details::text as details from audit_entries order by seq desc limit ${count}
`;

beforeAll(async () => {
  database = await testDatabase();
  const {sql} = database;
  const partnershipId = await insertPartnership(sql);
  priya = await insertColleague(sql, partnershipId, {partnerName: 'Hub'});
  ruth = await insertColleague(sql, partnershipId, {partnerId: priya.partnerId, roles: ['records_officer']});
  maria = await insertColleague(sql, partnershipId, {partnerName: 'Health Trust'});
  joan = await insertColleague(sql, partnershipId, {partnerId: maria.partnerId, roles: ['records_officer']});
  kept = await insertPerson(sql, priya);
  theirs = await insertPerson(sql, maria);
  await look(priya, kept, {fields: ['phone']});
  await look(maria, theirs);
});
afterAll(() => database?.drop());

describe('who has looked at a person', () => {
  it('is told with when, why, from where, and what more is known', async () => {
    const page = await reviewPerson(database.web, review(ruth), kept, everything);
    expect(page?.person.reference).toMatch(/^P-\w{3}-\w{3}$/);
    expect(page?.next).toBeNull();
    expect(page?.acts[0]).toMatchObject({
      action: 'record_viewed',
      staffId: priya.staffId,
      staffName: 'Sam Example',
      partnerName: 'Hub',
      personId: kept,
      reference: page?.person.reference,
      basis: {basis: 'consent', consentBy: 'person', consentHow: 'spoken'},
      address: '192.0.2.7',
      details: {fields: ['phone']},
    });
    expect(Math.abs(Date.now() - page!.acts[0]!.at.getTime())).toBeLessThan(60_000);
  });

  it('is told to the keeper about other organisations’ staff as well, once the person agreed to share', async () => {
    const shared = await insertPerson(database.sql, priya);
    await database.sql`
      insert into consents (person_id, kind, partner_id, decision, decided_on, decided_by, how)
      values (${shared}, 'share_with_partner', ${maria.partnerId}, 'given', current_date, 'person', 'spoken')
    `;
    await look(maria, shared);
    expect(actionsOf(await reviewPerson(database.web, review(ruth), shared, everything))).toEqual([
      'record_viewed maria',
    ]);
    expect(actionsOf(await reviewPerson(database.web, review(joan), shared, everything))).toContain(
      'record_viewed maria',
    );
  });

  it('is not told to another organisation that has nothing to do with them: there is no such person', async () => {
    expect(await reviewPerson(database.web, review(ruth), theirs, everything)).toBeNull();
  });

  it('covers the records that were joined to this one', async () => {
    const {sql} = database;
    const [main, other] = [await insertPerson(sql, priya), await insertPerson(sql, priya)];
    await look(priya, other);
    await sql`update people set merged_into = ${main} where id = ${other}`;
    const page = await reviewPerson(database.web, review(ruth), main, everything);
    expect(page?.acts.map(({personId}) => personId)).toContain(other);
  });

  it('is itself written down', async () => {
    await reviewPerson(database.web, review(ruth), kept, {...everything, from: '2026-01-01'});
    const [entry] = await lastActs(1);
    expect(entry).toMatchObject({action: 'audit_viewed', staffId: ruth.staffId, personId: kept});
    expect(entry?.details).toContain('2026-01-01');
  });
});

describe('what a member of staff has done', () => {
  it('is told to the records officer of their organisation, and written down', async () => {
    const page = await reviewStaff(database.web, review(ruth), priya.staffId, everything);
    expect(page?.staff).toMatchObject({name: 'Sam Example', partnerName: 'Hub', roles: ['call_handler']});
    expect(page?.acts.map(({action}) => action)).toContain('record_viewed');
    const [entry] = await lastActs(1);
    expect(entry).toMatchObject({action: 'audit_viewed', staffId: ruth.staffId});
    expect(entry?.details).toContain(priya.staffId);
  });

  it('is told to another organisation only where it is about people whom that one may come near', async () => {
    const page = await reviewStaff(database.web, review(ruth), maria.staffId, everything);
    expect(page?.acts.filter(({personId}) => personId === theirs)).toEqual([]);
  });

  it('is listed by day in British time, both days included', async () => {
    const {sql} = database;
    const sam = await insertColleague(sql, await insertPartnership(sql), {roles: ['records_officer']});
    // Half past midnight on 1 July in London is still 30 June in Greenwich.
    for (const at of ['2026-06-30 22:59:59Z', '2026-06-30 23:30Z', '2026-07-01 22:59:59Z', '2026-07-01 23:00Z']) {
      await sql.begin(async (tx) => {
        await tx`select record_act('sign_in')`;
        await tx`set constraints all immediate`;
        await tx`set local session_replication_role = replica`;
        await tx`
          update audit_entries set at = ${at}::text::timestamptz, staff_id = ${sam.staffId}, partner_id = ${sam.partnerId}
          where seq = (select count from audit_head)
        `;
      });
    }
    const filter = {from: '2026-07-01', until: '2026-07-01', before: null};
    const page = await reviewStaff(database.web, review(sam), sam.staffId, filter);
    expect(page?.acts.map(({at}) => at.toISOString())).toEqual([
      '2026-07-01T22:59:59.000Z',
      '2026-06-30T23:30:00.000Z',
    ]);
  });

  it('goes on page by page without a gap, also while more is written', async () => {
    const busy = await insertColleague(database.sql, await insertPartnership(database.sql), {
      roles: ['records_officer'],
    });
    const signIn = () =>
      within(database.web, {purpose: 'own-account', viewer: busy}, (tx) => recordAct(tx, {action: 'sign_in'}));
    for (let turn = 0; turn < 120; turn++) await signIn();
    const seen: number[] = [];
    let before: number | null = null;
    do {
      const page = await reviewStaff(database.web, review(busy), busy.staffId, {...everything, before});
      seen.push(...page!.acts.filter(({action}) => action === 'sign_in').map(({seq}) => seq));
      before = page!.next;
    } while (before);
    expect(seen).toHaveLength(120);
    expect(seen).toEqual([...seen].sort((one, other) => other - one));
  });
});

describe('an export', () => {
  it('holds what the page lists and is written down before it is given', async () => {
    const outcome = await exportActs(database.web, review(ruth), {personId: kept}, everything);
    const page = await reviewPerson(database.web, review(ruth), kept, everything);
    const newer = new Set(['export_made']);
    expect(outcome?.isWhole).toBe(true);
    expect(outcome?.acts).toEqual(page?.acts.filter(({action}) => !newer.has(action)));
    const [, exported] = await lastActs(2);
    expect(exported).toMatchObject({action: 'export_made', staffId: ruth.staffId, personId: kept});
    expect(JSON.parse(String(exported?.details))).toEqual({of: 'audit', rows: outcome?.acts.length});
  });
});

describe('nobody else reads the audit', () => {
  const purposes: Purpose[] = ['record', 'find-person', 'administration', 'records-review', 'sign-in', 'housekeeping'];

  it.each(purposes)('someone at the desk, for the purpose %s', async (purpose) => {
    const seen = await within(database.web, {purpose, viewer: priya}, (tx) => tx`select seq from audit_entries`);
    expect(seen).toHaveLength(0);
  });

  it('a records officer for another purpose, or whose account was closed', async () => {
    const count = (purpose: Purpose, viewer: Colleague) =>
      within(database.web, {purpose, viewer}, async (tx) => (await tx`select seq from audit_entries`).length);
    expect(await count('record', ruth)).toBe(0);
    const gone = await insertColleague(database.sql, await insertPartnership(database.sql), {
      roles: ['records_officer'],
    });
    await within(database.web, {purpose: 'sign-in', viewer: gone}, (tx) => recordAct(tx, {action: 'sign_in'}));
    expect(await count('records-review', gone)).toBe(1);
    await database.sql`update staff set disabled_at = now() where id = ${gone.staffId}`;
    expect(await count('records-review', gone)).toBe(0);
  });

  it('but everyone their own acts, in their own account', async () => {
    const seen = await within(
      database.web,
      {purpose: 'own-account', viewer: priya},
      (tx) => tx<{staffId: string}[]>`select distinct staff_id from audit_entries`,
    );
    expect(seen).toEqual([{staffId: priya.staffId}]);
  });

  it('and a records officer of another partnership learns not even that someone exists', async () => {
    const elsewhere = await insertColleague(database.sql, await insertPartnership(database.sql), {
      roles: ['records_officer'],
    });
    expect(await reviewPerson(database.web, review(elsewhere), kept, everything)).toBeNull();
    expect(await reviewStaff(database.web, review(elsewhere), priya.staffId, everything)).toBeNull();
    expect(await exportActs(database.web, review(elsewhere), {personId: kept}, everything)).toBeNull();
    const [{reference} = {reference: ''}] = await database.sql`select reference from people where id = ${kept}`;
    expect(await findByReference(database.web, review(elsewhere), String(reference))).toBeNull();
    expect(await findByReference(database.web, review(priya), String(reference))).toBeNull();
  });
});

it('a person is found by reference however it is typed', async () => {
  await database.sql`update people set reference = 'P-P7M-4QC' where id = ${kept}`;
  for (const typed of ['P-P7M-4QC', 'pp7m4qc', ' p7m 4qc ', 'P7M-4QC']) {
    expect(await findByReference(database.web, review(ruth), typed)).toBe(kept);
  }
  for (const typed of ['', 'P', 'P-P7M-4Q', 'P-P7M-4QD', "' or true --"]) {
    expect(await findByReference(database.web, review(ruth), typed)).toBeNull();
  }
});

it('the staff of the own organisation are listed with when they last did something, page by page', async () => {
  const many = await insertColleague(database.sql, await insertPartnership(database.sql), {roles: ['records_officer']});
  await database.sql`
    insert into staff (partnership_id, partner_id, name, email)
    select partnership_id, partner_id, 'Same Name', number || '@many.example'
    from staff, generate_series(1, 60) as number where staff.id = ${many.staffId}
  `;
  await within(database.web, {purpose: 'own-account', viewer: many}, (tx) => recordAct(tx, {action: 'sign_in'}));
  const first = await listStaffToReview(database.web, review(many), null);
  expect(first.staff).toHaveLength(50);
  expect(first.staff[0]).toMatchObject({id: many.staffId, roles: ['records_officer'], isDisabled: false});
  expect(first.staff[0]?.lastAct).toBeInstanceOf(Date);
  const second = await listStaffToReview(database.web, review(many), first.next);
  expect(second).toMatchObject({next: null});
  expect(new Set([...first.staff, ...second.staff].map(({id}) => id)).size).toBe(61);
});
