/** Steps that several browser tests of the desk take. */
import {expect, type Locator, type Page} from '@playwright/test';
import {asRole, type Who} from './as-role.ts';

/** Begins a call as a handler does, and stands on its page. */
export async function beginCall(page: Page, who: Who = 'call_handler', channel = 'New call'): Promise<string> {
  await asRole(page, who, '/desk');
  await page.getByRole('button', {name: channel}).first().click();
  await page.waitForURL(/\/desk\/calls\/[0-9a-f-]{36}/);
  await expect(page.getByRole('heading', {level: 1, name: /^Call C-/})).toBeVisible();
  return new URL(page.url()).pathname;
}

/** One part of a call, by its name. */
export const part = (page: Page, name: string): Locator => page.getByRole('region', {name, exact: true});

/** Whatever was typed has arrived on the server. */
export const expectKept = (page: Page) => expect(page.locator('.save-state')).toHaveText(/^Saved at \d\d:\d\d$/);

/** Waits until React has taken the page over: before that a button sends a form. */
export const ready = (page: Page) => expect(page.locator('form.call[data-ready]')).toBeVisible();
