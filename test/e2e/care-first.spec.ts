import {expect, test} from '@playwright/test';
import {expectAccessible} from './page-checks.ts';

test('someone in despair is told whom to ring before any list @phone @plain', async ({page}) => {
  await page.goto('/search?q=i+want+to+end+my+life');
  const care = page.getByRole('region', {name: /ring now/});
  await expect(care.getByRole('link', {name: /116 123/})).toHaveAttribute('href', 'tel:116123');
  await expect(care.getByRole('link', {name: '999'})).toBeVisible();
  await expectAccessible(page, /found/);
});

test('danger is heard in the words themselves, in any language, and who can help is a press away @plain', async ({
  page,
}) => {
  for (const words of ['i dont want to live', 'chcę umrzeć']) {
    await page.goto(`/search?q=${encodeURIComponent(words)}`);
    const care = page.getByRole('region', {name: /ring now/});
    await expect(care.getByRole('link', {name: /116 123/})).toBeVisible();
    await expectAccessible(page, /found/);
    await care.getByRole('link', {name: /In crisis/}).click();
    await expect(page).toHaveURL(/need=mental-health-crisis/);
    await expect(page.getByRole('link', {name: 'The Small Hours Line'})).toBeVisible();
  }
});
