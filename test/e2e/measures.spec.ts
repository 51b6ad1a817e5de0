import {randomUUID} from 'node:crypto';
import {expect, test} from '@playwright/test';
import {askByLink} from '../../app/domain/measures/ask-by-link.server.ts';
import type {Sql} from '../../db/client.ts';
import {insertCase, insertProvider} from '../factories/cases.ts';
import {insertStaff} from '../factories/staff.ts';
import {browserDatabase} from '../setup/site.ts';
import {asRole} from './as-role.ts';
import {collectComplaints, expectAccessible, expectNoSideways} from './page-checks.ts';

let sql: Sql;
test.beforeAll(() => {
  sql = browserDatabase();
});
test.afterAll(() => sql.end());

async function aCase() {
  const worker = await insertProvider(sql);
  const {id} = await insertCase(sql, worker, {needs: ['loneliness']});
  return {worker, id, path: `/caseload/cases/${id}/measures`};
}

test('a worker writes measures down, sees the change, and makes a link to pass on', async ({page}) => {
  const complaints = collectComplaints(page);
  const {worker, path} = await aCase();
  await asRole(page, worker.email, path);
  await page.getByRole('link', {name: /Write it down.*UCLA-3.*start/}).click();
  for (const question of await page.getByRole('group', {name: /how often do you feel/i}).all()) {
    await question.getByRole('radio', {name: 'Often', exact: true}).check();
  }
  await page.getByLabel('The day it was answered').fill('1999-01-01');
  await page.getByRole('button', {name: 'Write it down'}).click();
  await expect(page.getByText('This day is too long ago').first()).toBeVisible();
  await page.getByLabel('The day it was answered').fill('2026-03-02');
  await page.getByRole('button', {name: 'Write it down'}).click();
  await expect(page.getByRole('heading', {name: 'Did it help?'})).toBeVisible();
  // One score makes no line.
  await expect(page.getByRole('region', {name: 'Loneliness', exact: true})).toContainText('9');
  await page.goto(`${path}/ucla3?occasion=other`);
  for (const question of await page.getByRole('group', {name: /how often do you feel/i}).all()) {
    await question.getByRole('radio', {name: 'Hardly ever or never'}).check();
  }
  await page.getByRole('button', {name: 'Write it down'}).click();
  await expect(page.getByText('From 9 to 3: better by 6')).toBeVisible();
  await expect(page.getByRole('img', {name: 'Loneliness over time'})).toBeVisible();
  await expectAccessible(page, 'Did it help?');
  await expectNoSideways(page);

  await page.getByText('Make a new link').click();
  await page.getByLabel('Personal wellbeing (ONS4)').check();
  await page.getByRole('button', {name: 'Make the link'}).click();
  await expect(page.getByText(/\/answer\/[\w-]{43}/)).toBeVisible();

  await page.getByRole('link', {name: 'Look back together and write it down'}).click();
  await page.getByLabel('12 months before').first().fill('14');
  await page.getByRole('button', {name: 'Write it down'}).click();
  await expect(page.getByText('GP appointments: say where the numbers are from').first()).toBeVisible();
  await page.getByLabel('Who says so').first().selectOption('gp_record');
  await page.getByRole('group', {name: 'Mood'}).getByLabel('Better').check();
  await page.getByRole('button', {name: 'Write it down'}).click();
  await expect(page.getByText('GP appointments, 12 months before: 14 (GP record)')).toBeVisible();
  // A form that is refused answers 422, which the browser tells as a failed request.
  expect(complaints.filter((words) => !words.includes('422'))).toEqual([]);
});

test('somebody answers by their own link, without an account @phone @plain', async ({page}) => {
  const {worker, id} = await aCase();
  const asked = await askByLink(sql, {viewer: worker, door: 'cases.measures', submission: randomUUID()}, id, {
    scales: ['ons4', 'ucla3'],
    occasion: 'start',
    sentBy: 'by_hand',
    to: null,
    siteAddress: '',
    siteSecret: 'a secret of forty characters, for a test',
  });
  await page.goto(asked.ok ? asked.link! : '');
  await expect(page.getByText('Page 1 of 2')).toBeVisible();
  await expect(page.getByText('Nell')).toHaveCount(0);
  await expectAccessible(page, 'A few questions for you');
  await expectNoSideways(page);
  await page
    .getByRole('group', {name: /how satisfied are you/})
    .getByRole('radio', {name: '7', exact: true})
    .check();
  // Whoever finds only now that the page speaks their language has not ticked for nothing.
  await page.getByRole('button', {name: 'Polski'}).click();
  await expectAccessible(page, 'Kilka pytań do Ciebie');
  await expect(page.getByRole('radio', {name: '7', exact: true, checked: true})).toHaveCount(1);
  await page.getByRole('button', {name: 'English'}).click();
  await page.getByRole('button', {name: 'Next'}).click();
  await expect(page.getByText('Page 2 of 2')).toBeVisible();
  await page
    .getByRole('group', {name: /left out/})
    .getByRole('radio', {name: 'Some of the time'})
    .check();
  await page.getByRole('button', {name: 'Send my answers'}).click();
  await expect(page.getByRole('heading', {name: 'Thank you'})).toBeVisible();
  const kept = await sql`select scale, answers from measures where case_id = ${id} order by scale`;
  expect(kept).toMatchObject([{scale: 'ons4', answers: {satisfied: 7}}, {scale: 'ucla3'}]);
  // What happened in the case says it in words, and as theirs.
  await asRole(page, worker.email, `/caseload/cases/${id}`);
  await expect(page.getByText('They answered by their own link').first()).toBeVisible();
  await expect(page.getByText('Loneliness (UCLA-3)')).toBeVisible();
  await page.goto('/answer/guessed');
  await expect(page.getByRole('heading', {name: 'This link no longer works'})).toBeVisible();
});

test('a plan is written together, kept as versions, shown in three layouts, and sent as a copy', async ({page}) => {
  const complaints = collectComplaints(page);
  const {worker, id} = await aCase();
  await asRole(page, worker.email, `/caseload/cases/${id}/plan`);
  await page.getByRole('link', {name: 'Write it together'}).click();
  await page.getByLabel('What matters most in your life?').fill('My garden. My granddaughter.');
  await page.getByLabel('In your words').first().fill('Have company once a week');
  await page.getByLabel('How is it now? 0 to 10').first().fill('eleven');
  await page.getByRole('button', {name: 'Keep the plan'}).click();
  await expect(page.getByText('A whole number from 0 to 10').first()).toBeVisible();
  await page.getByLabel('How is it now? 0 to 10').first().fill('2');
  await page.getByLabel('How would you like it? 0 to 10').first().fill('7');
  await page.getByLabel('A first step').first().fill('Visit the coffee morning');
  await page.getByLabel('Agreed').selectOption('person');
  await page.getByRole('button', {name: 'Keep the plan'}).click();
  await expect(page.getByText('The plan is kept.')).toBeVisible();
  await expectAccessible(page, 'What matters to Nell');
  await expectNoSideways(page);
  await page.getByRole('link', {name: 'Change it together'}).click();
  await page.getByLabel('Done').first().check();
  await page.getByRole('button', {name: 'Keep the plan'}).click();
  await page.getByText('What changed, version by version').click();
  await expect(page.getByRole('heading', {name: /^Version 2/})).toBeVisible();

  await page.getByRole('link', {name: 'Find something together'}).click();
  await page.getByLabel('What would they like, in their own words?').fill('coffee morning');
  await page.getByRole('button', {name: 'Look', exact: true}).click();
  const offers = page.locator('.plan-find__list').getByRole('checkbox');
  await offers.nth(0).check();
  await page.getByRole('button', {name: 'Compare two or three'}).click();
  await expect(page.getByText('Tick two or three to compare them').first()).toBeVisible();
  await offers.nth(1).check();
  await page.getByRole('button', {name: 'Compare two or three'}).click();
  await expect(page.getByRole('table', {name: 'Side by side'})).toBeVisible();
  expect(page.url()).not.toContain('coffee');
  await expectAccessible(page, 'Find something together');
  await expectNoSideways(page);
  const chosen = await page.getByRole('table', {name: 'Side by side'}).getByRole('columnheader').first().innerText();
  await page.getByRole('button', {name: 'Put what is ticked into the plan'}).click();
  await expect(page.getByLabel('Another step').first()).toHaveValue(`Try ${chosen}`);
  await page.getByLabel('Who does it').nth(1).fill('Wanda and I');
  await page.getByRole('button', {name: 'Keep the plan'}).click();
  await expect(page.getByText(`Try ${chosen}`).first()).toBeVisible();
  await expect(page.getByRole('link', {name: 'More about it'}).first()).toBeVisible();
  await page.getByRole('link', {name: 'Easy-read layout'}).click();
  await expect(page.getByRole('listitem').filter({hasText: /^My granddaughter\.$/})).toBeVisible();

  await page.getByText('Give them their copy').click();
  await page.getByLabel('A private link by e-mail').check();
  await page.getByLabel('E-mail address').fill('nell@example.org');
  await page.getByRole('button', {name: 'Give the copy'}).click();
  await expect(page.getByText('Say who wants it: without that nothing is given').first()).toBeVisible();
  await page.getByLabel('They said so').check();
  await page.getByRole('button', {name: 'Give the copy'}).click();
  await expect(page.getByText('The link to their copy is on its way.')).toBeVisible();
  const [message] = await sql`select body from messages where partner_id = ${worker.partnerId}`;
  await page.context().clearCookies();
  await page.goto(/\/plan\/[\w-]+/.exec(String(message!.body))![0]);
  await expect(page.getByText('Have company once a week')).toBeVisible();
  await expectNoSideways(page);
  await page.getByRole('link', {name: 'Large print'}).click();
  await expect(page.locator('.plan--large')).toBeVisible();
  expect(complaints.filter((words) => !words.includes('422'))).toEqual([]);
});

test('a plan is on the server as it is typed: on another machine it goes on, and of two who write none is lost', async ({
  page,
  browser,
}) => {
  const {worker, id} = await aCase();
  const edit = `/caseload/cases/${id}/plan/edit`;
  await asRole(page, worker.email, edit);
  await expect(page.locator('form[data-ready]')).toBeVisible();
  await page.getByLabel('What matters most in your life?').fill('My garden.');
  await page.getByLabel('In your words').first().fill('Get out more');
  await expect(page.getByLabel('In your words')).toHaveCount(2);
  await expect(page.getByText(/^Saved at/)).toBeVisible();

  const elsewhere = await browser.newContext();
  const colleague = await insertStaff(sql, worker, {roles: ['link_worker']});
  const other = await elsewhere.newPage();
  await asRole(other, colleague.email, edit);
  await expect(other.getByLabel('What matters most in your life?')).toHaveValue('My garden.');
  await expect(other.getByText('What Wanda Walker typed since it was last kept is here.')).toBeVisible();
  await other.getByLabel('Who is there for you, and for whom are you there?').fill('Jo next door');
  await expect(page.getByLabel('Who is there for you, and for whom are you there?')).toHaveValue('Jo next door');
  await expect(page.getByText('has it open too. You see what each other types.')).toBeVisible();

  // Both type in one field, one of them without hearing of the other.
  await elsewhere.setOffline(true);
  await other.getByLabel('What matters most in your life?').fill('My dog.');
  await expect(other.getByText('No connection.')).toBeVisible();
  await page.getByLabel('What matters most in your life?').fill('My garden and my sister.');
  const matters = () => sql`select value from plan_draft_fields where draft_id = ${id} and name = 'matters'`;
  await expect.poll(async () => (await matters())[0]?.value).toBe('My garden and my sister.');
  // Words that come from elsewhere do not change under somebody's hands: they come when the field is left.
  await page.getByLabel('When do we look at it again?').focus();
  await elsewhere.setOffline(false);
  await expect(other.getByText('changed this while you were typing')).toBeVisible();
  await other.getByRole('button', {name: /^Join both/}).click();
  await expect(page.getByLabel('What matters most in your life?')).toHaveValue('My garden and my sister.\nMy dog.');
  await other.getByRole('button', {name: 'Keep the plan'}).click();
  await expect(other.getByText('The plan is kept.')).toBeVisible();
  await expect(page.getByText(/^The plan was kept by /)).toBeVisible();
  await elsewhere.close();
});
