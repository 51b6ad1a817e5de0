import {expect, test} from '@playwright/test';
import {expectAccessible} from './page-checks.ts';

test('someone in despair is told whom to ring before any list @phone @plain', async ({page}) => {
  await page.goto('/search?q=i+want+to+end+my+life');
  const care = page.getByRole('region', {name: /ring now/});
  await expect(care.getByRole('link', {name: /116 123/})).toHaveAttribute('href', 'tel:116123');
  await expect(care.getByRole('link', {name: '999'})).toBeVisible();
  await expectAccessible(page, /found/);
});
