import {expect, test} from '@playwright/test';
import {randomUUID} from 'node:crypto';
import {generate} from 'otplib';
import type {Sql} from '../../db/client.ts';
import {browserDatabase} from '../setup/site.ts';
import {asRole} from './as-role.ts';
import {ADMINISTRATOR, done, givePassword, PASSWORD} from './admin-steps.ts';
import {collectComplaints, expectAccessible, expectNoSideways} from './page-checks.ts';

let sql: Sql;
test.beforeAll(() => {
  sql = browserDatabase();
});
test.afterAll(() => sql.end());

test('someone is invited, chooses a password from the e-mail, sets up codes and is in @plain', async ({page}) => {
  // The whole way, with every page looked at.
  test.slow();
  const complaints = collectComplaints(page);
  const email = `Nia.${randomUUID().slice(0, 8)}@Staff.Example`;
  await asRole(page, ADMINISTRATOR, '/admin');
  await expectAccessible(page, 'Administration');
  await page.getByRole('link', {name: 'People who work here'}).click();
  await page
    .getByRole('button', {name: 'Invite someone'})
    .or(page.getByRole('link', {name: 'Invite someone'}))
    .click();
  await expectAccessible(page, 'Invite someone');

  await page.getByLabel('Name', {exact: true}).fill('Nia New');
  await page.getByRole('button', {name: 'Send the invitation'}).click();
  const problems = page.getByRole('alert');
  await expect(problems).toContainText('Enter their work e-mail address');
  await expect(problems).toContainText('Choose at least one thing that they do');
  await expect(page.getByLabel('Name', {exact: true})).toHaveValue('Nia New');
  await expectAccessible(page, 'Invite someone');

  await page.getByLabel('Work e-mail address').fill(email);
  await page.getByLabel('Call handler').check();
  await page.getByRole('button', {name: 'Send the invitation'}).click();
  await expect(done(page)).toContainText('The invitation is on its way');
  await expectAccessible(page, 'Nia New');
  await expect(page.getByText('They have not chosen a password yet')).toBeVisible();
  const account = new URL(page.url()).pathname;

  await page.goto('/outbox');
  await expectAccessible(page, 'Outbox');
  await expectNoSideways(page);
  const message = page.getByRole('article').filter({hasText: email.toLowerCase()});
  await expect(message).toContainText('Your Fingerpost account');
  await message.getByRole('link').click();

  await expectAccessible(page, 'Welcome to Fingerpost');
  await page.getByLabel('New password').fill(PASSWORD);
  await page.getByRole('button', {name: 'Save and sign in'}).click();
  await givePassword(page, email);
  const secret = (await page.locator('.code-key').innerText()).replaceAll(' ', '');
  await page.getByLabel('The six figures').fill(await generate({secret}));
  await page.getByRole('button', {name: 'Go on'}).click();
  await page.goto('/staff');
  await expect(page.getByRole('heading', {level: 1, name: 'Hello, Nia New'})).toBeVisible();

  await page.context().clearCookies();
  await asRole(page, ADMINISTRATOR, account);
  await expect(page.getByText('Active', {exact: true})).toBeVisible();
  expect(complaints.filter((words) => !words.includes('422'))).toEqual([]);
});

test('an invitation that is sent again makes the first link useless', async ({page}) => {
  const email = `${randomUUID()}@staff.example`;
  await asRole(page, ADMINISTRATOR, '/admin/staff/new');
  await page.getByLabel('Name', {exact: true}).fill('Second Try');
  await page.getByLabel('Work e-mail address').fill(email);
  await page.getByLabel('Analyst').check();
  await page.getByRole('button', {name: 'Send the invitation'}).click();
  await page.getByRole('button', {name: 'Send it again'}).click();
  await expect(done(page)).toContainText('A new invitation is on its way');
  const messages = await sql<
    {body: string}[]
  >`select body from messages where recipient = ${email} order by created_at`;
  const links = messages.map(({body}) => /http\S+\/set-password\/[\w-]+/.exec(body)?.[0] ?? '');
  expect(links).toHaveLength(2);
  await page.goto(links[0]!);
  await expect(page.getByRole('heading', {level: 1, name: 'This link no longer works'})).toBeVisible();
  await page.goto(links[1]!);
  await expect(page.getByRole('heading', {level: 1, name: 'Welcome to Fingerpost'})).toBeVisible();
});

test('the list is narrowed by name, which stands in no address, and by choices, which do', async ({page}) => {
  await asRole(page, ADMINISTRATOR, '/admin/staff');
  await expectAccessible(page, 'People who work here');
  await page.getByLabel('Name or e-mail').fill('griffith');
  await page.getByRole('button', {name: 'Show'}).click();
  await expect(page.getByRole('status')).toHaveText('1 account');
  await expect(page.getByRole('link', {name: 'Owen Griffiths'}).last()).toBeVisible();
  expect(page.url()).not.toContain('griffith');
  await page.getByLabel('Name or e-mail').fill('');
  await page.getByLabel('What they do').selectOption('Directory editor');
  await page.getByRole('button', {name: 'Show'}).click();
  await expect(page).toHaveURL(/\/admin\/staff\?role=directory_editor$/);
  await expect(page.getByRole('link', {name: 'Hannah Lowe'})).toBeVisible();
  await expectNoSideways(page);
});

test('a team is added, renamed, closed and opened again', async ({page}) => {
  test.slow();
  const name = `Night desk ${randomUUID().slice(0, 8)}`;
  await asRole(page, ADMINISTRATOR, '/admin/teams');
  await expectAccessible(page, 'Teams');
  await page.getByRole('button', {name: 'Add the team'}).click();
  await expect(page.getByRole('alert')).toContainText('Enter the name of the team');
  await page.getByLabel('Name of the team').fill(name);
  await page.getByRole('button', {name: 'Add the team'}).click();
  await expect(done(page)).toContainText('The team is added');
  await expectAccessible(page, name);
  await page.getByLabel('Name of the team').fill(`${name} two`);
  await page.getByRole('button', {name: 'Save the name'}).click();
  await expect(page.getByRole('heading', {level: 1, name: `${name} two`})).toBeVisible();
  await page.getByRole('button', {name: 'Close the team'}).click();
  await expect(done(page)).toContainText('The team is closed');
  await page.getByRole('button', {name: 'Open the team'}).click();
  await expect(done(page)).toContainText('The team is open again');
  await page.goto('/admin/teams');
  await page.setViewportSize({width: 320, height: 640});
  await expectNoSideways(page);
});

test('the host adds an organisation; an administrator of another sees only their own', async ({page}) => {
  test.slow();
  const name = `Test Homes ${randomUUID().slice(0, 8)}`;
  await asRole(page, ADMINISTRATOR, '/admin/partners');
  await expectAccessible(page, 'Organisations');
  await page.getByLabel('Name of the organisation').fill(name);
  await page.getByLabel('What it is').selectOption('Housing');
  await page.getByRole('button', {name: 'Add the organisation'}).click();
  await expect(done(page)).toContainText('The organisation is added');
  await expectAccessible(page, name);
  await page.getByRole('button', {name: 'Close the organisation'}).click();
  await expect(done(page)).toContainText('The organisation is closed');

  await page.context().clearCookies();
  await asRole(page, 'Peter Nowak', '/admin');
  await expect(page.getByRole('link', {name: 'Organisations'})).toHaveCount(0);
  await page.goto('/admin/staff');
  await expect(page.getByRole('link', {name: 'Aisha Rahman'})).toBeVisible();
  await expect(page.getByRole('link', {name: 'Priya Nair'})).toHaveCount(0);
  await page.goto('/admin/partners');
  await expect(page.getByRole('heading', {level: 1, name: 'This page is not part of your work here'})).toBeVisible();
  const [host] = await sql<{id: string}[]>`select id from staff where email = 'priya.nair@hub.example'`;
  await page.goto(`/admin/staff/${host!.id}`);
  await expect(page.getByRole('heading', {level: 1, name: 'This page cannot be shown'})).toBeVisible();
});
