import {expect, test, type Locator, type Page} from '@playwright/test';
import {asRole} from './as-role.ts';
import {beginCall, part, ready, story} from './desk-steps.ts';

/** Typing at a modest 40 words a minute, of five letters and a space each. The call below takes 75 keys: 19 seconds. */
const KEYS_A_MINUTE = 240;

test('a simple signposting call is taken by keyboard alone, within a minute of typing, and a screen reader hears its parts in order', async ({
  page,
}) => {
  await asRole(page, 'call_handler', '/desk');
  let keys = 0;
  const press = async (...names: string[]) => {
    for (const name of names) await page.keyboard.press(name);
    keys += names.length;
  };
  const type = async (words: string) => {
    await page.keyboard.type(words);
    keys += words.length;
  };
  await expect(page.getByRole('button', {name: 'Keys'})).toBeVisible();
  await press('n');
  await page.waitForURL(/\/desk\/calls\//);
  await ready(page);

  // What a screen reader comes to, in the order of a conversation.
  const names = ['Danger', 'Caller', 'Person', 'Story', 'Strengths', 'What is near', 'Guides', 'Ending'];
  await expect(page.locator('form.call')).toMatchAriaSnapshot(
    names.map((name) => `- region "${name}":\n  - heading "${name}" [level=2]`).join('\n'),
  );
  await expect(part(page, 'Danger')).toMatchAriaSnapshot(`
    - group "Is anyone in danger now?":
      - radio "No"
      - radio "Yes"
      - radio "Not sure"
  `);

  // The first question has the focus: nothing leads there.
  await expect(page.getByRole('radio', {name: 'No', exact: true}).first()).toBeFocused();
  await page.keyboard.press('1');
  await expect(part(page, 'What is near').getByText('Nothing stands here yet that could be given.')).toBeVisible();
  await press('Space', 'c', 'Space');
  await expect(page.getByLabel('Who is calling')).toHaveValue('person');
  await press('Tab', 'Tab');
  await type('Nell');
  await press('Escape', 'p', 'Tab', 'Space');
  await expect(page.getByLabel('They do not want to say')).toBeChecked();
  await press('s');
  await type('lonely since her husband died, wants company');
  await expect(page.getByRole('button', {name: /^\+? ?Add /}).first()).toBeVisible();
  await press('Tab', 'Enter');
  await expect(page.getByRole('list', {name: 'Chosen needs, the main one first'})).toBeVisible();
  await press('Escape', 'n');
  await type('RG12 1JX');
  await press('Escape');
  await expect(part(page, 'What is near').getByRole('status')).toContainText('RG12 1JX');
  const near = part(page, 'What is near');
  const signposted = page.getByLabel('Signposted to services');
  await press('1');
  await expect(signposted).toBeChecked();
  await takesBack(page, near, signposted);
  await press('f', 'Enter');
  await page.waitForURL(/\/desk\/ended\//);
  await expect(page.getByText('Resolved at first contact', {exact: true})).toBeVisible();
  expect(keys).toBeLessThan(KEYS_A_MINUTE / 2);
});

test('who goes through the cards of what is near with the keyboard keeps their place: what is newer waits until they leave', async ({
  page,
}) => {
  await beginCall(page);
  await ready(page);
  await page.getByLabel('Near', {exact: true}).fill('RG12 1JX');
  await story(page).fill('I feel lonely since my husband died');
  const near = part(page, 'What is near');
  await expect(near.getByRole('listitem').nth(2)).toBeVisible();
  await expect(near).not.toContainText('Looking…');
  const names = () => near.getByRole('heading', {level: 3}).allTextContents();
  const before = await names();

  let letGo = () => {};
  const isThere = new Promise<void>((resolve) => (letGo = resolve));
  await page.route(/\/near$/, async (route) => {
    await isThere;
    await route.continue();
  });
  await story(page).fill('I cannot pay for the heating');
  await page.getByLabel('Near', {exact: true}).focus();
  await page.keyboard.press('Tab');
  await expect(near.getByRole('checkbox').first()).toBeFocused();
  const answered = page.waitForResponse(/\/near$/);
  letGo();
  await answered;
  await expect(near).toContainText('Newer ones wait');
  for (let cards = 0; cards < 2; cards++) {
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    // Longer than it waits for a pointer.
    await page.waitForTimeout(1200);
  }
  await expect(near.getByRole('checkbox').nth(2)).toBeFocused();
  expect(await names()).toEqual(before);
  await page.keyboard.press('Space');
  await expect(near.getByRole('checkbox').nth(2)).toBeChecked();
  expect(await names()).toEqual(before);
  await story(page).focus();
  await expect.poll(names).not.toEqual(before);
  await expect(near).not.toContainText('Newer ones wait');
});

/** What was given by mistake is taken back by one key, the same or `u`; a number typed where no field is gives nothing. */
async function takesBack(page: Page, near: Locator, signposted: Locator) {
  const first = near.getByRole('checkbox').first();
  const pause = () => page.waitForTimeout(400);
  await expect(near.getByText('The same key or u takes it back')).toBeVisible();
  await pause();
  await page.keyboard.press('1');
  await expect(first).not.toBeChecked();
  await expect(signposted).not.toBeChecked();
  await pause();
  await page.keyboard.press('1');
  await expect(first).toBeChecked();
  await page.keyboard.press('u');
  await expect(first).not.toBeChecked();
  await pause();
  await page.keyboard.type('12');
  await expect(near.getByText('Nothing was given')).toBeVisible();
  await expect(near.getByRole('checkbox', {checked: true})).toHaveCount(0);
  await pause();
  await page.keyboard.press('1');
  await expect(signposted).toBeChecked();
  await page.keyboard.press('?');
  await expect(page.getByRole('dialog', {name: 'Keys of this page'})).toContainText('Take back what was given last');
  await page.keyboard.press('Escape');
}
