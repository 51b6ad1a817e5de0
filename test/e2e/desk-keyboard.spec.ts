import {expect, test} from '@playwright/test';
import {asRole} from './as-role.ts';
import {part, ready} from './desk-steps.ts';

/** Typing at a modest 40 words a minute, of five letters and a space each. The call below takes 76 keys: 19 seconds. */
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

  await press('1', 'Space', '2', 'Space');
  await expect(page.getByLabel('Who is calling')).toHaveValue('person');
  await press('Tab', 'Tab');
  await type('Nell');
  await press('Escape', '3', 'Tab', 'Space');
  await expect(page.getByLabel('They do not want to say')).toBeChecked();
  await press('4');
  await type('lonely since her husband died, wants company');
  await expect(page.getByRole('button', {name: /^\+? ?Add /}).first()).toBeVisible();
  await press('Tab', 'Enter');
  await expect(page.getByRole('list', {name: 'Chosen needs, the main one first'})).toBeVisible();
  await press('Escape', '6');
  await type('RG12 1JX');
  await press('Escape');
  await expect(part(page, 'What is near').getByRole('status')).toContainText('RG12 1JX');
  await press('g', '1');
  await expect(page.getByLabel('Signposted to services')).toBeChecked();
  await press('e');
  await page.waitForURL(/\/desk\/ended\//);
  await expect(page.getByText('Resolved at first contact', {exact: true})).toBeVisible();
  expect(keys).toBeLessThan(KEYS_A_MINUTE / 2);
});
