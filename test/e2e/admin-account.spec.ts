import {expect, test} from '@playwright/test';
import type {Sql} from '../../db/client.ts';
import {browserDatabase} from '../setup/site.ts';
import {asRole, pageAs} from './as-role.ts';
import {ADMINISTRATOR, done, givePassword, save, someone} from './admin-steps.ts';
import {expectAccessible, expectNoSideways} from './page-checks.ts';

let sql: Sql;
test.beforeAll(() => {
  sql = browserDatabase();
});
test.afterAll(() => sql.end());

test('a role that is given counts from the next click, and so does one that is taken', async ({page, browser}) => {
  const {staffId, email, name} = await someone(sql, ['analyst']);
  const theirs = await pageAs(browser, email, '/admin/teams');
  const refused = theirs.getByRole('heading', {level: 1, name: 'This page is not part of your work here'});
  await expect(refused).toBeVisible();

  await asRole(page, ADMINISTRATOR, `/admin/staff/${staffId}`);
  await expectAccessible(page, name);
  await page.setViewportSize({width: 320, height: 640});
  await expectNoSideways(page);
  await page.getByLabel('Administrator').check();
  await page.getByLabel('First contact').check();
  await save(page);
  await expect(done(page)).toContainText('Saved');
  await expect(page.getByLabel('First contact')).toBeChecked();

  await theirs.reload();
  await expect(theirs.getByRole('heading', {level: 1, name: 'Teams'})).toBeVisible();
  await page.getByLabel('Administrator').uncheck();
  await save(page);
  await expect(done(page)).toContainText('Saved');
  await theirs.reload();
  await expect(refused).toBeVisible();
  await theirs.context().close();
});

test('an account that is closed is out with its next click; opened again, it can sign in', async ({page, browser}) => {
  const {staffId, email} = await someone(sql);
  await asRole(page, ADMINISTRATOR, `/admin/staff/${staffId}`);
  const theirs = await browser.newPage();
  const address = new URL(page.url()).origin;
  await theirs.goto(`${address}/sign-in?next=/account`);
  await givePassword(theirs, email);
  await expect(theirs.getByRole('heading', {level: 1, name: 'Your account'})).toBeVisible();

  await page.getByRole('button', {name: 'Close the account'}).click();
  await expect(done(page)).toContainText('The account is closed');
  await theirs.goto(`${address}/account`);
  await expect(theirs).toHaveURL(/\/sign-in/);
  await givePassword(theirs, email);
  await expect(theirs.getByRole('alert')).toContainText('is not right');

  await page.getByRole('button', {name: 'Open the account'}).click();
  await expect(done(page)).toContainText('The account is open again');
  await givePassword(theirs, email);
  await expect(theirs.getByRole('heading', {level: 1, name: 'Your account'})).toBeVisible();
  await page.getByRole('button', {name: 'Sign them out'}).click();
  await expect(done(page)).toContainText('They are signed out everywhere');
  await theirs.goto(`${address}/account`);
  await expect(theirs).toHaveURL(/\/sign-in/);
  await theirs.close();
});

test('nobody closes their own account or stops being an administrator by themselves', async ({page}) => {
  const {staffId, email} = await someone(sql, ['administrator', 'analyst']);
  await asRole(page, email, `/admin/staff/${staffId}`);
  await expect(page.getByText('This is you.')).toBeVisible();
  await expect(page.getByRole('button', {name: 'Close the account'})).toHaveCount(0);
  await page.getByLabel('Administrator').uncheck();
  await save(page);
  await expect(page.getByRole('alert')).toContainText('You cannot stop being an administrator yourself');
  await expectAccessible(page, /^Nora/);
});

test('of two who change one account, the slower sees both versions and keeps the typing', async ({page, context}) => {
  const {staffId, name} = await someone(sql);
  await asRole(page, ADMINISTRATOR, `/admin/staff/${staffId}`);
  const slower = await context.newPage();
  await slower.goto(`/admin/staff/${staffId}`);
  await page.getByLabel('Name', {exact: true}).fill(`${name} Quick`);
  await save(page);
  await expect(done(page)).toContainText('Saved');

  await slower.getByLabel('Name', {exact: true}).fill(`${name} Slow`);
  await slower.getByLabel('Team lead').check();
  await save(slower);
  const both = slower.getByRole('alert').filter({hasText: 'This was changed while you were typing'});
  await expect(both).toContainText(`${name} Quick`);
  await expect(both).toContainText(`${name} Slow`);
  await expect(slower.getByLabel('Name', {exact: true})).toHaveValue(`${name} Slow`);
  await expect(slower.getByLabel('Team lead')).toBeChecked();
  await expectAccessible(slower, `${name} Quick`);
  await slower.setViewportSize({width: 320, height: 640});
  await expectNoSideways(slower);
  await save(slower);
  await expect(done(slower)).toContainText('Saved');
  await expect(slower.getByRole('heading', {level: 1, name: `${name} Slow`})).toBeVisible();
});

test('what was typed is still there after the session has ended and someone signs in again', async ({page}) => {
  const {staffId, email} = await someone(sql, ['administrator']);
  await asRole(page, email, '/admin/staff/new');
  await page.getByLabel('Name', {exact: true}).fill('Kept Through');
  await page.getByLabel('Link worker').check();
  await sql`update sessions set ended_at = now(), end_reason = 'idle' where staff_id = ${staffId} and ended_at is null`;
  await page.getByRole('button', {name: 'Send the invitation'}).click();
  await expect(page).toHaveURL(/\/sign-in/);
  await givePassword(page, email);
  await expect(page.getByRole('heading', {level: 1, name: 'Invite someone'})).toBeVisible();
  await expect(page.getByText('We kept what you had typed.')).toBeVisible();
  await expect(page.getByLabel('Name', {exact: true})).toHaveValue('Kept Through');
  await expect(page.getByLabel('Link worker')).toBeChecked();
});

test('a practitioner has professions, which are asked for when that is ticked @plain', async ({
  page,
  javaScriptEnabled,
}) => {
  const {staffId, name} = await someone(sql);
  await asRole(page, ADMINISTRATOR, `/admin/staff/${staffId}`);
  const nursing = page.getByLabel('Nursing');
  if (javaScriptEnabled) await expect(nursing).toBeHidden();
  await page.getByLabel('Practitioner', {exact: true}).check();
  await nursing.check();
  await expectAccessible(page, name);
  await save(page);
  await expect(done(page)).toContainText('Saved');
  await expect(nursing).toBeChecked();
});
