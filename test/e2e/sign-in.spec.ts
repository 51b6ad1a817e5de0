import {expect, test, type Page} from '@playwright/test';
import {randomUUID} from 'node:crypto';
import {generate} from 'otplib';
import {makeCodeSecret, sealCodeSecret} from '../../app/domain/access/code-app.server.ts';
import type {Sql} from '../../db/client.ts';
import type {Role} from '../../app/domain/access/roles.ts';
import {demonstrationHost, insertStaff} from '../factories/staff.ts';
import {browserDatabase, browserState} from '../setup/site.ts';
import {asRole, pageAs} from './as-role.ts';
import {collectComplaints, expectAccessible, expectNoSideways} from './page-checks.ts';

const PASSWORD = 'kettle river marble';
let sql: Sql;
test.beforeAll(() => {
  sql = browserDatabase();
});
test.afterAll(() => sql.end());

/** Someone real, so with a password and a code, at the host of the demonstration. */
async function someone(roles: Role[] = ['call_handler']) {
  return insertStaff(sql, await demonstrationHost(sql), {
    roles,
    password: PASSWORD,
    name: 'Nora Field',
    email: `${randomUUID()}@staff.example`,
  });
}

async function givePassword(page: Page, email: string, password = PASSWORD) {
  await page.getByLabel('Work e-mail address').fill(email);
  await page.getByLabel('Password', {exact: true}).fill(password);
  await page.getByRole('button', {name: 'Sign in', exact: true}).click();
}

/** Through the whole of setting up; gives the secret and the recovery codes. */
async function setUp(page: Page, email: string) {
  await page.goto('/sign-in');
  await givePassword(page, email);
  await expect(page.getByRole('heading', {level: 1, name: 'Set up your code app'})).toBeVisible();
  // Whoever sets it up on the telephone cannot point its camera at its own screen.
  const inApp = page.getByRole('link', {name: 'Open it in the app'});
  await expect(inApp).toHaveAttribute('href', /^otpauth:\/\/totp\//);
  const secret = (await page.locator('.code-key').innerText()).replaceAll(' ', '');
  const used = await generate({secret});
  await page.getByLabel('The six figures').fill(used);
  await page.getByRole('button', {name: 'Go on'}).click();
  await expect(page.getByRole('heading', {level: 1, name: /Now keep these codes/})).toBeVisible();
  const codes = await page.locator('.recovery-codes code').allInnerTexts();
  expect(codes).toHaveLength(10);
  return {secret, codes, used};
}

const signOut = (page: Page) => page.getByRole('button', {name: 'Sign out', exact: true}).click();

test('in the demonstration one click is enough, and a bar says that nothing is real @phone @plain', async ({page}) => {
  const complaints = collectComplaints(page);
  await page.goto('/account');
  await expect(page).toHaveURL(/\/sign-in\?next=%2Faccount$/);
  await expectAccessible(page, 'Sign in');
  // One for each role at once; everybody else folded away by organisation.
  await expect(page.getByRole('button', {name: /Ben Carter/})).toBeHidden();
  await page.locator('summary', {hasText: 'Lily Hill Link Workers'}).click();
  await expect(page.getByRole('button', {name: /Ben Carter/})).toBeVisible();
  await expectNoSideways(page);
  await page.getByRole('button', {name: /^Call handler.*Priya Nair/}).click();
  await expectAccessible(page, 'Your account');
  await expect(page.getByRole('complementary', {name: 'Demonstration'})).toContainText('This is a demonstration.');
  await expectNoSideways(page);
  await signOut(page);
  await page.goto('/account');
  await expect(page).toHaveURL(/\/sign-in/);
  expect(complaints).toEqual([]);
});

/** The whole of a first time, to the page where work begins. */
async function firstTime(page: Page, email: string) {
  const kept = await setUp(page, email);
  await expectAccessible(page, /Now keep these codes/);
  await page
    .getByRole('button', {name: 'I have kept them'})
    .or(page.getByRole('link', {name: 'I have kept them'}))
    .click();
  await expectAccessible(page, 'Hello, Nora Field');
  await expectNoSideways(page);
  return kept;
}

test('the first time: password, code app, recovery codes, work @phone @not-desktop', async ({page}) => {
  await firstTime(page, (await someone()).email);
});

test('the first time, then: password and code; a code that was used does not work again; a recovery code does once @plain', async ({
  page,
}) => {
  const {email, staffId} = await someone();
  const {secret, codes, used} = await firstTime(page, email);
  await signOut(page);

  await givePassword(page, email);
  await expectAccessible(page, 'Enter a code');
  await page.getByLabel(/The six figures/).fill(used);
  await page.getByRole('button', {name: 'Go on'}).click();
  await expect(page.getByRole('alert')).toContainText('That code is not right, or has been used.');
  // Half a minute later, without waiting for it: the step of the last code is put back.
  await sql`update staff_credentials set totp_last_step = 0 where staff_id = ${staffId}`;
  await page.getByLabel(/The six figures/).fill(await generate({secret}));
  await page.getByRole('button', {name: 'Go on'}).click();
  await expect(page.getByRole('heading', {level: 1, name: 'Hello, Nora Field'})).toBeVisible();
  await signOut(page);

  for (const [turn, outcome] of [/Hello/, /Enter a code/].entries()) {
    await givePassword(page, email);
    await page.getByLabel(/The six figures/).fill(codes[0] ?? '');
    await page.getByRole('button', {name: 'Go on'}).click();
    await expect(page.getByRole('heading', {level: 1, name: outcome})).toBeVisible();
    if (turn === 0) await signOut(page);
  }
});

test('a wrong password is said kindly, keeps the address, and says nothing of whether there is an account @plain', async ({
  page,
}) => {
  await page.goto('/sign-in');
  await givePassword(page, '');
  await expect(page.getByRole('alert')).toContainText('Enter your work e-mail address');
  const texts: string[] = [];
  for (const email of [(await someone()).email, 'nobody@staff.example']) {
    await givePassword(page, email, 'not the right one');
    await expect(page.getByRole('alert')).toContainText('is not right');
    await expect(page.getByLabel('Work e-mail address')).toHaveValue(email);
    texts.push(await page.getByRole('alert').innerText());
  }
  expect(new Set(texts).size).toBe(1);
  await expectAccessible(page, 'Sign in');
});

test('a forgotten password: a link by e-mail, a new password, and the code app still asked for @plain', async ({
  page,
}) => {
  // Page after page, each looked at.
  test.slow();
  const {email, staffId} = await someone();
  const app = sealCodeSecret(browserState().environment.SITE_SECRET!, makeCodeSecret());
  await sql`
    update staff_credentials set totp_secret = ${app}, totp_confirmed_at = now() where staff_id = ${staffId}
  `;
  await page.goto('/forgotten-password');
  await expectAccessible(page, 'Forgotten password');
  await page.getByLabel('Work e-mail address').fill(email);
  await page.getByRole('button', {name: 'Send me a link'}).click();
  await expectAccessible(page, 'Look at your e-mail');
  const [message] = await sql`select body from messages where recipient = ${email}`;
  const link = /http\S+\/set-password\/[\w-]+/.exec(String(message?.body))?.[0] ?? '';
  await page.goto(link);
  await expectAccessible(page, 'Choose a new password');
  await page.getByLabel('New password').fill('password2026!');
  await page.getByRole('button', {name: 'Save and sign in'}).click();
  await expect(page.getByRole('alert')).toContainText('easy to guess');
  await page.getByLabel('New password').fill('lantern hedge copper');
  await page.getByRole('button', {name: 'Save and sign in'}).click();
  await givePassword(page, email, 'lantern hedge copper');
  await expect(page.getByRole('heading', {level: 1, name: 'Enter a code'})).toBeVisible();
  await page.goto(link);
  await expect(page.getByRole('heading', {level: 1, name: 'This link no longer works'})).toBeVisible();
});

test('a session ended elsewhere is out with its next page', async ({page, browser}) => {
  const {email} = await someone();
  await asRole(page, email, '/account');
  await expect(page.getByRole('heading', {level: 1, name: 'Your account'})).toBeVisible();
  const other = await pageAs(browser, email, '/account');
  await other.getByRole('button', {name: 'Sign out everywhere else'}).click();
  await expect(other.getByRole('status')).toContainText('signed out');
  await page.goto('/account');
  await expect(page).toHaveURL(/\/sign-in/);
  await other.context().close();
});

test('a page that is not for this person says so, and is not in any cache', async ({page}) => {
  await asRole(page, 'Samir Haddad', '/admin/staff');
  await expectAccessible(page, 'This page is not part of your work here');
  await expect(page).toHaveTitle('This page is not part of your work here – Fingerpost');
  const answer = await page.goto('/account');
  expect(answer?.headers()['cache-control']).toBe('no-store');
});

test('signing in never leads to another site', async ({page}) => {
  await page.goto('/sign-in?next=//elsewhere.example/account');
  await page.getByRole('button', {name: /Samir Haddad/}).click();
  expect(new URL(page.url()).host).toBe(new URL((await page.goto('/sign-in'))!.url()).host);
});
