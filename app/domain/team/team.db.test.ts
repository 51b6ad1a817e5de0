/** A lead's room: who reads supervision, what is given out in one go, and the weeks it goes by. */
import {randomUUID} from 'node:crypto';
import {afterAll, beforeAll, describe, expect, it} from 'vitest';
import {within} from '../../../db/within.ts';
import {insertCase, insertProvider, insertReferral} from '../../../test/factories/cases.ts';
import {insertStaff, type TestStaff} from '../../../test/factories/staff.ts';
import {testDatabase, type TestDatabase} from '../../../test/setup/database.ts';
import {myDay} from '../caseload/list-cases.server.ts';
import {giveOut, suggestShares} from './share-out.server.ts';
import {
  getOwnSupervision,
  getSupervision,
  listSupervisionDue,
  type Note,
  type SupervisionDue,
} from './supervision.server.ts';
import {getTeamFacts} from './team-now.server.ts';
import {suggestWorker} from './suggest-worker.server.ts';
import {changeWeek, getWeek} from './worker-weeks.server.ts';
import {addNote, changeNote, finishSupervisionAction, takeOnSupervision} from './write-supervision.server.ts';

const TODAY = '2026-11-29';
let database: TestDatabase;
let lead: TestStaff;
let otherLead: TestStaff;
let worker: TestStaff;
let colleague: TestStaff;
let outside: TestStaff;
beforeAll(async () => {
  database = await testDatabase();
  lead = await insertProvider(database.sql, {roles: ['team_lead']});
  otherLead = await insertStaff(database.sql, lead, {roles: ['team_lead'], name: 'Olive Other'});
  worker = await insertStaff(database.sql, lead, {roles: ['link_worker'], name: 'Wanda Walker'});
  colleague = await insertStaff(database.sql, lead, {roles: ['link_worker'], name: 'Cora Colleague'});
  outside = await insertProvider(database.sql, {beside: lead, roles: ['team_lead', 'link_worker', 'administrator']});
});
afterAll(() => database?.drop());

const sender = (viewer: TestStaff, submission = randomUUID()) => ({viewer, submission, door: 'caseload.lead'});
const note = (words: string, isShared = false) => ({heldOn: TODAY, words, isShared, action: null});
const WEEK = {
  ...{hours: 22.5, ceiling: 30, takesNew: true, outcodes: ['RG12'], practices: [], networks: [], languages: ['Nepali']},
  needs: ['loneliness', 'no-such-need'],
};

describe('supervision', () => {
  it('is written by the one lead who took it on, and read by nobody else', async () => {
    const {web} = database;
    expect(await addNote(web, sender(lead), worker.staffId, note('Too soon'))).toEqual({ok: false, reason: 'gone'});
    expect(await takeOnSupervision(web, sender(lead), worker.staffId, 'I lead the team')).toEqual({ok: true});
    await addNote(web, sender(lead), worker.staffId, note('Private thoughts'));
    const mine = await getSupervision(web, {viewer: lead}, worker.staffId);
    expect(mine).toMatchObject({
      isSupervisor: true,
      notes: [{isShared: false, versions: [{words: 'Private thoughts'}]}],
    });
    expect(await getSupervision(web, {viewer: otherLead}, worker.staffId)).toMatchObject({
      supervisor: {id: lead.staffId},
      isSupervisor: false,
      notes: [],
      older: 0,
    });
    expect(await getOwnSupervision(web, {viewer: worker})).toMatchObject({supervisor: {id: lead.staffId}, notes: []});
    expect(await getSupervision(web, {viewer: outside}, worker.staffId)).toBeNull();
    expect(await addNote(web, sender(otherLead), worker.staffId, note('Not mine'))).toMatchObject({ok: false});
    for (const viewer of [otherLead, worker, colleague, outside])
      expect(await rowsFor(viewer)).toEqual({supervision_notes: 0, supervision_versions: 0, supervision_actions: 0});
    expect(await rowsFor(lead)).toEqual({supervision_notes: 1, supervision_versions: 1, supervision_actions: 0});
    expect(await rowsFor(lead, 'desk')).toEqual({
      supervision_notes: 0,
      supervision_versions: 0,
      supervision_actions: 0,
    });
  });

  it('is read by the worker from the version on with which it was shared, and stays so', async () => {
    const {web, sql} = database;
    const [{id}] = (await getSupervision(web, {viewer: lead}, worker.staffId))!.notes as [Note];
    const rewritten = {...note('What we agreed', true), version: 1};
    expect(await changeNote(web, sender(lead), id, rewritten)).toEqual({ok: true});
    expect(await changeNote(web, sender(lead), id, rewritten)).toEqual({ok: false, reason: 'changed'});
    const own = await getOwnSupervision(web, {viewer: worker});
    expect(own.notes.map(({versions}) => versions.map(({words}) => words))).toEqual([['What we agreed']]);
    expect((await getSupervision(web, {viewer: lead}, worker.staffId))!.notes[0]!.versions).toHaveLength(2);
    await changeNote(web, sender(lead), id, {...note('And once more', false), version: 2});
    expect((await getOwnSupervision(web, {viewer: worker})).notes[0]!.versions).toHaveLength(2);
    await expect(sql`update supervision_notes set shared_from = null where id = ${id}`).rejects.toMatchObject({
      code: '23514',
    });
    expect(await changeNote(web, sender(otherLead), id, {...note('Mine now'), version: 3})).toMatchObject({ok: false});
    expect(await changeNote(web, sender(worker), id, {...note('Mine now'), version: 3})).toMatchObject({ok: false});
  });

  it('puts what was agreed into the day of whoever does it, also where the note is not shared', async () => {
    const {web} = database;
    const action = {what: 'Book the training', dueOn: '2026-12-01', isWorkers: true};
    const submission = randomUUID();
    for (let times = 0; times < 3; times++)
      await addNote(web, sender(lead, submission), worker.staffId, {...note('Hidden'), action});
    const due = (viewer: TestStaff) =>
      within(web, {purpose: 'caseload', viewer}, (tx) => listSupervisionDue(tx, viewer, '2026-12-06', 9));
    expect(await due(worker)).toMatchObject([{what: 'Book the training', dueOn: '2026-12-01'}]);
    expect((await myDay(web, {viewer: worker}, TODAY)).supervision).toHaveLength(1);
    expect(await due(lead)).toHaveLength(0);
    const [{id}] = (await due(worker)) as [SupervisionDue];
    expect(await finishSupervisionAction(web, sender(lead), id)).toEqual({ok: false, reason: 'gone'});
    expect(await finishSupervisionAction(web, sender(worker), id)).toEqual({ok: true});
    expect(await due(worker)).toHaveLength(0);
    const hidden = (await getSupervision(web, {viewer: lead}, worker.staffId))!.notes;
    expect(hidden).toHaveLength(2);
    expect(hidden.flatMap(({actions}) => actions)).toMatchObject([{doneAt: expect.any(Date) as Date}]);
  });

  it('goes over to whoever takes it on: they read all of it, whoever had it nothing', async () => {
    const {web, sql} = database;
    await takeOnSupervision(web, sender(otherLead), worker.staffId, 'Siobhan has left');
    expect((await getSupervision(web, {viewer: otherLead}, worker.staffId))!.notes).toHaveLength(2);
    expect((await getSupervision(web, {viewer: lead}, worker.staffId))!.notes).toHaveLength(0);
    expect(await getOwnSupervision(web, {viewer: worker})).toMatchObject({supervisor: {name: 'Olive Other'}});
    // Nobody takes on their own, nor somebody of another organisation.
    expect(await takeOnSupervision(web, sender(outside), worker.staffId, 'x')).toEqual({ok: false, reason: 'gone'});
    expect(await takeOnSupervision(web, sender(outside), outside.staffId, 'x')).toEqual({ok: false, reason: 'gone'});
    // Without the role they lead nobody.
    await sql`delete from staff_roles where staff_id = ${otherLead.staffId}`;
    expect(await rowsFor(otherLead)).toMatchObject({supervision_notes: 0, supervision_versions: 0});
    await sql`insert into staff_roles (staff_id, role) values (${otherLead.staffId}, 'team_lead')`;
    const told = await sql<{action: string}[]>`
      select distinct action from audit_entries where action like 'supervision%' order by 1
    `;
    expect(told.map(({action}) => action)).toEqual([
      'supervision_action_done',
      'supervision_taken_on',
      'supervision_viewed',
      'supervision_written',
    ]);
  });
});

function rowsFor(viewer: TestStaff, purpose: 'caseload' | 'desk' = 'caseload') {
  return within(database.web, {purpose, viewer}, async (tx) => {
    const counts: Record<string, number> = {};
    for (const table of ['supervision_notes', 'supervision_versions', 'supervision_actions'])
      counts[table] = (await tx`select 1 from ${tx(table)}`).length;
    return counts;
  });
}

describe('a link worker’s week', () => {
  it('is changed by a lead of theirs, refuses what is older, and is read by no colleague', async () => {
    const {web, sql} = database;
    const page = async (viewer: TestStaff) => getWeek(web, {viewer}, worker.staffId, TODAY);
    expect((await page(lead))!.walker).toMatchObject({version: 0, hours: null, takesNew: true, leaves: []});
    expect(await changeWeek(web, sender(lead), worker.staffId, {...WEEK, version: 0})).toEqual({ok: true});
    expect(await changeWeek(web, sender(otherLead), worker.staffId, {...WEEK, version: 0})).toMatchObject({ok: false});
    expect(await changeWeek(web, sender(otherLead), worker.staffId, {...WEEK, hours: 30, version: 1})).toEqual({
      ok: true,
    });
    expect((await page(lead))!.walker).toMatchObject({hours: 30, needs: [], version: 2});
    expect(await page(outside)).toBeNull();
    expect(await changeWeek(web, sender(outside), worker.staffId, {...WEEK, version: 2})).toMatchObject({ok: false});
    await expect(changeWeek(web, sender(colleague), colleague.staffId, {...WEEK, version: 0})).rejects.toMatchObject({
      code: '42501',
    });
    expect((await page(colleague))!.walker).toMatchObject({hours: null, version: 0});

    await sql`
      insert into case_covers (partner_id, staff_id, cover_id, from_on, until_on, made_by)
      values (${lead.partnerId}, ${worker.staffId}, ${colleague.staffId}, ${TODAY}, '2026-12-04', ${lead.staffId})
    `;
    expect((await page(lead))!.walker.leaves).toEqual([{from: TODAY, until: '2026-12-04'}]);
    expect((await suggestShares(web, {viewer: lead}, null, TODAY)).walkers[1]!.leaves).toHaveLength(1);
    await sql`update case_covers set ended_at = now()`;
    expect((await page(lead))!.walker.leaves).toEqual([]);
  });
});

describe('giving out', () => {
  it('suggests by the rule, and gives what the lead chose once, however often it is sent', async () => {
    const {web, sql} = database;
    const nepali = await insertReferral(sql, lead, {language: 'Nepali', outcode: 'RG12'});
    const wants = await insertCase(sql, lead, {workerId: null, referralId: nepali.id});
    const plain = await insertCase(sql, lead, {workerId: null, referredAt: new Date('2026-10-01')});
    await insertCase(sql, outside, {workerId: null});
    const sharing = await suggestShares(web, {viewer: lead}, null, TODAY);
    expect(sharing).toMatchObject({count: 2, from: null});
    expect(sharing.cases.map(({id}) => id)).toEqual([plain.id, wants.id]);
    expect(sharing.suggestions[1]).toMatchObject({
      workerId: worker.staffId,
      language: {isSpoken: true},
      fits: ['area'],
    });

    const choices = sharing.cases.map(({id, version}) => ({caseId: id, version, workerId: colleague.staffId}));
    const submission = randomUUID();
    const sent = await Promise.all([1, 2, 3].map(() => giveOut(web, sender(lead, submission), choices)));
    expect(sent).toEqual(Array.from({length: 3}, () => ({ok: true, given: 2, kept: []})));
    const again = await giveOut(web, sender(lead), choices);
    expect(again).toMatchObject({given: 0, kept: {length: 2}});
    const [told] = await sql`
      select
        (select count(*) from cases where worker_id = ${colleague.staffId}) as theirs,
        (select count(*) from case_events where kind = 'transferred') as lines,
        (select count(*) from audit_entries where action = 'case_transferred') as acts
    `;
    expect(told).toEqual({theirs: 2, lines: 2, acts: 2});
  });

  it('suggests for one referral that waits as it does for a case, to leads of its provider alone', async () => {
    const {web, sql} = database;
    const referral = await insertReferral(sql, lead, {language: 'Nepali', outcode: 'RG12'});
    const suggested = (viewer: TestStaff) => suggestWorker(web, {viewer}, referral.id, TODAY);
    expect(await suggested(lead)).toEqual({
      worker: {id: worker.staffId, name: 'Wanda Walker'},
      reason: expect.stringMatching(/^Speaks Nepali\. Fits where they live\. Walks with \d+, room for 30\.$/),
    });
    for (const viewer of [worker, outside]) expect(await suggested(viewer)).toBeNull();
    await sql`update worker_weeks set takes_new = false where partner_id = ${lead.partnerId}`;
    expect(await suggested(lead)).toMatchObject({worker: {name: 'Cora Colleague'}});
    await sql`update worker_weeks set takes_new = true where partner_id = ${lead.partnerId}`;
    await sql`update referrals set status = 'declined', decline_reason = 'not_a_request' where id = ${referral.id}`;
    expect(await suggested(lead)).toBeNull();
  });

  it('gives a leaver’s cases to others, leaves what changed meanwhile, and nothing of another provider', async () => {
    const {web, sql} = database;
    const leaving = await suggestShares(web, {viewer: lead}, colleague.staffId, TODAY);
    expect(leaving).toMatchObject({count: 2, from: {id: colleague.staffId}});
    expect(leaving.suggestions.every(({workerId}) => workerId === worker.staffId)).toBe(true);
    const [first, second] = leaving.cases;
    await sql`update cases set version = version + 1 where id = ${first!.id}`;
    const theirs = await insertCase(sql, outside);
    const choices = [first!, second!, {id: theirs.id, version: 1}].map(({id, version}) => ({
      ...{caseId: id, version},
      workerId: worker.staffId,
    }));
    expect(await giveOut(web, sender(lead), choices)).toEqual({ok: true, given: 1, kept: [first!.reference]});
    expect(await giveOut(web, sender(lead), [{...choices[0]!, workerId: outside.staffId}])).toEqual({
      ok: false,
      reason: 'nobody',
    });
    const [kept] = await sql`select worker_id, version from cases where id = ${theirs.id}`;
    expect(kept).toMatchObject({workerId: outside.staffId, version: 1});
  });
});

describe('the team as it is', () => {
  it('is what stands and how fast it moved', async () => {
    const {web, sql} = database;
    await insertCase(sql, worker, {
      ...{
        status: 'closed',
        closedAt: '2026-11-01',
        closedBy: worker.staffId,
        closeReason: 'goals_met',
        outcome: 'A choir',
      },
      ...{nextStep: null, nextStepOn: null, openedAt: '2026-08-23'},
    });
    const facts = await getTeamFacts(web, {viewer: lead}, TODAY);
    expect(facts).toMatchObject({ended: 1, weeksACase: 10});
    expect(facts.walkers.map(({name}) => name)).toEqual(['Cora Colleague', 'Wanda Walker']);
    expect(facts.waiting).toBe(1);
  });
});
