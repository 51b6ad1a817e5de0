import {type Page} from '@playwright/test';
import {randomUUID} from 'node:crypto';
import type {Role} from '../../app/domain/access/roles.ts';
import type {Sql} from '../../db/client.ts';
import {demonstrationHost, insertStaff} from '../factories/staff.ts';

export const PASSWORD = 'kettle river marble';

/** An administrator of the host of the demonstration. */
export const ADMINISTRATOR = 'Owen Griffiths';

/** Someone at the host who signs in with a password alone, as the accounts of the demonstration do. */
export async function someone(sql: Sql, roles: Role[] = ['call_handler']) {
  const name = `Nora ${randomUUID().slice(0, 8)}`;
  const email = `${randomUUID()}@staff.example`;
  const {staffId} = await insertStaff(sql, await demonstrationHost(sql), {
    roles,
    password: PASSWORD,
    name,
    email,
    isDemonstration: true,
  });
  return {staffId, name, email};
}

export async function givePassword(page: Page, email: string) {
  await page.getByLabel('Work e-mail address').fill(email);
  await page.getByLabel('Password', {exact: true}).fill(PASSWORD);
  await page.getByRole('button', {name: 'Sign in', exact: true}).click();
}

/** What the page says was done. */
export const done = (page: Page) => page.getByRole('alert').filter({hasText: 'Done'});
export const save = (page: Page) => page.getByRole('button', {name: 'Save', exact: true}).click();
