import {expect, test} from '@playwright/test';
import {beginCall, part} from './desk-steps.ts';
import {expectAccessible} from './page-checks.ts';

test('without scripts the page is a form that can be saved and ended @plain @not-desktop', async ({page}) => {
  await beginCall(page);
  await page.getByRole('radio', {name: 'No', exact: true}).first().check();
  await page.getByLabel('Who is calling').selectOption('Not said');
  await page.getByLabel('Nobody in particular').check();
  await page.getByLabel('What is wrong, in their own words').fill('Lonely, and would like company');
  await page.getByLabel('Near', {exact: true}).fill('RG12 1JX');
  await page.getByText('All needs').click();
  await page.getByRole('checkbox', {name: /lonel/i}).first().check();
  await page.getByLabel('Part of life').selectOption('Community');
  await page.getByRole('button', {name: 'Save'}).last().click();
  await expectAccessible(page, /^Call C-/);
  await expect(page.getByLabel('What is wrong, in their own words')).toHaveValue('Lonely, and would like company');

  await page.getByRole('button', {name: 'End the call'}).click();
  await expect(page.getByRole('link', {name: 'Say how the call ends'})).toBeVisible();
  await expect(page.getByLabel('What is wrong, in their own words')).toHaveValue('Lonely, and would like company');
  await part(page, 'What is near').getByRole('checkbox').first().check();
  await page.getByRole('checkbox', {name: /^Signposted to services/}).check();
  await page.getByRole('button', {name: 'End the call'}).click();
  await expect(page.getByText('Resolved at first contact', {exact: true})).toBeVisible();
  await expect(page.getByRole('heading', {name: 'Services given'})).toBeVisible();
});
