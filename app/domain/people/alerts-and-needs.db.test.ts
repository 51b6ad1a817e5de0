import {afterAll, beforeAll, expect, it} from 'vitest';
import {insertCase, insertProvider, insertReferral} from '../../../test/factories/cases.ts';
import {insertPerson} from '../../../test/factories/people.ts';
import {aCall, aHandoff, aSecondLevel} from '../../../test/factories/second-level.ts';
import {insertStaff, type TestStaff} from '../../../test/factories/staff.ts';
import {testDatabase, type TestDatabase} from '../../../test/setup/database.ts';
import {within, type Purpose} from '../../../db/within.ts';
import {getCall} from '../calls/get-call.server.ts';
import {getCase} from '../caseload/get-case.server.ts';
import {listCases, myDay} from '../caseload/list-cases.server.ts';
import {getSummaryParts} from '../discharge/summaries.server.ts';
import {getCaseLetters} from '../letters/letters.server.ts';
import {getCaseMdt} from '../mdt/case-flags.server.ts';
import {getOnward} from '../onward/onward.server.ts';
import {getReferral} from '../referrals/get-referral.server.ts';
import {listInbox} from '../referrals/list-referrals.server.ts';
import {listCallBacks} from '../second-level/call-backs.server.ts';
import {getConcern} from '../second-level/concerns.server.ts';
import {getHandoff} from '../second-level/get-handoff.server.ts';
import {alertsAndNeedsOf} from './alerts-and-needs.server.ts';

const TODAY = '2026-12-01';
const alerts = [{kind: 'Visit in pairs', note: 'Two of us, please'}];
const shared = {kind: 'Format of information', need: 'Large print'};
const needs = [
  {kind: 'How to contact them', need: 'Texts only'},
  shared,
  {kind: 'Interpreter', need: 'British Sign Language'},
];

let database: TestDatabase;
let level: Awaited<ReturnType<typeof aSecondLevel>>;
let worker: TestStaff;
let theirs: TestStaff;
beforeAll(async () => {
  database = await testDatabase();
  level = await aSecondLevel(database.sql);
  worker = await insertProvider(database.sql);
  theirs = await insertProvider(database.sql, {beside: worker});
});
afterAll(() => database?.drop());

/** One who is to be visited in pairs, wants texts and large print, and signs; the dog of old is gone. */
async function needsCare(personId: string): Promise<string> {
  const {sql} = database;
  await sql`
    insert into person_alerts (person_id, kind, note, valid_until) values
      (${personId}, 'visit_in_pairs', 'Two of us, please', null),
      (${personId}, 'animal', 'The dog has gone', '2020-01-01')
  `;
  await sql`
    insert into person_communication (person_id, kind, need, identified_on, may_share, created_at) values
      (${personId}, 'contact_method', 'Texts only', '2026-01-05', 'no', '2026-01-05'),
      (${personId}, 'information_format', 'Large print', '2026-01-05', 'yes', '2026-01-06')
  `;
  await sql`
    insert into person_languages (person_id, language, interpreter) values
      (${personId}, 'British Sign Language', 'yes'),
      (${personId}, 'English', 'no')
  `;
  return personId;
}

it('stand on the pages of second level: what was handed on, call-backs, concerns, a call and its summary', async () => {
  const {sql, web} = database;
  const personId = await needsCare(await insertPerson(sql, level.handler));
  const handoff = await aHandoff(sql, {handler: level.handler, queueId: level.nursing, personId});
  // The trust has it for its care: what is not to be told to others stays with whoever keeps the record.
  const told = {alerts, needs: needs.filter(({need}) => need !== 'Texts only')};
  expect((await getHandoff(web, {viewer: level.nurse}, handoff))?.mustKnow).toEqual(told);
  expect((await getHandoff(web, {viewer: level.handler}, handoff))?.mustKnow).toEqual({alerts, needs});

  const call = await aCall(sql, level.handler, {personId, isRestricted: true, endings: ['safeguarding']});
  await sql`
    insert into call_backs (call_id, partner_id, person_id, due_at, staff_id, about)
    values (${call.id}, ${level.desk.partnerId}, ${personId}, now(), ${level.handler.staffId}, 'The choir.')
  `;
  const [concern] = await sql<[{id: string}]>`
    insert into safeguarding_concerns (
      call_id, from_partner_id, partner_id, person_id, has_care_needs, is_at_risk, cannot_protect, concern, lead_id, raised_by, due_at
    )
    values (
      ${call.id}, ${level.desk.partnerId}, ${level.desk.partnerId}, ${personId}, 'yes', 'yes', 'yes', 'Bruises.',
      ${level.alan.staffId}, ${level.handler.staffId}, now()
    )
    returning id
  `;
  const {callBacks} = await listCallBacks(web, {viewer: level.handler}, {isMineOnly: true, page: 1});
  expect(callBacks.map(({mustKnow}) => mustKnow)).toEqual([{alerts, needs}]);
  expect((await getConcern(web, {viewer: level.alan}, concern.id))?.mustKnow).toEqual({alerts, needs});
  expect((await getCall(web, {viewer: level.handler}, call.id))?.mustKnow).toEqual({alerts, needs});
  expect((await getSummaryParts(web, {viewer: level.handler}, call.id))?.mustKnow).toEqual({alerts, needs});
  expect(await getCall(web, {viewer: level.stranger}, call.id)).toBeNull();
});

it('stand on a case, its pages and cards, to whom it belongs or is shared with', async () => {
  const {sql, web} = database;
  const {id, personId} = await insertCase(sql, worker, {nextStepOn: TODAY});
  await needsCare(personId);
  const all = {alerts, needs};
  const by = {viewer: worker};
  for (const page of [getCase, getOnward, getCaseLetters, getCaseMdt])
    expect((await page(web, by, id))?.mustKnow, page.name).toEqual(all);
  expect((await myDay(web, by, TODAY)).today.map(({mustKnow}) => mustKnow)).toEqual([all]);
  const asked = {filter: 'open', order: 'next', whose: 'all', words: '', page: 1} as const;
  expect((await listCases(web, by, asked, TODAY)).cases.map(({mustKnow}) => mustKnow)).toEqual([all]);

  // Nor does anybody ring them from there unwarned.
  const rung = async () => [
    (await getCase(web, by, id))?.ringWarning,
    (await myDay(web, by, TODAY)).today[0]?.ringWarning,
    (await listCases(web, by, asked, TODAY)).cases[0]?.ringWarning,
  ];
  await sql`update cases set phone = '+447700900555' where id = ${id}`;
  expect(await rung()).toEqual([null, null, null]);
  await sql`
    insert into person_contacts (person_id, kind, value, safe_to_call) values (${personId}, 'mobile', '+447700900555', 'no')
  `;
  expect(await rung()).toEqual(['not_safe', 'not_safe', 'not_safe']);

  expect(await getCase(web, {viewer: theirs}, id)).toBeNull();
  await sql`
    insert into consents (person_id, kind, partner_id, decision, decided_on, decided_by, how)
    values (${personId}, 'share_with_partner', ${theirs.partnerId}, 'given', current_date, 'person', 'spoken')
  `;
  await sql`
    insert into case_shares (case_id, partner_id, to_partner_id, why, shared_by)
    values (${id}, ${worker.partnerId}, ${theirs.partnerId}, 'We walk together', ${worker.staffId})
  `;
  expect((await getCase(web, {viewer: theirs}, id))?.mustKnow).toEqual({alerts, needs: [shared, needs[2]]});

  // Taken back: the case is still shared, and nothing of the record is told any more.
  await sql`
    insert into consents (person_id, kind, partner_id, decision, decided_on, decided_by, how)
    values (${personId}, 'share_with_partner', ${theirs.partnerId}, 'withdrawn', current_date, 'person', 'spoken')
  `;
  expect((await getCase(web, {viewer: theirs}, id))?.mustKnow ?? null).toBeNull();
});

it('stand on a referral and in the inbox once it is known who it is', async () => {
  const {sql, web} = database;
  const known = await needsCare(await insertPerson(sql, worker));
  const {id} = await insertReferral(sql, worker, {personId: known});
  await insertReferral(sql, worker);
  expect((await getReferral(web, {viewer: worker}, id))?.mustKnow).toEqual({alerts, needs});
  const {referrals} = await listInbox(web, {viewer: worker}, {filter: 'waiting', page: 1});
  expect(referrals.map(({mustKnow}) => mustKnow)).toEqual([{alerts, needs}, null]);
});

it('hold for a record and those merged into it, and are told for work only, to whoever may come near', async () => {
  const {sql, web} = database;
  const kept = await insertPerson(sql, worker);
  const merged = await needsCare(await insertPerson(sql, worker));
  await sql`update people set merged_into = ${kept} where id = ${merged}`;
  const ask = (viewer: TestStaff, purpose: Purpose) =>
    within(web, {purpose, viewer}, (tx) => alertsAndNeedsOf(tx, kept));
  expect(await ask(worker, 'caseload')).toEqual({alerts, needs});
  const analyst = await insertStaff(sql, worker, {roles: ['analyst']});
  expect(await ask(analyst, 'caseload')).toBeNull();
  for (const purpose of ['figures', 'find-person', 'records-review'] as const)
    expect(await ask(worker, purpose), purpose).toBeNull();
  for (const purpose of ['caseload', 'desk', 'mdt'] as const) expect(await ask(theirs, purpose), purpose).toBeNull();
});
