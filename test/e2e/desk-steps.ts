/** Steps that several browser tests of the desk take. */
import {randomInt} from 'node:crypto';
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

/** A family name that no other test and no earlier run has. */
export const aFamilyName = () =>
  `Q${Array.from({length: 9}, () => 'bdfgklmprstv'[randomInt(12)]! + 'aeiou'[randomInt(5)]!).join('')}`;

/** The field of the story. */
export const story = (page: Page): Locator => page.getByLabel('What is wrong, in their own words');

/** The id of the call whose page is open. */
export const idOf = (page: Page): string => new URL(page.url()).pathname.split('/').at(-1)!;

/** What every call needs, for somebody who does not want to say who they are. */
export async function fillAnonymous(page: Page, words: string) {
  await page.getByRole('radio', {name: 'No', exact: true}).first().check();
  await page.getByLabel('Who is calling').selectOption('Not said');
  await page.getByLabel('They do not want to say').check();
  await story(page).fill(words);
  await page.getByRole('combobox', {name: 'Add a need'}).fill('lonel');
  await page.getByRole('combobox', {name: 'Add a need'}).press('Enter');
}

/** Ends the call, and stands on the page of the ended one. */
export async function end(page: Page): Promise<void> {
  await page.getByRole('button', {name: 'End the call'}).click();
  await page.waitForURL(/\/desk\/ended\//);
}
