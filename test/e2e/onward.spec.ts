import {expect, test, type Browser} from '@playwright/test';
import type {Sql} from '../../db/client.ts';
import {insertCase, insertProvider} from '../factories/cases.ts';
import {insertListing} from '../factories/onward.ts';
import type {TestStaff} from '../factories/staff.ts';
import {browserDatabase} from '../setup/site.ts';
import {asRole} from './as-role.ts';
import {expectAccessible, expectNoSideways} from './page-checks.ts';

let sql: Sql;
test.beforeAll(() => {
  sql = browserDatabase();
});
test.afterAll(() => sql.end());

/** The link that went to a service last. */
async function linkSent({partnerId}: TestStaff, serviceName: string): Promise<string> {
  const [{body}] = await sql<[{body: string}]>`
    select body from messages where partner_id = ${partnerId} and body like ${`%${serviceName}%`}
  `;
  return /\/onward\/[\w-]{43}/.exec(body)![0];
}

/** The provider of a service: no account, no JavaScript, a telephone. */
async function provider(browser: Browser, link: string) {
  const context = await browser.newContext({javaScriptEnabled: false, viewport: {width: 360, height: 740}});
  const page = await context.newPage();
  await page.goto(link);
  return page;
}

test('one service is full, another takes them, and the worker hears of both', async ({page, browser}) => {
  test.setTimeout(90_000);
  const worker = await insertProvider(sql);
  const {id} = await insertCase(sql, worker, {needs: ['loneliness']});
  const [full, choir] = [await insertListing(sql, 'Lunch club'), await insertListing(sql, 'Choir')];
  const here = `/caseload/cases/${id}/onward`;
  const passOn = async ({slug}: {slug: string}) => {
    await page.goto(`${here}?service=${slug}`);
    await page.getByLabel('They said so').check();
    await page.getByRole('button', {name: 'Continue'}).click();
    await page.getByRole('button', {name: 'Send it'}).click();
    await expect(page.getByText('It is on its way to them.')).toBeVisible();
  };
  await asRole(page, worker.email, `${here}?service=${full.slug}`);
  await page.getByRole('button', {name: 'Continue'}).click();
  await expect(page.getByText('Say who agreed: without that nothing is sent').first()).toBeVisible();
  await expectAccessible(page, 'Passing on');
  await expectNoSideways(page);
  await passOn(full);

  const lunch = await provider(browser, await linkSent(worker, full.name));
  await lunch.getByLabel('No, not now').check();
  await lunch.getByRole('button', {name: 'Send my answer'}).click();
  await expect(lunch.getByText('Choose a reason').first()).toBeVisible();
  await lunch.getByLabel('If not, why').selectOption('It is full');
  await lunch.getByRole('button', {name: 'Send my answer'}).click();
  await expect(lunch.getByText('There is nothing more to do.')).toBeVisible();
  const gaps = await sql`select reason, source from gaps where service_id = ${full.id}`;
  expect(gaps).toEqual([{reason: 'full', source: 'onward_referral'}]);
  await page.goto('/caseload');
  await page.getByRole('region', {name: 'From services'}).getByRole('link', {name: full.name}).click();
  await expect(page.getByText('Declined: it is full')).toBeVisible();

  // Somebody known there is offered, and their address goes before that of the listing.
  await page.goto(`/caseload/contacts/new?service=${choir.slug}`);
  await expect(page.getByLabel('Organisation')).toHaveValue(choir.organisation);
  await page.getByLabel('Their name').fill('Bea Lark');
  await page.getByRole('button', {name: 'Save'}).click();
  await expect(page.getByText('Write a telephone number or an e-mail address').first()).toBeVisible();
  await page.getByLabel('E-mail address').fill('bea@choirs.example');
  await page.getByLabel('How best to approach them').fill('Write first.');
  await page.getByRole('button', {name: 'Save'}).click();
  await expectAccessible(page, 'Contacts at organisations');
  await page.goto(`${here}?service=${choir.slug}`);
  await expect(page.getByText('Write first.')).toBeVisible();
  await expect(page.getByLabel('E-mail address of the service')).toHaveValue('bea@choirs.example');

  await passOn(choir);
  const link = await linkSent(worker, choir.name);
  const singing = await provider(browser, link);
  await singing.getByLabel('Yes, they are welcome').check();
  await singing.getByRole('button', {name: 'Send my answer'}).click();
  await singing.getByLabel('They have started, or come again').check();
  await singing.getByLabel('How often they have come so far').fill('2');
  await singing.getByRole('button', {name: 'Send my answer'}).click();
  await expect(singing.getByText('came 2 times')).toBeVisible();
  await expectNoSideways(singing);
  await singing.getByLabel('It has ended', {exact: true}).check();
  await singing.getByLabel('If it has ended, how').selectOption('They go on by themselves');
  await singing.getByRole('button', {name: 'Send my answer'}).click();
  await expect(singing.getByText('Ended')).toBeVisible();
  await page.goto(link);
  await expectAccessible(page, 'Thank you');
  await page.goto(here);
  await expect(page.getByText('Ended: they go on by themselves, came 2 times')).toBeVisible();
  await lunch.context().close();
  await singing.context().close();
});
