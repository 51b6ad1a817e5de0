/** Far too many forms: whoever sends them is asked to wait, and nobody else is. */
import {randomUUID} from 'node:crypto';
import {afterAll, beforeAll, expect, it} from 'vitest';
import {insertPartner, insertStaff} from '../factories/staff.ts';
import {testDatabase, type TestDatabase} from '../setup/database.ts';
import {testSite, type Site} from './site.ts';

let database: TestDatabase;
let site: Site;
beforeAll(async () => {
  database = await testDatabase({demo: true});
  site = await testSite(database);
}, 120_000);
afterAll(async () => {
  await site?.close();
  await database?.drop();
});

async function statuses(times: number, ask: (number: number) => Promise<Response>): Promise<number[]> {
  const seen: number[] = [];
  for (let from = 0; from < times; from += 10) {
    const answers = await Promise.all(Array.from({length: Math.min(10, times - from)}, (_, turn) => ask(from + turn)));
    for (const answer of answers) {
      await answer.arrayBuffer();
      seen.push(answer.status);
    }
  }
  return seen;
}

it(
  'of one account: the forms after 240 in a minute wait, what was typed is kept, and others go on',
  {timeout: 120_000},
  async () => {
    const partner = await insertPartner(database.sql);
    const [busy, colleague] = [await insertStaff(database.sql, partner), await insertStaff(database.sql, partner)];
    const token = await site.signIn(busy.staffId);
    // A form that is refused for what is in it counts as well, and writes nothing.
    const send = () => site.ask('/people/new', {method: 'POST', token, form: {birthDate: '31/2/1950'}});
    expect(new Set(await statuses(240, send))).toEqual(new Set([422]));

    const form = {givenName: 'Typed', familyName: 'Before'};
    const refused = await site.ask('/people/new', {method: 'POST', token, form});
    expect(refused.status).toBe(429);
    const page = await refused.text();
    expect(page).toContain('That was too much at once');
    expect(page).not.toContain('Typed');
    const cookie = /__Host-held=[\w-]{43}/.exec(refused.headers.get('set-cookie') ?? '')![0];
    const again = await fetch(`${site.address}/people/new`, {
      headers: {cookie: `__Host-fingerpost=${token}; ${cookie}`},
    });
    expect(await again.text()).toContain('value="Typed"');

    // A page of a call that keeps what is typed is no form: it is never in the way of one, nor a form of it.
    const kept = await fetch(`${site.address}/desk/calls/${randomUUID()}/fields`, {
      method: 'POST',
      headers: {
        cookie: `__Host-fingerpost=${token}`,
        'sec-fetch-site': 'same-origin',
        'content-type': 'application/json',
      },
      body: JSON.stringify({page: randomUUID(), changes: [{name: 'story', value: 'Typed on', base: 0}]}),
    });
    expect([kept.status, await kept.json()]).toEqual([200, {ok: false, reason: 'gone'}]);

    const other = await site.ask('/people/new', {method: 'POST', staffId: colleague.staffId, form: {birthDate: 'x'}});
    expect(other.status, 'a colleague behind the same address').toBe(422);
  },
);

it(
  'of one address: reports about listings after 120 in ten minutes wait, with what was written',
  {timeout: 120_000},
  async () => {
    const [listing] = await database.sql<[{slug: string}]>`select slug from listings order by slug limit 1`;
    const send = (id = randomUUID() as string) =>
      site.ask(`/services/${listing.slug}/report`, {
        method: 'POST',
        form: {id, problem: 'closed', message: 'The door was shut on Monday'},
      });
    expect(new Set(await statuses(120, () => send()))).toEqual(new Set([303]));
    const refused = await send();
    expect(refused.status).toBe(429);
    expect(await refused.text()).toContain('The door was shut on Monday');
    const [{count}] = await database.sql<[{count: number}]>`select count(*)::integer as count from listing_reports`;
    expect(count).toBe(120);
  },
);

it(
  'of one account: the pages after 300 that are not theirs are refused without being written down one by one',
  {timeout: 120_000},
  async () => {
    const analyst = await insertStaff(database.sql, await insertPartner(database.sql), {roles: ['analyst']});
    const token = await site.signIn(analyst.staffId);
    const look = () => site.ask('/people', {token});
    expect(new Set(await statuses(300, look))).toEqual(new Set([403]));
    const refused = await look();
    expect(refused.status).toBe(429);
    expect(await refused.text()).toContain('That was too much at once');
    expect((await site.ask('/staff', {token})).status, 'their own pages').toBe(200);
    const [{count}] = await database.sql<[{count: number}]>`
    select count(*)::integer as count from audit_entries where action = 'access_refused' and staff_id = ${analyst.staffId}
  `;
    expect(count).toBe(300);
  },
);

it(
  'of one account: searches of the whole area after 20 in a minute wait, with what was typed',
  {timeout: 120_000},
  async () => {
    const {staffId} = await insertStaff(database.sql, await insertPartner(database.sql));
    const token = await site.signIn(staffId);
    const form = {reason: 'She collapsed at the bus stop and cannot speak', words: 'Ottoline'};
    const look = () => site.ask('/people-emergency', {method: 'POST', token, form});
    expect(new Set(await statuses(20, look))).toEqual(new Set([200]));
    const refused = await look();
    expect(refused.status).toBe(429);
    const page = await refused.text();
    expect(page).toContain('You have searched very often');
    expect(page).toContain('She collapsed at the bus stop');
    expect((await site.ask('/people', {method: 'POST', token, form})).status, 'an ordinary search').toBe(200);
  },
);

it(
  'of one address: requests for a new password after 60 in ten minutes wait, and signing in goes on',
  {timeout: 120_000},
  async () => {
    const ask = (email: string) => site.ask('/forgotten-password', {method: 'POST', form: {email}});
    expect(new Set(await statuses(60, (number) => ask(`nobody${number}@staff.example`)))).toEqual(new Set([200]));
    const refused = await ask('typed@staff.example');
    expect(refused.status).toBe(429);
    const page = await refused.text();
    expect(page).toContain('Too many tries from this place');
    expect(page).toContain('typed@staff.example');
    const form = {email: 'nobody@staff.example', password: 'not the password'};
    expect((await site.ask('/sign-in', {method: 'POST', form})).status).toBe(401);
  },
);

it(
  'of one address: suggestions after 1,200 in ten minutes are none, and searching goes on',
  {timeout: 120_000},
  async () => {
    const suggest = () => site.ask('/suggest?q=t');
    expect(new Set(await statuses(1200, suggest))).toEqual(new Set([200]));
    const refused = await suggest();
    expect([refused.status, await refused.json()]).toEqual([429, []]);
    expect((await site.ask('/search?q=tea')).status).toBe(200);
  },
);
