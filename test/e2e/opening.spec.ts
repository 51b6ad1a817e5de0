import {expect, test, type Page} from '@playwright/test';
import type {Sql} from '../../db/client.ts';
import {demonstrationHost, insertStaff} from '../factories/staff.ts';
import {browserDatabase} from '../setup/site.ts';
import {asRole} from './as-role.ts';
import {expectAccessible, scriptsRun} from './page-checks.ts';

let sql: Sql;
test.beforeAll(() => {
  sql = browserDatabase();
});
test.afterAll(() => sql.end());

async function signInAs(page: Page, name: string, path: string) {
  await page.goto(`/sign-in?next=${encodeURIComponent(path)}`);
  await page.getByRole('button', {name: new RegExp(name)}).click();
}

/** A person of the hub, whom Priya Nair may open. */
async function someoneKnown(): Promise<string> {
  const [person] = await sql<{id: string}[]>`
    insert into people (partnership_id, partner_id, known_as)
    select partnership_id, partner_id, 'Nell' from staff where email = 'priya.nair@hub.example'
    returning id
  `;
  return person!.id;
}

test('a record stays open for as long as its reader stays signed in, and not a moment longer', async ({page}) => {
  const record = `/people/${await someoneKnown()}`;
  await signInAs(page, 'Priya Nair', record);
  await page.getByRole('button', {name: 'They said yes: open it'}).click();
  await expect(page.getByRole('heading', {level: 1, name: 'Nell'})).toBeVisible();
  await page.goto('/staff');
  await page.goto(record);
  await expect(page.getByRole('heading', {level: 1, name: 'Nell'})).toBeVisible();

  await page.getByRole('button', {name: 'Sign out'}).click();
  await expect(page.getByRole('heading', {level: 1, name: 'Sign in'})).toBeVisible();
  await signInAs(page, 'Priya Nair', record);
  await expect(page.getByRole('heading', {level: 1, name: 'Why do you need this record?'})).toBeVisible();
  await page.goto(`${record}/edit/contacts`);
  await expect(page.getByRole('heading', {level: 1, name: 'Why do you need this record?'})).toBeVisible();
});

test.describe('single keys', () => {
  test('are listed by “?”, open a record, and none acts while something is typed', async ({page}) => {
    const record = `/people/${await someoneKnown()}`;
    const reason = page.getByRole('heading', {level: 1, name: 'Why do you need this record?'});
    const opened = page.getByRole('heading', {level: 1, name: 'Nell'});
    const keys = page.getByRole('button', {name: 'Keys'});
    await asRole(page, 'Priya Nair', `${record}/open`);
    await expect(reason).toBeVisible();
    await expect(keys).toBeVisible();

    // The list closes by Escape, and keeps the keys from the page behind.
    await page.keyboard.press('?');
    const list = page.getByRole('dialog', {name: 'Keys of this page'});
    await expect(list).toContainText('They said yes: open the record');
    await expectAccessible(page, 'Why do you need this record?');
    await page.keyboard.press('1');
    await expect(list).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(list).toBeHidden();
    await keys.click();
    await list.getByRole('button', {name: 'Close'}).click();
    await expect(keys).toBeFocused();

    await page.keyboard.press('2');
    // What others of this organisation named before stands above it, as keys of their own.
    await expect(page.getByLabel(/^(Under which|Or under other) work$/)).toBeFocused();
    await page.getByLabel('Which one').click();
    await page.keyboard.type('Call 1312 ?');
    await expect(page.getByLabel('Which one')).toHaveValue('Call 1312 ?');
    await expect(page.getByRole('dialog')).toBeHidden();

    await page.getByRole('heading', {level: 1}).click();
    await page.keyboard.press('3');
    await expect(page.getByLabel('Why it is in their best interests')).toBeFocused();
    await page.keyboard.press('1');
    await expect(page.getByLabel('Why it is in their best interests')).toHaveValue('1');

    await page.getByRole('heading', {level: 1}).click();
    await page.keyboard.press('Control+1');
    await page.keyboard.press('Alt+1');
    expect(new URL(page.url()).pathname).toBe(`${record}/open`);
    await page.keyboard.press('1');
    await expect(opened).toBeVisible();
    await expect(page.getByText('Open because: The person agreed, in words')).toBeVisible();

    // After the three ways the next ones are the works somebody was last opened under.
    await page.getByRole('button', {name: 'Close this record'}).click();
    await page.goto(`${record}/open`);
    await page.getByLabel('Which one').fill('Hot meals, Tuesday');
    await page.getByRole('button', {name: 'Open it for this work'}).click();
    await expect(page.getByText('Hot meals, Tuesday')).toBeVisible();
    await page.getByRole('button', {name: 'Close this record'}).click();
    await page.goto(`${record}/open`);
    await expect(keys).toBeVisible();
    await page.keyboard.press('4');
    await expect(opened).toBeVisible();
    await expect(page.getByRole('region', {name: 'This record'})).toContainText('Hot meals, Tuesday');
  });

  test('are turned off for an account, wherever it signs in, and on again', async ({page}) => {
    const {email, staffId} = await insertStaff(sql, await demonstrationHost(sql), {
      roles: ['call_handler'],
    });
    const record = `/people/${await someoneKnown()}`;
    await asRole(page, email, '/account');
    await page.getByRole('button', {name: 'Turn single keys off'}).click();
    await expect(page.getByText('Off: no page does anything because of a single key.')).toBeVisible();
    await expectAccessible(page, 'Your account');
    await page.getByRole('button', {name: 'Sign out', exact: true}).click();
    await expect(page.getByRole('heading', {level: 1, name: 'Sign in'})).toBeVisible();
    await asRole(page, email, `${record}/open`);
    await expect(page.getByRole('heading', {level: 1, name: 'Why do you need this record?'})).toBeVisible();
    // Until the scripts of the page run, no key would do anything in any case.
    await scriptsRun(page);
    await page.keyboard.press('1');
    await page.keyboard.press('?');
    await expect(page.getByRole('dialog')).toBeHidden();
    await expect(page.getByRole('button', {name: 'Keys'})).toBeHidden();
    expect(new URL(page.url()).pathname).toBe(`${record}/open`);

    await page.goto('/account');
    await page.getByRole('button', {name: 'Turn single keys on'}).click();
    await expect(page.getByRole('button', {name: 'Turn single keys off'})).toBeVisible();
    await page.goto(`${record}/open`);
    await expect(page.getByRole('button', {name: 'Keys'})).toBeVisible();
    await page.keyboard.press('1');
    await expect(page.getByRole('heading', {level: 1, name: 'Nell'})).toBeVisible();
    const changes = await sql`
      select details from audit_entries where staff_id = ${staffId} and action = 'own_account_changed' order by seq
    `;
    expect(changes).toEqual([{details: {keys: 'off'}}, {details: {keys: 'on'}}]);
  });
});
