/**
 * Nothing typed in a call is lost: a browser, the network or the server ends at 200 points drawn from a fixed seed.
 *
 * Most points drive a real server process over HTTP with the very keeper that runs in the page (`DraftKeeper`, `CallLink`
 * is its way to send); some drive a real browser. After each, somebody goes on in a new page where the old one is gone, and
 * the call is ended from two pages at once. It must then be there exactly once, with all that was typed but for the last
 * 2 seconds before a browser ended; where only the network or the server did, with every letter.
 */
import {expect, test} from '@playwright/test';
import {setTimeout as wait} from 'node:timers/promises';
import {DraftKeeper, type Change, type KnownField, type Sent} from '../../app/components/drafts/draft-keeper.ts';
import {startSession} from '../../app/domain/access/sessions.server.ts';
import {SESSION_COOKIE} from '../../app/http/session-cookie.server.ts';
import type {Sql} from '../../db/client.ts';
import {within} from '../../db/within.ts';
import {freePort} from '../../scripts/engines/ports.mjs';
import {browserDatabase, browserState, startSite} from '../setup/site.ts';
import {asRole} from './as-role.ts';
import {ready} from './desk-steps.ts';

const SEED = 20261128;
const POINTS = {browser: 110, network: 62, server: 24, window: 4};
/** What may be lost of what was typed last. */
const MOST_LOST_MS = 2000;
const AT_ONCE = 12;
const LETTER_MS = 40;

let sql: Sql;
let cookie: string;
let site: Awaited<ReturnType<typeof startSite>>;
let port: number;

test.describe.configure({mode: 'serial', timeout: 180_000});
test.beforeAll(async () => {
  sql = browserDatabase();
  const [handler] = await sql<{id: string}[]>`
    select staff.id from staff join partners on partners.id = partner_id
    where is_demonstration and is_host and exists (select from staff_roles where staff_id = staff.id and role = 'call_handler')
    order by email limit 1
  `;
  const token = await within(sql, {purpose: 'sign-in'}, (tx) =>
    startSession(tx, handler!.id, 'full', 'A browser test'),
  );
  cookie = `${SESSION_COOKIE}=${token}`;
  port = await freePort();
  site = await startSite({...browserState(), port});
});
test.afterAll(async () => {
  await site?.stop();
  await sql?.end();
});

/** Numbers that are the same in every run (mulberry32). */
function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const post = (path: string, body: object) =>
  fetch(site.url + path, {
    method: 'POST',
    headers: {cookie, origin: site.url, 'content-type': 'application/json'},
    body: JSON.stringify(body),
    signal: AbortSignal.timeout(8000),
  });

async function beginCall(): Promise<string> {
  const answer = await fetch(`${site.url}/desk`, {
    method: 'POST',
    redirect: 'manual',
    headers: {cookie, origin: site.url, 'content-type': 'application/x-www-form-urlencoded'},
    body: new URLSearchParams({channel: 'phone', submission: crypto.randomUUID()}),
  });
  const id = answer.headers.get('location')?.split('/').at(-1);
  if (!id) throw new Error(`No call was begun: ${answer.status}`);
  return id;
}

/** `cut`: nothing goes out. `deaf`: it goes out, and the answer never comes. */
type Line = 'well' | 'cut' | 'deaf';

/** A page of a call as a browser has it, without the browser. */
class Page {
  readonly id = crypto.randomUUID();
  line: Line = 'well';
  isGone = false;
  onItsWay: Promise<unknown> = Promise.resolve();
  typed: {at: number; story: string}[] = [];
  readonly keeper: DraftKeeper;
  private readonly call: string;

  constructor(call: string, fields: KnownField[] = []) {
    this.call = call;
    this.keeper = new DraftKeeper(fields, {
      send: (changes) => (this.onItsWay = this.send(changes)),
      now: Date.now,
      later: (work, ms) => {
        const timer = setTimeout(() => !this.isGone && work(), ms);
        return () => clearTimeout(timer);
      },
    });
  }

  async send(changes: Change[]): Promise<Sent> {
    try {
      if (this.line === 'cut') throw new Error('cut');
      const answer = await post(`/desk/calls/${this.call}/fields`, {page: this.id, changes});
      if (!answer.ok || (this.line as Line) === 'deaf') throw new Error('deaf');
      const said = (await answer.json()) as {ok: true; saved: KnownField[]; conflicts: []};
      return {kind: 'kept', saved: said.saved, conflicts: said.conflicts};
    } catch {
      return {kind: 'away'};
    }
  }

  /** Types on, letter by letter, until `until` says so. */
  async type(letters: string, until: () => boolean) {
    let story = this.keeper.value('story');
    for (const letter of letters) {
      if (until() || this.isGone) return;
      story += letter;
      this.typed.push({at: Date.now(), story});
      this.keeper.type('story', story);
      await wait(LETTER_MS);
    }
  }

  /** The browser is gone: nothing runs any more, and nothing is sent. */
  crash() {
    this.isGone = true;
    this.keeper.stop();
  }
}

const ENDING = {
  danger: 'no',
  callerKind: 'not_said',
  personKnown: 'anonymous',
  needs: 'loneliness',
  domain: 'community',
  endings: 'self_care',
  selfCareNote: 'Rest',
};

const fieldsOf = (call: string) =>
  sql<KnownField[]>`select name, value, version from call_draft_fields where draft_id = ${call}`;

/** Ends the call from two pages at once, and once more: there is one call, and it has this story. */
async function endTwice(call: string, page: Page) {
  for (const [name, value] of Object.entries(ENDING)) page.keeper.type(name, value);
  await expect.poll(() => page.keeper.flush(), {timeout: 30_000}).toBe(true);
  const end = () => post(`/desk/calls/${call}/end`, {page: page.id, changes: []});
  const answers = await Promise.all([end(), end()]);
  answers.push(await end());
  for (const answer of answers) expect(await answer.json()).toEqual({ok: true, to: `/desk/ended/${call}`});
  const calls = await sql<{story: string}[]>`select story from calls where id = ${call}`;
  expect(calls).toHaveLength(1);
  expect(calls[0]!.story).toBe(page.keeper.value('story').trim());
  page.crash();
}

/** Milliseconds of typing that did not arrive: from the first letter that is not there to the end of the page. */
function lostMs(typed: {at: number; story: string}[], kept: string, endedAt: number): number {
  const missing = typed.find(({story}) => story.length > kept.length);
  expect(typed.length === 0 || typed.at(-1)!.story.startsWith(kept)).toBe(true);
  return missing ? endedAt - missing.at : 0;
}

const WORDS = 'She has been alone since her husband died and the house is cold, and nobody comes by any more. ';

/** Runs `point` for each number, a few at once. */
async function each(count: number, point: (draw: () => number) => Promise<void>) {
  const points = Array.from({length: count}, (_, place) => place);
  const worker = async () => {
    for (let place = points.shift(); place !== undefined; place = points.shift()) await point(random(SEED + place));
  };
  await Promise.all(Array.from({length: AT_ONCE}, worker));
}

test(`a browser ends at ${POINTS.browser} points`, async () => {
  let most = 0;
  await each(POINTS.browser, async (draw) => {
    const call = await beginCall();
    const page = new Page(call);
    const endsAt = Date.now() + 200 + draw() * 2500;
    await page.type(WORDS, () => Date.now() >= endsAt);
    page.crash();
    const ended = Date.now();
    // What had left the browser arrives. Were it later than the next page, that page would be shown both versions.
    await page.onItsWay;
    const fields = await fieldsOf(call);
    const kept = fields.find(({name}) => name === 'story')?.value ?? '';
    most = Math.max(most, lostMs(page.typed, kept, ended));
    const next = new Page(call, fields);
    await next.type(' And more.', () => false);
    await endTwice(call, next);
  });
  expect(most).toBeLessThanOrEqual(MOST_LOST_MS);
});

test(`the network ends at ${POINTS.network} points`, async () => {
  await each(POINTS.network, async (draw) => {
    const call = await beginCall();
    const page = new Page(call);
    const goesAt = Date.now() + 100 + draw() * 1500;
    await page.type(WORDS, () => Date.now() >= goesAt);
    page.line = draw() < 0.5 ? 'cut' : 'deaf';
    const isBackAt = Date.now() + 300 + draw() * 1500;
    await page.type(' While it was away, all of this was typed.', () => Date.now() >= isBackAt);
    page.line = 'well';
    page.keeper.tryAgain();
    await endTwice(call, page);
    expect(page.keeper.conflictNames()).toEqual([]);
  });
});

test(`the server ends under ${POINTS.server} calls`, async () => {
  const calls = await Promise.all(Array.from({length: POINTS.server}, beginCall));
  const draw = random(SEED);
  const pages = calls.map((call) => new Page(call));
  const killed = wait(600 + draw() * 1200).then(async () => {
    await site.kill();
    site = await startSite({...browserState(), port});
  });
  await Promise.all(pages.map((page) => page.type(WORDS, () => false)));
  await killed;
  for (const page of pages) page.keeper.tryAgain();
  await Promise.all(pages.map((page, place) => endTwice(calls[place]!, page)));
});

test(`a real browser window ends at ${POINTS.window} points`, async ({browser}) => {
  for (let place = 0; place < POINTS.window; place++) {
    const draw = random(SEED + place);
    const context = await browser.newContext(test.info().project.use);
    const page = await context.newPage();
    const call = await beginCall();
    await asRole(page, 'call_handler', `/desk/calls/${call}`);
    await ready(page);
    const field = page.getByLabel('What is wrong, in their own words');
    const typed: {at: number; story: string}[] = [];
    const endsAt = Date.now() + 300 + draw() * 2500;
    let story = '';
    await field.focus();
    for (const letter of WORDS) {
      if (Date.now() >= endsAt) break;
      story += letter;
      typed.push({at: Date.now(), story});
      await page.keyboard.type(letter, {delay: LETTER_MS});
    }
    const ended = Date.now();
    await context.close();
    await wait(300);
    const fields = await fieldsOf(call);
    expect(lostMs(typed, fields.find(({name}) => name === 'story')?.value ?? '', ended)).toBeLessThanOrEqual(
      MOST_LOST_MS,
    );
    const next = new Page(call, fields);
    await next.type(' And more.', () => false);
    await endTwice(call, next);
  }
});
