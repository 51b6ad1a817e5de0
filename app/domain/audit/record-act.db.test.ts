import {randomUUID} from 'node:crypto';
import {afterAll, beforeAll, describe, expect, it} from 'vitest';
import {within} from '../../../db/within.ts';
import {testDatabase, type TestDatabase} from '../../../test/setup/database.ts';
import {recordAct} from './record-act.server.ts';

let database: TestDatabase;
let viewer: {staffId: string; partnerId: string};
let partnershipId: string;

beforeAll(async () => {
  database = await testDatabase();
  partnershipId = randomUUID();
  viewer = {staffId: randomUUID(), partnerId: randomUUID()};
  const {sql} = database;
  await sql`insert into partnerships (id, key, name) values (${partnershipId}, 'test-shire', 'Testshire')`;
  await sql`
    insert into partners (id, partnership_id, name, kind)
    values (${viewer.partnerId}, ${partnershipId}, 'Testshire Council', 'council')
  `;
});
afterAll(() => database?.drop());

describe('an act', () => {
  it('is written with who, whom, why, from where, and what', async () => {
    const personId = randomUUID();
    const openingId = randomUUID();
    const context = {purpose: 'record' as const, viewer, openingId, address: '192.0.2.7'};
    await within(database.web, context, (tx) =>
      recordAct(tx, {action: 'record_changed', personId, details: {fields: ['language', 'phone'], version: 3}}),
    );
    const [entry] = await database.sql`
      select staff_id, partner_id, partnership_id, action, person_id, purpose, opening_id, address, details
      from audit_entries order by seq desc limit 1
    `;
    expect(entry).toEqual({
      ...viewer,
      partnershipId,
      action: 'record_changed',
      personId,
      purpose: 'record',
      openingId,
      address: '192.0.2.7',
      details: {fields: ['language', 'phone'], version: 3},
    });
  });

  it('before anyone is known is written too, without a name', async () => {
    await within(database.web, {purpose: 'sign-in'}, (tx) => recordAct(tx, {action: 'sign_in_refused'}));
    const [entry] = await database.sql`
      select action, staff_id, partner_id, address from audit_entries order by seq desc limit 1
    `;
    expect(entry).toEqual({action: 'sign_in_refused', staffId: null, partnerId: null, address: null});
  });

  it('stands in the audit in the order in which transactions are committed', async () => {
    const early = await database.web.reserve();
    await early`begin`;
    await early`select record_act('record_opened')`;
    // It does not wait for the transaction above, which has done more than this one and is not yet over.
    await within(database.web, {purpose: 'record', viewer}, (tx) => recordAct(tx, {action: 'record_closed'}));
    await early`commit`;
    early.release();
    const entries = await database.sql`select action from audit_entries order by seq desc limit 2`;
    expect(entries.map(({action}) => action)).toEqual(['record_opened', 'record_closed']);
    expect(await database.sql`select id from audit_waiting`).toHaveLength(0);
  });

  it('whose transaction fails is not written', async () => {
    const count = async () => (await database.sql<[{count: number}]>`select count from audit_head`)[0].count;
    const before = await count();
    const failing = within(database.web, {purpose: 'record', viewer}, async (tx) => {
      await recordAct(tx, {action: 'record_viewed'});
      throw new Error('the page could not be made');
    });
    await expect(failing).rejects.toThrow('the page could not be made');
    expect(await count()).toBe(before);
  });

  it('that says too much to be only ids and counts is refused', async () => {
    const details = {note: 'long '.repeat(1000)};
    const saying = within(database.web, {purpose: 'record', viewer}, (tx) =>
      recordAct(tx, {action: 'record_changed', details}),
    );
    await expect(saying).rejects.toMatchObject({code: '23514'});
  });
});

describe('what is written', () => {
  const changes = [
    `update audit_entries set action = 'sign_in' where seq = 1`,
    `delete from audit_entries where seq = 1`,
    `truncate audit_entries`,
    `update audit_head set count = 0`,
    `update audit_head set hash = sha256('other')`,
    `delete from audit_head`,
    `truncate audit_head`,
  ];

  it.each(changes)('is refused to the owner of the tables as well: %s', async (change) => {
    await expect(database.sql.unsafe(change)).rejects.toMatchObject({
      code: '42501',
      message: expect.stringContaining('only ever added to'),
    });
  });

  it.each(changes)('is refused to the web server: %s', async (change) => {
    await expect(database.web.unsafe(change)).rejects.toMatchObject({code: '42501'});
  });

  it('cannot be added to by the web server other than through its function', async () => {
    const adding = database.web`
      insert into audit_entries (seq, at, action, purpose, details, previous_hash, hash)
      values (1000, now(), 'sign_in', 'record', '{}', sha256('one'), sha256('two'))
    `;
    await expect(adding).rejects.toMatchObject({code: '42501'});
  });

  it('is seen by nobody who has said nothing', async () => {
    expect(await database.web`select seq from audit_entries`).toHaveLength(0);
  });
});
