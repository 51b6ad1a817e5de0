import {randomUUID} from 'node:crypto';
import {afterAll, beforeAll, describe, expect, it} from 'vitest';
import {within} from '../../../db/within.ts';
import {aHandoff, aPractitioner, aQueue, aSecondLevel, letLieIdle} from '../../../test/factories/second-level.ts';
import {inRecord, insertPerson} from '../../../test/factories/people.ts';
import type {TestStaff} from '../../../test/factories/staff.ts';
import {testDatabase, type TestDatabase} from '../../../test/setup/database.ts';
import {getRecord} from '../people/get-record.server.ts';
import {openRecord} from '../people/open-record.server.ts';
import type {HandoffForm} from './change-handoff.server.ts';
import {claimHandoff} from './claim-handoff.server.ts';
import {getHandoff} from './get-handoff.server.ts';
import {listQueue, listQueueWork} from './list-work.server.ts';
import {OFFICE_HOURS} from '../queues/opening-hours.ts';
import {dueAt} from '../queues/response-clock.ts';
import {
  answerAsk,
  askAboutHandoff,
  closeHandoff,
  moveHandoff,
  noteOnHandoff,
  tellCaller,
} from './work-on-handoff.server.ts';

let database: TestDatabase;
let level: Awaited<ReturnType<typeof aSecondLevel>>;
beforeAll(async () => {
  database = await testDatabase();
  level = await aSecondLevel(database.sql);
});
afterAll(() => database.drop());

const formOf = (viewer: TestStaff): HandoffForm => ({
  sql: database.web,
  viewer,
  door: 'desk.handoffs',
  submission: randomUUID(),
});
const seen = (viewer: TestStaff, id: string) => getHandoff(database.web, {viewer}, id);
const claim = (viewer: TestStaff, id: string) => claimHandoff(database.web, {viewer}, id);
const handedOn = (options: {personId?: string; isRestricted?: boolean} = {}) =>
  aHandoff(database.sql, {handler: level.handler, queueId: level.nursing, ...options});

/** Someone of the desk, whom the trust has nothing to do with. */
async function aPerson(contact: Record<string, string> = {}) {
  const personId = await insertPerson(database.sql, level.handler, {givenName: 'Nell'});
  await database.sql`
    insert into person_contacts ${database.sql({personId, kind: 'mobile', value: '+447700900123', ...contact})}
  `;
  return personId;
}

/** They do not want the trust to know their record. */
const refuseTrust = (personId: string) =>
  inRecord(
    database.web,
    level.handler,
    personId,
    (tx) => tx`
      insert into consents (person_id, kind, partner_id, decision, decided_on, decided_by, how, recorded_by, recorded_partner_id)
      values (
        ${personId}, 'share_with_partner', ${level.trust.partnerId}, 'refused', '2026-11-01', 'person', 'spoken',
        ${level.handler.staffId}, ${level.handler.partnerId}
      )
    `,
  );

const openFor = (viewer: TestStaff, personId: string) =>
  openRecord(database.web, {viewer, door: 'desk.handoffs', submission: randomUUID()}, personId, {
    basis: 'direct_care',
    consentBy: null,
    consentHow: null,
    workKind: 'call',
    workName: 'C-7KM-4QCX',
    reason: null,
  });

describe('what was handed on', () => {
  it('is read with its call by those it was handed to, and by those who handed it on', async () => {
    const id = await handedOn();
    expect((await seen(level.nurse, id))?.call?.story).toBe('She fell in the kitchen this morning.');
    expect((await seen(level.handler, id))?.reason).toBe('Please ring her today.');
    expect(await seen(level.stranger, id)).toBeNull();
  });

  it('is not counted, listed or shown to another area', async () => {
    await aQueue(database.sql, level.elsewhere, 'nursing');
    await handedOn();
    const work = await listQueueWork(database.web, {viewer: level.stranger});
    expect(work.map(({waiting, breached}) => waiting + breached)).toEqual([0]);
    const list = await listQueue(database.web, {viewer: level.stranger}, 'nursing', {filter: 'all', page: 1});
    expect(list?.count).toBe(0);
  });

  it('when it is restricted, is for the professionals of its queue and those who safeguard, not for the rest', async () => {
    const id = await handedOn({isRestricted: true});
    expect((await seen(level.nurse, id))?.call?.story).toContain('kitchen');
    expect(await seen(level.alan, id)).not.toBeNull();
    expect(await seen(level.handler, id)).not.toBeNull();
    expect(await seen(level.doctor, id)).toBeNull();
    expect(await seen(level.otherHandler, id)).toBeNull();
    expect(await claim(level.doctor, id)).toEqual({ok: false, reason: 'gone'});
  });

  it('is counted as waiting, due soon or late, and by how long it has waited', async () => {
    const trust = await aSecondLevel(database.sql);
    const hand = (dueInMinutes: number) =>
      aHandoff(database.sql, {handler: trust.handler, queueId: trust.nursing, dueInMinutes});
    const [late, soon, claimed] = [await hand(-70), await hand(20), await hand(600)];
    await hand(300);
    await claim(trust.nurse, claimed);
    const [nursing] = await listQueueWork(database.web, {viewer: trust.nurse});
    expect(nursing).toMatchObject({
      discipline: 'nursing',
      isOwnDiscipline: true,
      waiting: 3,
      claimed: 1,
      dueSoon: 1,
      breached: 1,
    });
    const all = await listQueue(database.web, {viewer: trust.nurse}, 'nursing', {filter: 'all', page: 1});
    expect(all?.items.map(({id}) => id).slice(0, 2)).toEqual([late, soon]);
    const mine = await listQueue(database.web, {viewer: trust.nurse}, 'nursing', {filter: 'mine', page: 1});
    expect(mine?.items.map(({id, isMine}) => [id, isMine])).toEqual([[claimed, true]]);
    await letLieIdle(database.sql, claimed, 11);
    const free = await listQueue(database.web, {viewer: trust.nurse}, 'nursing', {filter: 'unclaimed', page: 1});
    expect(free?.count).toBe(4);
  });
});

describe('the record of whom it is about', () => {
  it('may be opened by those it was handed to, for as long as they work on it', async () => {
    const personId = await aPerson();
    expect(await openFor(level.nurse, personId)).toBeNull();
    const id = await handedOn({personId});
    expect(await openFor(level.nurse, personId)).not.toBeNull();
    expect((await getRecord(database.web, {viewer: level.nurse}, personId))?.near.map(({because}) => because)).toEqual([
      'keeper',
      'handed_on',
    ]);
    await claim(level.nurse, id);
    const closing = {
      outcome: 'community_nursing',
      arranged: 'A nurse visits at 3.',
      telling: {how: 'phone', message: null},
    } as const;
    expect(await closeHandoff(formOf(level.nurse), id, closing)).toEqual({ok: true});
    expect(await getRecord(database.web, {viewer: level.nurse}, personId)).toBeNull();
    expect(await openFor(level.nurse, personId)).toBeNull();
  });

  it('stays shut to an organisation that the person has said no to', async () => {
    const personId = await aPerson();
    await refuseTrust(personId);
    const id = await handedOn({personId});
    expect((await seen(level.nurse, id))?.call?.story).toContain('kitchen');
    expect(await openFor(level.nurse, personId)).toBeNull();
  });
});

describe('working on it together', () => {
  it('keeps a note once, however often its form is sent', async () => {
    const id = await handedOn();
    const form = formOf(level.nurse);
    await noteOnHandoff(form, id, 'Rang her daughter.');
    await noteOnHandoff(form, id, 'Rang her daughter.');
    expect((await seen(level.nurse, id))?.steps.map(({words}) => words)).toEqual(['Rang her daughter.']);
  });

  it('lets those who are asked read it and answer, and nobody else of theirs', async () => {
    const id = await handedOn({isRestricted: true});
    await claim(level.nurse, id);
    expect(await seen(level.doctor, id)).toBeNull();
    const ask = {disciplines: ['mental_health' as const], question: 'Is she known to you?', isJoint: true};
    expect(await askAboutHandoff(formOf(level.nurse), id, ask)).toEqual({ok: true});
    expect(await askAboutHandoff(formOf(level.nurse), id, ask)).toEqual({ok: false, reason: 'asked_already'});
    const shown = await seen(level.doctor, id);
    expect(shown?.call?.story).toContain('kitchen');
    expect(shown?.asks[0]).toMatchObject({isJoint: true, isForViewer: true, answer: null});
    const listed = await listQueue(database.web, {viewer: level.doctor}, 'mental_health', {filter: 'all', page: 1});
    expect(listed?.asks.map(({handoffId}) => handoffId)).toContain(id);
    const askId = shown!.asks[0]!.id;
    expect(await answerAsk(formOf(level.otherNurse), id, askId, 'Not ours to say.')).toEqual({
      ok: false,
      reason: 'changed',
    });
    expect(await answerAsk(formOf(level.doctor), id, askId, 'Yes: we see her on Mondays.')).toEqual({ok: true});
    expect((await seen(level.nurse, id))?.asks[0]).toMatchObject({
      answer: 'Yes: we see her on Mondays.',
      answeredByName: 'Mira Mind',
    });
    expect((await seen(level.nurse, id))?.claimedByName).toBe('Nina Nurse');
  });

  it('passes it on to another organisation, unclaimed, with its clock running from when it came in', async () => {
    const housing = await aQueue(database.sql, level.desk, 'housing', {hours: OFFICE_HOURS});
    const social = await aPractitioner(database.sql, level.desk, 'housing', {name: 'Hugo Home'});
    const id = await handedOn();
    await claim(level.nurse, id);
    const shown = await seen(level.nurse, id);
    const move = {discipline: 'housing' as const, why: 'She cannot get up her stairs.', version: shown!.version};
    expect(await moveHandoff(formOf(level.nurse), id, {...move, version: 1})).toEqual({ok: false, reason: 'changed'});
    expect(await moveHandoff(formOf(level.nurse), id, move)).toEqual({ok: true});
    expect(await seen(level.nurse, id)).toBeNull();
    const there = await seen(social, id);
    expect(there).toMatchObject({discipline: 'housing', status: 'waiting', claimedBy: null});
    const wait = {rule: 'wait' as const, says: '', urgentNeverStops: true};
    expect(there?.dueAt).toEqual(dueAt(OFFICE_HOURS, wait, 240, there!.createdAt));
    const [row] = await database.sql`select queue_id from handoffs where id = ${id}`;
    expect(row?.queueId).toBe(housing);
  });
});

describe('finishing it', () => {
  const closing = {outcome: 'crisis_health', arranged: 'Rapid response is on the way.', telling: null} as const;

  it('is for whoever has it, and counts once', async () => {
    const id = await handedOn();
    await claim(level.nurse, id);
    expect(await closeHandoff(formOf(level.otherNurse), id, closing)).toEqual({ok: false, reason: 'not_yours'});
    const form = formOf(level.nurse);
    expect(await closeHandoff(form, id, closing)).toEqual({ok: true});
    expect(await closeHandoff(form, id, closing)).toEqual({ok: true});
    expect(await closeHandoff(formOf(level.nurse), id, closing)).toEqual({ok: false, reason: 'not_yours'});
    expect(await seen(level.nurse, id)).toMatchObject({status: 'closed', outcome: 'crisis_health', claimedBy: null});
  });

  it('works after the claim has lapsed while somebody wrote, unless another has taken it up', async () => {
    const [one, other] = [await handedOn(), await handedOn()];
    for (const id of [one, other]) {
      await claim(level.nurse, id);
      await letLieIdle(database.sql, id, 11);
    }
    await within(database.web, {purpose: 'housekeeping'}, (tx) => tx`select lapse_claims()`);
    await claim(level.otherNurse, other);
    expect(await closeHandoff(formOf(level.nurse), one, closing)).toEqual({ok: true});
    expect(await closeHandoff(formOf(level.nurse), other, closing)).toEqual({ok: false, reason: 'not_yours'});
  });

  it('tells the caller once, later too', async () => {
    const id = await handedOn();
    await claim(level.nurse, id);
    await closeHandoff(formOf(level.nurse), id, closing);
    const list = () => listQueue(database.web, {viewer: level.nurse}, 'nursing', {filter: 'untold', page: 1});
    expect((await list())?.items.map((item) => item.id)).toContain(id);
    const telling = {how: 'text' as const, message: {to: '+447700900321', body: 'Somebody is on the way.'}};
    expect(await tellCaller(formOf(level.nurse), id, telling)).toEqual({ok: true});
    expect(await tellCaller(formOf(level.nurse), id, telling)).toEqual({ok: false, reason: 'changed'});
    const messages = await database.sql`select body from messages where recipient = '+447700900321'`;
    expect(messages).toHaveLength(1);
    expect((await list())?.items.map((item) => item.id)).not.toContain(id);
  });

  it('sends nothing to a number that the record says is not safe, and then finishes nothing', async () => {
    const personId = await aPerson({safeToText: 'no'});
    const id = await handedOn({personId});
    await claim(level.nurse, id);
    const telling = {how: 'text' as const, message: {to: '+447700900123', body: 'Somebody is on the way.'}};
    expect(await closeHandoff(formOf(level.nurse), id, {...closing, telling})).toEqual({ok: false, reason: 'not_safe'});
    expect(await seen(level.nurse, id)).toMatchObject({status: 'claimed', toldHow: null});
    // Finished without telling, it is still known to be unsafe.
    await closeHandoff(formOf(level.nurse), id, closing);
    expect(await tellCaller(formOf(level.nurse), id, telling)).toEqual({ok: false, reason: 'not_safe'});
    expect(await database.sql`select id from messages where recipient = '+447700900123'`).toHaveLength(0);
  });

  it('sends nothing there either for those who may not come near the record, and says so beside the number', async () => {
    const personId = await aPerson({safeToText: 'no', safeToCall: 'no'});
    await refuseTrust(personId);
    const id = await handedOn({personId});
    await database.sql`
      update calls set caller_phone = '+447700900123', person_id = ${personId}, person_known = 'identified'
      where id = (select call_id from handoffs where id = ${id})
    `;
    expect((await seen(level.nurse, id))?.call?.ringWarning).toBe('not_safe');
    await claim(level.nurse, id);
    const telling = {how: 'text' as const, message: {to: '+447700900123', body: 'Somebody is on the way.'}};
    expect(await closeHandoff(formOf(level.nurse), id, {...closing, telling})).toEqual({ok: false, reason: 'not_safe'});
  });
});
