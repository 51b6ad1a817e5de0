import {expect, test, type Response} from '@playwright/test';
import {collectComplaints, expectAccessible, expectNoSideways} from './page-checks.ts';
import {beginCall, expectKept, part, ready} from './desk-steps.ts';

/** Where the page of a call asks what is near. */
const NEAR = /\/near$/;
const asked = (answer: Response) => answer.request().postData() ?? '';

test('a signposted call: from the first word to what was given @phone', async ({page}) => {
  const complaints = collectComplaints(page);
  await beginCall(page);
  await ready(page);

  await page.getByRole('radio', {name: 'No', exact: true}).first().check();
  await page.getByLabel('The caller is the person themselves').check();
  await page.getByLabel('Their name').fill('Nell Example');
  await page.getByLabel('They do not want to say').check();
  await page.getByLabel('What is wrong, in their own words').fill('I feel lonely, I live near Crowthorne');
  await expect(part(page, 'What is near').getByRole('status')).toContainText('near Crowthorne, from the story');
  await expect(page.getByText('From the story. Type here if it is elsewhere')).toBeVisible();
  await page.getByLabel('Near', {exact: true}).fill('RG12 1JX');
  await expect(page.getByText('From the story. Type here')).toHaveCount(0);
  await page.getByLabel('What is wrong, in their own words').fill('I feel lonely since my husband died');
  const looked = page.waitForResponse((answer) => NEAR.test(answer.url()) && /loneliness/.test(asked(answer)));
  await page.getByRole('button', {name: /^\+? ?Add .*Lonel/i}).click();
  await looked;
  await expect(page.getByLabel('Part of life')).not.toHaveValue('');

  const near = part(page, 'What is near');
  await expect(near.getByRole('listitem').first()).toBeVisible();
  await expect(near.getByRole('status')).toContainText('RG12');
  await expect(near.getByRole('listitem').first()).toContainText(/Open.*Cost.*Join/s);

  // Who reaches for a card finds it where it was: what is newer waits until the pointer rests.
  const card = near.getByRole('listitem').first();
  let letGo = () => {};
  const reached = new Promise<void>((resolve) => (letGo = resolve));
  await page.route(NEAR, async (route) => {
    await reached;
    await route.continue();
  });
  const waited = near.getByRole('list').evaluate(
    (list) =>
      new Promise<number>((resolve) => {
        let last = 0;
        list.addEventListener('pointermove', () => (last = performance.now()));
        new MutationObserver(() => resolve(performance.now() - last)).observe(list, {childList: true});
      }),
  );
  await page.getByLabel('What is wrong, in their own words').fill('I feel lonely and cannot pay for the heating');
  await card.hover({position: {x: 20, y: 8}});
  letGo();
  expect(await waited).toBeGreaterThan(350);
  await page.unroute(NEAR);
  await near.getByRole('checkbox').first().check();
  await expect(page.getByLabel('Signposted to services')).toBeChecked();
  await expect(page.getByLabel('What we agreed')).toHaveValue(/^Here is what we agreed\./);
  await expectKept(page);
  await expectAccessible(page, /^Call C-/);
  await expectNoSideways(page);

  await page.getByRole('button', {name: 'End the call'}).click();
  await page.waitForURL(/\/desk\/ended\//);
  await expect(page.getByText('Resolved at first contact', {exact: true})).toBeVisible();
  await expectAccessible(page, /^Call C-/);
  await expectNoSideways(page);
  await page.getByRole('link', {name: 'Letter to print'}).click();
  await expectAccessible(page, 'What we talked about, and where to go next');
  await expect(page.getByText('If you ring us again')).toBeVisible();
  await page.goto('/desk');
  await expect(page.getByRole('region', {name: 'Your calls today'}).getByRole('listitem').first()).toBeVisible();
  expect(complaints).toEqual([]);
});
