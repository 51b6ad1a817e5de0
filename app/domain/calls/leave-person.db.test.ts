import {randomUUID} from 'node:crypto';
import {afterAll, beforeAll, describe, expect, it} from 'vitest';
import {aDraft} from '../../../test/factories/calls.ts';
import {
  insertColleague,
  insertPartnership,
  insertPerson,
  insertWellKnown,
  type Colleague,
} from '../../../test/factories/people.ts';
import {testDatabase, type TestDatabase} from '../../../test/setup/database.ts';
import {within} from '../../../db/within.ts';
import type {CallValues} from './call-fields.ts';
import {notePresence} from './draft-turns.server.ts';
import {choosePerson, openDraft, saveFields} from './drafts.server.ts';
import {followDraft} from './follow-draft.server.ts';

let database: TestDatabase;
let priya: Colleague;
let tom: Colleague;
let elsewhere: Colleague;
let personId: string;
beforeAll(async () => {
  database = await testDatabase();
  const partnership = await insertPartnership(database.sql);
  priya = await insertColleague(database.sql, partnership);
  tom = await insertColleague(database.sql, partnership, {partnerId: priya.partnerId});
  elsewhere = await insertColleague(database.sql, partnership);
  personId = await insertWellKnown(database.sql, priya, 'Quillfeather');
});
afterAll(() => database?.drop());

const fieldsOf = async (id: string) =>
  Object.fromEntries(
    (await openDraft(database.web, {viewer: priya}, id))!.fields.map(({name, value}) => [name, value]),
  );
const aCall = (values: CallValues) => aDraft(database.web, priya, values, {personId});
const leave = (id: string, viewer = priya) => choosePerson(database.web, {viewer}, id, null);

describe('“Not this person”', () => {
  it('takes their number, e-mail address and postcode out of the call, however these are written', async () => {
    const id = await aCall({
      sendTo: '07700900441',
      callBackPhone: '+44 7700 900 442',
      near: 'rg12 1jx',
      personKnown: 'identified',
      story: 'She rings about company',
    });
    expect((await leave(id))!.map(({name, value, version}) => ({name, value, version}))).toEqual(
      ['callBackPhone', 'near', 'personKnown', 'sendTo'].map((name) => ({name, value: '', version: 2})),
    );
    expect(await fieldsOf(id)).toEqual({
      sendTo: '',
      callBackPhone: '',
      near: '',
      personKnown: '',
      story: 'She rings about company',
    });
    const byMail = await aCall({sendTo: 'Quillfeather@mail.example'});
    await leave(byMail);
    expect(await fieldsOf(byMail)).toEqual({sendTo: ''});
  });

  it('leaves what was typed about somebody else', async () => {
    const typed = {sendTo: '07700 900999', callBackPhone: '01632 960001', near: 'RG12', callerPhone: '07700 900441'};
    const id = await aCall(typed);
    expect(await leave(id)).toEqual([]);
    expect(await fieldsOf(id)).toEqual(typed);
    // Nor when nobody was chosen.
    const nobody = await aDraft(database.web, priya, {sendTo: '07700 900441'});
    expect(await leave(nobody)).toEqual([]);
    expect(await fieldsOf(nobody)).toEqual({sendTo: '07700 900441'});
  });

  it('does so as well when another is chosen in their place, and not when it is they once more', async () => {
    const id = await aCall({near: 'RG12 1JX', sendTo: '07700 900442'});
    expect(await choosePerson(database.web, {viewer: tom}, id, personId)).toEqual([]);
    expect(await fieldsOf(id)).toMatchObject({near: 'RG12 1JX'});
    const other = await insertPerson(database.sql, priya, {givenName: 'Other'});
    expect((await choosePerson(database.web, {viewer: tom}, id, other))!.map(({name}) => name)).toEqual([
      'near',
      'sendTo',
    ]);
  });

  it('is news to every open page, also to that of whoever pressed it', async () => {
    const id = await aCall({near: 'RG12 1JX'});
    await notePresence(database.web, {viewer: priya}, id, null);
    const page = randomUUID();
    await saveFields(database.web, {viewer: priya}, id, page, [{name: 'sendTo', value: '07700 900441', base: 0}]);
    await leave(id, tom);
    const heard = await followDraft(database.web, {viewer: priya}, id, page, {near: 1, sendTo: 1});
    expect(heard).toMatchObject({
      ok: true,
      fields: expect.arrayContaining([
        expect.objectContaining({name: 'near', value: '', version: 2, isOwn: false}),
        expect.objectContaining({name: 'sendTo', value: '', version: 2, isOwn: false}),
      ]),
    });
  });

  it('tells nobody else what stands in a record', async () => {
    const id = await aCall({});
    const asked = (viewer: Colleague, purpose: 'desk' | 'caseload') =>
      within(
        database.web,
        {purpose, viewer},
        (tx) => tx`select theirs_in_call(${id}, array['+447700900441'], array['RG12 1JX']) as theirs`,
      );
    expect(await asked(priya, 'desk')).toEqual([{theirs: ['+447700900441', 'RG12 1JX']}]);
    expect(await asked(priya, 'caseload')).toEqual([{theirs: []}]);
    expect(await asked(elsewhere, 'desk')).toEqual([{theirs: []}]);
    expect(await choosePerson(database.web, {viewer: elsewhere}, id, null)).toBeNull();
  });
});
