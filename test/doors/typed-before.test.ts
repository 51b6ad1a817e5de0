/** Every form of the staff side, sent when the session has ended: what was typed is there again after signing in. */
import {afterAll, beforeAll, describe, expect, it} from 'vitest';
import {testDatabase, type TestDatabase} from '../setup/database.ts';
import type {TestStaff} from '../factories/staff.ts';
import {everyForm} from './forms/every-form.ts';
import {makeFormBed, type Filled, type FormCase} from './forms/form-case.ts';
import {formsOf} from './forms/page-form.ts';
import {browserFor, comeTo, fill, filledIn, pick, send, signedInAgain, type Browser} from './forms/send-form.ts';
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

/** What is kept for someone, as one text. */
async function keptFor({staffId}: TestStaff): Promise<string> {
  const kept = await database.sql<{fields: unknown}[]>`select fields from held_forms where staff_id = ${staffId}`;
  return kept.map(({fields}) => JSON.stringify(fields)).join(' ');
}

describe('a form sent when the session has ended', () => {
  it(
    'comes back as it was typed and is done once; a password or a code is kept nowhere',
    {timeout: 600_000},
    async () => {
      const wrong: Record<string, unknown> = {};
      let count = 0;
      for (const {route, what, make} of cases) {
        const filled = await make();
        if (!filled.as) continue;
        count++;
        const problem = await faultOf(filled, filled.as).catch((error: Error) => error.message);
        if (problem) wrong[[route, what].filter(Boolean).join(': ')] = problem;
      }
      expect(wrong).toEqual({});
      expect(count).toBeGreaterThan(40);
    },
  );
});

/** What is not as it should be, or null. */
async function faultOf(filled: Filled, as: TestStaff): Promise<string | null> {
  const before = await browserFor(site, filled);
  const sent = await filledIn(site, before, filled);
  const done = async () => (await filled.done?.(database.sql)) ?? 0;
  const [start, keptBefore] = [await done(), await keptFor(as)];
  await database.sql`update sessions set last_seen_at = now() - interval '31 minutes' where staff_id = ${as.staffId}`;
  const answer = await send(site, before, sent);
  if ((await done()) !== start) return 'it was done without anyone signed in';
  if (sent.json !== undefined) return answer.status === 401 ? null : `the page was told ${answer.status}`;
  if (filled.isSecret) return (await keptFor(as)) === keptBefore && !before.held ? null : 'it was kept';
  const next = new URLSearchParams(answer.headers.get('location')?.replace('/sign-in', '')).get('next');
  if (answer.status !== 303 || !next) return `${answer.status} ${answer.headers.get('location')}`;

  const again = await signedInAgain(database.web, before, as.staffId);
  const {path, html} = await backAt(again, next, filled.record);
  const typed = {...filled.first, ...filled.typed};
  delete typed.act;
  const forms = formsOf(html, path);
  const lost = Object.entries(typed).filter(([name, value]) => !forms.some(({fields}) => fields[name] === value));
  if (lost.length > 0) return `at ${path} is not there again: ${lost.map(([name]) => name).join(', ')}`;
  if (filled.first || filled.written || Object.keys(typed).length === 0) return null;

  const shown = fill(pick(html, path, filled), {}, filled.pressed);
  for (let turn = 0; turn < 2; turn++) {
    const {status} = await send(site, again, shown);
    if (status >= 400) return `sent again, it was answered with ${status}`;
  }
  if (filled.done && (await done()) - start !== 1) return `it was done ${(await done()) - start} times`;
  return (await keptFor(as)) === '' ? null : 'it is still kept, though it has been sent';
}

/** Back at the page, by way of the question why the record is needed where it stands in one. */
async function backAt(browser: Browser, next: string, record?: string) {
  const came = await comeTo(site, browser, next);
  if (!record || !came.path.startsWith(`/people/${record}/open`)) {
    if (!record) return came;
    await send(site, browser, {to: `/people/${record}/open`, fields: {basis: 'consent'}});
    return comeTo(site, browser, next);
  }
  const opened = await send(site, browser, {to: came.path, fields: {basis: 'consent'}});
  return comeTo(site, browser, opened.headers.get('location')!);
}
