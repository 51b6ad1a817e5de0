import {expect, test} from '@playwright/test';

test('the second press of a double click goes to nothing that the first did not press', async ({page}) => {
  await page.goto('/about', {waitUntil: 'networkidle'});
  const gone: string[] = [];
  page.on('framenavigated', (frame) => gone.push(new URL(frame.url()).pathname));
  const link = (name: string) => page.getByRole('banner').getByRole('link', {name});

  await page.getByRole('heading', {level: 1}).click();
  // As when the page has changed under the pointer between the two presses.
  await link('Your list').hover();
  await page.mouse.down({clickCount: 2});
  await page.mouse.up({clickCount: 2});
  // And twice on one thing is as it was.
  await link('Talk to someone').dblclick();
  await expect(page.getByRole('heading', {level: 1, name: /Talk to/})).toBeVisible();
  expect(new Set(gone)).toEqual(new Set(['/talk']));
});
