/** Steps that several journeys about people's records take. */
import type {Page} from '@playwright/test';
import {randomInt} from 'node:crypto';

/** A family name that no other test and no earlier run has: letters only, so that it is read as a name. */
export const aFamilyName = () =>
  `Q${Array.from({length: 9}, () => 'bdfgklmprstv'[randomInt(12)]! + 'aeiou'[randomInt(5)]!).join('')}`;

/** A birth date that hardly anyone else of the run has: someone with the same one and a like name would be offered. */
export const aBirthDate = () => `${randomInt(1, 29)}/${randomInt(1, 13)}/${randomInt(1920, 2000)}`;

/** Writes someone down through the pages, and stops before the record is opened. */
export async function writeDown(page: Page, fields: Record<string, string>) {
  await page.goto('/people/new');
  for (const [label, value] of Object.entries(fields)) await page.getByLabel(label, {exact: true}).fill(value);
  await page.getByRole('button', {name: /Write them down|None of these/}).click();
}

export async function openByConsent(page: Page) {
  await page.getByRole('button', {name: 'They said yes: open it'}).click();
  await page.waitForURL((url) => !url.pathname.endsWith('/open'));
  return new URL(page.url()).pathname;
}

export async function find(page: Page, words: string) {
  await page.goto('/people');
  await page.getByRole('textbox', {name: /Name, birth date/}).fill(words);
  await page.getByRole('button', {name: 'Find'}).click();
}
