import {expect, test} from '@playwright/test';
import type {Sql} from '../../db/client.ts';
import {aDraft, anEndedCall} from '../factories/calls.ts';
import {insertPartner, insertStaff} from '../factories/staff.ts';
import {browserDatabase} from '../setup/site.ts';
import {asRole, pageAs} from './as-role.ts';
import {expectAccessible, expectNoSideways} from './page-checks.ts';

let sql: Sql;
test.beforeAll(() => {
  sql = browserDatabase();
});
test.afterAll(() => sql.end());

/** A desk of their own: a lead and two who take calls. */
async function aDesk() {
  const desk = await insertPartner(sql);
  return {
    lead: await insertStaff(sql, desk, {name: 'Grace Lead', roles: ['team_lead', 'call_handler']}),
    priya: await insertStaff(sql, desk, {name: 'Priya Handler'}),
    tom: await insertStaff(sql, desk, {name: 'Tom Handler'}),
  };
}

test('a lead gives a call that was left lying to somebody else', async ({page}) => {
  const {lead, priya} = await aDesk();
  const id = await aDraft(sql, priya, {story: 'Half told'});
  await sql`update call_drafts set changed_at = now() - interval '2 hours' where id = ${id}`;
  await asRole(page, lead.email, '/desk/lead');
  await expectAccessible(page, 'The desk today');
  await expectNoSideways(page);
  const row = page.getByRole('region', {name: 'Calls left lying'}).getByRole('listitem');
  await expect(row).toContainText('begun by Priya Handler');
  await row.getByRole('button', {name: /^Give/}).click();
  await expect(page.getByText('Choose somebody of your desk to give it to.')).toBeVisible();
  await row.getByRole('combobox').selectOption('Tom Handler');
  await row.getByRole('button', {name: /^Give/}).click();
  await expect(page.getByText('It is given.')).toBeVisible();
  await expect(row).toHaveCount(0);
});

test('without scripts the tables of a telephone keep the headings of their figures @plain @not-desktop', async ({
  page,
}) => {
  const {lead} = await aDesk();
  await page.setViewportSize({width: 360, height: 740});
  await asRole(page, lead.email, '/desk/lead');
  const table = page.getByRole('table', {name: /Signed in within the last half hour/});
  await expect(table.getByText('Grace Lead')).toBeVisible();
  const [heading, figure] = await Promise.all([
    table.getByText('Calls open', {exact: true}).boundingBox(),
    table
      .getByRole('row', {name: /Grace Lead/})
      .getByRole('cell')
      .last()
      .boundingBox(),
  ]);
  // The figure stands under its heading, and the page is no wider than the screen.
  expect(heading!.height).toBeGreaterThan(10);
  expect(figure!.x).toBe(heading!.x);
  await expectNoSideways(page);
});

test('a lead reviews a call by its reference, and whoever took it reads that @plain', async ({page, browser}) => {
  const {lead, priya} = await aDesk();
  const id = await anEndedCall(sql, priya, {story: 'She would like to get out more.'});
  const [{reference}] = await sql<[{reference: string}]>`select reference from calls where id = ${id}`;
  await asRole(page, lead.email, '/desk/lead');
  await page.getByLabel('Reference of the call').fill('C-000-0000');
  await page.getByRole('button', {name: 'Review it'}).click();
  await expect(
    page.getByRole('link', {name: 'No call of your desk that you may read has this reference'}),
  ).toBeVisible();
  await page.getByLabel('Reference of the call').fill(reference.toLowerCase());
  await page.getByRole('button', {name: 'Review it'}).click();
  await expectAccessible(page, 'Review of a call');
  await expectNoSideways(page);
  await expect(page.getByText('She would like to get out more.')).toBeVisible();
  await page.getByRole('group', {name: 'Listening'}).getByLabel('Getting there').check();
  await page.getByLabel('What went well').fill('Warm from the first word');
  await page.getByRole('button', {name: 'Save the review'}).click();
  await expect(page.getByRole('link', {name: 'Where something needs work, say what to try'})).toBeVisible();
  await expect(page.getByLabel('What went well')).toHaveValue('Warm from the first word');
  await page.getByLabel('What to try').fill('Leave her a pause');
  await page.getByRole('button', {name: 'Save the review'}).click();
  await expect(page.getByText('The review is saved.')).toBeVisible();

  const theirs = await pageAs(browser, priya.email, '/desk/reviews');
  await expectAccessible(theirs, 'Reviews of your calls');
  await expect(theirs.getByRole('article')).toContainText('Leave her a pause');
  await expect(theirs.getByRole('article')).toContainText('2 of 4: getting there');
  await expect(theirs.getByText('New', {exact: true})).toBeVisible();
  await theirs.reload();
  await expect(theirs.getByText('New', {exact: true})).toBeHidden();
  await theirs.context().close();
});
