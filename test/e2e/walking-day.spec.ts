/** The day of whoever walks with people, and that of their lead. */
import {expect, test, type Locator} from '@playwright/test';
import type {Sql} from '../../db/client.ts';
import {insertCase, insertProvider} from '../factories/cases.ts';
import {insertPerson} from '../factories/people.ts';
import {insertPartner, insertStaff} from '../factories/staff.ts';
import {browserDatabase} from '../setup/site.ts';
import {asRole} from './as-role.ts';
import {expectAccessible, expectNoSideways} from './page-checks.ts';

let sql: Sql;
test.beforeAll(() => {
  sql = browserDatabase();
});
test.afterAll(() => sql.end());

test('a day with one thumb: the lead’s and the worker’s pages fit a telephone @phone', async ({page}) => {
  await asRole(page, 'Siobhan Kelly', '/caseload');
  await expectAccessible(page, /^My day/);
  await expectNoSideways(page);
  await page.goto('/caseload/all?show=open&order=next&whose=all');
  await expectAccessible(page, 'Caseload');
  await expectNoSideways(page);
  await page.goto('/concern');
  await expectAccessible(page, 'Raise a safeguarding concern');
  await expect(page.getByLabel('Who is it about?')).toBeInViewport({ratio: 1});
  await page.goto('/caseload/lead');
  await expectAccessible(page, 'The team');
  await expectNoSideways(page);
  const worker = await page.getByRole('link', {name: 'Aisha Rahman', exact: true}).getAttribute('href');
  for (const [address, title] of [
    ['/caseload/lead/share', 'Give out cases'],
    ['/caseload/lead/what-if?referrals=90&weeks=16', 'What if'],
    [worker!, 'Aisha Rahman'],
    [`${worker!}/supervision`, 'Supervision: Aisha Rahman'],
    ['/caseload/supervision', 'My supervision'],
  ] as const) {
    await page.goto(address);
    await expectAccessible(page, title);
    await expectNoSideways(page);
  }
});

test('whoever is to be written to is not rung with one press, and their number is still known', async ({page}) => {
  const provider = await insertProvider(sql, {roles: ['link_worker']});
  const family = `Rowan${Math.floor(Math.random() * 1e6).toString(36)}`;
  const personId = await insertPerson(sql, provider, {givenName: 'Edith', familyName: family});
  const today = new Date().toISOString().slice(0, 10);
  const {id} = await insertCase(sql, provider, {
    ...{personId, nextStep: 'Write about the choir', nextStepOn: today},
    phone: '+441632960431',
  });
  await asRole(page, provider.email, '/caseload');
  const card = page.getByRole('article', {name: `Edith ${family}`});
  await expect(card.getByRole('link', {name: /^Ring/})).toBeVisible();
  // On a telephone the page of the case has room for the number, which a card has not.
  const desktop = page.viewportSize()!;
  await page.setViewportSize({width: 360, height: 740});
  await page.goto(`/caseload/cases/${id}`);
  const number = page.getByRole('link', {name: /^Ring/}).getByText('01632 960431');
  expect((await number.boundingBox())?.width).toBeGreaterThan(60);
  await page.setViewportSize(desktop);
  await sql`
    insert into person_communication (person_id, kind, need, identified_on)
    values (${personId}, 'contact_method', 'Letters only: the telephone upsets her', '2026-03-09')
  `;
  for (const path of ['/caseload', `/caseload/cases/${id}`]) {
    await page.goto(path);
    await expect(page.getByText('Write, do not ring. The number we hold: 01632 960431')).toBeVisible();
    await expect(page.getByRole('link', {name: /^Ring/})).toHaveCount(0);
    await expectNoSideways(page);
  }
});

test('a contact is written on the card of a day with two presses, and nothing of it is lost where the line is @phone', async ({
  page,
  context,
}) => {
  const provider = await insertProvider(sql, {roles: ['link_worker']});
  const family = `Rowan${Math.floor(Math.random() * 1e6).toString(36)}`;
  const personId = await insertPerson(sql, provider, {givenName: 'Olive', familyName: family});
  const today = new Date().toISOString().slice(0, 10);
  const {id} = await insertCase(sql, provider, {personId, nextStep: 'Ring about the choir', nextStepOn: today});
  const kept = () => sql<{mode: string; wasReached: boolean; note: string; nextStep: string | null}[]>`
    select mode, was_reached, note, cases.next_step
    from case_contacts
    join cases on cases.id = case_contacts.case_id
    where case_contacts.case_id = ${id}
  `;
  await asRole(page, provider.email, '/caseload');
  const card = page.getByRole('article', {name: `Olive ${family}`});
  await card.getByRole('link', {name: 'Log a contact'}).click();
  await expect(card.getByLabel('Note', {exact: true})).toBeFocused();
  const words = 'She sang, and wants to go again.';
  await page.keyboard.type(words);
  // Both ways to save are under the thumb, with nothing to scroll for, and above the tabs.
  const save = card.getByRole('button', {name: 'Save: reached'});
  await expect(save).toBeInViewport({ratio: 1});
  await save.click({trial: true});
  await expect(card.getByText(/^Phone\. Next: Ring again, /)).toBeVisible();
  await expectAccessible(page, /^My day/);
  await expectNoSideways(page);

  await context.setOffline(true);
  await save.click();
  await expect(card.getByText(/It is not saved as a contact yet/)).toBeVisible();
  await expect(card.getByLabel('Note', {exact: true})).toHaveValue(words);
  expect(await kept()).toEqual([]);
  await context.setOffline(false);
  await save.dblclick();
  await expect(page.getByText('The contact is saved.')).toBeVisible();
  // What was due is done with it; the form had proposed what comes next, and a first step of somebody never reached is soon.
  expect(await kept()).toEqual([{mode: 'phone', wasReached: true, note: words, nextStep: 'Ring again'}]);
  const saved = page.getByText(/^The contact is saved\. Next: Ring again, /);
  await expect(saved).toBeFocused();
  await expect(saved).toBeInViewport({ratio: 1});
  await expect(page.getByRole('heading', {name: `Olive ${family}`})).toBeInViewport({ratio: 1});
  await expectAccessible(page, /^My day/);

  // The Enter key says for nobody that somebody was reached.
  const other = await insertCase(sql, provider, {nextStepOn: today, personId});
  await page.reload();
  const second = page.getByRole('article', {name: `Olive ${family}`}).filter({hasText: 'Ring to say hello'});
  await second.getByRole('link', {name: 'Log a contact'}).click();
  await second.getByText(/^Phone\. Next: /).click();
  await second.getByRole('button', {name: 'In a month'}).click();
  await second.getByLabel('Minutes').fill('5');
  await expect(second.getByText(/^Phone, 5 minutes\. Next: Ring again, /)).toBeVisible();
  await page.keyboard.press('Enter');
  await second.getByRole('button', {name: 'Save: reached'}).click();
  await expect(second.getByText('Write a line about it')).toBeVisible();
  await second.getByRole('button', {name: 'Save: not reached'}).click();
  await expect(page.getByText('The contact is saved.')).toBeVisible();
  const tries = await sql`select was_reached, minutes from case_contacts where case_id = ${other.id}`;
  expect(tries).toEqual([{wasReached: false, minutes: 5}]);

  // The same worker in two windows: neither writes over the other, and nobody else is said to have done it.
  const beside = await context.newPage();
  for (const window of [page, beside]) await window.goto(`/caseload/cases/${id}#log`);
  const [here, there] = [page, beside].map((window) =>
    window.getByRole('region', {name: 'Log a contact'}).getByLabel('Note', {exact: true}),
  ) as [Locator, Locator];
  await there.fill('From the other window');
  await expect(beside.getByText(/what you wrote is kept, at/)).toBeVisible();
  await here.fill('From this window');
  await expect(page.getByText('You changed this in another window.')).toBeVisible();
  await expect(here).toHaveValue('From this window');
  await page.getByRole('button', {name: 'Take the other in the note'}).click();
  await expect(here).toHaveValue('From the other window');
});

test('a lead gives out cases by the keyboard alone, and is told what came of it', async ({page}) => {
  const provider = await insertPartner(sql);
  const lead = await insertStaff(sql, provider, {name: 'Lena Lead', roles: ['team_lead']});
  const tom = await insertStaff(sql, provider, {name: 'Tom Walker', roles: ['link_worker']});
  const first = await insertCase(sql, lead, {workerId: null, referredAt: new Date(Date.now() - 86_400_000)});
  const second = await insertCase(sql, lead, {workerId: null});
  await asRole(page, lead.email, '/caseload/lead/share');
  const selects = page.getByRole('combobox', {name: /^Who walks with/});
  const button = page.getByRole('button', {name: 'Give out as chosen'});
  // Both are suggested to Tom. Nobody is to have them yet: that is refused, and the keyboard goes on from the answer.
  for (const which of [0, 1]) {
    while (!(await selects.nth(which).evaluate((field) => field === document.activeElement)))
      await page.keyboard.press('Tab');
    await page.keyboard.press('Home');
    await expect(selects.nth(which)).toHaveValue('');
  }
  await page.keyboard.press('Tab');
  await expect(button).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('alert')).toContainText('Choose somebody for at least one case');
  await expect(page.getByRole('alert')).toBeFocused();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await expect(selects.first()).toBeFocused();
  await page.keyboard.type('Tom');
  await expect(selects.first()).toHaveValue(tom.staffId);
  // Out of a field one key leads past the cases in between.
  await page.keyboard.press('Tab');
  await page.keyboard.press('g');
  await expect(button).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('alert')).toContainText('1 case given out.');
  await expect(page.getByRole('alert')).toBeFocused();
  await expectAccessible(page, 'Give out cases');
  await expect(selects).toHaveCount(1);
  const workers = await sql`select worker_id from cases where id in (${first.id}, ${second.id}) order by referred_at`;
  expect(workers.map(({workerId}) => workerId)).toEqual([tom.staffId, null]);
});
