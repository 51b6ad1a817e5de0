/** Every route, with every method, as every role: what the site does must be what the table of doors says. */
import type {ServerBuild} from '@remix-run/node';
import {randomUUID} from 'node:crypto';
import {readFileSync} from 'node:fs';
import {resolve} from 'node:path';
import {gzipSync} from 'node:zlib';
import {afterAll, beforeAll, describe, expect, it} from 'vitest';
import {insertPerson} from '../factories/people.ts';
import {doors, mayPass, type DoorName} from '../../app/domain/access/doors.ts';
import {roleNames, type Role} from '../../app/domain/access/roles.ts';
import {doorOf, guardRoutes} from '../../app/server/guard-routes.ts';
import {insertPartner, insertStaff} from '../factories/staff.ts';
import {testDatabase, type TestDatabase} from '../setup/database.ts';
import {testSite, type Site} from './site.ts';

interface Address {
  id: string;
  path: string;
  door: DoorName;
  hasAction: boolean;
  hasLoader: boolean;
}

type Module = {handle?: unknown; loader?: unknown; action?: unknown};

let database: TestDatabase;
let site: Site;
let addresses: Address[];
const staff = new Map<Role, string>();
beforeAll(async () => {
  database = await testDatabase({demo: true, connections: 2});
  site = await testSite(database);
  addresses = addressesOf(site.build);
  const partner = await insertPartner(database.sql, {name: 'One of each'});
  for (const role of roleNames) staff.set(role, (await insertStaff(database.sql, partner, {roles: [role]})).staffId);
}, 120_000);
afterAll(async () => {
  await site?.close();
  await database?.drop();
});

const anAnalyst = async () =>
  (await insertStaff(database.sql, await insertPartner(database.sql), {roles: ['analyst']})).staffId;

/** Every route that has an address, with something in place of its parameters. */
function addressesOf(build: ServerBuild): Address[] {
  const pathOf = (id: string): string => {
    const route = build.routes[id];
    if (!route || id === 'root') return '';
    return `${pathOf(route.parentId ?? 'root')}${route.path ? `/${route.path}` : ''}`;
  };
  return Object.entries(build.routes).flatMap(([id, route]) => {
    if (!route || id === 'root' || (!route.path && !route.index)) return [];
    const module = route.module as Module;
    const path = pathOf(id).replace('*', 'nowhere').replaceAll(/:\w+/g, randomUUID()) || '/';
    return [{id, path, door: doorOf(id, module), hasAction: Boolean(module.action), hasLoader: Boolean(module.loader)}];
  });
}

/** What somebody met: let in (whatever the page then said), sent to sign in, or refused. */
async function met(path: string, method: string, token: string | undefined) {
  const answer = await site.ask(path, {method, token});
  await answer.arrayBuffer();
  if (answer.status >= 500) return `error ${answer.status}`;
  if (answer.status === 403) return 'no';
  // The pages of signing in send each other about; anywhere else it means that somebody must sign in first.
  const isSentAway = answer.headers.get('location')?.startsWith('/sign-in?next=') ?? false;
  if (isSentAway && !path.startsWith('/sign-in')) return 'sign-in';
  return 'yes';
}

describe('every route', () => {
  it('names a door of the table, and the table has no door that leads nowhere', () => {
    expect(addresses.length).toBeGreaterThan(25);
    const named = new Set<string>(addresses.map(({door}) => door));
    expect(Object.keys(doors).filter((door) => !named.has(door))).toEqual([]);
  });

  it('without a door stops the start', () => {
    const [id] = addresses.map((address) => address.id);
    const route = site.build.routes[id ?? '']!;
    const careless = {
      ...site.build,
      routes: {...site.build.routes, [id ?? '']: {...route, module: {...route.module, handle: {}}}},
    };
    expect(() => guardRoutes(careless as ServerBuild)).toThrow(/names no door/);
  });

  it('that is not for everyone can be watched: it has a loader', () => {
    expect(addresses.filter(({door, hasLoader}) => door !== 'directory' && !hasLoader)).toEqual([]);
  });
});

describe('the list of pages that public pages are sent', () => {
  it('holds those that are for everyone, all of them and no other', async () => {
    const list = site.build.assets.url.replace('/manifest-', '/public-manifest-');
    const script = await (await site.ask(list)).text();
    const {routes} = JSON.parse(script.slice(script.indexOf('{'), -1)) as {routes: Record<string, unknown>};
    const forEveryone = addresses.filter(({door}) => door === 'directory').map(({id}) => id);
    expect(Object.keys(routes).sort()).toEqual(['root', ...forEveryone].sort());
  });
});

describe('the scripts of public pages', () => {
  const BUDGET = 95_000;
  /** What is behind private links. */
  const PRIVATE: string[] = ['answer', 'summary.private'];

  it('hold no code that only the staff side needs, and stay light, page by page', () => {
    const {entry, routes, url} = site.build.assets;
    const weigh = (path: string) => {
      const file = resolve(import.meta.dirname, `../../build/client${path}`);
      return gzipSync(readFileSync(file), {level: 9}).length;
    };
    const scriptsOf = (id: string | undefined): string[] => {
      const route = id === undefined ? undefined : routes[id];
      return route ? [route.module, ...(route.imports ?? []), ...scriptsOf(route.parentId)] : [];
    };
    const open = addresses.filter(({door}) => ['directory', 'refer', ...PRIVATE].includes(door));
    const pages = open.filter(({id}) => site.build.routes[id]?.module.default);
    const heavy = pages.flatMap(({id, path, door}) => {
      const list = url.replace('/manifest-', door === 'refer' ? '/refer-side-manifest-' : '/public-manifest-');
      const scripts = [...new Set([list, entry.module, ...entry.imports, ...scriptsOf(id)])];
      const bytes = scripts.reduce((sum, script) => sum + weigh(script), 0);
      // Behind a private link no script is sent: what its page would need must be light all the same, but no part of a budget.
      return (bytes > BUDGET && !PRIVATE.includes(door)) || scripts.some((script) => script.includes('/staff-'))
        ? [`${path}: ${bytes}`]
        : [];
    });
    expect(pages.length).toBeGreaterThan(15);
    expect(heavy).toEqual([]);
  });
});

describe.each([null, ...roleNames])('as %s', (role) => {
  it('each page and each form is open or closed as the table says', {timeout: 120_000}, async () => {
    const viewer = role && {roles: [role]};
    const signIn = async () => (role ? site.signIn(staff.get(role)!) : undefined);
    let token = await signIn();
    const wrong: string[] = [];
    for (const {path, door, hasAction, hasLoader} of addresses) {
      for (const method of ['GET', 'POST']) {
        if (method === 'POST' && !hasAction) continue;
        if (method === 'GET' && !hasLoader) continue;
        const said = mayPass(door, method, viewer);
        const was = await met(path, method, token);
        // A form that was let in may have signed them out.
        if (method === 'POST' && was !== 'no') token = await signIn();
        if (said !== was) wrong.push(`${method} ${path} (${door}): the table says ${said}, the site ${was}`);
      }
    }
    expect(wrong).toEqual([]);
  });
});

describe('another way to the same door', () => {
  /** Ways by which Remix can be brought to run a loader or an action. */
  const ways = (path: string, id: string) => [
    `${path}/`,
    path.replace('/', '//'),
    `${path.toUpperCase()}`,
    `${path}.data`,
    `${path}.data?_routes=${encodeURIComponent(id)}`,
    `${path}?_data=${encodeURIComponent(id)}`,
    `${path}?index`,
    `/${encodeURIComponent(path.slice(1, 2))}${path.slice(2)}`,
  ];

  it('is closed too', {timeout: 600_000}, async () => {
    const open: string[] = [];
    for (const {path, door, id, hasAction} of addresses) {
      // Somebody new each time, who is not asked to wait after very many refusals.
      const analyst = await site.signIn(await anAnalyst());
      for (const method of hasAction ? ['GET', 'POST'] : ['GET']) {
        for (const token of [undefined, analyst]) {
          if (mayPass(door, method, token ? {roles: ['analyst']} : null) === 'yes') continue;
          // All at once, as a refusal changes nothing that another would meet.
          const tries = ways(path, id).map(async (way) => {
            const answer = await site.ask(way, {method, token});
            const text = await answer.text();
            // As data a refusal comes as 202 (a redirect) or with its own status, never as 200 with something in it.
            const isClosed = answer.status !== 200 || text.includes('SingleFetchRedirect');
            if (!isClosed) open.push(`${method} ${way}: ${answer.status}`);
          });
          await Promise.all(tries);
        }
      }
    }
    expect(open).toEqual([]);
  });
});

describe('one person', () => {
  /** The addresses of one person's record, and of the checks of who looked at it. */
  const addressesFor = (personId: string, prefix: string) =>
    addresses
      .filter(({id}) => id.startsWith(`routes/${prefix}`) && site.build.routes[id]?.path?.includes(':id'))
      .map((address) => ({
        ...address,
        path: `/${site.build.routes[address.id]?.path}`.replace(':id', personId).replace(':section', 'contacts'),
      }));

  /** What an answer tells, whatever the person's number is. */
  const told = async (path: string, method: string, staffId: string, personId: string) => {
    const answer = await site.ask(path, {method, staffId});
    const text = (await answer.text()).replaceAll(/nonce="[^"]*"|[\w-]{36}/g, '');
    const body = answer.headers.get('content-type')?.includes('html') ? /<main[^]*<\/main>/.exec(text)?.[0] : text;
    return {status: answer.status, location: answer.headers.get('location')?.replaceAll(personId, '…'), body};
  };

  it.each(['call_handler', 'practitioner', 'link_worker', 'team_lead', 'records_officer'] as const)(
    'is there for a %s of the organisation that keeps the record and of one it is shared with; for any other, as if there were no such person',
    {timeout: 120_000},
    async (role) => {
      const {sql} = database;
      const host = await insertPartner(sql, {name: 'Keeper'});
      const shared = await insertPartner(sql, {name: 'Shared', beside: host});
      const other = await insertPartner(sql, {name: 'Other', beside: host});
      const [insider, friend, outsider] = await Promise.all(
        [host, shared, other].map((partner) => insertStaff(sql, partner, {roles: [role]})),
      );
      const personId = await insertPerson(sql, insider!, {knownAs: 'Testy'});
      await sql`insert into person_access (person_id, partner_id, because) values (${personId}, ${shared.partnerId}, 'consent')`;
      const nobody = randomUUID();
      const isOfficer = role === 'records_officer';
      const prefix = isOfficer ? 'records.people' : 'people.';
      const there = addressesFor(personId, prefix);
      expect(there.length).toBeGreaterThan(1);
      for (const [place, {path, hasAction}] of there.entries()) {
        for (const method of hasAction ? ['GET', 'POST'] : ['GET']) {
          const without = addressesFor(nobody, prefix)[place]!.path;
          const met = await told(path, method, outsider!.staffId, personId);
          expect(met.status, path).toBeLessThan(500);
          expect(met, `${method} ${path}`).toEqual(await told(without, method, outsider!.staffId, nobody));
        }
      }
      const open = isOfficer ? `/records/people/${personId}` : `/people/${personId}/open`;
      for (const {staffId} of [insider!, friend!]) {
        const seen = await told(open, 'GET', staffId, personId);
        expect(seen.status).toBe(200);
        if (!isOfficer) expect(seen.body).toContain('Testy');
      }
    },
  );
});

describe('a refusal', () => {
  it('is written into the audit, with the door and nothing of the request', async () => {
    const staffId = await anAnalyst();
    await site.ask('/admin/staff', {staffId});
    const [entry] = await database.sql`
      select action, details from audit_entries where staff_id = ${staffId} order by seq desc limit 1
    `;
    expect(entry).toMatchObject({action: 'access_refused', details: {door: 'admin.staff'}});
  });

  it('keeps what was typed until its owner has signed in again, but never a password', async () => {
    await database.sql`delete from held_forms`;
    const typed = {name: 'Typed Before', email: 'typed@staff.example'};
    const answer = await site.ask('/admin/staff/new', {method: 'POST', form: typed});
    expect(answer.status).toBe(303);
    expect(answer.headers.get('location')).toBe('/sign-in?next=%2Fadmin%2Fstaff%2Fnew');
    expect(answer.headers.get('set-cookie')).toMatch(/^__Host-held=[\w-]{43}; Path=\/; Secure; HttpOnly; SameSite=Lax/);
    await site.ask('/account/password', {method: 'POST', form: {old: 'a', fresh: 'b'}});
    const held = await database.sql`select path, fields from held_forms`;
    expect(held.map((row) => ({...row}))).toEqual([{path: '/admin/staff/new', fields: Object.entries(typed)}]);
  });
});
