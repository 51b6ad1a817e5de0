/** Visits, cover during leave, and giving a case to a colleague: with one thumb. */
import {expect, test, type Locator} from '@playwright/test';
import type {Sql} from '../../db/client.ts';
import {insertCase, insertVisit} from '../factories/cases.ts';
import {insertPerson} from '../factories/people.ts';
import type {TestStaff} from '../factories/staff.ts';
import {browserDatabase} from '../setup/site.ts';
import {asRole, pageAs} from './as-role.ts';
import {collectComplaints, expectAccessible, expectNoSideways} from './page-checks.ts';

let sql: Sql;
test.beforeAll(() => {
  sql = browserDatabase();
});
test.afterAll(() => sql.end());

const day = (ahead: number) => new Date(Date.now() + ahead * 86_400_000).toISOString().slice(0, 10);

/** A case of somebody of the demonstration with a name of its own, so that tests side by side do not meet. */
async function aCaseOf(workerName: string) {
  const [worker] = await sql<[TestStaff]>`
    select id as staff_id, partner_id, partnership_id, name from staff where name = ${workerName} and is_demonstration
  `;
  const family = `Visited${Math.floor(Math.random() * 1e9).toString(36)}`;
  const personId = await insertPerson(sql, worker, {givenName: 'Nell', familyName: family});
  const {id} = await insertCase(sql, worker, {personId, status: 'active', nextStepOn: day(0), nextStep: 'Have tea'});
  await sql`
    insert into person_alerts (person_id, kind, note) values (${personId}, 'visit_in_pairs', 'The brother shouts.')
  `;
  return {worker, caseId: id, name: `Nell ${family}`};
}

test('a visit: alerts are in view, back is one press, who is not back stands with their lead; and the board @phone @plain @not-desktop', async ({
  page,
  browser,
}) => {
  test.setTimeout(120_000);
  const {worker, caseId, name} = await aCaseOf('Ben Carter');
  const complaints = collectComplaints(page);
  await asRole(page, 'Ben Carter', `/caseload/cases/${caseId}`);
  const places = page.getByRole('navigation', {name: 'This case'});
  // What else there is to a case stands above all that has happened in it.
  const above = (await places.boundingBox())!;
  expect(above.y).toBeLessThan((await page.getByRole('heading', {name: 'So far'}).boundingBox())!.y);
  await places.getByRole('link', {name: /^Visits/}).click();
  await expectAccessible(page, /^Visits/);
  await expect(page.getByText('The brother shouts.')).toBeVisible();
  await page.getByLabel('At home').check();
  await page.getByLabel('Where will you be?').fill('4 Larch Lane');
  await page.getByLabel('Day', {exact: true}).fill(day(1));
  await page.getByLabel('Leaving at').fill('14:00');
  await page.getByLabel('Back by').fill('16:00');
  await page.getByRole('button', {name: 'Save the visit'}).click();
  await expect(page.getByRole('alert')).toContainText('visit in pairs');
  await expect(page.getByLabel('Where will you be?')).toHaveValue('4 Larch Lane');
  await page.getByLabel('Who goes with you?').fill('Sam');
  await page.getByRole('button', {name: 'Save the visit'}).dblclick();
  await expect(page.getByText('The visit is saved.')).toBeVisible();
  await expect(page.getByRole('list', {name: 'Visits so far'}).getByRole('listitem')).toHaveCount(1);
  await expectNoSideways(page);

  const visitId = await insertVisit(sql, worker, caseId);
  await page.goto('/caseload');
  await expectAccessible(page, /^My day/);
  await expectNoSideways(page);
  const inMyDay = page.getByRole('listitem').filter({hasText: name}).filter({hasText: '4 Larch Lane'});
  await inMyDay.getByRole('button', {name: '30 minutes more'}).click();
  await expect(page.getByText('You have half an hour more.')).toBeVisible();

  await sql`
    update case_visits set leaves_at = now() - interval '3 hours', back_by = now() - interval '40 minutes'
    where id = ${visitId}
  `;
  const lead = await pageAs(browser, 'Siobhan Kelly', '/caseload/lead');
  await expectAccessible(lead, 'The team');
  await expectNoSideways(lead);
  const late = lead.getByRole('listitem').filter({hasText: `Ben Carter with ${name}`});
  await expect(late).toContainText('Overdue by 40 minutes');
  await late.getByRole('button', {name: 'They are safe'}).click();
  await expect(lead.getByRole('alert')).toContainText('Say how you know');
  await lead.context().close();

  await inMyDay.getByRole('button', {name: 'I am back'}).dblclick();
  await expect(page.getByText('Good that you are back.')).toBeVisible();
  await expect(inMyDay).toHaveCount(0);

  // The board shows what the list does, and a case is moved with its reason.
  await page.goto('/caseload/all?show=open&order=newest&whose=mine');
  await page.getByRole('list', {name: 'Show as'}).getByRole('link', {name: 'Board'}).click();
  expect(new URL(page.url()).search).toBe('?show=open&order=newest&whose=mine');
  await expectAccessible(page, 'Caseload');
  await expectNoSideways(page);
  const inColumn = (column: RegExp) =>
    page.getByRole('region', {name: column}).getByRole('listitem').filter({hasText: name}).first();
  await inColumn(/^Active/)
    .getByText(`Move ${name}`)
    .press('Enter');
  await inColumn(/^Active/)
    .getByRole('button', {name: 'Paused'})
    .click();
  await expectAccessible(page, /^Move to Paused/);
  await page.getByRole('button', {name: 'Move to Paused'}).click();
  await expect(page.getByRole('alert')).toContainText('Say why it is paused');
  await page.getByLabel('Why is it paused?').fill('In hospital');
  await page.getByRole('button', {name: 'Move to Paused'}).click();
  await expect(page.getByText('The case is paused.')).toBeVisible();
  expect(new URL(page.url()).search).toContain('order=newest');
  await expect(inColumn(/^Paused/)).toBeVisible();
  expect(complaints.filter((words) => !words.includes('422'))).toEqual([]);
});

// Once: two runs side by side would each end the other's cover of the same two people.
test('cover during leave stands in a colleague’s day; then the case is theirs for good @phone @not-desktop', async ({
  page,
  browser,
}) => {
  test.setTimeout(120_000);
  const {caseId, name} = await aCaseOf('Ben Carter');
  await sql`update case_covers set ended_at = now() where ended_at is null`;
  await asRole(page, 'Ben Carter', '/caseload');
  await page.getByRole('link', {name: 'Leave and cover'}).click();
  await expectAccessible(page, 'Leave and cover');
  await expectNoSideways(page);
  await page.getByLabel('Who covers for you?').selectOption({label: 'Siobhan Kelly'});
  await page.getByLabel('First day away').fill(day(0));
  await page.getByRole('button', {name: 'Arrange it'}).click();
  await expect(page.getByRole('alert')).toContainText('Say which is the last day');
  await page.getByLabel('Last day away').fill(day(9));
  await page.getByRole('button', {name: 'Arrange it'}).dblclick();
  await expect(page.getByText('The cover is arranged.')).toBeVisible();

  const siobhan = await pageAs(browser, 'Siobhan Kelly', '/caseload');
  const theirs = siobhan.getByRole('region', {name: 'For Ben Carter'});
  await expect(theirs).toContainText('away until');
  await expectAccessible(siobhan, /^My day/);
  await expectNoSideways(siobhan);
  await siobhan.goto(`/caseload/cases/${caseId}`);
  await expect(siobhan.getByText('Siobhan Kelly covers')).toBeVisible();
  await page.getByRole('button', {name: /^End it/}).click();
  await expect(page.getByText('The cover has ended.')).toBeVisible();

  await page.goto(`/caseload/cases/${caseId}`);
  await page.getByText('Give it to a colleague', {exact: true}).click();
  await page.getByRole('button', {name: 'Give it to them'}).click();
  await expect(page.getByRole('alert')).toContainText('Choose one');
  await page.getByLabel('Who walks on with them').selectOption({label: 'Siobhan Kelly'});
  await page.getByLabel('What they should know').fill('She likes to be rung in the morning');
  await page.getByRole('button', {name: 'Give it to them'}).dblclick();
  await expect(page.getByText('The case is with your colleague now.')).toBeVisible();
  await expectAccessible(page, new RegExp(`^${name}`));
  await siobhan.goto('/caseload/all?show=open&order=newest&whose=mine');
  await siobhan.getByRole('link', {name, exact: true}).click();
  await expect(siobhan.getByText('She likes to be rung in the morning')).toBeVisible();
  await siobhan.context().close();
});

/** Goes on with Tab, as somebody without a mouse does. */
async function tabTo(target: Locator) {
  await expect(target).toHaveCount(1);
  for (let presses = 0; presses < 120; presses++) {
    await target.page().keyboard.press('Tab');
    if (await target.evaluate((element) => element === document.activeElement)) return;
  }
  throw new Error(`Tab does not reach ${target}`);
}

test('by the keyboard alone: a visit, being back from one, and a case moved on the board', async ({page}) => {
  const {worker, caseId, name} = await aCaseOf('Ben Carter');
  await asRole(page, 'Ben Carter', `/caseload/cases/${caseId}/visits`);
  await expectAccessible(page, /^Visits/);
  await tabTo(page.getByLabel('At home'));
  await page.keyboard.press('Space');
  await tabTo(page.getByLabel('Where will you be?'));
  await page.keyboard.type('4 Larch Lane');
  // A day and a time are the browser’s own fields, and are typed differently in each.
  await page.getByLabel('Day', {exact: true}).fill(day(1));
  await page.getByLabel('Leaving at').fill('14:00');
  await page.getByLabel('Back by').fill('16:00');
  await tabTo(page.getByLabel('Who goes with you?'));
  await page.keyboard.type('Sam');
  await tabTo(page.getByRole('button', {name: 'Save the visit'}));
  await page.keyboard.press('Enter');
  const said = page.getByRole('alert');
  await expect(said).toContainText('The visit is saved.');
  await expect(said).toBeFocused();

  await insertVisit(sql, worker, caseId);
  await page.reload();
  await tabTo(page.getByRole('button', {name: 'I am back'}));
  await page.keyboard.press('Enter');
  await expect(said).toContainText('Good that you are back.');

  await page.goto('/caseload/board?show=open&order=newest&whose=mine');
  await expectAccessible(page, 'Caseload');
  await expectNoSideways(page);
  const card = page.getByRole('listitem').filter({hasText: name}).first();
  await tabTo(card.locator('summary'));
  await page.keyboard.press('Enter');
  await tabTo(card.getByRole('button', {name: 'Paused'}));
  await page.keyboard.press('Enter');
  await expectAccessible(page, /^Move to Paused/);
  await tabTo(page.getByLabel('Why is it paused?'));
  await page.keyboard.type('In hospital');
  await page.keyboard.press('Enter');
  await expect(said).toContainText('The case is paused.');
  await expect(said).toBeFocused();
});
