/** What has to be put right: each link of the list moves the focus to its field, also to the first of radios or boxes. */
import {expect, test, type Page} from '@playwright/test';
import type {Sql} from '../../db/client.ts';
import {insertCase, insertProvider} from '../factories/cases.ts';
import {browserDatabase} from '../setup/site.ts';
import {asRole} from './as-role.ts';
import {beginCall, ready} from './desk-steps.ts';
import {openByConsent} from './people-steps.ts';

let sql: Sql;
test.beforeAll(() => {
  sql = browserDatabase();
});
test.afterAll(() => sql.end());

/** Sends the form as it stands, and follows each link of what comes back: the focus is then in a field. Among them are these. */
async function expectLinksToLead(page: Page, button: string, fields: string[]) {
  await page.getByRole('button', {name: button, exact: true}).click();
  const links = page.locator('.nhsuk-error-summary a');
  await expect(links.first()).toBeVisible();
  const count = await links.count();
  const reached: string[] = [];
  for (let place = 0; place < count; place++) {
    const id = (await links.nth(place).getAttribute('href'))!.slice(1);
    await links.nth(place).click();
    const field = page.locator(':is(input, select, textarea):focus');
    await expect(field).toHaveAttribute('id', id);
    await expect(field).toBeInViewport();
    reached.push(id);
    // What is to be put right is still said.
    await expect(links).toHaveCount(count);
  }
  expect(reached).toEqual(expect.arrayContaining(fields));
  // Whoever goes through them goes down the page.
  const onPage = await page.locator('input, select, textarea').evaluateAll((all) => all.map(({id}) => id));
  expect(reached).toEqual(reached.toSorted((one, other) => onPage.indexOf(one) - onPage.indexOf(other)));
}

test('on the public pages a problem leads to the first answer of its question @plain', async ({page}) => {
  const [{slug}] = await sql<[{slug: string}]>`select slug from listings order by slug limit 1`;
  await page.goto(`/services/${slug}/report`);
  await expectLinksToLead(page, 'Send', ['problem']);

  await page.goto('/refer');
  await page.getByRole('button', {name: 'Start'}).click();
  await expectLinksToLead(page, 'Continue', ['forWhom']);

  await page.goto('/refer/professional');
  await expectLinksToLead(page, 'Send the referral', ['source', 'consentBy']);
});

test('in a case a problem leads to the first answer of its question @plain', async ({page}) => {
  const worker = await insertProvider(sql);
  const {id, personId} = await insertCase(sql, worker, {needs: ['loneliness']});
  const [{slug}] = await sql<[{slug: string}]>`select slug from listings order by slug limit 1`;
  await asRole(page, worker.email, `/caseload/cases/${id}/visits`);
  await expectLinksToLead(page, 'Save the visit', ['mode']);

  await page.goto(`/caseload/cases/${id}/safeguarding`);
  await expectLinksToLead(page, 'Raise the concern', ['hasCareNeeds', 'isAtRisk', 'cannotProtect']);

  await page.goto(`/caseload/cases/${id}/onward?service=${slug}`);
  await expectLinksToLead(page, 'Continue', ['consent']);

  await page.goto(`/caseload/cases/${id}/measures`);
  await page.getByText('Make a new link').click();
  await expectLinksToLead(page, 'Make the link', ['scales']);

  await page.goto(`/people/${personId}/open`);
  await openByConsent(page);
  await page.goto(`/people/${personId}/consents`);
  await expectLinksToLead(page, 'Save', ['decision']);
});

test('in an account and in a call a problem leads to the first answer of its question', async ({page}) => {
  await asRole(page, 'administrator', '/admin/staff/new');
  await expectLinksToLead(page, 'Send the invitation', ['roles']);

  await beginCall(page);
  await ready(page);
  await expectLinksToLead(page, 'End the call', ['danger', 'needs']);
});
