/** Whoever refers somebody in their work, and hears back: without an account, by links that are theirs alone. */
import {expect, test} from '@playwright/test';
import type {Sql} from '../../db/client.ts';
import {browserDatabase} from '../setup/site.ts';
import {pageAs} from './as-role.ts';
import {expectAccessible, expectNoSideways} from './page-checks.ts';

let sql: Sql;
test.beforeAll(() => {
  sql = browserDatabase();
});
test.afterAll(() => sql.end());

test('a practice says that a referral is theirs, is asked for more, and answers behind a private link @plain', async ({
  page,
  browser,
}) => {
  const email = `okoro${Math.floor(Math.random() * 1e6).toString(36)}@surgery.example`;
  const family = `Medlar${Math.floor(Math.random() * 1e6).toString(36)}`;
  await page.goto('/refer/professional?from=gp&organisation=Larch+Lane+Surgery');
  await page.getByLabel('Your name').fill('Dr Okoro');
  await page.getByLabel('Your e-mail address').fill(email);
  await page.getByLabel('Their first name').fill('Bert');
  await page.getByLabel('Their last name').fill(family);
  await page.getByLabel('Their phone number').fill('01632 960125');
  await page.getByLabel('Tell us in your own words').fill('Low since his wife died.');
  await page.getByRole('radio', {name: 'The person'}).check();
  await page.getByLabel('They said so').check();
  await page.getByLabel(/hear how it goes/).check();
  await page.getByRole('button', {name: 'Send the referral'}).click();
  await expect(page.getByText('say that the referral came from you')).toBeVisible();
  const linkIn = async (kind: string) => {
    const mails = await sql<{body: string}[]>`
      select body from messages where recipient = ${email} order by created_at desc
    `;
    return new RegExp(`/${kind}/\\S+`).exec(mails[0]!.body)![0];
  };
  // To look where the link leads says nothing; a press does.
  await page.goto(await linkIn('refer/checked'));
  await expectAccessible(page, 'Did this referral come from you?');
  await page.getByRole('button', {name: 'Yes, I sent it'}).click();
  await expectAccessible(page, 'Thank you. We know now that it came from you');

  const [{referral, partner}] = await sql<[{referral: string; partner: string}]>`
    select referrals.id as referral, partners.name as partner
    from referrals join partners on partners.id = to_partner_id
    where family_name = ${family}
  `;
  const [worker] = await sql<{email: string}[]>`
    select staff.email from staff
    join partners on partners.id = partner_id
    where partners.name = ${partner} and exists (select from staff_roles where staff_id = staff.id and role = 'link_worker')
    limit 1
  `;
  const theirs = await pageAs(browser, worker!.email, `/caseload/inbox/${referral}`);
  const ask = theirs.locator('details').filter({hasText: 'What you need to know'});
  await ask.locator('summary').click();
  await expect(ask.getByText('Whoever asked reads it behind a private link')).toBeVisible();
  await ask.getByLabel('What you need to know').fill('Which days suit him?');
  await ask.getByRole('button', {name: 'Wait for an answer'}).click();
  await expect(theirs.getByText('It waits for an answer now.')).toBeVisible();

  await page.goto(await linkIn('asked'));
  await expectAccessible(page, 'The help you asked for');
  await expectNoSideways(page);
  await page.getByRole('button', {name: 'Send my answer'}).click();
  await expect(page.getByRole('alert')).toContainText('Write your answer');
  await page.getByLabel('Your answer').fill('Tuesdays and Fridays.');
  await page.getByRole('button', {name: 'Send my answer'}).click();
  await expect(page.getByText('Your answer has arrived')).toBeVisible();
  await expectAccessible(page, 'The help you asked for');
  await theirs.reload();
  await expect(theirs.getByText('Whoever asked has answered: Tuesdays and Fridays.')).toBeVisible();
  // It is declined after all: whoever asked reads what may help instead, and not that their answer is waited for.
  const decline = theirs.locator('details').filter({hasText: 'What may help instead'});
  await decline.locator('summary').click();
  await decline.getByLabel('Why').selectOption('other_help_better');
  await decline.getByLabel('What may help instead').fill('The money advice line: 01632 960600');
  await decline.getByRole('button', {name: 'Decline it'}).click();
  await expect(theirs.getByText('The referral is declined.')).toBeVisible();
  await page.goto(await linkIn('asked'));
  await expect(page.getByText('The link workers will not take it up themselves.')).toBeVisible();
  await expect(page.getByText('The money advice line: 01632 960600')).toBeVisible();
  await expectAccessible(page, 'The help you asked for');
  await theirs.context().close();
});
