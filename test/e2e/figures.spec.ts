import {expect, test} from '@playwright/test';
import {countCallsAgain} from '../../app/domain/figures/count-again.server.ts';
import {insertCall, insertNameless} from '../factories/counted-calls.ts';
import type {Sql} from '../../db/client.ts';
import {insertPartner, insertStaff} from '../factories/staff.ts';
import {browserDatabase} from '../setup/site.ts';
import {asRole} from './as-role.ts';
import {expectAccessible, expectNoSideways} from './page-checks.ts';

let sql: Sql;
test.beforeAll(() => {
  sql = browserDatabase();
});
test.afterAll(() => sql.end());

/** A desk of their own with a few weeks of calls. */
async function aDesk() {
  const desk = await insertPartner(sql);
  const lead = await insertStaff(sql, desk, {name: 'Lead of Figures', roles: ['team_lead']});
  const analyst = await insertStaff(sql, desk, {name: 'Analyst of Figures', roles: ['analyst']});
  const who = {partnerId: desk.partnerId, partnershipId: desk.partnershipId, staffId: lead.staffId};
  const person = await insertNameless(sql, who);
  for (let place = 0; place < 120; place++) {
    const startedAt = new Date(Date.now() - (place + 1) * 17 * 3_600_000);
    await insertCall(sql, who, {
      startedAt,
      domain: place % 3 === 0 ? 'health' : 'adult_social_care',
      dispositions: place % 4 === 0 ? ['handed_on'] : ['information_given'],
      personId: place % 2 === 0 ? person : null,
    });
  }
  await countCallsAgain(sql);
  return {lead, analyst};
}

const lastMonth = () => new Date(Date.now() - 31 * 86_400_000).toISOString().slice(0, 7);

test('an analyst reads the figures, asks how many handlers, and takes a figure away @plain', async ({page}) => {
  const {analyst} = await aDesk();
  await asRole(page, analyst.email, `/desk/figures?month=${lastMonth()}`);
  await expectAccessible(page, 'Figures of the desk');
  await expectNoSideways(page);
  const table = page.getByRole('region', {name: 'Resolved at first contact, as a table'});
  await expect(table.getByRole('row', {name: /^All of these/})).toBeVisible();
  await expect(page.getByRole('img', {name: 'Claimed and sustained by domain'})).toBeVisible();
  await expect(page.getByRole('img', {name: 'Mean calls by weekday and hour'})).toBeVisible();
  await expect(page.getByText('73 % social care, 67 % mental health out of hours, 26 % health')).toBeVisible();

  await page.getByLabel('Calls an hour').fill('96');
  await page.getByLabel('Seconds for each call').fill('300');
  await page.getByRole('button', {name: 'Work it out'}).click();
  await expect(page.getByText(/^12 handlers: 89 % are answered within 20 seconds/)).toBeVisible();

  const section = page.getByRole('region', {name: 'Resolved at first contact', exact: true});
  await section.getByText('How this is worked out').click();
  await expect(section.getByText('within 7 × 24 hours')).toBeVisible();
  const download = page.waitForEvent('download');
  await section.getByRole('link', {name: /Take this away/}).click();
  expect((await download).suggestedFilename()).toBe(`first-contact-${lastMonth()}.csv`);
});

test('a lead sees the figures of their own organisation, with small numbers hidden', async ({page}) => {
  const {lead} = await aDesk();
  await asRole(page, lead.email, '/staff');
  await page.getByRole('main').getByRole('link', {name: 'Figures'}).click();
  await expectAccessible(page, 'Figures of the desk');
  await expect(page.getByText('counts of 1 to 7 are hidden')).toBeVisible();
});
