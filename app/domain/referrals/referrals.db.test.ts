import {randomUUID} from 'node:crypto';
import {afterAll, beforeAll, describe, expect, it} from 'vitest';
import {within} from '../../../db/within.ts';
import {insertNeeds} from '../../../test/factories/calls.ts';
import {insertCase, insertProvider, insertReferral} from '../../../test/factories/cases.ts';
import {addSomeone, insertPerson} from '../../../test/factories/people.ts';
import type {TestStaff} from '../../../test/factories/staff.ts';
import {testDatabase, type TestDatabase} from '../../../test/setup/database.ts';
import {
  closeCase,
  recordContact,
  reopenCase,
  shareCase,
  transferCase,
  type CaseForm,
} from '../cases/change-case.server.ts';
import {getCase} from '../cases/get-case.server.ts';
import {listCases, myDay} from '../cases/list-cases.server.ts';
import {
  acceptReferral,
  askForMore,
  declineReferral,
  matchPerson,
  noteOnReferral,
  passOnReferral,
  type ReferralForm,
} from './decide-referral.server.ts';
import {getReferral} from './get-referral.server.ts';
import {listInbox} from './list-referrals.server.ts';
import {checkReferrer, receiveReferral} from './receive-referral.server.ts';
import {getDraft, keepTyped, startDraft} from './refer-drafts.server.ts';
import type {TypedReferral} from './refer-form.ts';

const TODAY = '2026-11-28';
const NEXT = {step: 'Ring to say hello', on: '2026-12-01', whyNone: null};

let database: TestDatabase;
let lily: TestStaff;
let crowthorne: TestStaff;
beforeAll(async () => {
  database = await testDatabase();
  lily = await insertProvider(database.sql, {roles: ['link_worker', 'team_lead']});
  crowthorne = await insertProvider(database.sql, {beside: lily, outcodes: ['RG45']});
  await insertNeeds(database.sql, 'loneliness', 'debt');
});
afterAll(() => database?.drop());

const forMyself: TypedReferral = {
  forWhom: 'self',
  givenName: 'Nell',
  familyName: 'Archer',
  postcode: 'rg12 1jx',
  needs: 'loneliness no-such-need',
  reason: 'I have nobody to talk to since I moved.',
  phone: '07700 900123',
  reachBy: 'phone',
  safeToLeaveMessage: 'no',
  agree: 'yes',
};
const sent = (token: string, more: object = {}) => ({
  token,
  trap: '',
  isWithinRate: true,
  address: '192.0.2.1',
  baseUrl: 'https://help.example',
  today: TODAY,
  now: new Date(Date.now() + 60_000),
  ...more,
});
async function send(typed: TypedReferral, kind: 'public' | 'professional' = 'public', more: object = {}) {
  const token = await startDraft(database.web, kind, typed);
  const received = await receiveReferral(database.web, sent(token, more));
  if (!received.ok) throw new Error(JSON.stringify(received));
  const [row] = await database.sql<[{id: string; toPartnerId: string; heldBecause: string | null; needs: string[]}]>`
    select id, to_partner_id, held_because, needs from referrals where reference = ${received.reference}
  `;
  return {token, reference: received.reference, ...row};
}
const by = (viewer: TestStaff, version = 1): ReferralForm & CaseForm => ({
  sql: database.web,
  viewer,
  door: 'caseload',
  submission: randomUUID(),
  version,
});
const versionOf = async (table: 'referrals' | 'cases', id: string) =>
  (await database.sql<[{version: number}]>`select version from ${database.sql(table)} where id = ${id}`)[0].version;

/** Matched to somebody the worker has written down, and accepted. */
async function accepted(viewer: TestStaff, id: string): Promise<string> {
  const personId = await addSomeone(database.web, viewer, {
    givenName: 'Nell',
    familyName: `Case${randomUUID().slice(0, 6)}`,
  });
  await matchPerson(by(viewer, await versionOf('referrals', id)), id, personId);
  const outcome = await acceptReferral(by(viewer, await versionOf('referrals', id)), id, {
    tier: 'plan',
    workerId: viewer.staffId,
    next: NEXT,
  });
  if (!outcome.ok || !outcome.caseId) throw new Error(JSON.stringify(outcome));
  return outcome.caseId;
}

describe('asking for a link worker', () => {
  it('keeps what was typed behind the link alone: the database holds neither link nor words', async () => {
    const token = await startDraft(database.web, 'public', {givenName: 'Nell Secret'});
    expect(await keepTyped(database.web, token, {reason: 'Something private'})).toBe(true);
    expect((await getDraft(database.web, token))?.typed).toEqual({
      givenName: 'Nell Secret',
      reason: 'Something private',
    });
    expect(await getDraft(database.web, 'another-link')).toBeNull();
    const [row] =
      await database.sql`select encode(box, 'escape') as box, encode(token_hash, 'escape') as hash from referral_drafts`;
    expect(JSON.stringify(row)).not.toMatch(/Secret|private/);
    expect(JSON.stringify(row)).not.toContain(token);
  });

  it('is one referral when it is sent twenty times at once, and leaves nothing of the draft', async () => {
    const token = await startDraft(database.web, 'public', forMyself);
    const answers = await Promise.all(Array.from({length: 20}, () => receiveReferral(database.web, sent(token))));
    const references = new Set(answers.map((answer) => answer.ok && answer.reference));
    expect(references.size).toBe(1);
    expect(await getDraft(database.web, token)).toMatchObject({typed: {}, sentReference: [...references][0]});
    const rows =
      await database.sql`select source, needs, phone, outcode from referrals where reference = ${[...references][0] as string}`;
    expect(rows).toHaveLength(1);
    expect(rows[0]).toMatchObject({source: 'self', needs: ['loneliness'], phone: '+447700900123', outcode: 'RG12'});
  });

  it('goes to the provider of the place, else to the one that serves everywhere', async () => {
    expect((await send(forMyself)).toPartnerId).toBe(lily.partnerId);
    expect((await send({...forMyself, postcode: 'RG45 6DL'})).toPartnerId).toBe(crowthorne.partnerId);
  });

  it('says which page must be put right, and is then sent as it was', async () => {
    const token = await startDraft(database.web, 'public', {...forMyself, reason: ''});
    expect(await receiveReferral(database.web, sent(token))).toEqual({
      ok: false,
      reason: 'problems',
      step: 'help',
      problems: {reason: 'reason'},
    });
    await keepTyped(database.web, token, {reason: 'Company'});
    expect(await receiveReferral(database.web, sent(token))).toMatchObject({ok: true});
  });

  it('is held back, and answered like any other, where no person seems to have sent it', async () => {
    expect((await send(forMyself, 'public', {trap: 'cheap pills'})).heldBecause).toBe('trap');
    expect((await send(forMyself, 'public', {now: new Date()})).heldBecause).toBe('too_fast');
    expect((await send(forMyself, 'public', {isWithinRate: false})).heldBecause).toBe('too_many');
    const {reference} = await send({...forMyself, reason: 'www.a.example www.b.example http://c.example'});
    const inbox = (filter: 'waiting' | 'held') => listInbox(database.web, {viewer: lily}, {filter, page: 1});
    expect((await inbox('held')).referrals.map((one) => one.reference)).toContain(reference);
    expect((await inbox('waiting')).referrals.map((one) => one.reference)).not.toContain(reference);
  });

  it('by a professional sends a link to the work address, and nothing else is told before it was opened', async () => {
    const {id, reference} = await send(
      {
        source: 'gp',
        referrerName: 'Dr Okoro',
        referrerOrganisation: 'Larch Lane Surgery',
        referrerEmail: 'okoro@surgery.example',
        referrerReference: 'L-17',
        givenName: 'Bert',
        familyName: 'Weaver',
        phone: '01632 960123',
        reason: 'Low since his wife died.',
        urgency: 'soon',
        consentBy: 'person',
        consentHow: 'spoken',
        mayTellReferrer: 'yes',
      },
      'professional',
    );
    const mail = () => database.sql<{subject: string; body: string}[]>`
      select subject, body from messages where recipient = 'okoro@surgery.example' order by created_at
    `;
    const token = /\/refer\/checked\/(\S+)/.exec((await mail())[0]!.body)![1]!;
    expect((await mail())[0]!.body).not.toMatch(/Bert|Weaver|wife/);
    await askForMore(by(lily), id, 'Which days suit him?');
    expect(await mail()).toHaveLength(1);
    expect(await checkReferrer(database.web, 'no-such-link')).toBeNull();
    expect(await checkReferrer(database.web, token)).toBe(reference);
    expect(await checkReferrer(database.web, token)).toBe(reference);
    await accepted(lily, id);
    expect((await mail()).map(({subject}) => subject)).toEqual([
      `Referral ${reference}: received`,
      `Referral ${reference}: accepted`,
    ]);
  });
});

describe('the inbox', () => {
  it('flags somebody with an open case, and a second referral, to staff', async () => {
    const personId = await insertPerson(database.sql, lily, {givenName: 'Ada', familyName: 'Twice'});
    const open = await insertCase(database.sql, lily, {personId});
    const first = await insertReferral(database.sql, lily, {givenName: 'Ada', familyName: 'Twice'});
    const second = await insertReferral(database.sql, lily, {givenName: 'ada', familyName: 'TWICE'});
    const inbox = await listInbox(database.web, {viewer: lily}, {filter: 'waiting', page: 1});
    const row = (reference: string) => inbox.referrals.find((one) => one.reference === reference);
    expect(row(second.reference)).toMatchObject({openCase: open.reference, twin: first.reference});
  });

  it('accepts once, with whom it is and their consent, and nothing is typed again', async () => {
    const {id} = await send({
      ...forMyself,
      forWhom: 'someone_else',
      referrerName: 'Jo',
      referrerRelation: 'Neighbour',
      referrerPhone: '01632 960124',
      knows: 'not_yet',
    });
    const accept = async () =>
      acceptReferral(by(lily, await versionOf('referrals', id)), id, {tier: 'signposting', workerId: null, next: NEXT});
    expect(await accept()).toEqual({ok: false, reason: 'no_person'});
    const stranger = await insertPerson(database.sql, crowthorne, {givenName: 'Nell'});
    expect(await matchPerson(by(lily), id, stranger)).toEqual({ok: false, reason: 'no_person'});
    const personId = await addSomeone(database.web, lily, {givenName: 'Nell', familyName: 'Archer'});
    await matchPerson(by(lily), id, personId);
    expect(await accept()).toEqual({ok: false, reason: 'no_consent'});
    await noteOnReferral(by(lily, await versionOf('referrals', id)), id, 'Rang her: she would like it.', true);
    const outcome = await accept();
    expect(outcome.ok).toBe(true);
    expect(await accept()).toEqual({ok: false, reason: 'decided'});
    const opened = await getCase(database.web, {viewer: lily}, outcome.ok ? outcome.caseId! : '');
    expect(opened).toMatchObject({
      phone: '+447700900123',
      tier: 'signposting',
      workerName: null,
      needNames: ['loneliness'],
    });
    expect(opened?.reachNote).toContain('Do not leave a message');
  });

  it('passes on as it is: the next provider reads it, the first keeps only what it was', async () => {
    const {id, reference} = await send(forMyself);
    expect(await passOnReferral(by(lily), id, crowthorne.partnerId, 'She is moving to Crowthorne.')).toMatchObject({
      ok: true,
    });
    const theirs = await listInbox(database.web, {viewer: crowthorne}, {filter: 'waiting', page: 1});
    const passed = theirs.referrals.find((one) => one.reference === reference);
    expect(passed).toBeDefined();
    const [times] = await database.sql`
      select count(distinct made_at) from referrals where reference = ${reference}
    `;
    expect(times!.count).toBe(1);
    expect(await getReferral(database.web, {viewer: lily}, passed!.id)).toBeNull();
    expect(await getReferral(database.web, {viewer: lily}, id)).toMatchObject({status: 'passed_on'});
    expect(await passOnReferral(by(lily, 2), id, crowthorne.partnerId, 'Again')).toEqual({
      ok: false,
      reason: 'decided',
    });
  });

  it('declines with a reason and an alternative', async () => {
    const {id} = await send(forMyself);
    await declineReferral(by(lily), id, {reason: 'other_help_better', alternative: 'The money advice line.'});
    expect(await getReferral(database.web, {viewer: lily}, id)).toMatchObject({
      status: 'declined',
      declineReason: 'other_help_better',
      alternative: 'The money advice line.',
    });
  });
});

describe('a case', () => {
  it('goes from first try to close and back, and each act counts once', async () => {
    const caseId = await accepted(lily, (await send(forMyself)).id);
    const contact = {
      mode: 'phone' as const,
      minutes: 5,
      whoWith: 'person' as const,
      note: 'Rang.',
      at: new Date(),
      next: NEXT,
    };
    const form = by(lily);
    await Promise.all([1, 2, 3].map(() => recordContact(form, caseId, {...contact, wasReached: false})));
    const read = () => getCase(database.web, {viewer: lily}, caseId);
    expect(await read()).toMatchObject({status: 'contact_attempted', attempts: 1, contacts: 0, firstContactAt: null});
    await recordContact(by(lily), caseId, {...contact, wasReached: true, note: 'Talked about the garden.'});
    expect(await read()).toMatchObject({status: 'active', attempts: 1, contacts: 1});
    expect((await myDay(database.web, {viewer: lily}, '2026-12-01')).today.map(({id}) => id)).toContain(caseId);

    expect(await transferCase(by(lily, await versionOf('cases', caseId)), caseId, crowthorne.staffId, '')).toEqual({
      ok: false,
      reason: 'nobody',
    });
    expect(await closeCase(by(lily, 1), caseId, {reason: 'goals_met', outcome: 'She joined the choir.'})).toEqual({
      ok: false,
      reason: 'changed',
    });
    await closeCase(by(lily, await versionOf('cases', caseId)), caseId, {
      reason: 'goals_met',
      outcome: 'She joined the choir.',
    });
    expect(await read()).toMatchObject({status: 'closed', nextStep: null, outcome: 'She joined the choir.'});
    expect(await recordContact(by(lily), caseId, {...contact, wasReached: true})).toEqual({
      ok: false,
      reason: 'closed',
    });
    await reopenCase(by(lily, await versionOf('cases', caseId)), caseId, NEXT);
    expect(await read()).toMatchObject({status: 'active', nextStep: NEXT.step, contacts: 1});
  });

  it('of another provider answers as one that does not exist: read, search, counts and every act', async () => {
    const {reference, id: referralId} = await send({...forMyself, familyName: 'Unfindable', postcode: 'RG45 6DL'});
    const caseId = await accepted(crowthorne, referralId);
    const nowhere = randomUUID();
    for (const id of [caseId, nowhere]) {
      expect(await getCase(database.web, {viewer: lily}, id)).toBeNull();
      expect(await closeCase(by(lily), id, {reason: 'other', outcome: 'x'})).toEqual({ok: false, reason: 'gone'});
      expect(
        await recordContact(by(lily), id, {
          mode: 'phone',
          wasReached: false,
          minutes: null,
          whoWith: 'person',
          note: null,
          at: new Date(),
          next: NEXT,
        }),
      ).toEqual({ok: false, reason: 'gone'});
    }
    for (const id of [referralId, nowhere]) {
      expect(await getReferral(database.web, {viewer: lily}, id)).toBeNull();
      expect(await declineReferral(by(lily), id, {reason: 'no_space', alternative: 'x'})).toEqual({
        ok: false,
        reason: 'gone',
      });
    }
    const found = (viewer: TestStaff, words: string) =>
      listCases(database.web, {viewer}, {filter: 'open', order: 'next', whose: 'all', words, page: 1}, TODAY);
    const [theirs] = await database.sql<[{reference: string; familyName: string}]>`
      select cases.reference, family_name from cases join people on people.id = person_id where cases.id = ${caseId}
    `;
    for (const words of [theirs.reference, theirs.familyName]) {
      expect((await found(crowthorne, words)).count).toBe(1);
      expect((await found(lily, words)).count).toBe(0);
    }
    const counts = (await listInbox(database.web, {viewer: lily}, {filter: 'done', page: 1})).referrals;
    expect(counts.map((one) => one.reference)).not.toContain(reference);
  });

  it('shared, is read by the other provider and changed by nobody there', async () => {
    const caseId = await accepted(lily, (await send(forMyself)).id);
    expect(
      await shareCase(by(lily, await versionOf('cases', caseId)), caseId, crowthorne.partnerId, 'They run the choir.'),
    ).toEqual({ok: true});
    expect((await getCase(database.web, {viewer: crowthorne}, caseId))?.timeline).toEqual([]);
    expect(await closeCase(by(crowthorne, 2), caseId, {reason: 'other', outcome: 'x'})).toEqual({
      ok: false,
      reason: 'gone',
    });
  });

  it('from the desk: a call’s referral waits in the inbox with its person, and nothing is typed again', async () => {
    const hub = await insertProvider(database.sql, {beside: lily, roles: ['call_handler']});
    const personId = await addSomeone(database.web, hub, {givenName: 'Rose', familyName: 'Caller'});
    const callId = randomUUID();
    await database.sql`
      insert into calls (id, reference, partnership_id, partner_id, channel, handler_id, started_at, talk_seconds, danger, caller_kind, person_known, person_id, domain, dispositions)
      values (${callId}, 'C-TST-4444', ${hub.partnershipId}, ${hub.partnerId}, 'phone', ${hub.staffId}, now() - interval '5 minutes', 60, 'no', 'person', 'identified', ${personId}, 'community', '{link_worker_referral}')
    `;
    await within(
      database.web,
      {purpose: 'desk', viewer: hub},
      (tx) => tx`
      insert into referrals (partnership_id, from_partner_id, to_partner_id, person_id, source, call_id, reason, needs, consent_by, consent_how, made_by)
      values (${hub.partnershipId}, ${hub.partnerId}, ${lily.partnerId}, ${personId}, 'call', ${callId}, 'Lonely', '{loneliness}', 'person', 'spoken', ${hub.staffId})
    `,
    );
    const inbox = await listInbox(database.web, {viewer: lily}, {filter: 'waiting', page: 1});
    const row = inbox.referrals.find(({source}) => source === 'call')!;
    expect(row).toMatchObject({name: 'Rose Caller', needNames: ['loneliness']});
    const outcome = await acceptReferral(by(lily), row.id, {tier: 'plan', workerId: lily.staffId, next: NEXT});
    expect(outcome).toMatchObject({ok: true});
  });
});
