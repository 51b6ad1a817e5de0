import {afterAll, beforeAll, describe, expect, it} from 'vitest';
import {margaret, recordsToJoin} from '../../../test/factories/joined-records.ts';
import type {Colleague} from '../../../test/factories/people.ts';
import {testDatabase, type TestDatabase} from '../../../test/setup/database.ts';
import {recordConsent} from './consents.server.ts';
import {findPeople} from './find-people.server.ts';
import {getOtherRecord, mergePeople} from './merge-people.server.ts';

const TODAY = '2026-11-22';
let database: TestDatabase;
let records: Awaited<ReturnType<typeof recordsToJoin>>;
beforeAll(async () => {
  database = await testDatabase();
  records = await recordsToJoin(database);
});
afterAll(() => database?.drop());

const ids = async (typed: string, viewer = records.ours) =>
  (await findPeople(database.web, typed, 1, {viewer, today: TODAY})).people.map(({id}) => id);

describe('two records of one person', () => {
  it('become one: its page shows the facts of both, and it is found by either', async () => {
    const [one, other] = [
      await records.add({...margaret, phone: '07700 900001'}),
      await records.add({...margaret, givenName: 'Peggy', phone: '07700 900002'}),
    ];
    expect(await records.merge(one, other)).toEqual({ok: true, merged: other});
    const seen = await records.record(one);
    expect(seen!.rows.contacts!.map(({values}) => values.value).sort()).toEqual(['+447700900001', '+447700900002']);
    expect(seen!.members).toMatchObject([{id: other, givenName: 'Peggy'}]);
    expect(await ids('07700 900002')).toEqual([one]);
    expect(await ids('margaret sample 07700900002')).toEqual([one]);
    expect(await records.record(other)).toBeNull();
  });

  it('sent five times are joined once', async () => {
    const [one, other] = [await records.add(margaret), await records.add(margaret)];
    const form = await records.editorOf(one);
    const fields = {reference: await records.referenceOf(other), why: 'The same', confirmed: false};
    const outcomes = await Promise.all([1, 2, 3, 4, 5].map(() => mergePeople(database.web, form, one, fields)));
    expect(outcomes).toEqual(Array(5).fill({ok: true, merged: other}));
    expect(await database.sql`select 1 from merges where person_id = ${other}`).toHaveLength(1);
  });

  it('are not joined into each other, nor one into itself', async () => {
    const [one, other] = [await records.add(margaret), await records.add(margaret)];
    const [there, back] = await Promise.all([records.merge(one, other), records.merge(other, one)]);
    expect([there.ok, back.ok].filter(Boolean)).toHaveLength(1);
    const loops = await database.sql`select 1 from people where id in (${one}, ${other}) and merged_into is not null`;
    expect(loops).toHaveLength(1);
    const lonely = await records.add(margaret);
    expect(await records.merge(lonely, lonely)).toEqual({ok: false, reason: 'not_found'});
  });
});

describe('what speaks for one person', () => {
  it.each<[string, Record<string, string>, Record<string, string>]>([
    [
      'a telephone number',
      {givenName: 'Anne', familyName: 'Sample', phone: '01632 960100'},
      {givenName: 'Zack', familyName: 'Other', phone: '01632 960100'},
    ],
    [
      'an e-mail address',
      {givenName: 'Anne', familyName: 'Sample', email: 'us@home.example'},
      {givenName: 'Zack', familyName: 'Other', email: 'us@home.example'},
    ],
    [
      'both of them and the postcode',
      {givenName: 'Anne', familyName: 'Sample', phone: '01632 960100', email: 'us@home.example', postcode: 'RG12 1JX'},
      {givenName: 'Zack', familyName: 'Sample', phone: '01632 960100', email: 'us@home.example', postcode: 'RG12 1JX'},
    ],
    ['a birth date', {givenName: 'Anne', birthDate: '1/2/1950'}, {givenName: 'Zack', birthDate: '1/2/1950'}],
    ['a name', {givenName: 'Anne', familyName: 'Sample'}, {givenName: 'Anne', familyName: 'Sample'}],
  ])('is not %s alone', async (_what, one, other) => {
    const [kept, second] = [await records.add(one), await records.add(other)];
    expect(await records.merge(kept, second, {confirmed: true})).toEqual({ok: false, reason: 'evidence'});
    expect(await database.sql`select 1 from people where id = ${second} and merged_into is not null`).toHaveLength(0);
  });

  it('is never two NHS numbers that differ', async () => {
    const [one, other] = [
      await records.add({...margaret, nhsNumber: '9990000018'}),
      await records.add({...margaret, nhsNumber: '9990000026'}),
    ];
    expect(
      await getOtherRecord(database.web, {viewer: records.ours}, one, await records.referenceOf(other)),
    ).toMatchObject({
      verdict: 'never',
    });
    expect(await records.merge(one, other, {confirmed: true})).toEqual({ok: false, reason: 'evidence'});
  });

  it('is the same NHS number, or someone who knows where one has no name', async () => {
    const [one, other] = [
      await records.add({givenName: 'Anne', nhsNumber: '9990000034'}),
      await records.add({givenName: 'Nan', nhsNumber: '9990000034'}),
    ];
    expect((await records.merge(one, other)).ok).toBe(true);
    const nameless = await records.add({phone: '01632 960101'});
    expect(await records.merge(one, nameless)).toEqual({ok: false, reason: 'confirm'});
    expect((await records.merge(one, nameless, {confirmed: true})).ok).toBe(true);
  });
});

describe('records of two organisations', () => {
  const share = async (id: string, keeper: Colleague, to: Colleague, decision: 'given' | 'withdrawn' = 'given') =>
    recordConsent(database.web, await records.editorOf(id, keeper), id, {
      kind: 'share_with_partner',
      partnerId: to.partnerId,
      organisation: null,
      decision,
      decidedOn: TODAY,
      decidedBy: 'person',
      decidedByName: null,
      how: 'spoken',
      note: null,
    });

  it('are joined only where each may come near the other’s', async () => {
    const [one, other] = [await records.add(margaret, records.ours), await records.add(margaret, records.theirs)];
    expect(await records.merge(one, other)).toEqual({ok: false, reason: 'not_found'});
    await share(other, records.theirs, records.ours);
    expect(await records.merge(one, other)).toEqual({ok: false, reason: 'not_shared'});
    await share(one, records.ours, records.theirs);
    expect((await records.merge(one, other)).ok).toBe(true);
    expect(await ids('margaret sample', records.theirs)).toEqual([one]);

    // The person takes it back: each keeper is left with what they wrote down themselves, and with nothing else.
    await share(one, records.ours, records.theirs, 'withdrawn');
    await share(one, records.ours, records.ours, 'withdrawn');
    expect(await ids('margaret sample', records.theirs)).toEqual([other]);
    await records.editorOf(other, records.theirs);
    expect((await records.record(other, records.theirs))!.members).toEqual([]);
    expect(await ids('margaret sample')).not.toContain(other);
  });
});
