import {expect, test, type Page} from '@playwright/test';
import {randomUUID} from 'node:crypto';
import {generate} from 'otplib';
import type {Role} from '../../app/domain/access/roles.ts';
import type {Sql} from '../../db/client.ts';
import {insertStaff} from '../factories/staff.ts';
import {browserDatabase} from '../setup/site.ts';
import {collectComplaints, expectAccessible, expectNoSideways} from './page-checks.ts';

const PASSWORD = 'kettle river marble';
let sql: Sql;
test.beforeAll(() => {
  sql = browserDatabase();
});
test.afterAll(() => sql.end());

async function beTheAdministrator(page: Page, path: string, name = 'Owen Griffiths') {
  await page.goto(`/sign-in?next=${encodeURIComponent(path)}`);
  await page.getByRole('button', {name: new RegExp(name)}).click();
  await page.waitForURL((url) => url.pathname === path);
}

/** Someone at the host who signs in with a password alone, as the accounts of the demonstration do. */
async function someone(roles: Role[] = ['call_handler']) {
  const [host] = await sql<{id: string; partnershipId: string; name: string}[]>`
    select id, partnership_id, name from partners where is_host
  `;
  const name = `Nora ${randomUUID().slice(0, 8)}`;
  const email = `${randomUUID()}@staff.example`;
  const {staffId} = await insertStaff(sql, host!, {roles, password: PASSWORD, name, email, isDemonstration: true});
  return {staffId, name, email};
}

async function signIn(page: Page, email: string, path = '/staff') {
  await page.goto(`/sign-in?next=${encodeURIComponent(path)}`);
  await givePassword(page, email);
}

async function givePassword(page: Page, email: string) {
  await page.getByLabel('Work e-mail address').fill(email);
  await page.getByLabel('Password', {exact: true}).fill(PASSWORD);
  await page.getByRole('button', {name: 'Sign in', exact: true}).click();
}

const done = (page: Page) => page.getByRole('alert').filter({hasText: 'Done'});
const save = (page: Page) => page.getByRole('button', {name: 'Save', exact: true}).click();

test('someone is invited, chooses a password from the e-mail, sets up codes and is in', async ({page}) => {
  const complaints = collectComplaints(page);
  const email = `Nia.${randomUUID().slice(0, 8)}@Staff.Example`;
  await beTheAdministrator(page, '/admin');
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
  await expectAccessible(page, 'Hello, Nia New');

  await page.context().clearCookies();
  await beTheAdministrator(page, account);
  await expect(page.getByText('Active', {exact: true})).toBeVisible();
  expect(complaints.filter((words) => !words.includes('422'))).toEqual([]);
});

test('an invitation that is sent again makes the first link useless', async ({page}) => {
  const email = `${randomUUID()}@staff.example`;
  await beTheAdministrator(page, '/admin/staff/new');
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

test('a role that is given counts from the next click, and so does one that is taken', async ({page, browser}) => {
  const {staffId, email, name} = await someone(['analyst']);
  const theirs = await browser.newPage();
  const address = await page.goto('/sign-in').then((answer) => new URL(answer!.url()).origin);
  await theirs.goto(`${address}/sign-in?next=/admin/teams`);
  await givePassword(theirs, email);
  const refused = theirs.getByRole('heading', {level: 1, name: 'This page is not part of your work here'});
  await expect(refused).toBeVisible();

  await beTheAdministrator(page, `/admin/staff/${staffId}`);
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
  await theirs.close();
});

test('an account that is closed is out with its next click; opened again, it can sign in', async ({page, browser}) => {
  const {staffId, email} = await someone();
  await beTheAdministrator(page, `/admin/staff/${staffId}`);
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
  const {staffId, email} = await someone(['administrator', 'analyst']);
  await signIn(page, email, `/admin/staff/${staffId}`);
  await expect(page.getByText('This is you.')).toBeVisible();
  await expect(page.getByRole('button', {name: 'Close the account'})).toHaveCount(0);
  await page.getByLabel('Administrator').uncheck();
  await save(page);
  await expect(page.getByRole('alert')).toContainText('You cannot stop being an administrator yourself');
  await expectAccessible(page, /^Nora/);
});

test('of two who change one account, the slower sees both versions and keeps the typing', async ({page, context}) => {
  const {staffId, name} = await someone();
  await beTheAdministrator(page, `/admin/staff/${staffId}`);
  const slower = await context.newPage();
  await slower.goto(`/admin/staff/${staffId}`);
  await page.getByLabel('Name', {exact: true}).fill(`${name} Quick`);
  await save(page);
  await expect(done(page)).toContainText('Saved');

  await slower.getByLabel('Name', {exact: true}).fill(`${name} Slow`);
  await slower.getByLabel('Team lead').check();
  await save(slower);
  const both = slower.getByRole('alert').filter({hasText: 'Somebody else changed this'});
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
  const {staffId, email} = await someone(['administrator']);
  await signIn(page, email, '/admin/staff/new');
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

test('an invitation that is sent five times at once makes one account', async ({page}) => {
  await beTheAdministrator(page, '/admin/staff/new');
  const email = `${randomUUID()}@staff.example`;
  const submission = await page.locator('input[name=submission]').getAttribute('value');
  const [host] = await sql<{id: string}[]>`select id from partners where is_host`;
  const form = {submission: submission!, name: 'Five Times', email, partner: host!.id, roles: 'analyst'};
  const headers = {Origin: new URL(page.url()).origin};
  const answers = await Promise.all(
    [1, 2, 3, 4, 5].map(() => page.request.post('/admin/staff/new', {form, headers, maxRedirects: 0})),
  );
  expect(new Set(answers.map((answer) => `${answer.status()} ${answer.headers().location}`)).size).toBe(1);
  expect(answers[0]!.status()).toBe(303);
  expect(await sql`select from staff where email = ${email}`).toHaveLength(1);
  expect(await sql`select from messages where recipient = ${email}`).toHaveLength(1);
});

test('the list is narrowed by name, which stands in no address, and by choices, which do', async ({page}) => {
  await beTheAdministrator(page, '/admin/staff');
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
  await page.setViewportSize({width: 320, height: 640});
  await expectNoSideways(page);
  await expectAccessible(page, 'People who work here');
});

test('a team is added, renamed, closed and opened again', async ({page}) => {
  const name = `Night desk ${randomUUID().slice(0, 8)}`;
  await beTheAdministrator(page, '/admin/teams');
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
  const name = `Test Homes ${randomUUID().slice(0, 8)}`;
  await beTheAdministrator(page, '/admin/partners');
  await expectAccessible(page, 'Organisations');
  await page.getByLabel('Name of the organisation').fill(name);
  await page.getByLabel('What it is').selectOption('Housing');
  await page.getByRole('button', {name: 'Add the organisation'}).click();
  await expect(done(page)).toContainText('The organisation is added');
  await expectAccessible(page, name);
  await page.getByRole('button', {name: 'Close the organisation'}).click();
  await expect(done(page)).toContainText('The organisation is closed');

  await page.context().clearCookies();
  await beTheAdministrator(page, '/admin', 'Peter Nowak');
  await expect(page.getByRole('link', {name: 'Organisations'})).toHaveCount(0);
  await page.goto('/admin/staff');
  await expect(page.getByRole('link', {name: 'Aisha Rahman'})).toBeVisible();
  await expect(page.getByRole('link', {name: 'Priya Nair'})).toHaveCount(0);
  await page.goto('/admin/partners');
  await expect(page.getByRole('heading', {level: 1, name: 'This page is not part of your work here'})).toBeVisible();
  const [host] = await sql<{id: string}[]>`select id from staff where email = 'priya.nair@hub.example'`;
  await page.goto(`/admin/staff/${host!.id}`);
  await expect(page.getByRole('heading', {level: 1, name: 'There is nothing here for you'})).toBeVisible();
});
