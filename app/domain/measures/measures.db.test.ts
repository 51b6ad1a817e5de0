import {randomUUID} from 'node:crypto';
import {afterAll, beforeAll, describe, expect, it} from 'vitest';
import {within} from '../../../db/within.ts';
import {insertCase, insertProvider} from '../../../test/factories/cases.ts';
import {insertStaff, type TestStaff} from '../../../test/factories/staff.ts';
import {testDatabase, type TestDatabase} from '../../../test/setup/database.ts';
import type {Sender} from '../people/staff-request.ts';
import {answerAsk, askByLink, openAsk, withdrawAsk, type Asked, type NewAsk} from './ask-by-link.server.ts';
import {getCaseMeasures} from './case-measures.server.ts';
import {measuresDue} from './measures-due.server.ts';
import {recordOutcomes} from './record-outcomes.server.ts';
import {getScale} from './scales.server.ts';
import {strikeMeasure, takeMeasure, type NewMeasure} from './take-measure.server.ts';

let database: TestDatabase;
let worker: TestStaff;
let theirs: TestStaff;
beforeAll(async () => {
  database = await testDatabase();
  worker = await insertProvider(database.sql);
  theirs = await insertProvider(database.sql, {beside: worker});
});
afterAll(() => database?.drop());

const TODAY = '2026-03-02';
const formOf = (viewer: TestStaff): Sender => ({viewer, door: 'cases.measures', submission: randomUUID()});
const openedThen = {openedAt: new Date('2026-03-02T10:00:00Z'), needs: ['loneliness']};
const ons = (answers: Record<string, number>, fields: Partial<NewMeasure> = {}): NewMeasure => ({
  scale: getScale('ons4')!,
  occasion: 'start',
  takenOn: TODAY,
  how: 'worker',
  answeredBy: 'person',
  answers,
  ...fields,
});
const take = (viewer: TestStaff, caseId: string, measure: NewMeasure) =>
  takeMeasure(database.web, formOf(viewer), caseId, measure);
const seen = (viewer: TestStaff, caseId: string) => getCaseMeasures(database.web, {viewer}, caseId, TODAY);
const here = () => ({sql: database.web, address: null});

describe('a measure that a worker writes down', () => {
  it('is kept with its answers, what was left out, and the scores made of it', async () => {
    const {id} = await insertCase(database.sql, worker, openedThen);
    expect(await take(worker, id, ons({satisfied: 4, anxious: 7}))).toEqual({ok: true});
    const shown = await seen(worker, id);
    expect(shown?.header).toMatchObject({personName: 'Nell', isOwn: true});
    expect(shown?.measures).toMatchObject([
      {scale: 'ons4', takenOn: TODAY, answers: {satisfied: 4, anxious: 7}, scores: {satisfied: 4, anxious: 7}},
    ]);
    expect(shown?.due.find(({scale}) => scale === 'ons4')).toMatchObject({occasion: 'start', state: 'taken'});
    const acts = await database.sql`
      select action, details->>'scale' as scale from audit_entries where details->>'case' = ${id} order by seq
    `;
    expect(acts).toMatchObject([{action: 'measure_taken', scale: 'ons4'}, {action: 'measures_viewed'}]);
  });

  it('counts once for a form that is sent twice, and once for each occasion', async () => {
    const {id} = await insertCase(database.sql, worker, openedThen);
    const form = formOf(worker);
    const both = await Promise.all([1, 2].map(() => takeMeasure(database.web, form, id, ons({happy: 5}))));
    expect(both).toEqual([{ok: true}, {ok: true}]);
    expect(await take(worker, id, ons({happy: 6}))).toEqual({ok: false, reason: 'taken'});
    expect((await seen(worker, id))?.measures).toHaveLength(1);
  });

  it('may be struck out as a mistake, and then taken again', async () => {
    const {id} = await insertCase(database.sql, worker, openedThen);
    await take(worker, id, ons({happy: 5}));
    const [first] = (await seen(worker, id))!.measures;
    const strike = {measureId: first!.id, reason: 'That was somebody else’s paper.'};
    expect(await strikeMeasure(database.web, formOf(worker), id, strike)).toEqual({ok: true});
    expect(await strikeMeasure(database.web, formOf(worker), id, strike)).toEqual({ok: false, reason: 'gone'});
    expect(await take(worker, id, ons({happy: 6}, {how: 'paper', takenOn: '2026-02-27'}))).toEqual({ok: true});
    expect((await seen(worker, id))?.measures.map(({struckReason, takenOn}) => [struckReason, takenOn])).toEqual([
      [null, '2026-02-27'],
      [strike.reason, TODAY],
    ]);
  });

  it('is not there for another provider, nor for colleagues who walk with nobody', async () => {
    const {id} = await insertCase(database.sql, worker, openedThen);
    await take(worker, id, ons({happy: 5}));
    const analyst = await insertStaff(database.sql, worker, {roles: ['analyst', 'call_handler']});
    for (const viewer of [theirs, analyst]) {
      expect(await seen(viewer, id)).toBeNull();
      expect(await take(viewer, id, ons({happy: 1}, {occasion: 'review'}))).toEqual({ok: false, reason: 'gone'});
      for (const purpose of ['caseload', 'figures', 'desk', 'answer'] as const) {
        const rows = await within(database.web, {purpose, viewer}, (tx) => tx`select id from measures`);
        expect(rows).toHaveLength(0);
      }
    }
  });

  it('is read, and not added to, by a provider with whom the case is shared', async () => {
    const {id} = await insertCase(database.sql, worker, openedThen);
    await take(worker, id, ons({happy: 5}));
    await database.sql`
      insert into case_shares (case_id, partner_id, to_partner_id, why, shared_by)
      values (${id}, ${worker.partnerId}, ${theirs.partnerId}, 'Together', ${worker.staffId})
    `;
    expect(await seen(theirs, id)).toMatchObject({
      header: {isOwn: false, personName: null},
      measures: [{scale: 'ons4'}],
    });
    expect(await take(theirs, id, ons({happy: 1}, {occasion: 'review'}))).toEqual({ok: false, reason: 'gone'});
  });
});

describe('a link', () => {
  const ask = async (caseId: string, fields: Partial<NewAsk> = {}): Promise<Asked> =>
    askByLink(database.web, formOf(worker), caseId, {
      scales: ['ons4', 'ucla3'],
      occasion: 'start',
      sentBy: 'by_hand',
      to: null,
      siteAddress: 'https://help.example',
      siteSecret: 'a secret of forty characters, for a test',
      ...fields,
    });
  const tokenOf = (asked: Asked) => (asked.ok && asked.link ? asked.link.split('/').at(-1)! : '');
  const answer = (token: string, scale: string, answers: Record<string, number>) =>
    answerAsk(here(), token, {scale: getScale(scale)!, answers, today: TODAY});

  it('asks its scales one by one, keeps each once, and says nothing about anybody', async () => {
    const {id, personId} = await insertCase(database.sql, worker, openedThen);
    const token = tokenOf(await ask(id));
    const opened = await openAsk(here(), token);
    expect(opened).toMatchObject({scales: ['ons4', 'ucla3'], answered: []});
    expect(Object.keys(opened!).sort()).toEqual(['answered', 'expiresAt', 'scales']);
    const twice = await Promise.all([1, 2].map(() => answer(token, 'ons4', {satisfied: 3})));
    expect(twice).toEqual([true, true]);
    expect(await openAsk(here(), token)).toMatchObject({answered: ['ons4']});
    expect(await answer(token, 'pam', {})).toBe(false);
    expect(await answer(token, 'ucla3', {companionship: 3, left_out: 2, isolated: 3})).toBe(true);
    expect(await answer(token, 'ucla3', {companionship: 1, left_out: 1, isolated: 1})).toBe(false);
    expect((await seen(worker, id))?.measures).toMatchObject([
      {scale: 'ons4', how: 'link', scores: {satisfied: 3}, recordedByName: null},
      {scale: 'ucla3', how: 'link', scores: {total: 8}},
    ]);
    const [kept] = await database.sql`select encode(token_hash, 'hex') as hash from measure_asks where case_id = ${id}`;
    expect(kept!.hash).not.toContain(token);
    const acts = await database.sql`
      select person_id from audit_entries where action = 'measure_answered' and person_id = ${personId}
    `;
    expect(acts).toHaveLength(2);
  });

  it('holds no more when it has run out or was taken back, and never where nobody knows it', async () => {
    const {id} = await insertCase(database.sql, worker, openedThen);
    const token = tokenOf(await ask(id));
    await database.sql`
      update measure_asks set asked_at = now() - interval '30 days', expires_at = now() - interval '1 minute' where case_id = ${id}
    `;
    const back = tokenOf(await ask(id));
    const open = (await seen(worker, id))!.asks;
    expect(open).toHaveLength(1);
    expect(await withdrawAsk(database.web, formOf(theirs), id, open[0]!.id)).toEqual({ok: false, reason: 'gone'});
    expect(await withdrawAsk(database.web, formOf(worker), id, open[0]!.id)).toEqual({ok: true});
    for (const one of [token, back, 'guessed']) {
      expect(await openAsk(here(), one)).toBeNull();
      expect(await answer(one, 'ons4', {happy: 1})).toBe(false);
    }
  });

  it('does not write over what a worker has taken meanwhile', async () => {
    const {id} = await insertCase(database.sql, worker, openedThen);
    const token = tokenOf(await ask(id));
    await take(worker, id, ons({happy: 9}));
    expect(await openAsk(here(), token)).toMatchObject({answered: ['ons4']});
    expect(await answer(token, 'ons4', {happy: 1})).toBe(true);
    expect((await seen(worker, id))?.measures.map(({scores}) => scores)).toEqual([{happy: 9}]);
  });

  it('goes by post only where that is safe, in words that say nothing', async () => {
    const {id, personId} = await insertCase(database.sql, worker, openedThen);
    await database.sql`
      insert into person_contacts ${database.sql({personId, kind: 'mobile', value: '+447700900777', safeToText: 'no'})}
    `;
    expect(await ask(id, {sentBy: 'text', to: '+447700900777'})).toEqual({ok: false, reason: 'not_safe'});
    expect(await ask(id, {sentBy: 'email', to: 'nell@example.org'})).toEqual({ok: true, link: null});
    const messages = await database.sql`select recipient, body from messages where partner_id = ${worker.partnerId}`;
    expect(messages).toHaveLength(1);
    expect(messages[0]!.body).toContain('https://help.example/answer/');
    expect(messages[0]!.body).not.toMatch(/Nell|lonel|wellbeing/i);
  });
});

describe('what is due', () => {
  it('stands in the day of whoever walks with them, together for each occasion, and goes once it is taken', async () => {
    const own = await insertProvider(database.sql);
    const {id, reference} = await insertCase(database.sql, own, openedThen);
    const due = () =>
      within(database.web, {purpose: 'caseload', viewer: own}, (tx) => measuresDue(tx, own, '2026-03-12'));
    expect(await due()).toEqual([
      {
        caseId: id,
        reference,
        name: 'Nell',
        scales: ['swemwbs', 'ons4', 'goals', 'ucla3', 'lonely'],
        occasion: 'start',
        dueOn: '2026-03-02',
        isOverdue: true,
      },
    ]);
    await take(own, id, ons({happy: 5}));
    expect((await due())[0]!.scales).toEqual(['swemwbs', 'goals', 'ucla3', 'lonely']);
  });
});

describe('how things turned out', () => {
  it('is written down with its source, changed, and emptied again', async () => {
    const {id} = await insertCase(database.sql, worker, openedThen);
    const record = (viewer: TestStaff, times: number[]) =>
      recordOutcomes(database.web, formOf(viewer), id, {
        use: times.map((one, place) => ({
          service: 'gp',
          side: place === 0 ? 'before' : 'after',
          times: one,
          source: 'gp_record',
        })),
        domains: times.length > 0 ? [{domain: 'mood', verdict: 'improved'}] : [],
      });
    expect(await record(theirs, [1])).toEqual({ok: false, reason: 'gone'});
    expect(await record(worker, [14, 6])).toEqual({ok: true});
    expect(await seen(worker, id)).toMatchObject({
      use: [
        {service: 'gp', side: 'before', times: 14, source: 'gp_record'},
        {service: 'gp', side: 'after', times: 6},
      ],
      domains: [{domain: 'mood', verdict: 'improved'}],
    });
    await record(worker, [13]);
    expect((await seen(worker, id))?.use).toMatchObject([{times: 13}]);
    await record(worker, []);
    expect(await seen(worker, id)).toMatchObject({use: [], domains: []});
  });
});
