/** Walking with people: from somebody who asks for a link worker to the end of their case. */
import {expect, test, type Browser, type Page} from '@playwright/test';
import type {Sql} from '../../db/client.ts';
import {browserDatabase} from '../setup/site.ts';
import {pageAs} from './as-role.ts';
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
