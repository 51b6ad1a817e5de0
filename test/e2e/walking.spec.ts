/** Walking with people: from somebody who asks for a link worker to the end of their case. */
import {expect, test, type Browser, type Locator, type Page} from '@playwright/test';
import type {Sql} from '../../db/client.ts';
import {insertCase, insertProvider} from '../factories/cases.ts';
import {insertPerson} from '../factories/people.ts';
import {insertPartner, insertStaff} from '../factories/staff.ts';
import {browserDatabase} from '../setup/site.ts';
import {asRole, pageAs} from './as-role.ts';
import {collectComplaints, expectAccessible, expectNoSideways} from './page-checks.ts';

let sql: Sql;
test.beforeAll(() => {
  sql = browserDatabase();
});
test.afterAll(() => sql.end());

/** All of asking, with what can go wrong on the way. It takes a minute: who needs three seconds is no person. */
async function askUntilSent(page: Page, browser: Browser, givenName: string, familyName: string) {
  const complaints = collectComplaints(page);
  await page.goto('/refer');
  await expectAccessible(page, 'Ask for someone to walk alongside you');
  await page.getByRole('button', {name: 'Start'}).click();
  await page.getByLabel('I would, for myself').check();
  await sql`update referral_drafts set created_at = created_at - interval '1 minute' where sent_reference is null`;
  await page.getByRole('button', {name: 'Continue'}).click();
  await page.getByLabel('Your first name').fill(givenName);
  await page.getByLabel('Your last name').fill(familyName);
  await page.getByLabel('Your postcode').fill('rg12 1jx');
  await page.getByRole('button', {name: 'Continue'}).click();
  await page.getByLabel('Feeling lonely or cut off').check();
  await page.getByLabel('Tell us in your own words').fill('I have nobody to talk to since I moved here.');
  await page.getByRole('button', {name: 'Continue'}).click();

  // Something is missing: it is said beside the field, and what was typed stays.
  await page.getByLabel('Your phone number').fill('07700');
  await page.getByLabel('When is a good time?').fill('After two');
  await page.getByRole('button', {name: 'Continue'}).click();
  await expect(page.getByRole('alert')).toContainText('Write a phone number like 01632 960001');
  await expect(page.getByLabel('When is a good time?')).toHaveValue('After two');
  await expectAccessible(page, 'How may we reach you?');
  await expectNoSideways(page);

  // Whoever comes back by the link, in another browser, finds it as it was.
  await page.getByText('Come back later').click();
  const link = await page.getByRole('link', {name: /\/refer\/back\//}).getAttribute('href');
  await expect(page.getByRole('link', {name: 'Send the link to myself by e-mail'})).toHaveAttribute(
    'href',
    new RegExp(`^mailto:.*${encodeURIComponent(new URL(link!).pathname)}$`),
  );
  const elsewhere = await browser.newContext(test.info().project.use);
  const later = await elsewhere.newPage();
  await later.goto(link!);
  expect(new URL(later.url()).pathname).toBe('/refer/form');
  await later.goto('/refer/form?step=help');
  await expect(later.getByLabel('Tell us in your own words')).toHaveValue(/nobody to talk to/);
  await elsewhere.close();

  await page.getByLabel('Your phone number').fill('07700 900123');
  await page.getByLabel('Ring', {exact: true}).check();
  await page.getByRole('button', {name: 'Continue'}).click();
  await expectAccessible(page, 'Check and send');
  await expectNoSideways(page);
  await page.getByRole('button', {name: 'Send'}).click();
  await expect(page.getByRole('alert')).toContainText('Tick the box');
  await page.getByLabel(/^I agree that the link workers/).check();
  await page.getByRole('button', {name: 'Send'}).dblclick();
  await expectAccessible(page, 'Thank you. We have it');
  const reference = await page
    .getByText(/R-[A-Z0-9]{3}-[A-Z0-9]{4}/)
    .first()
    .innerText();
  // Back to the form leads to the same confirmation.
  await page.goto('/refer/form?step=check');
  await expect(page.getByText(reference)).toBeVisible();
  expect(complaints.filter((words) => !words.includes('422'))).toEqual([]);
}

test('someone asks for a link worker: nothing is lost, a private link leads back, and it is sent once @phone @plain @not-desktop', async ({
  page,
  browser,
}) => {
  test.setTimeout(90_000);
  await askUntilSent(page, browser, 'Nell', 'Ashgrove');
});

test('from asking for oneself to a closed case', async ({page, browser}) => {
  test.setTimeout(120_000);
  const family = `Larkspur${Math.floor(Math.random() * 1e6).toString(36)}`;
  await askUntilSent(page, browser, 'Ivy', family);

  const aisha = await pageAs(browser, 'Aisha Rahman', '/caseload/inbox');
  const complaints = collectComplaints(aisha);
  await expectAccessible(aisha, 'Inbox');
  await aisha.getByRole('link', {name: `Ivy ${family}`}).click();
  await expectAccessible(aisha, new RegExp(`^Ivy ${family}`));
  await expectNoSideways(aisha);
  await aisha.getByLabel('Someone new: write them down').check();
  await aisha.getByRole('button', {name: 'Accept and open a case'}).click();
  await expect(aisha.getByRole('alert').or(aisha.locator('.nhsuk-error-summary')).first()).toContainText(
    'Say what comes next',
  );
  await aisha.getByLabel('What comes next').fill('Ring to say hello');
  await aisha.getByLabel('On which day').fill(new Date().toISOString().slice(0, 10));
  await aisha.getByRole('button', {name: 'Accept and open a case'}).dblclick();
  await aisha.waitForURL(/\/caseload\/cases\//);
  await expectAccessible(aisha, new RegExp(`^Ivy ${family}`));
  const caseUrl = aisha.url();

  // It stands in her day, and another provider learns nothing of it.
  await aisha.goto('/caseload');
  await expect(aisha.getByRole('heading', {level: 1, name: /^My day/})).toBeVisible();
  const femi = await pageAs(browser, 'Femi Adeyemi');
  expect((await femi.request.get(caseUrl)).status()).toBe(404);
  await femi.context().close();

  // On her card of the day, where she can go on typing at once. What is begun there goes on on the page of the case.
  const card = aisha.getByRole('article', {name: `Ivy ${family}`});
  await card.getByRole('link', {name: 'Log a contact'}).click();
  const note = card.getByLabel('Note', {exact: true});
  await expect(note).toBeFocused();
  await card.getByRole('button', {name: 'First talk'}).click();
  await note.fill('First talk. She misses her choir.');
  await expect(card.getByText(/what you wrote is kept, at \d/)).toBeVisible();
  await expectAccessible(aisha, /^My day/);
  await expectNoSideways(aisha);
  await aisha.reload();
  await aisha
    .getByRole('article', {name: `Ivy ${family}`})
    .getByRole('link', {name: 'Log a contact'})
    .click();
  await aisha.waitForURL(/\/caseload\/cases\//);
  await expect(aisha.getByText('You had begun to write. It is here again.')).toBeVisible();
  await expect(aisha.getByLabel('Note', {exact: true}).first()).toHaveValue('First talk. She misses her choir.');
  await aisha.getByRole('button', {name: 'Save: reached'}).click();
  await expect(aisha.getByText('The contact is saved.')).toBeVisible();
  await expect(aisha.getByRole('heading', {level: 1})).toContainText('Active');
  await expect(aisha.getByRole('link', {name: 'Write to their GP that you have begun'})).toBeVisible();
  await expectAccessible(aisha, new RegExp(`^Ivy ${family}`));
  await expectNoSideways(aisha);

  await aisha.getByText('Close it').click();
  await aisha.getByLabel('Why it ends').selectOption('goals_met');
  await aisha.getByLabel('What came of it').fill('She sings on Tuesdays.');
  await aisha.getByRole('button', {name: 'Close the case'}).click();
  await expect(aisha.getByText('The case is closed.')).toBeVisible();
  await expect(aisha.getByText('She sings on Tuesdays.').first()).toBeVisible();
  // What is easily forgotten at the end is one press away.
  await expect(aisha.getByRole('link', {name: 'Write to their GP that it has ended'})).toBeVisible();
  await aisha.getByRole('link', {name: 'Ask how they are now: the last measure'}).click();
  await expectAccessible(aisha, /^Did it help\?/);
  await expect(
    aisha
      .getByRole('listitem')
      .filter({hasText: /at the end/})
      .first(),
  ).toBeVisible();

  await aisha.goto('/caseload/all?show=closed&order=newest&whose=mine');
  await expect(aisha.getByRole('link', {name: `Ivy ${family}`, exact: true})).toBeVisible();
  await aisha.getByLabel('Name or reference').fill('nobody-of-that-name');
  await aisha.getByRole('button', {name: 'Search'}).click();
  await expect(aisha.getByText('No case fits.')).toBeVisible();
  await expect(aisha.getByRole('link', {name: 'everybody’s open cases'})).toBeVisible();
  expect(new URL(aisha.url()).search).not.toContain('nobody');
  expect(complaints.filter((words) => !/4(22|04)/.test(words))).toEqual([]);
  await aisha.context().close();
});

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

test('a professional refers by the link on their own site, on one page, and what is missing is said beside the field @plain', async ({
  page,
}) => {
  await page.goto('/refer/link');
  await page.getByLabel('GP practice').check();
  await page.getByRole('button', {name: 'Make the link'}).click();
  await expect(page.getByRole('alert')).toContainText('Write where you work');
  await page.getByLabel('Where you work').fill('Larch Lane Surgery');
  await page.getByRole('button', {name: 'Make the link'}).click();
  await expectAccessible(page, 'A link for your own site');
  await page.goto(await page.getByLabel('The address').inputValue());
  await expectAccessible(page, 'Refer someone to a link worker');
  await expectNoSideways(page);
  await expect(page.getByLabel('Where you work')).toHaveValue('Larch Lane Surgery');
  await page.getByLabel('Your name').fill('Dr Okoro');
  await page.getByRole('button', {name: 'Send the referral'}).click();
  await expect(page.getByRole('alert')).toContainText('Write your work e-mail address');
  await expect(page.getByLabel('Your name')).toHaveValue('Dr Okoro');
  await page.getByLabel('Your e-mail address').fill('okoro@surgery.example');
  await page.getByLabel('Their first name').fill('Bert');
  await page.getByLabel('Their phone number').fill('01632 960125');
  await page.getByLabel('Tell us in your own words').fill('Low since his wife died.');
  await page.getByRole('radio', {name: 'The person'}).check();
  await page.getByLabel('They said so').check();
  await page.getByRole('button', {name: 'Send the referral'}).click();
  await expect(page.getByRole('heading', {name: 'Thank you. We have it'})).toBeVisible();
});
