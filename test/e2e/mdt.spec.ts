/** With other professionals: a case that is flagged comes to a meeting, and what is agreed there is done; a letter to the GP. */
import {expect, test} from '@playwright/test';
import type {Sql} from '../../db/client.ts';
import {insertCase} from '../factories/cases.ts';
import {insertPerson} from '../factories/people.ts';
import type {TestStaff} from '../factories/staff.ts';
import {browserDatabase} from '../setup/site.ts';
import {pageAs} from './as-role.ts';
import {collectComplaints, expectAccessible, expectNoSideways} from './page-checks.ts';

let sql: Sql;
test.beforeAll(() => {
  sql = browserDatabase();
});
test.afterAll(() => sql.end());

/** A case of Aisha's, with somebody whose name is nobody else's. */
async function aCase(givenName: string) {
  const [aisha] = await sql<TestStaff[]>`
    select id as staff_id, partner_id, partnership_id from staff where name = 'Aisha Rahman'
  `;
  const familyName = `Fenwick${Math.floor(Math.random() * 1e9).toString(36)}`;
  const personId = await insertPerson(sql, aisha!, {givenName, familyName, birthDate: '1941-05-02'});
  const {id} = await insertCase(sql, aisha!, {personId});
  return {id, name: `${givenName} ${familyName}`};
}

test('a flagged case comes to a meeting, and what is agreed there stands in somebody’s day until it is done', async ({
  browser,
}) => {
  test.setTimeout(120_000);
  const {id, name} = await aCase('Mavis');
  const mdt = `South MDT ${Math.floor(Math.random() * 1e6)}`;

  // A lead begins a team and plans its meeting; a nurse of another organisation is asked.
  const siobhan = await pageAs(browser, 'Siobhan Kelly', '/mdt');
  const complaints = collectComplaints(siobhan);
  await siobhan.getByText('Begin a multidisciplinary team').click();
  await siobhan.getByLabel('What it is called').fill(mdt);
  await siobhan.getByRole('button', {name: 'Begin it'}).dblclick();
  await expect(siobhan.getByText('It has begun.')).toBeVisible();

  // The worker ticks a flag: the meeting is suggested, and she brings Mavis with a page and a basis.
  const aisha = await pageAs(browser, 'Aisha Rahman', `/caseload/cases/${id}`);
  await aisha.getByRole('link', {name: /^Thinking along/}).click();
  await aisha.getByLabel('Two or more falls in 12 months').check();
  await aisha.getByRole('button', {name: 'Save', exact: true}).click();
  await expect(aisha.getByText('One thing suggests that others should think along.')).toBeVisible();
  await expectAccessible(aisha, `Should others think along about ${name}?`);
  await expectNoSideways(aisha);
  await aisha.getByRole('link', {name: 'Bring them to a meeting'}).click();
  await aisha.getByLabel('To whom').selectOption({label: `${mdt}, Lily Hill Link Workers`});
  await aisha.getByLabel('Why now').fill('She fell twice in the bathroom.');
  await aisha.getByLabel('What you ask of the others').fill('What would make the bathroom safe?');
  await aisha.getByRole('button', {name: 'Bring them to the meeting'}).click();
  await expect(aisha.getByRole('alert')).toContainText('Say on what basis they are spoken of');
  await expect(aisha.getByLabel('Why now')).toHaveValue('She fell twice in the bathroom.');
  await expectAccessible(aisha, /^Bring somebody to a meeting/);
  await expectNoSideways(aisha);
  await aisha.getByLabel('The person agrees').check();
  await aisha.getByLabel('Who agreed, if somebody did').selectOption('person');
  await aisha.getByLabel('How', {exact: true}).selectOption('spoken');
  await aisha.getByRole('button', {name: 'Bring them to the meeting'}).click();
  await expect(aisha.getByText('They are brought.')).toBeVisible();

  await siobhan.goto('/mdt');
  await expect(siobhan.getByText('1 person waits to be listed')).toBeVisible();
  await siobhan.getByText('Plan a meeting').click();
  await siobhan.getByLabel('Whose').selectOption({label: mdt});
  await siobhan.getByLabel('On which day').fill('2031-03-04');
  await siobhan.getByLabel('At what time').fill('14:00');
  await siobhan.getByRole('button', {name: 'Plan the meeting'}).click();
  await siobhan.waitForURL(/\/mdt\/meetings\//);
  const meeting = siobhan.url();
  for (const who of ['Maria Santos', 'Aisha Rahman']) {
    await siobhan.getByText('Ask somebody else').click();
    const choice = siobhan.locator('#ask-staff');
    const option = choice.locator('option', {hasText: `${who},`});
    await choice.selectOption((await option.getAttribute('value'))!);
    await siobhan.getByRole('button', {name: 'Ask them', exact: true}).click();
    await expect(siobhan.getByText('They are asked to the meeting.')).toBeVisible();
  }
  await siobhan.getByLabel(name).check();
  await siobhan.getByRole('button', {name: 'Put on the list'}).click();
  await expect(siobhan.getByText('1 person: 1 new, 0 known from before.')).toBeVisible();
  await expectAccessible(siobhan, new RegExp(`^${mdt}`));
  await expectNoSideways(siobhan);

  // The nurse reads the page, decides with the others, and Aisha takes something on. A colleague learns nothing.
  const maria = await pageAs(browser, 'Maria Santos', meeting);
  await maria.getByRole('link', {name}).click();
  await expect(maria.getByRole('paragraph').filter({hasText: 'What would make the bathroom safe?'})).toBeVisible();
  // On paper it says whose it is.
  await expect(maria.getByText(/^Confidential/)).toBeHidden();
  await maria.emulateMedia({media: 'print'});
  await expect(maria.getByText(/^Confidential/)).toBeVisible();
  await expect(maria.getByRole('heading', {name: 'What is decided'})).toBeHidden();
  await maria.emulateMedia({media: 'screen'});
  await maria.getByLabel('Decided together').fill('Rails in the bathroom.\nA lamp on the stairs.');
  await maria.getByRole('radio', {name: 'No'}).check();
  await maria.getByRole('button', {name: 'Save the decision'}).click();
  await expect(maria.getByText('The decision is saved.')).toBeVisible();
  await maria.getByLabel('What is to be done').fill('Ask the council for rails');
  await maria.getByLabel('Who does it').selectOption({label: 'Aisha Rahman, Lily Hill Link Workers'});
  const soon = new Date(Date.now() + 2 * 86_400_000).toISOString().slice(0, 10);
  await maria.getByLabel('By which day').fill(soon);
  await maria.getByRole('button', {name: 'Add it'}).dblclick();
  await expect(maria.getByText('It stands in their day.')).toBeVisible();
  await expect(maria.getByRole('button', {name: /^Strike it out.*rails/})).toHaveCount(1);
  await expectAccessible(maria, new RegExp(`^${name}`));
  await expectNoSideways(maria);
  const daniel = await pageAs(browser, 'Daniel Frost');
  expect((await daniel.request.get(meeting)).status()).toBe(404);
  await daniel.context().close();
  await maria.context().close();

  await aisha.goto('/caseload');
  const action = aisha.getByRole('listitem').filter({hasText: 'Ask the council for rails'});
  await expect(action.getByRole('link', {name})).toBeVisible();
  await expectAccessible(aisha, /^My day/);
  await action.getByRole('button', {name: /^Done/}).dblclick();
  await expect(aisha.getByText('Ask the council for rails')).toHaveCount(0);

  await siobhan.goto(meeting);
  await siobhan.getByRole('button', {name: 'Close the minutes'}).click();
  await expect(siobhan.getByText('The minutes are closed.')).toBeVisible();
  await siobhan.getByRole('link', {name: 'Minutes', exact: true}).click();
  await expect(siobhan.getByText(/Ask the council for rails, done/)).toBeVisible();
  // Line by line, as it was written.
  expect(await siobhan.getByText(/^Decided: Rails/).innerText()).toContain(
    'Rails in the bathroom.\nA lamp on the stairs.',
  );
  await expectAccessible(siobhan, new RegExp(`^${mdt}`));
  await expectNoSideways(siobhan);
  await aisha.goto(`/caseload/cases/${id}/mdt`);
  await expect(aisha.getByText(/Rails in the bathroom\./)).toBeVisible();
  expect(complaints).toEqual([]);
  await aisha.context().close();
  await siobhan.context().close();
});

test('a letter to the GP is put right, asks for consent, and is kept as it was sent', async ({browser}) => {
  const {id, name} = await aCase('Olive');
  const aisha = await pageAs(browser, 'Aisha Rahman', `/caseload/cases/${id}/letters`);
  await expectAccessible(aisha, 'Letters');
  await aisha.getByRole('link', {name: 'To the GP: we have begun'}).click();
  await expect(aisha.getByText('It may not be sent as things stand.')).toBeVisible();
  await expect(aisha.getByLabel('The letter')).toHaveValue(/871731000000106/);
  await aisha.getByLabel('GP practice').fill('Larch Lane Surgery');
  await aisha.getByRole('button', {name: 'Send, or keep to print'}).click();
  await expect(aisha.getByRole('alert')).toContainText('They have not been asked yet');
  await aisha.getByLabel('Who', {exact: true}).selectOption('person');
  await aisha.getByLabel('How', {exact: true}).selectOption('spoken');
  await aisha.getByRole('button', {name: 'Show me how it looks'}).click();
  await expect(aisha.getByRole('article')).toContainText(`About ${name}`);
  await expectAccessible(aisha, 'To the GP: we have begun');
  await expectNoSideways(aisha);
  await aisha.getByRole('button', {name: 'Send, or keep to print'}).dblclick();
  await expect(aisha.getByText('The letter is kept.')).toBeVisible();
  await expectAccessible(aisha, 'A letter, as it was sent');
  await expectNoSideways(aisha);
  await aisha.goto(`/caseload/cases/${id}`);
  await expect(aisha.getByText('To the GP: begun, number 1, printed')).toBeVisible();
  await aisha.getByRole('link', {name: 'Raise a safeguarding concern'}).click();
  await expectAccessible(aisha, 'Raise a safeguarding concern');
  await expectNoSideways(aisha);
  await aisha.context().close();
});
