/**
 * Being somebody in a browser test, without the way through the sign-in form, which sign-in.spec.ts looks at:
 *
 *     await asRole(page, 'call_handler', '/people');         // the first account of the demonstration that does this
 *     await asRole(page, 'Aisha Rahman', '/people');         // an account of the demonstration, by name
 *     await asRole(page, email, '/account');                 // any account, such as one that the test has put in
 *     const other = await pageAs(browser, 'Grace Okafor');   // somebody else at the same time, in a browser of their own
 *     await other.context().close();                         // … who leaves when they are done
 *
 * Each call starts a session of its own, so tests side by side never sign each other out. Called again on the same page
 * it makes the browser somebody else's. The audit knows nothing of such a sign-in: a test about that uses the form.
 */
import {test, type Browser, type Page} from '@playwright/test';
import {startSession} from '../../app/domain/access/sessions.server.ts';
import type {Role} from '../../app/domain/access/roles.ts';
import {SESSION_COOKIE} from '../../app/http/session-cookie.server.ts';
import type {Sql} from '../../db/client.ts';
import {within} from '../../db/within.ts';
import {browserDatabase} from '../setup/site.ts';

/** Opened at the first sign-in of a worker, and closed with it. */
let sql: Sql | undefined;

/** A role, the name of somebody of the demonstration, or an e-mail address. */
export type Who = Role | (string & {});

/** Signs the browser of `page` in as somebody and, when given a path, goes there. */
export async function asRole(page: Page, who: Who, path?: string): Promise<void> {
  sql ??= browserDatabase();
  const staffId = await accountOf(sql, who);
  const token = await within(sql, {purpose: 'sign-in'}, (tx) => startSession(tx, staffId, 'full', 'A browser test'));
  // The cookie is for this very host over https, which browsers take this machine itself for.
  const url = String(test.info().project.use.baseURL).replace('http:', 'https:');
  await page.context().addCookies([{name: SESSION_COOKIE, value: token, url, httpOnly: true, sameSite: 'Lax'}]);
  if (path) await page.goto(path);
}

/** A page in a new browser window that shares nothing with the others, signed in as somebody. */
export async function pageAs(browser: Browser, who: Who, path?: string): Promise<Page> {
  const context = await browser.newContext(test.info().project.use);
  const page = await context.newPage();
  await asRole(page, who, path);
  return page;
}

async function accountOf(sql: Sql, who: Who): Promise<string> {
  const [account] = await sql<{id: string}[]>`
    select staff.id
    from staff
    join partners on partners.id = staff.partner_id
    cross join lateral (select array(select role from staff_roles where staff_id = staff.id) as does) as roles
    where staff.email = ${who} or (staff.is_demonstration and (staff.name = ${who} or ${who} = any(does)))
    order by partners.is_host desc, cardinality(does), staff.created_at, staff.email
    limit 1
  `;
  if (!account) throw new Error(`Nobody here is ${who}`);
  return account.id;
}
