import express from 'express';
import {randomUUID} from 'node:crypto';
import {once} from 'node:events';
import {createServer, type Server} from 'node:http';
import type {AddressInfo} from 'node:net';
import {afterAll, beforeAll, describe, expect, it} from 'vitest';
import {formBy} from '../../test/factories/calls.ts';
import {insertPerson, inRecord} from '../../test/factories/people.ts';
import {insertPartner, insertStaff, type TestPartner, type TestStaff} from '../../test/factories/staff.ts';
import {testDatabase, type TestDatabase} from '../../test/setup/database.ts';
import {within} from '../../db/within.ts';
import {readConfig} from '../config.server.ts';
import {clearAway} from '../domain/access/housekeeping.server.ts';
import {openDraft} from '../domain/calls/drafts.server.ts';
import {refreshKeys} from '../domain/people/person-keys.server.ts';
import {currentRing, linkExtension, noteTaken, takeRing} from '../domain/telephony/rings.server.ts';
import {signEvent} from '../domain/telephony/signature.server.ts';
import {limitBody, refuseForeignChanges} from './security.ts';
import {telephonyEvents} from './telephony.ts';

const SECRET = 'a secret between two machines, for a test';
const TODAY = '2026-11-28';
let database: TestDatabase;
let server: Server;
let address: string;
let host: TestPartner;
let handler: TestStaff;
beforeAll(async () => {
  database = await testDatabase();
  host = await insertPartner(database.sql);
  handler = await aHandler('201');
  const config = readConfig({PHONE_WEBHOOK_SECRET: SECRET});
  const app = express();
  app.use(limitBody, telephonyEvents(config, {sql: database.web}));
  app.use(refuseForeignChanges, (_request, response) => void response.status(404).end());
  server = createServer(app).listen(0, '127.0.0.1');
  await once(server, 'listening');
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/telephony/events`;
});
afterAll(async () => {
  server?.close();
  await database?.drop();
});

async function aHandler(extension: string | null): Promise<TestStaff> {
  const staff = await insertStaff(database.sql, host);
  if (extension) await linkExtension(database.web, formBy(staff, 'desk.ring'), extension);
  return staff;
}

interface Sending {
  secret?: string;
  at?: number;
  signature?: string;
  to?: string;
  body?: string;
}

/** Sends an event as the telephone system does. */
function send(event: object, {secret = SECRET, at = Date.now(), signature, to = address, body}: Sending = {}) {
  const text = body ?? JSON.stringify(event);
  const timestamp = String(Math.floor(at / 1000));
  const headers = {
    'Content-Type': 'application/json',
    'Fingerpost-Timestamp': timestamp,
    'Fingerpost-Signature': signature ?? signEvent(secret, timestamp, text),
  };
  return fetch(to, {method: 'POST', headers, body: text});
}

const ringing = (more: object = {}) => ({
  id: randomUUID(),
  event: 'ringing',
  call: randomUUID(),
  extension: '201',
  from: '07700 900123',
  ...more,
});
const rings = (viewer: TestStaff) => currentRing(database.web, {viewer}, TODAY);
const countRings = async () => (await database.sql`select 1 from phone_rings`).length;

describe('an event', () => {
  it('with a good signature is taken in, without an Origin that a browser would send', async () => {
    const event = ringing();
    const answer = await send(event);
    expect(answer.status).toBe(201);
    expect(await answer.json()).toEqual({outcome: 'taken'});
    expect(await rings(handler)).toEqual({
      id: expect.any(String) as string,
      caller: '07700 900123',
      state: 'ringing',
      people: 0,
    });
    await send({...event, id: randomUUID(), event: 'ended'});
    expect(await rings(handler)).toBeNull();
  });

  it.each<[string, Sending]>([
    ['another secret', {secret: 'another secret, as long as the right one'}],
    ['no signature', {signature: ''}],
    ['a signature cut short', {signature: 'v1=00'}],
    ['a clock that is six minutes slow', {at: Date.now() - 360_000}],
    ['a clock that is six minutes fast', {at: Date.now() + 360_000}],
  ])('with %s is refused, and nothing is kept', async (_what, sending) => {
    const before = await countRings();
    expect((await send(ringing(), sending)).status).toBe(401);
    expect(await countRings()).toBe(before);
  });

  it('may come from a clock that is four minutes off', async () => {
    const event = ringing();
    expect((await send(event, {at: Date.now() - 240_000})).status).toBe(201);
    expect((await send({...event, id: randomUUID(), event: 'ended'}, {at: Date.now() + 240_000})).status).toBe(201);
  });

  it('whose body was changed on the way is refused', async () => {
    const event = ringing();
    const timestamp = String(Math.floor(Date.now() / 1000));
    const signature = signEvent(SECRET, timestamp, JSON.stringify(event));
    expect((await send(event, {signature, body: JSON.stringify({...event, extension: '999'})})).status).toBe(401);
  });

  it('sent again does nothing: not even a call that has ended rings anew', async () => {
    const event = ringing();
    await send(event);
    await send({...event, id: randomUUID(), event: 'ended'});
    const again = await send(event);
    expect([again.status, await again.json()]).toEqual([200, {outcome: 'again'}]);
    expect(await rings(handler)).toBeNull();
  });

  it('that comes after a later one does not turn it back', async () => {
    const event = ringing();
    await send({...event, event: 'ended'});
    await send({...event, id: randomUUID(), event: 'ringing'});
    expect(await rings(handler)).toBeNull();
  });

  it('that is none is refused with a word, and one that is too long or for an unknown extension does no harm', async () => {
    for (const body of ['', 'x', '[]', '{}', JSON.stringify(ringing({event: 'singing'}))]) {
      expect((await send({}, {body})).status).toBe(422);
    }
    expect((await send(ringing({from: 'x'.repeat(5000)}))).status).toBe(413);
    const nobody = await send(ringing({extension: '555'}));
    expect([nobody.status, await nobody.json()]).toEqual([200, {outcome: 'nobody'}]);
  });

  it('opens no other address: a signature is good for this one only', async () => {
    for (const path of ['/people/new', '/telephony/events/', '/Telephony/events', '/telephony/eventsX']) {
      expect((await send(ringing(), {to: address.replace('/telephony/events', path)})).status, path).toBe(403);
    }
  });

  it('does not exist where no secret is set', async () => {
    const app = express();
    const config = readConfig({});
    app.use(telephonyEvents(config, {sql: database.web}), refuseForeignChanges);
    const bare = createServer(app).listen(0, '127.0.0.1');
    await once(bare, 'listening');
    const to = `http://127.0.0.1:${(bare.address() as AddressInfo).port}/telephony/events`;
    expect((await send(ringing(), {to})).status).toBe(403);
    bare.close();
  });

  it('is taken in once each when fifty come at once, some of them twice', async () => {
    const staff = await aHandler('250');
    const events = Array.from({length: 50}, (_, turn) =>
      ringing({extension: '250', id: `burst-${turn % 40}`, call: `burst-${turn % 40}`}),
    );
    const answers = await Promise.all(events.map((event) => send(event)));
    expect(answers.filter(({status}) => status === 201)).toHaveLength(40);
    expect(answers.filter(({status}) => status === 200)).toHaveLength(10);
    const kept = await database.sql`select phone_call from phone_rings where staff_id = ${staff.staffId}`;
    expect(kept).toHaveLength(40);
  });
});

describe('the number of a caller', () => {
  it.each([
    ['+44 (0)7700 900123', '07700 900123'],
    ['00441632960001', '01632 960001'],
    ['tel:07700900123', null],
    ['<script>alert(1)</script>', null],
    ['"Nell" <07700900123>', null],
    ['', null],
    [null, null],
  ])('%j is shown as %j, and nothing else of it is kept', async (from, shown) => {
    const staff = await aHandler(randomUUID().slice(0, 8));
    const [{extension}] = await database.sql<[{extension: string}]>`
      select extension from staff_phones where staff_id = ${staff.staffId}
    `;
    expect((await send(ringing({extension, from, name: '<b>Nell</b>'}))).status).toBe(201);
    expect((await rings(staff))!.caller).toBe(shown);
    const [row] =
      await database.sql`select phone_rings::text as words from phone_rings where staff_id = ${staff.staffId}`;
    expect(row!.words).not.toMatch(/script|Nell|<|tel:/);
  });

  it('is matched with people whom the viewer may find, once, and the audit says so without the number', async () => {
    const staff = await aHandler('260');
    for (const value of ['+447700900555', '+447700900555', '+447700900556']) {
      const person = await insertPerson(database.sql, staff, {givenName: 'Nell'});
      await inRecord(database.sql, staff, person, async (tx) => {
        await tx`insert into person_contacts (person_id, kind, value) values (${person}, 'mobile', ${value})`;
        await refreshKeys(tx, person);
      });
    }
    await send(ringing({extension: '260', from: '0044 7700 900 555'}));
    expect(await rings(staff)).toMatchObject({people: 2});
    expect(await rings(staff)).toMatchObject({people: 2});
    const acts = await database.sql`
      select details from audit_entries where staff_id = ${staff.staffId} and action = 'person_searched'
    `;
    expect(acts.map(({details}) => details as unknown)).toEqual([{kinds: ['phone'], found: 2, because: 'a call rang'}]);
  });

  it('is gone after a day', async () => {
    const staff = await aHandler('270');
    await send(ringing({extension: '270'}));
    await database.sql`update phone_rings set rang_at = now() - interval '1 day' where staff_id = ${staff.staffId}`;
    await clearAway(database.web);
    expect(await database.sql`select 1 from phone_rings where staff_id = ${staff.staffId}`).toHaveLength(0);
  });

  it('is shown to whoever’s telephone rings and nobody else, of their own organisation or another', async () => {
    await send(ringing());
    const colleague = await aHandler(null);
    const stranger = await insertStaff(database.sql, await insertPartner(database.sql, {beside: host}));
    const [ring] = await database.sql<[{id: string}]>`
      select id from phone_rings where staff_id = ${handler.staffId} order by rang_at desc limit 1
    `;
    for (const viewer of [colleague, stranger]) {
      expect(await rings(viewer)).toBeNull();
      expect(await takeRing(database.web, formBy(viewer, 'desk.ring'), ring.id)).toBeNull();
      for (const purpose of ['desk', 'find-person', 'own-account'] as const) {
        const seen = await within(database.web, {purpose, viewer}, (tx) => tx`select 1 from phone_rings`);
        expect(seen, purpose).toHaveLength(0);
      }
    }
  });
});

describe('taking a call that rings', () => {
  it('begins one call with the number filled in, however often the key is pressed', async () => {
    const staff = await aHandler('280');
    await send(ringing({extension: '280', from: '01632960002'}));
    const ring = (await rings(staff))!;
    const form = {...formBy(staff, 'desk.ring'), submission: ring.id};
    const calls = await Promise.all([1, 2, 3].map(() => takeRing(database.web, form, ring.id)));
    expect(new Set(calls.map((call) => call!.id)).size).toBe(1);
    const draft = await openDraft(database.web, {viewer: staff}, calls[0]!.id);
    expect(draft!.fields.map(({name, value}) => [name, value])).toEqual([['callerPhone', '01632 960002']]);
    expect(await rings(staff)).toBeNull();
  });

  it('into a call that is open only takes the notice away', async () => {
    const staff = await aHandler('281');
    await send(ringing({extension: '281'}));
    await noteTaken(database.web, {viewer: staff}, (await rings(staff))!.id);
    expect(await rings(staff)).toBeNull();
    expect(await database.sql`select 1 from call_drafts where opened_by = ${staff.staffId}`).toHaveLength(0);
  });
});

describe('an extension', () => {
  it('belongs to one person; somebody else’s is not written over, and one’s own stays as it was', async () => {
    const staff = await aHandler('290');
    expect(await linkExtension(database.web, formBy(staff, 'desk.ring'), '201')).toEqual({ok: false, reason: 'taken'});
    await send(ringing({extension: '290'}));
    expect(await rings(staff)).not.toBeNull();
    expect(await linkExtension(database.web, formBy(staff, 'desk.ring'), null)).toEqual({ok: true});
    expect(await (await send(ringing({extension: '290'}))).json()).toEqual({outcome: 'nobody'});
  });

  it('of somebody who has left may be taken over, and rings nowhere until then', async () => {
    const left = await aHandler('291');
    await database.sql`update staff set disabled_at = now() where id = ${left.staffId}`;
    expect(await (await send(ringing({extension: '291'}))).json()).toEqual({outcome: 'nobody'});
    const staff = await aHandler(null);
    expect(await linkExtension(database.web, formBy(staff, 'desk.ring'), '291')).toEqual({ok: true});
  });

  it('cannot be linked at another organisation: who rings the desk is not for them', async () => {
    const guest = await insertStaff(database.sql, await insertPartner(database.sql, {beside: host}));
    expect(await linkExtension(database.web, formBy(guest, 'desk.ring'), '300')).toEqual({
      ok: false,
      reason: 'not_host',
    });
    const forced = within(
      database.web,
      {purpose: 'own-account', viewer: guest},
      (tx) =>
        tx`insert into staff_phones (staff_id, partner_id, extension) values (${guest.staffId}, ${guest.partnerId}, '300')`,
    );
    await expect(forced).rejects.toMatchObject({code: '42501'});
  });
});
