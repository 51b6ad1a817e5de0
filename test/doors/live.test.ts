/** Live events through the whole site: two processes' worth of it on one database, over real connections. */
import {randomUUID} from 'node:crypto';
import {afterAll, afterEach, beforeAll, describe, expect, it} from 'vitest';
import {startSession} from '../../app/domain/access/sessions.server.ts';
import {notePresence} from '../../app/domain/calls/draft-turns.server.ts';
import {saveFields} from '../../app/domain/calls/drafts.server.ts';
import {claimHandoff} from '../../app/domain/second-level/claim-handoff.server.ts';
import {within} from '../../db/within.ts';
import {aDraft} from '../factories/calls.ts';
import {aConcern, aHandoff, aSecondLevel} from '../factories/second-level.ts';
import type {TestStaff} from '../factories/staff.ts';
import {testDatabase, type TestDatabase} from '../setup/database.ts';
import {testSite, type Site} from './site.ts';

/** Told of at once; generous, as a busy machine is not what is tested here. */
const soon = {timeout: 15_000};

let database: TestDatabase;
let sites: [Site, Site];
let level: Awaited<ReturnType<typeof aSecondLevel>>;
beforeAll(async () => {
  database = await testDatabase();
  sites = [await testSite(database), await testSite(database)];
  level = await aSecondLevel(database.sql);
}, 120_000);
afterAll(async () => {
  for (const site of sites ?? []) await site.close();
  await database?.drop();
});

const open: AbortController[] = [];
afterEach(() => {
  for (const one of open.splice(0)) one.abort();
});

/** Someone's page, listening: what it was told so far, and whether the site has ended it. */
async function listening(site: Site, viewer: TestStaff, topics: string, token = '') {
  const cookie =
    token ||
    (await within(database.web, {purpose: 'sign-in'}, (tx) => startSession(tx, viewer.staffId, 'full', 'A test')));
  const stop = new AbortController();
  open.push(stop);
  const answer = await fetch(`${site.address}/desk/live?topics=${topics}`, {
    headers: {cookie: `__Host-fingerpost=${cookie}`, 'accept-encoding': 'gzip, br'},
    signal: stop.signal,
    redirect: 'manual',
  });
  const page = {answer, told: '', isEnded: false, stop, token: cookie};
  if (answer.status !== 200) return page;
  void (async () => {
    const decoder = new TextDecoder();
    const reader = answer.body!.getReader();
    for (let piece = await reader.read(); !piece.done; piece = await reader.read()) {
      page.told += decoder.decode(piece.value);
    }
    page.isEnded = true;
  })().catch(() => {});
  await expect.poll(() => page.told, soon).toContain('retry:');
  return page;
}

const queueOf = (viewer: TestStaff) => `queue:${viewer.partnerId}`;

describe('an open page', () => {
  it('is told by its own process and by the other, as soon as something has changed', async () => {
    const [here, there] = await Promise.all(sites.map((site) => listening(site, level.nurse, queueOf(level.nurse))));
    const id = await aHandoff(database.sql, {handler: level.handler, queueId: level.nursing});
    await expect.poll(() => here!.told, soon).toContain(id);
    await expect.poll(() => there!.told, soon).toContain(id);
    here!.told = '';
    await claimHandoff(database.web, {viewer: level.nurse}, id);
    await expect.poll(() => here!.told, soon).toContain('event: changed');
  });

  it('is told ids and nothing else, unsqueezed and kept nowhere', async () => {
    const page = await listening(sites[0], level.nurse, queueOf(level.nurse));
    const id = await aHandoff(database.sql, {handler: level.handler, queueId: level.nursing});
    await expect.poll(() => page.told, soon).toContain(id);
    expect(page.told.replaceAll(/[0-9a-f-]{36}/g, 'ID')).toBe(
      'retry: 3000\n\nevent: changed\ndata: {"topic":"queue:ID","id":"ID"}\n\n',
    );
    expect(page.answer.headers.get('content-encoding')).toBeNull();
    expect(page.answer.headers.get('cache-control')).toMatch(/no-store.*no-transform/);
  });

  it('of a call is told what a colleague types and where they are, and nothing when they are merely heard of again', async () => {
    const id = await aDraft(database.web, level.handler);
    const page = await listening(sites[1], level.handler, `call:${id}`);
    const colleague = {viewer: level.otherHandler};
    const theirs = randomUUID();
    await saveFields(database.web, colleague, id, theirs, [{name: 'story', value: 'Fell', base: 0}]);
    await expect.poll(() => page.told, soon).toContain(`"id":"${theirs}"`);
    const heard = () => page.told.split(`"id":"${level.otherHandler.staffId}"`).length - 1;
    for (const field of ['story', 'story', 'needs', 'needs', 'needs'])
      await notePresence(database.web, colleague, id, field);
    await saveFields(database.web, colleague, id, theirs, [{name: 'near', value: 'RG12', base: 0}]);
    await expect.poll(() => page.told.split(theirs).length - 1, soon).toBe(2);
    expect(heard()).toBe(2);
    expect((await listening(sites[0], level.stranger, `call:${id}`)).answer.status).toBe(403);
  });

  it('that was made a moment before it began to listen has missed nothing', async () => {
    const madeAt = Date.now();
    const id = await aHandoff(database.sql, {handler: level.handler, queueId: level.nursing});
    const page = await listening(sites[0], level.nurse, `${queueOf(level.nurse)}&since=${madeAt}`);
    await expect.poll(() => page.told, soon).toContain(id);
  });

  it('of another organisation is refused its topics, and is told nothing of them on its own', async () => {
    const asked = [queueOf(level.nurse), `desk:${level.desk.partnerId}`, `staff:${level.nurse.staffId}`];
    for (const topic of asked) {
      expect((await listening(sites[0], level.stranger, topic)).answer.status).toBe(403);
    }
    const page = await listening(
      sites[0],
      level.stranger,
      `${queueOf(level.stranger)},staff:${level.stranger.staffId}`,
    );
    const own = await listening(sites[0], level.nurse, queueOf(level.nurse));
    const id = await aHandoff(database.sql, {handler: level.handler, queueId: level.nursing});
    expect((await listening(sites[0], level.stranger, `handoff:${id}`)).answer.status).toBe(403);
    await expect.poll(() => own.told, soon).toContain(id);
    expect(page.told).not.toContain('changed');
  });

  it('of a colleague who did not raise a concern is told nothing of it', async () => {
    const everything = `desk:${level.desk.partnerId},queue:${level.desk.partnerId},staff:${level.otherHandler.staffId}`;
    const colleague = await listening(sites[0], level.otherHandler, everything);
    const lead = await listening(sites[0], level.alan, `safeguarding:${level.desk.partnerId}`);
    const id = await aConcern(database.sql, level.handler, level.alan);
    await expect.poll(() => lead.told, soon).toContain(id);
    expect(colleague.told).not.toContain('changed');
    const asked = await listening(sites[0], level.otherHandler, `safeguarding:${level.desk.partnerId}`);
    expect(asked.answer.status).toBe(403);
  });

  it('needs somebody signed in, and topics that there are', async () => {
    const stranger = await fetch(`${sites[0].address}/desk/live?topics=${queueOf(level.nurse)}`, {redirect: 'manual'});
    expect(stranger.status).toBe(303);
    for (const topics of ['', 'everything', 'queue:1', Array.from({length: 13}, (_, n) => `queue:${n}`).join()]) {
      expect((await listening(sites[0], level.nurse, topics)).answer.status).toBe(400);
    }
  });

  it('is one of a dozen of the same account at most', async () => {
    const viewer = level.otherNurse;
    const pages = [];
    for (let page = 0; page < 12; page += 1) pages.push(await listening(sites[0], viewer, queueOf(viewer)));
    expect(pages.map(({answer}) => answer.status)).toEqual(Array.from({length: 12}, () => 200));
    expect((await listening(sites[0], viewer, queueOf(viewer))).answer.status).toBe(429);
    pages[0]!.stop.abort();
    await expect.poll(async () => (await listening(sites[0], viewer, queueOf(viewer))).answer.status, soon).toBe(200);
  });

  it('is let go of when it is closed', async () => {
    await expect.poll(() => sites[0].live.size, soon).toBe(0);
    const page = await listening(sites[0], level.nurse, queueOf(level.nurse));
    expect(sites[0].live.size).toBe(1);
    page.stop.abort();
    await expect.poll(() => sites[0].live.size, soon).toBe(0);
  });

  it('is ended with its session, which it does not keep alive', {timeout: 90_000}, async () => {
    const page = await listening(sites[0], level.nurse, queueOf(level.nurse));
    await database.sql`
      update sessions set last_seen_at = now() - interval '31 minutes' where staff_id = ${level.nurse.staffId}
    `;
    await expect.poll(() => page.isEnded, soon).toBe(true);
    expect((await listening(sites[0], level.nurse, queueOf(level.nurse), page.token)).answer.status).toBe(303);
  });
});

describe('a page that asks by itself', () => {
  it('keeps no session alive; a person who opens it does', async () => {
    const token = await within(database.web, {purpose: 'sign-in'}, (tx) =>
      startSession(tx, level.doctor.staffId, 'full', 'A page left open'),
    );
    const idle = async () => {
      const [row] = await database.sql<[{minutes: number}]>`
        select round(extract(epoch from now() - last_seen_at) / 60)::integer as minutes
        from sessions
        where staff_id = ${level.doctor.staffId} and device = 'A page left open'
      `;
      return row.minutes;
    };
    await database.sql`
      update sessions set last_seen_at = now() - interval '20 minutes' where staff_id = ${level.doctor.staffId}
    `;
    const headers = {cookie: `__Host-fingerpost=${token}`};
    expect((await fetch(`${sites[0].address}/desk/queues.data`, {headers})).status).toBe(200);
    expect(await idle()).toBe(20);
    expect((await fetch(`${sites[0].address}/desk/queues`, {headers})).status).toBe(200);
    expect(await idle()).toBe(0);
  });
});
