import {expect, test} from '@playwright/test';
import {expectAccessible} from './page-checks.ts';

test('someone in despair is told whom to ring before any list @phone @plain', async ({page}) => {
  await page.goto('/search?q=i+want+to+end+my+life');
  const care = page.getByRole('region', {name: /ring now/});
  await expect(care.getByRole('link', {name: /116 123/})).toHaveAttribute('href', 'tel:116123');
  await expect(care.getByRole('link', {name: '999'})).toBeVisible();
  await expectAccessible(page, /found/);
});

test('despair in other words finds who can help, and wishing to die at home is not taken for it @plain', async ({
  page,
}) => {
  const care = page.getByRole('region', {name: /ring now/});
  await page.goto('/search?q=i+dont+want+to+live');
  await expect(care.getByRole('link', {name: /116 123/})).toBeVisible();
  await expect(page.getByRole('link', {name: 'The Small Hours Line'})).toBeVisible();
  await page.goto('/search?q=i+want+to+die+at+home');
  await expect(page.getByText('We looked for:')).toContainText('Care near the end of life');
  await expect(care).toBeHidden();
});

test('danger is heard in words that the search does not know, and who can help is a press away @plain', async ({
  page,
}) => {
  await page.goto(`/search?q=${encodeURIComponent('chcę umrzeć')}`);
  const care = page.getByRole('region', {name: /ring now/});
  await expect(care.getByRole('link', {name: /116 123/})).toBeVisible();
  await expectAccessible(page, /found/);
  await care.getByRole('link', {name: /In crisis/}).click();
  await expect(page).toHaveURL(/need=mental-health-crisis/);
  await expect(page.getByRole('link', {name: 'The Small Hours Line'})).toBeVisible();
});
