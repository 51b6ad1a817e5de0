/** Every form of the site, sent with nothing in it and with nonsense: each problem that comes back leads to its field. */
import {afterAll, beforeAll, expect, it} from 'vitest';
import {testDatabase, type TestDatabase} from '../setup/database.ts';
import {everyForm} from './forms/every-form.ts';
import {makeFormBed, type FormCase} from './forms/form-case.ts';
import {problemLinks} from './forms/page-form.ts';
import {browserFor, filledWith, send} from './forms/send-form.ts';
import {testSite, type Site} from './site.ts';

let database: TestDatabase;
let site: Site;
let cases: FormCase[];
beforeAll(async () => {
  database = await testDatabase({demo: true, connections: 2});
  site = await testSite(database);
  cases = everyForm(await makeFormBed(database));
}, 120_000);
afterAll(async () => {
  await site?.close();
  await database?.drop();
});

it('leads from each problem in its list to a field that takes the focus', {timeout: 600_000}, async () => {
  const wrong: Record<string, unknown> = {};
  const refusing = new Set<string>();
  let count = 0;
  for (const one of cases) {
    for (const words of ['', '?']) {
      const {all, dead} = await problemsOf(one, words).catch((error: Error) => ({all: [], dead: [error.message]}));
      count += all.length;
      if (all.length > 0) refusing.add(one.route);
      if (dead.length > 0) wrong[[one.route, one.what, words].filter(Boolean).join(': ')] = dead;
    }
  }
  expect(wrong).toEqual({});
  // So many there were to look at.
  expect(count).toBeGreaterThan(300);
  expect(refusing.size).toBeGreaterThan(60);
});

async function problemsOf({make}: FormCase, words: string) {
  const filled = await make();
  if (filled.json !== undefined || filled.written) return {all: [], dead: []};
  const browser = await browserFor(site, filled);
  const answer = await send(site, browser, await filledWith(site, browser, filled, words));
  const html = await answer.text();
  if (answer.status >= 500) return {all: [], dead: [`it was answered with ${answer.status}`]};
  return problemLinks(html);
}
