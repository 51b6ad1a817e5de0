import {expect, test, type Page} from '@playwright/test';
import type {Sql} from '../../db/client.ts';
import {browserDatabase} from '../setup/site.ts';

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
