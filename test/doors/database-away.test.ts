/** The site while its database hangs or is gone: whoever asks is told within seconds, and what was typed is not lost. */
import {afterAll, beforeAll, describe, expect, it} from 'vitest';
import {connectLasting} from '../../db/lasting-pool.ts';
import type {Sql} from '../../db/client.ts';
import {testDatabase, type TestDatabase} from '../setup/database.ts';
import {faultyProxy, type FaultyProxy} from '../setup/faulty-proxy.ts';
import {everyForm} from './forms/every-form.ts';
import {makeFormBed, type FormCase} from './forms/form-case.ts';
import {formsOf} from './forms/page-form.ts';
import {browserFor, fill, filledIn, send} from './forms/send-form.ts';
import {testSite, type Site} from './site.ts';

let database: TestDatabase;
let proxy: FaultyProxy;
let web: Sql;
let site: Site;
let cases: FormCase[];
beforeAll(async () => {
  database = await testDatabase({demo: true, connections: 2});
  proxy = await faultyProxy(database.webUrl);
  const url = new URL(database.webUrl);
  url.port = new URL(proxy.url).port;
  web = connectLasting(String(url), {max: 3, patienceMs: 1000});
  site = await testSite({...database, web});
  cases = everyForm(await makeFormBed(database));
}, 120_000);
afterAll(async () => {
  await site?.close();
  await web?.end({timeout: 0});
  await proxy?.close();
  await database?.drop();
});

async function goAway(mode: 'stall' | 'refuse') {
  proxy.mode = mode;
  await expect.poll(async () => (await site.ask('/health/ready')).status, {timeout: 10_000}).toBe(503);
}
async function comeBack() {
  proxy.mode = 'pass';
  await expect.poll(async () => (await site.ask('/health/ready')).status, {timeout: 10_000}).toBe(200);
}

it.each(['stall', 'refuse'] as const)('tells everybody within seconds when the database does %s', async (mode) => {
  const slug = (await database.sql<[{slug: string}]>`select slug from listings order by slug limit 1`)[0].slug;
  const headers = {accept: 'text/html'};
  const ask = async (path: string) => {
    const began = Date.now();
    const answer = await fetch(site.address + path, {headers});
    return {path, status: answer.status, ms: Date.now() - began, page: await answer.text(), retry: answer.headers};
  };
  const paths = [`/services/${slug}`, '/sign-in', '/search?q=company&near=Crowthorne'];
  const token = await site.signIn((await database.sql<[{id: string}]>`select id from staff limit 1`)[0].id);
  proxy.mode = mode;
  const signedIn = fetch(`${site.address}/staff`, {headers: {...headers, cookie: `__Host-fingerpost=${token}`}});
  for (const {path, status, ms, page, retry} of await Promise.all(paths.map(ask))) {
    expect({path, status}).toEqual({path, status: 503});
    // Two or three by its clocks; beside other tests on a busy machine, this tells a limit from none.
    expect(ms).toBeLessThan(10_000);
    expect(retry.get('retry-after')).toBe('10');
    expect(page).toContain('Sorry, something went wrong');
    if (path !== '/sign-in') expect(page).toContain('<a href="">Try again</a>');
  }
  expect((await signedIn).status).toBe(503);
  expect((await ask('/health/live')).status).toBe(200);
  const ready = await ask('/health/ready');
  expect(ready.ms).toBeLessThan(1000);
  expect(JSON.parse(ready.page)).toMatchObject({status: 'down', database: 'down'});
  await comeBack();
  for (const path of paths) expect((await ask(path)).status).toBe(200);
});

describe('a form that is sent while the database is away', () => {
  it(
    'stands in the answer as it was sent, and is done once when it is sent from there',
    {timeout: 300_000},
    async () => {
      const wrong: Record<string, unknown> = {};
      let [signedIn, open, secret] = [0, 0, 0];
      // Each takes a second or two: of those that people sign in for every fourth, and all others.
      const chosen = cases.filter((_, place) => place % 4 === 0);
      for (const one of [...chosen, ...cases.filter(({route}) => /^(refer|services|concern)/.test(route))]) {
        const filled = await one.make();
        if (filled.json !== undefined || filled.first || filled.written) continue;
        if (filled.isSecret) secret++;
        else if (filled.as) signedIn++;
        else open++;
        const problem = await faultOf(filled).catch((error: Error) => error.message);
        if (problem) wrong[[one.route, one.what].filter(Boolean).join(': ')] = problem;
      }
      expect(wrong).toEqual({});
      expect(signedIn).toBeGreaterThan(12);
      expect(open).toBeGreaterThan(1);
      expect(secret).toBeGreaterThan(0);
    },
  );
});

/** What is not as it should be, or null. */
async function faultOf(filled: Awaited<ReturnType<FormCase['make']>>): Promise<string | null> {
  const browser = await browserFor(site, filled);
  const sent = await filledIn(site, browser, filled);
  const done = async () => (await filled.done?.(database.sql)) ?? 0;
  const start = await done();
  await goAway('refuse');
  const answer = await send(site, browser, sent);
  const html = await answer.text();
  await comeBack();
  if (answer.status !== 503) return `it was answered with ${answer.status}`;
  const [again] = formsOf(html, sent.to);
  const stands = Object.values(filled.typed).filter((words) => words !== '' && html.includes(words));
  if (filled.isSecret) return stands.length > 0 ? 'a secret stands in the page' : null;
  if (answer.headers.get('cache-control') !== 'no-store') return 'it may be kept in a cache';
  if (!again) return 'it is not there again';
  const plain = Object.fromEntries(new URLSearchParams(sent.fields));
  if (JSON.stringify(again.fields) !== JSON.stringify(plain)) return `${JSON.stringify(again.fields)} was sent`;
  for (let turn = 0; turn < 2; turn++) {
    const {status} = await send(site, browser, fill(again, {}));
    if (status >= 400) return `sent again, it was answered with ${status}`;
  }
  return filled.done && (await done()) - start !== 1 ? `it was done ${(await done()) - start} times` : null;
}
