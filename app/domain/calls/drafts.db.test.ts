import {randomUUID} from 'node:crypto';
import {afterAll, beforeAll, describe, expect, it} from 'vitest';
import {aDraft, formBy} from '../../../test/factories/calls.ts';
import {testDatabase, type TestDatabase} from '../../../test/setup/database.ts';
import {insertColleague, insertPartnership, insertPerson, type Colleague} from '../../../test/factories/people.ts';
import {choosePerson, listDrafts, openDraft, putAside, saveFields, startCall} from './drafts.server.ts';
import {notePresence, turnTimer} from './draft-turns.server.ts';

let database: TestDatabase;
let priya: Colleague;
let tom: Colleague;
let elsewhere: Colleague;
beforeAll(async () => {
  database = await testDatabase();
  const partnership = await insertPartnership(database.sql);
  priya = await insertColleague(database.sql, partnership);
  tom = await insertColleague(database.sql, partnership, {partnerId: priya.partnerId});
  elsewhere = await insertColleague(database.sql, partnership);
});
afterAll(() => database?.drop());

const fieldsOf = async (id: string, viewer = priya) =>
  Object.fromEntries((await openDraft(database.web, {viewer}, id))!.fields.map(({name, value}) => [name, value]));

describe('a call that is being taken', () => {
  it('is one, however often its beginning is sent', async () => {
    const form = formBy(priya);
    const begun = await Promise.all(Array.from({length: 5}, () => startCall(database.web, form, 'phone')));
    expect(new Set(begun.map(({id}) => id)).size).toBe(1);
    expect(begun[0]!.reference).toMatch(/^C-[0-9A-Z]{3}-[0-9A-Z]{4}$/);
  });

  it('has an id after those of earlier ones, so that the newest stand together in every index', async () => {
    const made: string[] = [];
    for (let call = 0; call < 20; call++) {
      const [row] = await database.sql<[{id: string}]>`
        select uuid_in_order() as id, pg_sleep(0.002)
      `;
      made.push(row.id);
    }
    expect(made).toEqual(made.toSorted());
    for (const id of made) expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(parseInt(made[0]!.replaceAll('-', '').slice(0, 12), 16)).toBeLessThanOrEqual(Date.now());
  });

  it('keeps what is typed, field by field, and gives it back on any machine', async () => {
    const id = await aDraft(database.web, priya, {story: 'Fell in the kitchen', callerKind: 'carer'});
    expect(await fieldsOf(id, tom)).toEqual({story: 'Fell in the kitchen', callerKind: 'carer'});
  });

  it('follows on from what the same page sent before, also when that page never heard an answer', async () => {
    const id = await aDraft(database.web, priya);
    const page = randomUUID();
    const send = (value: string) =>
      saveFields(database.web, {viewer: priya}, id, page, [{name: 'story', value, base: 0}]);
    await send('Fell');
    expect(await send('Fell in the kitchen')).toMatchObject({
      ok: true,
      conflicts: [],
      saved: [{name: 'story', version: 2}],
    });
    expect(await fieldsOf(id)).toEqual({story: 'Fell in the kitchen'});
  });

  it('never writes over what somebody else typed meanwhile: both versions are there', async () => {
    const id = await aDraft(database.web, priya, {story: 'Fell'});
    const change = (value: string) => [{name: 'story', value, base: 1}];
    await saveFields(database.web, {viewer: priya}, id, randomUUID(), change('Fell in the kitchen'));
    const second = await saveFields(database.web, {viewer: tom}, id, randomUUID(), change('Fell on the stairs'));
    expect(second).toMatchObject({
      ok: true,
      saved: [],
      conflicts: [{name: 'story', value: 'Fell in the kitchen', version: 2}],
    });
    const joined = await saveFields(database.web, {viewer: tom}, id, randomUUID(), [
      {name: 'story', value: 'Fell in the kitchen, then on the stairs', base: 2},
    ]);
    expect(joined).toMatchObject({ok: true, conflicts: []});
  });

  it('takes the same words from two people as agreement', async () => {
    const id = await aDraft(database.web, priya, {domain: 'health'});
    const same = [{name: 'domain', value: 'health', base: 0}];
    expect(await saveFields(database.web, {viewer: tom}, id, randomUUID(), same)).toMatchObject({
      ok: true,
      conflicts: [],
    });
  });

  it('loses nothing when fifty pages change fifty fields and one field at once', async () => {
    const id = await aDraft(database.web, priya);
    const answers = await Promise.all(
      Array.from({length: 50}, (_, turn) =>
        saveFields(database.web, {viewer: turn % 2 ? priya : tom}, id, randomUUID(), [
          {name: `guide.g${turn}`, value: String(turn), base: 0},
          {name: 'story', value: `version ${turn}`, base: 0},
        ]),
      ),
    );
    const fields = await fieldsOf(id);
    expect(Object.keys(fields)).toHaveLength(51);
    const losers = answers.filter((answer) => answer.ok && answer.conflicts.length === 1);
    expect(losers).toHaveLength(49);
    for (const loser of losers) expect(loser).toMatchObject({conflicts: [{name: 'story', value: fields.story}]});
  });

  it('is nobody’s business elsewhere: not to open, change, list, be present in or throw away', async () => {
    const id = await aDraft(database.web, priya, {story: 'Fell'});
    const change = [{name: 'story', value: 'x', base: 1}];
    expect(await openDraft(database.web, {viewer: elsewhere}, id)).toBeNull();
    expect(await saveFields(database.web, {viewer: elsewhere}, id, randomUUID(), change)).toEqual({
      ok: false,
      reason: 'gone',
    });
    expect((await listDrafts(database.web, {viewer: elsewhere}, {whose: 'all'})).total).toBe(0);
    expect(await notePresence(database.web, {viewer: elsewhere}, id, 'story')).toEqual([]);
    expect(await putAside(database.web, formBy(elsewhere), id)).toBe(false);
    expect(await notePresence(database.web, {viewer: priya}, id, 'story')).toEqual([]);
    expect(await fieldsOf(id)).toEqual({story: 'Fell'});
  });

  it('says who else is in it, and where', async () => {
    const id = await aDraft(database.web, priya);
    await notePresence(database.web, {viewer: priya}, id, 'story');
    const seen = await notePresence(database.web, {viewer: tom}, id, null);
    expect(seen).toEqual([{staffId: priya.staffId, name: 'Sam Example', field: 'story'}]);
  });

  it('counts the time on hold once, however often hold and resume are pressed', async () => {
    const id = await aDraft(database.web, priya);
    for (const turn of ['hold', 'hold'] as const) await turnTimer(database.web, {viewer: priya}, id, turn);
    await database.sql`update call_drafts set held_since = held_since - interval '90 seconds' where id = ${id}`;
    for (const turn of ['resume', 'resume', 'hang_up', 'hold'] as const)
      await turnTimer(database.web, {viewer: priya}, id, turn);
    const draft = await openDraft(database.web, {viewer: priya}, id);
    expect(draft!.heldSeconds).toBe(90);
    expect(draft!.heldSince).toBeNull();
    expect(draft!.talkEndedAt).not.toBeNull();
  });

  it('is about somebody near the desk only', async () => {
    const id = await aDraft(database.web, priya);
    const near = await insertPerson(database.sql, priya, {givenName: 'Nell'});
    const far = await insertPerson(database.sql, elsewhere, {givenName: 'Nora'});
    expect(await choosePerson(database.web, {viewer: priya}, id, far)).toBe(false);
    expect(await choosePerson(database.web, {viewer: priya}, id, near)).toBe(true);
    expect((await openDraft(database.web, {viewer: tom}, id))!.personId).toBe(near);
  });
});
