import {expect, test} from '@playwright/test';
import type {Sql} from '../../db/client.ts';
import {insertWellKnown} from '../factories/people.ts';
import {SESSION_COOKIE} from '../../app/http/session-cookie.server.ts';
import {anEndedCall} from '../factories/calls.ts';
import {demonstrationHost, insertStaff} from '../factories/staff.ts';
import {browserDatabase} from '../setup/site.ts';
import {asRole, pageAs} from './as-role.ts';
import {aFamilyName, beginCall, end, fillAnonymous, idOf, part, ready, story} from './desk-steps.ts';
import {expectAccessible, expectNoSideways} from './page-checks.ts';

let sql: Sql;
test.beforeAll(() => {
  sql = browserDatabase();
});
test.afterAll(() => sql.end());

const storyOnServer = async (id: string) => {
  const [field] = await sql<{value: string}[]>`
    select value from call_draft_fields where draft_id = ${id} and name = 'story'
  `;
  return field?.value ?? '';
};

test('an anonymous caller: what is missing is said beside its field with nothing lost, and the call is corrected later', async ({
  page,
}) => {
  test.slow();
  await beginCall(page);
  await ready(page);
  await story(page).fill('Would not say who they are');
  await page.getByRole('button', {name: 'End the call'}).click();
  const summary = page.locator('.nhsuk-error-summary');
  await expect(summary).toBeFocused();
  await expect(summary.getByRole('link', {name: 'Say how the call ends'})).toBeVisible();
  await expectAccessible(page, /^Call C-/);
  await expectNoSideways(page);
  await expect(story(page)).toHaveValue('Would not say who they are');

  // What comes in meanwhile draws the page anew, and takes nobody out of a field.
  await story(page).fill('Would not say who they are, and is lonely');
  await expect(part(page, 'What is near').getByRole('listitem').first()).toBeVisible();
  await expect(story(page)).toBeFocused();

  await fillAnonymous(page, 'Would not say who they are, and is lonely');
  await page.getByRole('checkbox', {name: /^Advice or information given/}).check();
  await page.getByLabel('What you told them').fill('The library is warm and has company on Tuesdays');
  await end(page);
  await expect(page.getByText('They do not want to say')).toBeVisible();

  await page.getByRole('link', {name: 'Correct this call'}).click();
  await expectAccessible(page, /^Correct call C-/);
  await expectNoSideways(page);
  await story(page).fill('Lonely since moving here');
  await page.getByRole('button', {name: 'Save the correction'}).click();
  await expect(page.getByRole('link', {name: 'Say why it is corrected'})).toBeVisible();
  await expect(story(page)).toHaveValue('Lonely since moving here');
  await page.getByLabel('Why is it corrected?').fill('The story was another’s');
  await page.getByRole('button', {name: 'Save the correction'}).click();
  await expect(page.getByText('Lonely since moving here')).toBeVisible();
  await expect(page.getByText('Version 1 became 2')).toBeVisible();
  await expect(page.getByText('The story was another’s')).toBeVisible();

  // They rang again and said who they are: the call goes into their record, which is opened for it.
  const family = aFamilyName();
  const keeper = await insertStaff(sql, await demonstrationHost(sql));
  const personId = await insertWellKnown(sql, keeper, family);
  await page.getByRole('link', {name: 'Correct this call'}).click();
  await page.getByLabel('Why is it corrected?').fill('They said who they are');
  await page.getByLabel('Somebody whose record it goes into').check();
  await page.getByLabel('Find them').fill(family);
  await page.getByLabel('Find them').press('Enter');
  await expect(page.getByText('1 found')).toBeInViewport();
  await expectAccessible(page, /^Correct call C-/);
  await page.getByRole('button', {name: new RegExp(`^Open their record for this call ?: .*${family}`)}).click();
  const person = part(page, 'Person');
  await expect(person.getByText(family)).toBeInViewport();
  await expect(person.getByRole('list', {name: 'Alerts'})).toContainText('Ring first');
  await expect(page.getByLabel('Why is it corrected?')).toHaveValue('They said who they are');
  await expectNoSideways(page);
  await page.getByRole('button', {name: 'Save the correction'}).click();
  await expect(page.getByText('Version 2 became 3')).toBeVisible();
  await expect(page.locator(`a[href="/people/${personId}"]`).first()).toBeVisible();
});

test('a call-back is promised for a day and a time', async ({page}) => {
  await beginCall(page);
  await ready(page);
  await fillAnonymous(page, 'Wants to know about lunch clubs');
  await page.getByLabel('Their number').fill('01632 960001');
  await page.getByRole('combobox', {name: 'How does it end?'}).fill('call-b');
  await page.getByRole('combobox', {name: 'How does it end?'}).press('Enter');
  await expect(page.getByLabel('On which day')).toBeFocused();
  await page.getByLabel('On which day').fill('2099-03-03');
  await page.getByLabel('At what time').fill('14:30');
  await page.getByLabel('About what').fill('Which lunch club has space');
  await expect(page.getByLabel('What we agreed')).toHaveValue(/ring you back on Tuesday 3 March at 14:30/);
  await end(page);
  await expect(page.getByText(/Tuesday 3 March 2099, 14:30/)).toBeVisible();
  await expect(page.getByText('Does not count for first contact')).toBeVisible();
});

test('somebody new is written down in the call; on the third call within days the notice is there', async ({page}) => {
  test.slow();
  const handler = await insertStaff(sql, await demonstrationHost(sql), {name: 'Nia Example'});
  const family = aFamilyName();
  const person = part(page, 'Person');
  const theyRing = async () => {
    await beginCall(page, handler.email);
    await ready(page);
    await page.getByRole('radio', {name: 'No', exact: true}).first().check();
    await page.getByLabel('The caller is the person themselves').check();
    await page.getByRole('combobox', {name: 'Find them'}).fill(`Nell ${family}`);
  };
  const isInView = async () => {
    await expect(person.locator('.person-card__name')).toHaveText(`Nell ${family}`);
    await expect(page.getByLabel('Near', {exact: true})).toHaveValue('RG12 1JX');
  };

  await theyRing();
  await page.getByRole('option', {name: /^Write down somebody new/}).click();
  await expect(page.getByLabel('Family name')).toHaveValue(family);
  await page.getByLabel('Postcode', {exact: true}).fill('RG12 1JX');
  await page.getByRole('button', {name: 'Write them down'}).click();
  // Another Nell of this postcode, of an earlier run, is offered first.
  const none = page.getByRole('button', {name: 'None of these: write them down'});
  await expect(none.or(page.locator('.person-card'))).toBeVisible();
  if (await none.isVisible()) await none.click();
  await isInView();
  await expect(person.getByRole('note')).toHaveCount(0);
  await story(page).fill('She rings about company');
  await page.getByRole('combobox', {name: 'Add a need'}).fill('lonel');
  await page.getByRole('combobox', {name: 'Add a need'}).press('Enter');
  await page.getByRole('checkbox', {name: /^Self-care/}).check();
  await page.getByLabel('What they will do for themselves').fill('Ring her sister');
  const id = idOf(page);
  await end(page);
  const [{personId}] = await sql<[{personId: string}]>`select person_id from calls where id = ${id}`;
  await anEndedCall(sql, handler, {personKnown: 'identified'}, {personId});

  await theyRing();
  await page
    .getByRole('option', {name: new RegExp(`^Nell ${family}`)})
    .first()
    .click();
  await isInView();
  await expect(person.getByText('This is contact 3 about them in 96 hours')).toBeVisible();
  // What is half under the bar that stays in view is no small target.
  await page.evaluate('scrollTo(0, 0)');
  await expectAccessible(page, /^Call C-/);
  await expectNoSideways(page);
});

test('the network goes in the middle: typing goes on, and is sent when it is back', async ({page, context}) => {
  await beginCall(page);
  await ready(page);
  const id = idOf(page);
  await story(page).pressSequentially('Before the cut. ');
  await expect.poll(() => storyOnServer(id)).toBe('Before the cut. ');
  await context.setOffline(true);
  await story(page).pressSequentially('While it was away.');
  await expect(page.getByText('No connection.')).toBeVisible();
  await expect(story(page)).toBeFocused();
  await expectAccessible(page, /^Call C-/);
  expect(await storyOnServer(id)).toBe('Before the cut. ');
  await context.setOffline(false);
  await expect.poll(() => storyOnServer(id)).toBe('Before the cut. While it was away.');
  await expect(page.getByText('No connection.')).toBeHidden();
  expect(await page.evaluate('localStorage.length + sessionStorage.length')).toBe(0);
});

test('the session ends while somebody types: they sign in beside it, and it goes on by itself', async ({page}) => {
  await beginCall(page);
  await ready(page);
  const id = idOf(page);
  await page.context().clearCookies({name: SESSION_COOKIE});
  await story(page).pressSequentially('Typed without a session');
  await expect(page.getByRole('link', {name: /sign in again in a new tab/})).toBeVisible();
  await expectAccessible(page, /^Call C-/);
  await asRole(page, 'call_handler');
  await expect.poll(() => storyOnServer(id), {timeout: 15_000}).toBe('Typed without a session');
  await expect(page.getByText('You have been signed out.')).toBeHidden();
});

test('two handlers in one call see each other, and neither writes over the other unseen', async ({page, browser}) => {
  test.slow();
  const path = await beginCall(page);
  await ready(page);
  const id = idOf(page);
  const [me] = await sql<{partnerId: string; name: string}[]>`
    select partner_id, name from staff where id = (select opened_by from call_drafts where id = ${id})
  `;
  const [colleague] = await sql<{email: string; name: string}[]>`
    select email, name from staff
    where partner_id = ${me!.partnerId} and name <> ${me!.name} and disabled_at is null
      and exists (select from staff_roles where staff_id = staff.id and role in ('call_handler', 'practitioner', 'team_lead'))
    order by name limit 1
  `;
  // One of them is told of the other over the live events; to the other these do not get through, and they are asked for.
  const other = await pageAs(browser, colleague!.email);
  await other.route('**/desk/live?**', (route) => route.abort());
  await other.goto(path);
  await ready(other);
  await expect(page.locator('form.call[data-live=live]')).toBeVisible();
  await expect(page.getByText(`${colleague!.name} is here`)).toBeVisible();
  for (const words of ['Tom', 'Tom Sa', 'Tom Sample']) {
    await other.getByLabel('Their name').fill(words);
    await expect(page.getByLabel('Their name')).toHaveValue(words);
  }
  await story(other).click();
  await expect(page.getByText(`${colleague!.name} is here, in Story`)).toBeVisible();
  await page.getByRole('button', {name: 'Hold'}).click();
  await expect(other.getByRole('button', {name: 'Take back'})).toBeVisible({timeout: 15_000});
  await other.getByRole('button', {name: 'Take back'}).click();
  await expect(page.getByRole('button', {name: 'Hold'})).toBeVisible();

  await story(page).fill('My words');
  await expect.poll(() => storyOnServer(id)).toBe('My words');
  await story(other).pressSequentially('Their words');
  const choice = other.getByRole('alert').filter({hasText: 'changed this while you were typing'});
  await expect(choice).toContainText('My words');
  await expect(story(other)).toHaveValue('Their words');
  await expectAccessible(other, /^Call C-/);
  await other.getByRole('button', {name: /^Join both/}).click();
  await expect.poll(() => storyOnServer(id)).toBe('My words\nTheir words');
  // Where somebody writes nothing is put in; once they have left the field it is.
  await page.getByLabel('Who is calling').focus();
  await expect(story(page)).toHaveValue('My words\nTheir words', {timeout: 15_000});

  await fillAnonymous(page, 'Both of us wrote this');
  await page.getByRole('checkbox', {name: /^Self-care/}).check();
  await page.getByLabel('What they will do for themselves').fill('Rest');
  await end(page);
  await expect(other.getByText(`This call was ended by ${me!.name}.`)).toBeVisible({timeout: 15_000});
  await other.context().close();
});
