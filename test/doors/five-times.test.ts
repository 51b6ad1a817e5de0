/** Every form of the site, sent five times at the same moment and once more after a time-out: it is done once. */
import {afterAll, beforeAll, describe, expect, it} from 'vitest';
import {testDatabase, type TestDatabase} from '../setup/database.ts';
import {everyForm, postRoutes} from './forms/every-form.ts';
import {makeFormBed, type FormCase} from './forms/form-case.ts';
import {browserFor, filledIn, send} from './forms/send-form.ts';
import {testSite, type Site} from './site.ts';

let database: TestDatabase;
let site: Site;
let cases: FormCase[];
beforeAll(async () => {
  database = await testDatabase({demo: true});
  site = await testSite(database);
  cases = everyForm(await makeFormBed(database));
}, 120_000);
afterAll(async () => {
  await site?.close();
  await database?.drop();
});

it('is in the table of forms, every route that takes one', () => {
  const known = new Set(cases.map(({route}) => route));
  expect(postRoutes(site.build).filter((route) => !known.has(route))).toEqual([]);
});

describe('a form sent five times at once and again later', () => {
  it('is done once, and every sending gets the same answer', {timeout: 600_000}, async () => {
    const wrong: Record<string, unknown> = {};
    for (const one of cases) {
      const came = await sixTimes(one).catch((error: Error) => ({done: error.message, answers: []}));
      const isOne = new Set(came.answers).size === 1 && /^(200|204|303)/.test(came.answers[0]!);
      if (!isOne || came.done !== 1) wrong[[one.route, one.what].filter(Boolean).join(': ')] = came;
    }
    expect(wrong).toEqual({});
  });
});

async function sixTimes({make}: FormCase) {
  const filled = await make();
  const browser = await browserFor(site, filled);
  const sent = await filledIn(site, browser, filled);
  const before = (await filled.done?.(database.sql)) ?? 0;
  const atOnce = await Promise.all(Array.from({length: 5}, () => send(site, browser, sent)));
  const answers = await Promise.all([...atOnce, await send(site, browser, sent)].map(told));
  return {done: filled.done ? (await filled.done(database.sql)) - before : 1, answers};
}

/** What an answer says to whoever sent the form: how it went, and where it leads. */
async function told(answer: Response): Promise<string> {
  await answer.arrayBuffer();
  return `${answer.status} ${answer.headers.get('location') ?? ''}`.trim();
}
