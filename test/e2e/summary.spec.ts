import {expect, test, type Page} from '@playwright/test';
import type {Sql} from '../../db/client.ts';
import {anEndedCall} from '../factories/calls.ts';
import {demonstrationHost, insertStaff, type TestStaff} from '../factories/staff.ts';
import {inRecord, insertPerson, insertWellKnown} from '../factories/people.ts';
import {browserDatabase} from '../setup/site.ts';
import {asRole} from './as-role.ts';
import {aFamilyName, beginCall, end, part, ready, story} from './desk-steps.ts';
import {expectAccessible, expectNoSideways} from './page-checks.ts';

let sql: Sql;
let handler: TestStaff;
test.beforeAll(async () => {
  sql = browserDatabase();
  handler = await insertStaff(sql, await demonstrationHost(sql));
});
test.afterAll(() => sql.end());

/** How many pages a browser makes of it on paper. */
async function printed(page: Page): Promise<number> {
  const pdf = await page.pdf({preferCSSPageSize: true});
  return pdf.toString('latin1').match(/\/Type\s*\/Page\b(?!s)/g)?.length ?? 0;
}

/** A discharge call about somebody with as much written down as anybody has. */
async function aFullCall(words: string): Promise<string> {
  const personId = await insertPerson(sql, handler, {
    givenName: 'Margaret',
    familyName: 'Example',
    birthDate: '1938-04-02',
  });
  await inRecord(sql, handler, personId, async (tx) => {
    for (let turn = 1; turn <= 9; turn++) {
      await tx`insert into person_alerts (person_id, kind, note) values (${personId}, 'medical', ${`${turn} ${words}`.slice(0, 400)})`;
      await tx`
        insert into person_communication (person_id, kind, need, identified_on)
        values (${personId}, 'information_format', ${`${turn} ${words}`.slice(0, 200)}, '2026-10-01')
      `;
      await tx`
        insert into person_relationships (person_id, kind, other_name, other_phone)
        values (${personId}, 'friend', ${`${turn} ${words}`.slice(0, 120)}, '+441632960001')
      `;
    }
  });
  const long = words.repeat(20).slice(0, 900);
  const said = ['matters', 'before', 'now', 'medicinesNote', 'equipment', 'care', 'home'].map((name) => [name, long]);
  const form = {
    ...Object.fromEntries(said),
    keys: words.slice(0, 150),
    food: 'no',
    heating: 'trouble',
    moves: 'two',
    expectedOn: '3/12/2026',
  };
  return anEndedCall(
    sql,
    handler,
    {personKnown: 'identified', goingWell: long, peopleAround: long, 'form.discharge': JSON.stringify(form)},
    {channel: 'hospital_discharge', personId},
  );
}

test('the summary needs the record opened, fits one page of A4 however full it is, and who is given it is kept @plain', async ({
  page,
}) => {
  test.slow();
  const words = 'She likes to be called Peggy and sits by the window where the robins come; ';
  const id = await aFullCall(words);
  await asRole(page, handler.email, `/desk/calls/${id}/summary`);
  await expectAccessible(page, 'One-page summary');
  await expect(page.getByText('Margaret Example')).toBeHidden();
  await page.getByRole('button', {name: /^Open it for call C-/}).click();
  await expect(page.getByRole('heading', {name: 'Margaret Example'})).toBeVisible();
  await expect(page.getByRole('article')).toContainText('More stands in the record');
  await expect(page.getByRole('article')).toContainText('With the help of two');
  await expectAccessible(page, 'One-page summary');
  await expectNoSideways(page);
  expect(await printed(page)).toBe(1);

  await page.getByRole('button', {name: 'Write it down'}).click();
  await expect(page.getByRole('link', {name: 'Say to whom it is given'})).toBeVisible();
  await page.getByLabel('Given to').selectOption('An ambulance crew');
  await page.getByLabel('Who agreed to that').selectOption('The person');
  await page.getByLabel('How they agreed').selectOption('In words');
  await page.getByRole('button', {name: 'Write it down'}).click();
  await expect(page.getByRole('region', {name: 'Given to'})).toContainText('An ambulance crew, by Sam Example');
  const acts = await sql`
    select action from audit_entries where staff_id = ${handler.staffId} and details ->> 'call' = ${id} order by seq
  `;
  expect(acts.map(({action}) => action)).toContain('summary_made');
  expect(acts.at(-2)).toMatchObject({action: 'call_viewed'});

  await page.getByRole('link', {name: 'Large print'}).click();
  expect(await page.getByRole('article').evaluate((sheet) => getComputedStyle(sheet).fontSize)).toBe('24px');
  expect(await printed(page)).toBeGreaterThan(1);
});

test('words without a space to break at stay on the one page too', async ({page}) => {
  const id = await aFullCall('M'.repeat(400));
  await asRole(page, handler.email, `/desk/calls/${id}/summary`);
  await page.getByRole('button', {name: /^Open it for call C-/}).click();
  await expect(page.getByRole('article')).toBeVisible();
  expect(await printed(page)).toBe(1);
});

test('a summary of another organisation’s call is not to be had', async ({page}) => {
  const id = await aFullCall('Hers ');
  await asRole(page, 'Aisha Rahman', `/desk/calls/${id}/summary`);
  await expectAccessible(page, 'This page cannot be shown');
});

test('the summary goes as a link that opens with a code, is looked at, and is ended', async ({
  page,
  browser,
  baseURL,
}) => {
  const id = await aFullCall('She likes to be called Peggy; ');
  await asRole(page, handler.email, `/desk/calls/${id}/summary`);
  await page.getByRole('button', {name: /^Open it for call C-/}).click();
  await page.getByLabel('Given to').selectOption('A hospital ward');
  await page.getByLabel('Who agreed to that').selectOption('The person');
  await page.getByLabel('How they agreed').selectOption('In words');
  await page.getByLabel('How it is given').selectOption('A link by e-mail');
  const give = page.getByRole('button', {name: /^Write it down/});
  await page.getByLabel('E-mail address or mobile number').fill('ward seven');
  await give.click();
  await expect(page.getByRole('link', {name: /Write an e-mail address/})).toBeVisible();
  const to = `${id}@ward.example`;
  await page.getByLabel('E-mail address or mobile number').fill(to);
  await give.click();
  await expect(page.getByText('The link is on its way.')).toBeVisible();
  await expectAccessible(page, 'One-page summary');
  await expectNoSideways(page);
  const code = await page.locator('.given-summary__code strong').innerText();

  const [message] = await sql<{body: string; subject: string}[]>`
    select body, subject from messages where recipient = ${to}
  `;
  expect(`${message!.subject} ${message!.body}`).not.toMatch(/Margaret|Peggy|Example|summary/);
  const path = new URL(/https?:\/\/\S+/.exec(message!.body)![0]).pathname;
  const context = await browser.newContext({...test.info().project.use, baseURL});
  const ward = await context.newPage();
  await ward.goto(path);
  await expectAccessible(ward, 'A private page');
  await expect(ward).toHaveTitle(/^A private page/);
  await expect(ward.getByText('Margaret')).toHaveCount(0);
  await ward.getByLabel('Code').fill('12');
  await ward.getByRole('button', {name: 'Open the page'}).click();
  await expect(ward.getByText('This is not the code', {exact: false}).first()).toBeVisible();
  await ward.getByLabel('Code').fill(code);
  await ward.getByRole('button', {name: 'Open the page'}).click();
  await expect(ward.getByRole('heading', {name: 'Margaret Example'})).toBeVisible();
  await expect(ward).toHaveTitle(/^A private page/);
  await expectAccessible(ward, 'A private page');
  await expectNoSideways(ward);
  expect(await printed(ward)).toBe(1);
  await ward.reload();
  await expect(ward.getByRole('heading', {name: 'Margaret Example'})).toBeVisible();

  await page.reload();
  await expect(page.getByText(/Looked at \d times, last on/)).toBeVisible();
  await page.getByRole('button', {name: 'End this link'}).click();
  await expect(page.getByText('The link is ended.', {exact: false})).toBeVisible();
  await ward.reload();
  await expectAccessible(ward, 'This link no longer works');
  await context.close();
});

test('a ward asks by its form: what it says is on the one page that goes with the person', async ({page}) => {
  test.slow();
  const family = aFamilyName();
  await insertWellKnown(sql, handler, family);
  await beginCall(page, handler.email, 'Hospital discharge request');
  await ready(page);
  await page.getByRole('radio', {name: 'No', exact: true}).first().check();
  await page.getByLabel('Who is calling').selectOption('Hospital');
  await page.getByRole('combobox', {name: 'Find them'}).fill(family);
  await page
    .getByRole('option', {name: new RegExp(family)})
    .first()
    .click();
  const form = page.getByRole('region', {name: 'Coming home from hospital'});
  await form.getByLabel('What matters to them').fill('The robins at the window');
  await form.getByLabel('How to get in').fill('With the neighbour at 6');
  await expectNoSideways(page);
  await page.evaluate('scrollTo(0, 0)');
  await expectAccessible(page, /^Call C-/);
  await story(page).fill('Comes home on Tuesday');
  await page.getByRole('combobox', {name: 'Add a need'}).fill('lonel');
  await page.getByRole('combobox', {name: 'Add a need'}).press('Enter');
  await page.getByLabel('Part of life').selectOption('Hospital discharge');
  await part(page, 'Ending')
    .getByRole('checkbox', {name: /^Advice or information given/})
    .check();
  await page.getByLabel('What you told them').fill('Who brings the key');
  await end(page);
  await page.getByRole('link', {name: 'One-page summary'}).click();
  await expect(page.getByRole('article')).toContainText('The robins at the window');
  await expect(page.getByRole('article')).toContainText('With the neighbour at 6');
});
