/** A safeguarding concern: raised from wherever somebody works, and decided by the named lead. */
import {expect, test} from '@playwright/test';
import type {Sql} from '../../db/client.ts';
import {addSomeone} from '../factories/people.ts';
import {aConcern, aSecondLevel} from '../factories/second-level.ts';
import {insertStaff} from '../factories/staff.ts';
import {browserDatabase} from '../setup/site.ts';
import {asRole, pageAs} from './as-role.ts';
import {expectAccessible, expectNoSideways} from './page-checks.ts';

let sql: Sql;
test.beforeAll(() => {
  sql = browserDatabase();
});
test.afterAll(() => sql.end());

test('a safeguarding concern is one step from every page of the staff side, also about nobody @phone', async ({
  page,
}) => {
  const {desk} = await aSecondLevel(sql);
  const everybody = await insertStaff(sql, desk, {
    roles: ['call_handler', 'team_lead', 'link_worker', 'analyst', 'records_officer', 'administrator'],
  });
  await asRole(page, everybody.email, '/staff');
  const way = page.getByRole('link', {name: /^Raise a safeguarding concern/});
  for (const path of [
    '/staff',
    '/desk',
    '/desk/queues',
    '/desk/call-backs',
    '/desk/lead',
    '/desk/figures',
    '/desk/guides',
    '/desk/settings',
    '/caseload',
    '/caseload/all',
    '/caseload/inbox',
    '/caseload/lead',
    '/caseload/figures',
    '/caseload/contacts',
    '/mdt',
    '/people',
    '/records',
    '/admin/staff',
    '/account',
  ]) {
    await page.goto(path);
    await expect(page.getByRole('heading', {level: 1}).first(), path).toBeVisible();
    await expect(way, path).toBeVisible();
    await expectNoSideways(page);
  }
  const family = `Alder${Array.from({length: 6}, () => 'abcdefghij'[Math.floor(Math.random() * 10)]).join('')}`;
  await addSomeone(sql, everybody, {givenName: 'Olive', familyName: family, birthDate: '17/2/1951'});
  await way.click();
  await expectAccessible(page, 'Raise a safeguarding concern');
  await page.getByRole('button', {name: 'Raise the concern'}).click();
  await expect(page.getByText('Say who it is about, as well as you know').first()).toBeVisible();
  const about = page.getByLabel('Who is it about?');
  await about.pressSequentially(`Olive ${family}`);
  await page.getByRole('button', {name: new RegExp(`Olive ${family}`)}).click();
  await expect(page.getByText('Chosen from the records.')).toBeVisible();
  await expect(about).toHaveValue(new RegExp(`^Olive ${family}, 17 February 1951`));
  await expectAccessible(page, 'Raise a safeguarding concern');
  await page.getByLabel('What worries you, in the words you heard').fill('Her purse is always empty.');
  for (const part of ['hasCareNeeds', 'isAtRisk', 'cannotProtect']) await page.locator(`input#${part}`).check();
  await page.getByRole('button', {name: 'Raise the concern'}).dblclick();
  await expect(page.getByText('The concern is raised.')).toBeVisible();
  const raised = await sql<{personId: string | null; concern: string}[]>`
    select person_id, concern from safeguarding_concerns where raised_by = ${everybody.staffId}
  `;
  expect(raised).toEqual([
    {
      personId: expect.any(String),
      concern: expect.stringMatching(new RegExp(`^About Olive ${family}, 17 February 1951`)),
    },
  ]);
});

test('a safeguarding concern is the lead’s; a colleague finds nothing of it', async ({page, browser}) => {
  const {handler, otherHandler, alan} = await aSecondLevel(sql);
  const id = await aConcern(sql, handler, alan);
  const colleague = await pageAs(browser, otherHandler.email, '/desk/safeguarding');
  await expect(colleague.getByText('None.')).toBeVisible();
  await colleague.goto(`/desk/safeguarding/${id}`);
  await expect(colleague.getByRole('heading', {name: 'This page cannot be shown'})).toBeVisible();
  await colleague.context().close();

  await asRole(page, alan.email, '/desk/safeguarding');
  await expectAccessible(page, 'Safeguarding concerns');
  await expectNoSideways(page);
  await page.getByRole('link', {name: /^C-/}).click();
  await expect(page.getByText('Something is not known yet: find it out before you decide.')).toBeVisible();
  await page.getByRole('button', {name: 'Decide'}).click();
  await expect(page.getByRole('link', {name: 'Choose what you decide'})).toBeVisible();
  await expectAccessible(page, /^Safeguarding concern/);
  await expectNoSideways(page);
  await page.getByLabel('Enquiry', {exact: true}).check();
  await page.getByLabel('Why, and what happens next').fill('I ring him now.');
  await page.getByRole('button', {name: 'Decide'}).click();
  await expect(page.getByText('Your decision is kept.')).toBeVisible();
});
