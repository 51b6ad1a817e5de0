import {expect, test} from '@playwright/test';
import type {Sql} from '../../db/client.ts';
import {anEndedCall} from '../factories/calls.ts';
import {insertWellKnown} from '../factories/people.ts';
import {demonstrationHost, insertStaff} from '../factories/staff.ts';
import {browserDatabase} from '../setup/site.ts';
import {asRole, pageAs} from './as-role.ts';
import {aFamilyName, story} from './desk-steps.ts';
import {expectAccessible, expectNoSideways} from './page-checks.ts';

let sql: Sql;
test.beforeAll(() => {
  sql = browserDatabase();
});
test.afterAll(() => sql.end());

const kept = async (id: string) =>
  Object.fromEntries(
    (
      await sql<{name: string; value: string}[]>`
        select name, value from correction_draft_fields
        join correction_drafts on correction_drafts.id = draft_id
        where call_id = ${id}
      `
    ).map(({name, value}) => [name, value]),
  );
const why = 'Why is it corrected?';
const isReady = 'form.call--correct[data-ready]';

test('a correction is kept while it is typed, on any machine and in two tabs, and is gone once it is saved', async ({
  page,
  browser,
}) => {
  test.slow();
  const handler = await insertStaff(sql, await demonstrationHost(sql), {name: 'Nia Example'});
  const id = await anEndedCall(sql, handler, {story: 'About her feat'});
  const path = `/desk/ended/${id}/correct`;
  const crashed = await pageAs(browser, handler.email, path);
  await crashed.locator(isReady).waitFor();
  expect(await kept(id)).toEqual({});
  await crashed.getByLabel(why).pressSequentially('Misheard');
  await story(crashed).fill('About her feet');
  await expect.poll(() => kept(id), {timeout: 2000}).toEqual({reason: 'Misheard', story: 'About her feet'});
  expect(await crashed.evaluate('localStorage.length + sessionStorage.length')).toBe(0);
  await crashed.context().close();

  await asRole(page, handler.email, '/desk');
  await expect(page.getByRole('heading', {name: 'Corrections that you have begun'})).toBeVisible();
  await expectAccessible(page, 'Your desk');
  await page.getByRole('link', {name: /^Call C-/}).click();
  await expect(page.getByText('You had begun to correct this call.')).toBeVisible();
  await expect(page.getByLabel(why)).toHaveValue('Misheard');
  await expect(story(page)).toHaveValue('About her feet');
  await expectAccessible(page, /^Correct call C-/);
  await expectNoSideways(page);

  // Typed in a second tab, it is not saved by the first before it has been seen there.
  const tab = await page.context().newPage();
  await tab.goto(path);
  await tab.locator(isReady).waitFor();
  await tab.getByLabel('What is going well?').fill('Her sister rings');
  await expect.poll(async () => (await kept(id)).goingWell).toBe('Her sister rings');
  await page.locator(isReady).waitFor();
  await page.getByRole('button', {name: 'Save the correction'}).last().click();
  await expect(page.getByText('You typed some of this on another page.')).toBeVisible();
  await expect(page.getByLabel('What is going well?')).toHaveValue('Her sister rings');
  await page.getByRole('button', {name: 'Save the correction'}).last().dblclick();
  await expect(page.getByText('Version 1 became 2')).toBeVisible();
  await expect(page.getByText('Version 2 became 3')).toHaveCount(0);
  expect(await kept(id)).toEqual({});

  // The other tab hears that it is over as soon as something is typed there.
  await tab.getByLabel(why).fill('Too late');
  await expect(tab.getByText('This correction was saved or thrown away on another page.')).toBeVisible();
  await page.goto(path);
  await expect(page.getByText('You had begun to correct this call.')).toHaveCount(0);

  await page.locator(isReady).waitFor();
  await story(page).fill('A slip of the hand');
  await expect.poll(async () => (await kept(id)).story).toBe('A slip of the hand');
  await page.reload();
  await page.getByRole('button', {name: 'Throw it away and begin again'}).click();
  await expect(story(page)).toHaveValue('About her feet');
});

test('the network goes while a correction is typed: it is told, and kept when it is back', async ({page, context}) => {
  const handler = await insertStaff(sql, await demonstrationHost(sql), {name: 'Nia Example'});
  const id = await anEndedCall(sql, handler);
  await asRole(page, handler.email, `/desk/ended/${id}/correct`);
  await page.locator(isReady).waitFor();
  await context.setOffline(true);
  await page.getByLabel(why).pressSequentially('While it was away');
  await expect(page.getByText('No connection.')).toBeVisible();
  await context.setOffline(false);
  await expect.poll(async () => (await kept(id)).reason).toBe('While it was away');
  await expect(page.getByText('No connection.')).toBeHidden();
});

test('a call of the wrong person stays while somebody has it in hand, and the form names who; then what was handed on goes with it', async ({
  page,
}) => {
  const handler = await insertStaff(sql, await demonstrationHost(sql), {name: 'Nia Example'});
  const personId = await insertWellKnown(sql, handler, aFamilyName());
  const handedOn = {endings: 'handed_on', handOnTo: 'nursing', handOnPriority: 'hours_24', handOnReason: 'A sore leg'};
  const id = await anEndedCall(sql, handler, {personKnown: '', ...handedOn}, {personId});
  await sql`
    update handoffs set status = 'claimed', claimed_by = ${handler.staffId}, claimed_at = now(), active_at = now()
    where call_id = ${id}
  `;
  await asRole(page, handler.email, `/desk/ended/${id}/correct`);
  await page.locator(isReady).waitFor();
  await page.getByLabel(why).fill('Another of that name');
  await page.getByLabel('They do not want to say').check();
  await page.getByRole('button', {name: 'Save the correction'}).last().click();
  await expect(page.getByRole('link', {name: /^It stays where it is for now\. Nursing has taken it up/})).toBeVisible();
  await expectAccessible(page, /^Correct call C-/);
  await sql`
    update handoffs set status = 'waiting', claimed_by = null, claimed_at = null, active_at = null where call_id = ${id}
  `;
  await page.getByRole('button', {name: 'Save the correction'}).last().click();
  await expect(page.getByText('Version 1 became 2')).toBeVisible();
  expect(await sql`select person_id, status from handoffs where call_id = ${id}`).toEqual([
    {personId: null, status: 'waiting'},
  ]);
});
