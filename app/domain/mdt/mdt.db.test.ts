import {randomUUID} from 'node:crypto';
import {afterAll, beforeAll, describe, expect, it} from 'vitest';
import {within} from '../../../db/within.ts';
import {anEndedCall, insertNeeds} from '../../../test/factories/calls.ts';
import {aSimpleCall} from '../../../test/factories/simple-call.ts';
import {insertCase, insertProvider, insertReferral} from '../../../test/factories/cases.ts';
import {insertStaff, type TestStaff} from '../../../test/factories/staff.ts';
import {testDatabase, type TestDatabase} from '../../../test/setup/database.ts';
import {getCase} from '../caseload/get-case.server.ts';
import {myDay} from '../caseload/list-cases.server.ts';
import {finishAction} from './actions-due.server.ts';
import {beginBringing, bringToMdt, type Source} from './bring.server.ts';
import {getCaseMdt, keepFlags, withdrawFromMdt} from './case-flags.server.ts';
import {
  addAction,
  askAttendee,
  decide,
  keepMinutes,
  keepSummary,
  listPeople,
  unaskAttendee,
} from './change-meeting.server.ts';
import type {MeetingForm} from './in-meeting.server.ts';
import {getItem, getMeeting} from './meeting.server.ts';
import {beginMdt, myMeetings, planMeeting} from './my-meetings.server.ts';

let database: TestDatabase;
/** Leads and walks; prepares the meetings. */
let lena: TestStaff;
let walker: TestStaff;
/** A nurse of another organisation, asked to the meeting. */
let nurse: TestStaff;
/** Of the nurse's organisation, and asked to nothing. */
let outsider: TestStaff;
let mdtId: string;
beforeAll(async () => {
  database = await testDatabase();
  lena = await insertProvider(database.sql, {roles: ['link_worker', 'team_lead']});
  walker = await insertStaff(database.sql, lena, {roles: ['link_worker'], name: 'Will Walker'});
  const other = await insertProvider(database.sql, {beside: lena});
  nurse = await insertStaff(database.sql, other, {roles: ['practitioner'], name: 'Nora Nurse'});
  outsider = await insertStaff(database.sql, other, {roles: ['link_worker', 'call_handler']});
  await insertNeeds(database.sql, 'loneliness');
  mdtId = (await beginMdt(database.web, sender(lena), 'South MDT')).id;
});
afterAll(() => database?.drop());

const sender = (viewer: TestStaff) => ({viewer, door: 'mdt', submission: randomUUID()});
const form = (viewer: TestStaff, version = 1): MeetingForm => ({...sender(viewer), sql: database.web, version});
const summary = {name: 'Nell', about: '', matters: 'Her dog', around: '', inPlace: '', reason: 'Falls', asks: 'Why?'};
const agreed = {basis: 'consent', consentBy: 'person', consentHow: 'spoken', basisNote: null} as const;
const bring = (viewer: TestStaff, source: Source, basis: object = agreed) =>
  bringToMdt(database.web, sender(viewer), source, {mdtId, summary, basis: {...agreed, ...basis}});

/** A meeting to which the nurse is asked, with somebody new on its list. */
async function aMeeting(fields: Record<string, unknown> = {}) {
  const {id: caseId, personId} = await insertCase(database.sql, walker, fields);
  expect(await bring(walker, {kind: 'case', id: caseId})).toEqual({ok: true});
  const planned = await planMeeting(database.web, sender(lena), {
    ...{mdtId, kind: 'mdt', heldOn: '2026-12-01', startsAt: '14:00', place: null},
  });
  if (!planned.ok) throw new Error('No meeting');
  for (const one of [nurse, walker]) await askAttendee(form(lena), planned.id, one.staffId);
  const before = await getMeeting(database.web, {viewer: lena}, planned.id);
  const [subject] = await database.sql<[{id: string}]>`select id from mdt_subjects where case_id = ${caseId}`;
  expect(before!.waiting.map(({id}) => id)).toContain(subject.id);
  await listPeople(form(lena), planned.id, [subject.id]);
  const meeting = (await getMeeting(database.web, {viewer: lena}, planned.id))!;
  return {caseId, personId, subjectId: subject.id, meetingId: planned.id, itemId: meeting.items[0]!.id};
}

describe('risk flags of a case', () => {
  it('are kept once, end when they are taken out, and come along to a meeting', async () => {
    const {id} = await insertCase(database.sql, walker);
    await keepFlags(database.web, sender(walker), id, ['falls', 'medicines']);
    await keepFlags(database.web, sender(walker), id, ['medicines']);
    expect((await getCaseMdt(database.web, {viewer: walker}, id))?.flags).toEqual(['medicines']);
    expect(await getCase(database.web, {viewer: walker}, id)).toMatchObject({isMdtSuggested: true});
    await bring(walker, {kind: 'case', id});
    expect(await getCase(database.web, {viewer: walker}, id)).toMatchObject({isMdtSuggested: false});
    const [subject] = await database.sql`select flags from mdt_subjects where case_id = ${id}`;
    expect(subject).toEqual({flags: ['medicines']});
    expect(await keepFlags(database.web, sender(outsider), id, ['falls'])).toMatchObject({ok: false});
    expect(await getCaseMdt(database.web, {viewer: outsider}, id)).toBeNull();
  });
});

describe('bringing somebody', () => {
  it('begins the page with what is known where they come from, once for each', async () => {
    const {id} = await insertReferral(database.sql, walker, {reason: 'Falls', wantsMdt: true});
    const found = await beginBringing(database.web, {viewer: walker}, {kind: 'referral', id});
    expect(found?.beginning.summary).toMatchObject({name: 'Nell Example', reason: 'Falls'});
    expect(found?.mdts).toMatchObject([{name: 'South MDT'}]);
    expect(await bring(walker, {kind: 'referral', id})).toEqual({ok: true});
    expect(await bring(lena, {kind: 'referral', id})).toEqual({ok: false, reason: 'already'});
    expect(await bring(outsider, {kind: 'referral', id})).toEqual({ok: false, reason: 'gone'});
  });

  it('works from a call, for whoever may read that call', async () => {
    const handler = await insertStaff(database.sql, lena, {roles: ['call_handler']});
    const callId = await anEndedCall(database.web, handler, aSimpleCall);
    const found = await beginBringing(database.web, {viewer: handler}, {kind: 'call', id: callId});
    expect(found).not.toBeNull();
    expect(await bring(handler, {kind: 'call', id: callId})).toEqual({ok: true});
    expect(await bring(outsider, {kind: 'call', id: callId})).toEqual({ok: false, reason: 'gone'});
  });

  it('is refused by the database without a basis that says enough', async () => {
    const {id} = await insertCase(database.sql, walker);
    const without = {basis: 'safeguarding', consentBy: null, consentHow: null};
    await expect(bring(walker, {kind: 'case', id}, without)).rejects.toThrow(/check/);
    await expect(bring(walker, {kind: 'case', id}, {consentBy: null, consentHow: null})).rejects.toThrow(/check/);
  });
});

describe('a meeting', () => {
  it('is seen by those who are asked to it, of whatever organisation, and by nobody else', async () => {
    const {meetingId, itemId, caseId, personId} = await aMeeting();
    expect((await getMeeting(database.web, {viewer: nurse}, meetingId))?.items).toMatchObject([{summary, isNew: true}]);
    expect(await getMeeting(database.web, {viewer: outsider}, meetingId)).toBeNull();
    expect(await getItem(database.web, {viewer: outsider}, meetingId, itemId)).toBeNull();
    for (const table of ['mdt_meetings', 'mdt_attendees', 'mdt_subjects', 'mdt_items', 'mdt_actions']) {
      for (const purpose of ['mdt', 'caseload', 'desk'] as const) {
        const {count} = await within(database.web, {purpose, viewer: outsider}, (tx) => tx`select 1 from ${tx(table)}`);
        expect([table, purpose, count]).toEqual([table, purpose, 0]);
      }
    }
    // Hearing of somebody at a meeting opens neither their case nor their record.
    expect(await getCase(database.web, {viewer: nurse}, caseId)).toBeNull();
    const looked = await database.sql`
      select staff_id from audit_entries where action = 'mdt_viewed' and person_id = ${personId} and staff_id = ${nurse.staffId}
    `;
    expect(looked).toHaveLength(1);
  });

  it('shows nothing to an organisation that the person said no to, unless it is for their safety', async () => {
    const {meetingId, itemId, personId, subjectId, caseId} = await aMeeting();
    const say = (decision: string) => database.sql`
      insert into consents (person_id, kind, partner_id, decision, decided_on, decided_by, how, recorded_by)
      values (${personId}, 'share_with_partner', ${nurse.partnerId}, ${decision}, current_date, 'person', 'spoken', ${walker.staffId})
    `;
    const seen = async () => [
      (await getMeeting(database.web, {viewer: nurse}, meetingId))?.items.length,
      (await getItem(database.web, {viewer: nurse}, meetingId, itemId)) !== null,
    ];
    const warned = async () =>
      (await beginBringing(database.web, {viewer: walker}, {kind: 'case', id: caseId}))?.refused.length;
    expect([await seen(), await warned()]).toEqual([[1, true], 0]);
    await say('refused');
    expect([await seen(), await warned()]).toEqual([[0, false], 1]);
    await database.sql`
      update mdt_subjects set basis = 'safeguarding', basis_note = 'In danger', consent_by = null, consent_how = null
      where id = ${subjectId}
    `;
    expect(await seen()).toEqual([1, true]);
    await database.sql`
      update mdt_subjects set basis = 'direct_care', basis_note = null where id = ${subjectId}
    `;
    expect(await seen()).toEqual([0, false]);
    await say('given');
    expect([await seen(), await warned()]).toEqual([[1, true], 0]);
    // Nobody learns from the warning whether an organisation was refused, who may not open the record.
    const [{names}] = await within(
      database.web,
      {purpose: 'desk', viewer: outsider},
      (tx) => tx<[{names: string[]}]>`select refused_partner_names(${personId}) as names`,
    );
    expect(names).toEqual([]);
  });

  it('ends in a decision, and in an action that stands in somebody’s day until it is done', async () => {
    const {meetingId, itemId, caseId} = await aMeeting();
    const item = {what: 'Ask the GP about her medicines', dueOn: '2026-12-03'};
    expect(await addAction(form(nurse), meetingId, itemId, {...item, ownerId: outsider.staffId})).toEqual({
      ...{ok: false, reason: 'nobody'},
    });
    expect(await addAction(form(nurse), meetingId, itemId, {...item, ownerId: walker.staffId})).toEqual({ok: true});
    expect(await addAction(form(nurse), meetingId, itemId, {...item, ownerId: nurse.staffId})).toEqual({ok: true});
    const decision = {decision: 'A medicines review', comesAgain: true};
    expect(await decide(form(nurse, 1), meetingId, itemId, decision)).toEqual({ok: true});
    expect(await decide(form(lena, 1), meetingId, itemId, decision)).toEqual({ok: false, reason: 'changed'});
    expect(await unaskAttendee(form(lena), meetingId, nurse.staffId)).toEqual({ok: false, reason: 'has_actions'});

    const [due] = (await myDay(database.web, {viewer: walker}, '2026-12-01')).agreed;
    expect(due).toMatchObject({what: item.what, dueOn: '2026-12-03', name: 'Nell', mdtName: 'South MDT'});
    expect((await myMeetings(database.web, {viewer: nurse}, {isPast: false, page: 1})).actions).toHaveLength(1);
    expect(await finishAction(database.web, sender(nurse), due!.id, null)).toEqual({ok: false, reason: 'gone'});
    expect(await finishAction(database.web, sender(walker), due!.id, null)).toEqual({ok: true});
    expect((await myDay(database.web, {viewer: walker}, '2026-12-01')).agreed).toEqual([]);
    const [brought] = (await getCaseMdt(database.web, {viewer: walker}, caseId))!.brought;
    expect(brought?.decisions[0]).toMatchObject({decision: 'A medicines review'});
    expect(brought?.decisions[0]?.actions).toContainEqual({what: item.what, ownerName: 'Will Walker', isDone: true});
  });

  it('has minutes that stand once they are closed; whoever comes again waits for the next', async () => {
    const {meetingId, itemId, subjectId} = await aMeeting();
    const page = (await getItem(database.web, {viewer: nurse}, meetingId, itemId))!.item;
    expect(
      await keepSummary(form(nurse, page.subjectVersion), meetingId, itemId, {...summary, around: 'A son'}),
    ).toEqual({
      ok: true,
    });
    await decide(form(nurse, page.version), meetingId, itemId, {decision: 'Look again', comesAgain: true});
    const {version} = (await getMeeting(database.web, {viewer: nurse}, meetingId))!;
    expect(await keepMinutes(form(nurse, version), meetingId, {notes: 'Cake', isClosed: true})).toEqual({ok: true});
    const later = await decide(form(lena, 2), meetingId, itemId, {decision: 'Changed', comesAgain: false});
    expect(later).toEqual({ok: false, reason: 'closed'});
    const next = await planMeeting(database.web, sender(lena), {
      ...{mdtId, kind: 'huddle', heldOn: '2026-12-08', startsAt: null, place: null},
    });
    if (!next.ok) throw new Error('No meeting');
    const meeting = (await getMeeting(database.web, {viewer: lena}, next.id))!;
    expect(meeting.waiting).toContainEqual(expect.objectContaining({id: subjectId, isNew: false}));
    // Asked to it are those who were asked to the last one.
    expect(meeting.attendees.map(({staffId}) => staffId)).toContain(nurse.staffId);
  });

  it('shows nothing more of somebody who is taken back, in what was decided neither', async () => {
    const {meetingId, itemId, caseId, subjectId} = await aMeeting();
    await addAction(form(nurse), meetingId, itemId, {what: 'Ring her', dueOn: '2026-12-03', ownerId: nurse.staffId});
    const withdrawn = {subjectId, why: 'She does not want it'};
    expect(await withdrawFromMdt(database.web, sender(outsider), caseId, withdrawn)).toMatchObject({ok: false});
    expect(await withdrawFromMdt(database.web, sender(walker), caseId, withdrawn)).toEqual({ok: true});
    expect((await getMeeting(database.web, {viewer: nurse}, meetingId))?.items).toEqual([]);
    const {actions} = await myMeetings(database.web, {viewer: nurse}, {isPast: false, page: 1});
    expect(actions.filter(({what}) => what === 'Ring her')).toEqual([]);
  });
});
