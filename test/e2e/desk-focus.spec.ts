/** A call on a small screen, by the keyboard: what has the focus is in view. */
import {expect, test} from '@playwright/test';
import {beginCall, part, ready, story} from './desk-steps.ts';

test('what has the focus stays in view when the list of what is near comes at that very moment', async ({page}) => {
  await beginCall(page, 'call_handler', 'Walk-in');
  await ready(page);
  await page.setViewportSize({width: 360, height: 740});
  await part(page, 'Ending')
    .getByRole('checkbox', {name: /^Advice or information given/})
    .check();
  const sending = page.getByRole('group', {name: 'Send it to them?'});
  await sending.getByLabel('Text message').check();
  // The list is asked for, and comes when somebody goes from the top to the end, which is below it.
  let letGo = () => {};
  const held = new Promise<void>((resolve) => (letGo = resolve));
  await page.route('**/near', async (route) => {
    const answer = await route.fetch();
    await held;
    await route.fulfill({response: answer});
  });
  const asked = page.waitForRequest('**/near');
  await story(page).fill('She is lonely and would like company');
  await asked;
  await page.evaluate('scrollTo(0, 0)');
  await sending.getByLabel('Text message').focus();
  await page.keyboard.press('Shift+Tab');
  letGo();
  await expect(page.locator('.near-card').nth(3)).toBeAttached();
  await expect(page.getByLabel('What we agreed')).toBeFocused();
  const room = () =>
    page.evaluate(() => {
      const {top, height} = document.activeElement!.getBoundingClientRect();
      return Math.round(Math.min(top, innerHeight - top - Math.min(height, 24)));
    });
  await expect.poll(room, {message: 'room above and below what has the focus'}).toBeGreaterThanOrEqual(0);
});
