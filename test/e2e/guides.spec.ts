import {expect, test, type Page} from '@playwright/test';
import type {Sql} from '../../db/client.ts';
import {insertPartner, insertStaff} from '../factories/staff.ts';
import {browserDatabase} from '../setup/site.ts';
import {asRole, pageAs} from './as-role.ts';
import {collectComplaints, expectAccessible, expectNoSideways, scriptsRun} from './page-checks.ts';

let sql: Sql;
test.beforeAll(() => {
  sql = browserDatabase();
});
test.afterAll(() => sql.end());

/** A lead of a partnership of their own, so that what they publish is nobody else's. */
async function aLead(): Promise<string> {
  const {email} = await insertStaff(sql, await insertPartner(sql), {roles: ['team_lead', 'call_handler']});
  return email;
}

const preview = (page: Page) => page.getByRole('complementary', {name: 'Preview'});

test('a lead changes a question, sees it beside the form, and publishes it @plain', async ({page}) => {
  test.slow();
  const complaints = collectComplaints(page);
  await asRole(page, await aLead(), '/desk/guides');
  await expectAccessible(page, 'Guides');
  await expectNoSideways(page);
  await page.getByRole('link', {name: 'Somebody has fallen'}).click();
  await expectAccessible(page, 'Somebody has fallen');
  await expectNoSideways(page);

  await page.getByRole('link', {name: /^6\. Do they take a blood thinner/}).click();
  await expectAccessible(page, 'Change a guide');
  await expectNoSideways(page);
  await page.getByLabel('The question, as it is said aloud').fill('');
  await page.getByRole('button', {name: 'Save in the draft'}).click();
  await expect(page.getByRole('link', {name: 'Write the question, in 300 letters at most'})).toBeVisible();
  await page.getByLabel('The question, as it is said aloud').fill('Do they take tablets that thin the blood?');
  await page.getByRole('button', {name: 'Save in the draft'}).click();
  await expect(page.getByText('Saved in the draft.')).toBeVisible();
  await expect(page.getByRole('link', {name: '6. Do they take tablets that thin the blood?'})).toBeVisible();

  await page.getByRole('link', {name: 'Somebody has fallen', exact: true}).click();
  const changes = page.getByRole('table', {name: 'What it changes'});
  await expect(changes).toContainText('Do they take tablets that thin the blood?');
  await expectAccessible(page, 'Somebody has fallen');
  await expectNoSideways(page);
  await page.getByLabel('What is different, in a few words').fill('Plainer words');
  await page.getByRole('button', {name: 'Publish: use it from the next call'}).click();
  await expect(page.getByText('Published.', {exact: false}).first()).toBeVisible();
  const versions = page.getByRole('region', {name: 'Versions'}).getByRole('listitem');
  await expect(versions).toHaveCount(2);
  await expect(versions.first()).toContainText('Your version 1');
  await expect(versions.first()).toContainText('Plainer words');
  expect(complaints.filter((words) => !words.includes('422'))).toEqual([]);
});

test('a question is added with what it suggests, moved and taken out again', async ({page}) => {
  await asRole(page, await aLead(), '/desk/guides/loneliness?part=new');
  await page.getByLabel('The question, as it is said aloud').fill('Do you have a pet?');
  await page.getByRole('button', {name: 'Add to the draft'}).click();
  await page.getByRole('link', {name: /Do you have a pet\?$/}).click();
  await page.getByText('Add a suggestion').click();
  const row = page.getByRole('group', {name: 'A new suggestion'});
  await row.getByLabel('Yes').check();
  await row.getByLabel('End with').selectOption('Signposted to services');
  await page.getByRole('button', {name: 'Save in the draft'}).click();
  await expect(page.getByRole('link', {name: 'Say why: it is shown to whoever asks'})).toBeVisible();
  await row.getByLabel('Why').fill('A group for dog walkers may suit them');
  await page.getByRole('button', {name: 'Save in the draft'}).click();
  await expect(page.getByText('Saved in the draft.')).toBeVisible();
  await page.getByRole('button', {name: 'Move up'}).click();
  await expect(page.getByRole('link', {name: '9. Do you have a pet?'})).toBeVisible();
  await page.getByRole('button', {name: 'Take it out'}).click();
  await expect(page.getByText('There is no difference.')).toBeVisible();
  await page.getByRole('button', {name: 'Throw the draft away'}).click();
  await expect(page.getByText('The draft is thrown away.')).toBeVisible();
});

test('two leads change a guide at once: the slower one sees both and loses nothing', async ({page, browser}) => {
  const email = await aLead();
  const address = '/desk/guides/fall?part=awake';
  const other = await pageAs(browser, email, address);
  await asRole(page, email, address);
  await page.getByLabel('The question, as it is said aloud').fill('Mine?');
  await other.getByLabel('The question, as it is said aloud').fill('Theirs?');
  await other.getByRole('button', {name: 'Save in the draft'}).click();
  await expect(other.getByText('Saved in the draft.')).toBeVisible();
  await other.context().close();

  await page.getByRole('button', {name: 'Save in the draft'}).click();
  await expect(page.getByRole('heading', {name: 'This was changed while you were typing'})).toBeVisible();
  await expect(page.getByRole('table')).toContainText('Theirs?');
  await expect(page.getByLabel('The question, as it is said aloud')).toHaveValue('Mine?');
  await expectAccessible(page, 'Change a guide');
  await page.getByRole('button', {name: 'Save in the draft'}).click();
  await expect(page.getByText('Saved in the draft.')).toBeVisible();
});

test('a guide is answered with the keyboard alone, and what it suggests is said and can be taken over', async ({
  page,
}) => {
  // Who takes calls reads the guides and does not change them, whatever they ask for.
  await asRole(page, 'Priya Nair', '/desk/guides/fall?part=awake');
  await expect(page.getByRole('heading', {level: 1, name: 'Somebody has fallen'})).toBeVisible();
  await expect(page.getByText('A team lead')).toBeHidden();
  await expect(page.getByRole('button', {name: 'Save in the draft'})).toHaveCount(0);
  await expect(page.getByRole('link', {name: 'Add a question'})).toHaveCount(0);
  await scriptsRun(page);
  const guide = preview(page);
  await guide
    .getByRole('group', {name: /Are they awake/})
    .getByLabel('Yes')
    .focus();
  await page.keyboard.press('Space');
  await page.keyboard.press('ArrowRight');
  await expect(guide.getByRole('status').filter({hasText: 'Ring 999'})).toContainText('needs an ambulance at once');
  await guide.getByRole('button', {name: /^Take this over/}).press('Enter');
  await expect(guide.getByText('In the call')).toBeVisible();

  await expect(guide.getByRole('group', {name: /blood thinner/})).toHaveCount(0);
  await guide
    .getByRole('group', {name: /hit their head/})
    .getByLabel('Yes')
    .press('Space');
  await expect(guide.getByRole('group', {name: /blood thinner/})).toBeVisible();

  await guide.getByLabel(/How many times have they fallen/).fill('many');
  await expect(guide.getByText('Write a number in figures')).toBeHidden();
  await page.keyboard.press('Tab');
  await expect(guide.getByText('Write a number in figures')).toBeVisible();
  await expectAccessible(page, 'Somebody has fallen');
});

test('a lead writes a new guide, with its needs and its points, tries it and publishes it', async ({page}) => {
  test.slow();
  await asRole(page, await aLead(), '/desk/guides');
  await page.getByRole('link', {name: 'Write a new guide'}).click();
  await expectAccessible(page, 'A new guide');
  await expectNoSideways(page);
  await page.getByLabel('Title').fill('Somebody is lost');
  await page.getByRole('button', {name: 'Begin the guide'}).click();
  await expect(page.getByRole('link', {name: 'Name at least one source', exact: false})).toBeVisible();
  await expect(page.getByLabel('Title')).toHaveValue('Somebody is lost');
  await page.getByLabel('When to use it').fill('Somebody does not know where they are.');
  await page.getByLabel('Who wrote it').fill('The desk of Testshire');
  await page.getByLabel('To be looked at again by').fill('30/11/2027');
  await page.getByLabel('Sources').fill('Our own experience');
  await page.getByLabel('The first question').fill('Do you feel safe where you are?');
  await page.getByRole('button', {name: 'Begin the guide'}).click();
  await expect(page.getByRole('heading', {level: 1, name: 'Somebody is lost'})).toBeVisible();
  await expect(page.getByText('It is new: the desk has had no guide like this.')).toBeVisible();

  await page.getByRole('link', {name: 'Needs it is offered with'}).click();
  await expectAccessible(page, 'Change a guide');
  await page.getByRole('checkbox', {name: 'Dementia', exact: false}).first().check();
  await page.getByRole('button', {name: 'Save in the draft'}).click();
  await expect(page.getByText('Saved in the draft.')).toBeVisible();

  await page.getByRole('link', {name: 'Add points to answers'}).click();
  await expectAccessible(page, 'Change a guide');
  await expectNoSideways(page);
  await page.getByLabel('Name of the score').fill('Alone and lost');
  await page.getByLabel('What it means, and what it does not').fill('How soon somebody should come.');
  for (const [answer, points] of [
    ['Yes', '0'],
    ['No', '3'],
  ] as const)
    await page
      .getByRole('group', {name: 'Do you feel safe where you are?'})
      .getByLabel(answer, {exact: true})
      .and(page.getByRole('textbox'))
      .fill(points);
  const follows = page.getByRole('group', {name: 'Something new'});
  await follows.getByLabel('From a sum of').fill('3');
  await follows.getByLabel('Ring').selectOption('999');
  await follows.getByLabel('Why').fill('They are not safe where they are');
  await page.getByRole('button', {name: 'Save in the draft'}).click();
  await expect(page.getByRole('link', {name: 'Give each answer points: 0 for none'})).toBeVisible();
  await page
    .getByRole('group', {name: 'Do you feel safe where you are?'})
    .getByLabel('Not sure')
    .and(page.getByRole('textbox'))
    .fill('1');
  await page.getByRole('button', {name: 'Save in the draft'}).click();
  await expect(page.getByRole('link', {name: 'Points: Alone and lost'})).toBeVisible();

  await preview(page).getByRole('radio', {name: 'No', exact: true}).check();
  await expect(preview(page).getByText('They are not safe where they are')).toBeVisible();
  await page.getByRole('link', {name: 'Somebody is lost', exact: true}).click();
  await page.getByRole('button', {name: 'Publish: use it from the next call'}).click();
  await expect(page.getByText('Published.', {exact: false}).first()).toBeVisible();
  await page.getByRole('link', {name: 'Guides', exact: true}).first().click();
  await expect(page.getByRole('link', {name: 'Somebody is lost'})).toBeVisible();
});
