import {afterAll, beforeAll, describe, expect, it} from 'vitest';
import {anEndedCall, formBy} from '../../../test/factories/calls.ts';
import {aSimpleCall} from '../../../test/factories/simple-call.ts';
import {
  insertColleague,
  insertPartnership,
  insertPerson,
  insertWellKnown,
  type Colleague,
} from '../../../test/factories/people.ts';
import {testDatabase, type TestDatabase} from '../../../test/setup/database.ts';
import {clearAway} from '../access/housekeeping.server.ts';
import {getSummaryParts} from './summaries.server.ts';
import {codeOf, endSummaryLink, lookAtSummary, proofOf, sendSummary, tryCode} from './summary-links.server.ts';
import type {Sheet} from './summary-view.ts';

const siteSecret = 'a secret of thirty-two letters and more';
const sheet: Sheet = {
  summary: {boxes: [{title: 'What matters to me', lines: ['The robins']}], isShortened: false},
  person: {name: 'Nell Example', born: 'born 1938', reference: 'P-123', nhsNumber: null},
  made: 'Made today.',
};

let database: TestDatabase;
let priya: Colleague;
let elsewhere: Colleague;
let personId: string;
beforeAll(async () => {
  database = await testDatabase();
  const partnership = await insertPartnership(database.sql);
  priya = await insertColleague(database.sql, partnership);
  elsewhere = await insertColleague(database.sql, partnership);
  await database.sql`insert into needs (key, name, need_group) values ('loneliness', 'Loneliness', 'wellbeing') on conflict do nothing`;
  personId = await insertWellKnown(database.sql, priya, 'Linkford');
});
afterAll(() => database?.drop());

const aCall = (viewer = priya, id = personId) =>
  anEndedCall(database.web, viewer, {...aSimpleCall, personKnown: 'identified'}, {personId: id});
const toWard = {
  givenTo: 'ward',
  consentBy: 'person',
  consentHow: 'spoken',
  way: 'email',
  to: 'ward7@hospital.example',
} as const;
type Handover = Parameters<typeof sendSummary>[3]['handover'];
const send = (callId: string, handover: Handover = toWard, sender = formBy(priya)) =>
  sendSummary(database.web, sender, callId, {
    handover,
    sheet,
    siteAddress: 'https://find.example',
    inWords: (moment) => moment.toISOString(),
  });
const visitor = () => ({sql: database.web, siteSecret, address: '192.0.2.1'});

/** The last link that was sent, as whoever gets the message has it. */
async function lastLink() {
  const [message] = await database.sql<[{body: string; subject: string | null; recipient: string}]>`
    select body, subject, recipient from messages order by created_at desc, id limit 1
  `;
  const [link] = await database.sql<[{id: string; tokenHash: Buffer}]>`
    select id, token_hash from summary_links order by created_at desc limit 1
  `;
  const token = /\/private\/(\S+)/.exec(message.body)![1]!;
  return {...message, ...link, token, code: codeOf(siteSecret, link.id)};
}
const actsOf = async (linkId: string) =>
  (await database.sql`select action from audit_entries where details ->> 'link' = ${linkId} order by seq`).map(
    ({action}) => action as string,
  );

describe('a link to a summary', () => {
  it('is one however often it is sent, names nobody, and is kept as a hash', async () => {
    const form = formBy(priya);
    const callId = await aCall();
    for (let turn = 0; turn < 3; turn++) expect(await send(callId, toWard, form)).toEqual({ok: true});
    const {body, subject, recipient, token, tokenHash} = await lastLink();
    expect(recipient).toBe('ward7@hospital.example');
    expect(`${subject} ${body}`).not.toMatch(/Nell|Linkford|robins|P-123|summary|hospital/i);
    expect(tokenHash.toString('base64url')).not.toBe(token);
    const parts = await getSummaryParts(database.web, {viewer: priya}, callId);
    expect(parts!.handovers).toMatchObject([{givenTo: 'ward', way: 'email', looks: 0, endedAt: null}]);
  });

  it('opens with its code only; each look is counted and in the audit', async () => {
    await send(await aCall());
    const {id, token, code} = await lastLink();
    expect(code).toMatch(/^\d{3} \d{3}$/);
    expect(await lookAtSummary(visitor(), token, null)).toEqual({kind: 'ask'});
    expect(await lookAtSummary(visitor(), token, proofOf(siteSecret, 'another'))).toEqual({kind: 'ask'});
    expect(await tryCode(visitor(), token, code)).toBe('right');
    const proof = proofOf(siteSecret, token);
    for (let turn = 0; turn < 2; turn++)
      expect(await lookAtSummary(visitor(), token, proof)).toMatchObject({kind: 'page', sheet});
    expect(await actsOf(id)).toEqual(['summary_link_opened', 'summary_link_opened']);
    const [entry] = await database.sql`
      select person_id, partner_id, staff_id, address from audit_entries where details ->> 'link' = ${id} limit 1
    `;
    expect(entry).toEqual({personId, partnerId: priya.partnerId, staffId: null, address: '192.0.2.1'});
    expect(await lookAtSummary(visitor(), 'no-such-token', proof)).toEqual({kind: 'over'});
  });

  it('ends at the fifth wrong code, also when they are tried all at once, and the page with it', async () => {
    await send(await aCall());
    const {id, token, code} = await lastLink();
    const tries = await Promise.all(Array.from({length: 12}, () => tryCode(visitor(), token, '12')));
    expect(tries.filter((outcome) => outcome === 'wrong')).toHaveLength(4);
    expect(await tryCode(visitor(), token, code)).toBe('over');
    expect(await actsOf(id)).toEqual(Array.from({length: 5}, () => 'summary_link_refused'));
    const [kept] = await database.sql`select sheet from summary_links where id = ${id}`;
    expect(kept).toEqual({sheet: null});
  });

  it('is ended by its desk and nobody else, at once', async () => {
    const callId = await aCall();
    await send(callId);
    const {id, token} = await lastLink();
    expect(await endSummaryLink(database.web, formBy(elsewhere), callId, id)).toBe(false);
    expect(await lookAtSummary(visitor(), token, proofOf(siteSecret, token))).toMatchObject({kind: 'page'});
    expect(await endSummaryLink(database.web, formBy(priya), callId, id)).toBe(true);
    expect(await lookAtSummary(visitor(), token, proofOf(siteSecret, token))).toEqual({kind: 'over'});
  });

  it('runs out by itself; housekeeping then takes the page away, and what was agreed stays', async () => {
    const callId = await aCall();
    await send(callId);
    const {id, token} = await lastLink();
    await database.sql`update summary_links set created_at = now() - interval '8 days', expires_at = now() - interval '1 second' where id = ${id}`;
    expect(await lookAtSummary(visitor(), token, proofOf(siteSecret, token))).toEqual({kind: 'over'});
    await clearAway(database.web);
    expect((await database.sql`select sheet from summary_links where id = ${id}`)[0]).toEqual({sheet: null});
    const parts = await getSummaryParts(database.web, {viewer: priya}, callId);
    expect(parts!.handovers).toHaveLength(1);
  });

  it('goes nowhere that is not safe, whoever is said to be there, and not to somebody who refuses such messages', async () => {
    const callId = await aCall();
    const unsafe = {...toWard, to: 'linkford@mail.example'};
    expect(await send(callId, unsafe)).toEqual({ok: false, reason: 'not_safe'});
    expect(await send(callId, {...toWard, way: 'text', to: '+447700900441'})).toEqual({ok: false, reason: 'not_safe'});
    expect(await send(callId, {...toWard, givenTo: 'person', way: 'text', to: '+447700900442'})).toEqual({ok: true});
    const stranger = await insertPerson(database.sql, elsewhere, {givenName: 'Nora'});
    const theirs = await aCall(elsewhere, stranger);
    expect(await send(theirs)).toEqual({ok: false, reason: 'gone'});
  });
});
