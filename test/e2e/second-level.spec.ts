/** Second level, from the end of a call to the caller who is told: in browsers, and between two of them. */
import {randomUUID} from 'node:crypto';
import {expect, test, type Page} from '@playwright/test';
import type {Sql} from '../../db/client.ts';
import {aCall, aHandoff, aPractitioner, aSecondLevel} from '../factories/second-level.ts';
import {insertStaff} from '../factories/staff.ts';
import {browserDatabase} from '../setup/site.ts';
import {asRole, pageAs} from './as-role.ts';
import {beginCall, ready} from './desk-steps.ts';
import {collectComplaints, expectAccessible, expectNoSideways} from './page-checks.ts';

let sql: Sql;
test.beforeAll(() => {
  sql = browserDatabase();
});
test.afterAll(() => sql.end());

const isWithoutScripts = () => test.info().project.use.javaScriptEnabled === false;
const isLive = (page: Page) => expect(page.getByText('Changes show here by themselves.')).toBeVisible();

/** Someone of the hub with an alert and a communication need. */
async function someoneWithAlerts(): Promise<void> {
  const [person] = await sql<[{id: string}]>`
    insert into people (partnership_id, partner_id, known_as)
    select partnership_id, partner_id, 'Nell' from staff where email = 'priya.nair@hub.example'
    returning id
  `;
  const id = person.id;
  await sql`insert into person_alerts (person_id, kind, note) values (${id}, 'animal', 'A big dog in the hall')`;
  await sql`
    insert into person_communication (person_id, kind, need, identified_on)
    values (${id}, 'communication_support', 'Lip-reads: face her', '2026-01-05')
  `;
}

test('a crisis is handed over, taken up, talked over and finished, and the caller is told', async ({page, browser}) => {
  test.setTimeout(120_000);
  const complaints = collectComplaints(page);
  const story = `Fell in the kitchen and cannot get up the stairs. ${randomUUID()}`;
  const message = `A nurse comes this afternoon. ${randomUUID()}`;
  const maria = await pageAs(browser, 'Maria Santos', '/desk/queues/nursing?show=unclaimed');
  await isLive(maria);

  await beginCall(page, 'Priya Nair');
  await ready(page);
  await page.getByRole('radio', {name: 'No', exact: true}).first().check();
  await page.getByLabel('The caller is the person themselves').check();
  await page.getByLabel('They do not want to say').check();
  await page.getByLabel('What is wrong, in their own words').fill(story);
  await page
    .getByRole('button', {name: /^\+? ?Add /i})
    .first()
    .click();
  await page.getByLabel('Handed to second level').check();
  await page.getByLabel('Who should take it up').selectOption('nursing');
  await page.getByLabel('How soon').selectOption('hours_2');
  await page.getByLabel('Why', {exact: true}).fill('Please see her today: a fall, and alone.');
  const reference = /C-[A-Z0-9]{3}-[A-Z0-9]{4}/.exec(await page.getByRole('heading', {level: 1}).innerText())![0];
  await page.getByRole('button', {name: 'End the call'}).click();
  await page.waitForURL(/\/desk\/ended\//);

  // It comes into the nurses' queue without anybody asking for it.
  const row = maria.getByRole('row').filter({hasText: reference});
  await expect(row).toContainText('2 hours');
  await expectAccessible(maria, 'Nursing');
  await expectNoSideways(maria);
  await row.getByRole('link', {name: reference}).click();
  await expect(maria.getByText(story)).toBeVisible();
  await maria.getByRole('button', {name: 'Take it up'}).click();
  await expect(maria.getByText('You have it.')).toBeVisible();
  await expectAccessible(maria, /^Nursing/);
  await expectNoSideways(maria);

  // Mental health is called in. That this works between two servers too is held by test/doors/live.test.ts.
  const daniel = await pageAs(browser, 'Daniel Frost', '/desk/queues');
  await isLive(daniel);
  await maria.getByText('Ask another discipline, or talk it over now').click();
  await maria.getByLabel('Mental health').check();
  await maria.getByLabel('What you want to know').fill('Is she known to you?');
  await maria.getByRole('button', {name: 'MDT now: call them in'}).click();
  await expect(daniel.getByText(/questions? for you/)).toBeVisible();
  await daniel.getByRole('link', {name: 'Mental health'}).click();
  await daniel.getByRole('link', {name: `Call ${reference}`}).click();
  await daniel.getByLabel('Your note on the discussion').fill('We see her on Mondays. Low since her husband died.');
  await daniel.getByRole('button', {name: 'Add your note'}).click();

  // Maria sees his note without reloading, and writes her own.
  await expect(maria.getByText('Low since her husband died.').first()).toBeVisible();
  await maria.getByLabel('Write a note').fill('Agreed: I visit, and Daniel rings her on Monday.');
  await maria.getByRole('button', {name: 'Add the note'}).click();
  await expect(maria.getByText('Your note is kept.')).toBeVisible();

  await maria.getByRole('button', {name: 'Finish it'}).click();
  await expect(maria.getByRole('link', {name: 'Choose what came of it'})).toBeVisible();
  await expectAccessible(maria, /^Nursing/);
  await maria.getByLabel('What came of it').selectOption('crisis_health');
  await maria.getByLabel('What was arranged').fill('Rapid response this afternoon.');
  await maria.getByLabel('By text message, sent from here').check();
  await maria.getByLabel('Number or address').fill('07700 900 145');
  await maria.getByLabel('What the message says').fill(message);
  await maria.getByRole('button', {name: 'Finish it'}).dblclick();
  await expect(maria.getByText('It is finished.')).toBeVisible();
  await expect(maria.getByText(/The caller was told\. By text message/)).toBeVisible();
  await expectAccessible(maria, /^Nursing/);
  expect(await sql`select id from messages where body = ${message}`).toHaveLength(1);
  expect(complaints).toEqual([]);
  await daniel.context().close();
  await maria.context().close();
});

test('the person’s alerts and needs stand there at once, and their record opens for this very call', async ({page}) => {
  await someoneWithAlerts();
  const [hub] = await sql<
    [{staffId: string; partnerId: string; partnershipId: string; personId: string; queueId: string}]
  >`
    select
      staff.id as staff_id,
      staff.partner_id,
      staff.partnership_id,
      (select id from people where known_as = 'Nell' and partner_id = staff.partner_id order by created_at desc limit 1) as person_id,
      (select id from queues where discipline = 'nursing' and queues.partnership_id = staff.partnership_id) as queue_id
    from staff
    where email = 'priya.nair@hub.example'
  `;
  const handler = {...hub, partnerName: '', isHost: true, roles: [], sessionId: '', name: '', email: ''};
  const id = await aHandoff(sql, {handler, queueId: hub.queueId, personId: hub.personId});
  await asRole(page, 'Maria Santos', `/desk/handoffs/${id}`);
  await expect(page.getByText('A big dog in the hall')).toBeVisible();
  await page.getByRole('button', {name: 'Open their record for this call'}).click();
  await expect(page.getByText(/Open because: Call C-/)).toBeVisible();
  await expect(page.getByText('A big dog in the hall')).toBeVisible();
  await expect(page.getByText('Lip-reads: face her')).toBeVisible();
  await expectAccessible(page, /^Nursing/);
  await expectNoSideways(page);
});

test('call-backs: a try is two keys, and reaching somebody ends it @plain', async ({page}) => {
  const {desk, handler} = await aSecondLevel(sql);
  const call = await aCall(sql, handler, {endings: ['information_given']});
  await sql`
    insert into call_backs (call_id, partner_id, due_at, phone, about)
    values (${call.id}, ${desk.partnerId}, now() + interval '5 minutes', '+441632960001', 'When the bus runs on Sundays')
  `;
  await asRole(page, handler.email, '/desk/call-backs');
  await expectAccessible(page, 'Call-backs');
  await expectNoSideways(page);
  if (isWithoutScripts()) await page.getByRole('button', {name: /No answer/}).click();
  else {
    await isLive(page);
    await page.keyboard.press('j');
    await page.keyboard.press('2');
  }
  await expect(page.getByText('The try is written down.')).toBeVisible();
  await expect(page.getByText(/No answer: Hana Handler/)).toBeVisible();
  await page.getByRole('button', {name: /Reached them/}).click();
  await expect(page.getByText('Nobody waits to be rung back.')).toBeVisible();
});

test('a team lead changes opening hours and sees at once what that means @plain', async ({page}) => {
  const {trust, nursing} = await aSecondLevel(sql);
  const lead = await insertStaff(sql, trust, {name: 'Lena Lead', roles: ['team_lead']});
  await asRole(page, lead.email, '/desk/settings?queue=nursing');
  await expectAccessible(page, 'Opening hours of second level');
  await expectNoSideways(page);
  const preview = page.getByRole('region', {name: 'What that means'});
  await expect(preview).toContainText('A 4-hour item that comes in now is due');
  await page.getByLabel('Monday').fill('sometimes');
  if (!isWithoutScripts()) await expect(preview).toContainText('These hours cannot be read yet.');
  await page.getByRole('button', {name: 'Save these hours'}).click();
  await expect(page.getByRole('link', {name: /^Monday: write times like/})).toBeVisible();
  await expect(page.getByLabel('Monday')).toHaveValue('sometimes');
  await page.getByLabel('Monday').fill('8.30 to 12, 13:00 to 17:00');
  await page.getByRole('button', {name: 'Save these hours'}).click();
  await expect(page.getByText('The hours are saved.')).toBeVisible();
  await expect(page.getByLabel('Monday')).toHaveValue('08:30 to 12:00, 13:00 to 17:00');
  const [row] = await sql<[{version: number}]>`select version from queues where id = ${nursing}`;
  expect(row.version).toBe(2);
});

test('a page that changes do not reach says so, and works by asking', async ({page}) => {
  const {nurse, handler, nursing} = await aSecondLevel(sql);
  await page.route('**/desk/live?*', (route) => route.fulfill({status: 503}));
  await asRole(page, nurse.email, '/desk/queues/nursing');
  await expect(page.getByText('It asks every 30 seconds.')).toBeVisible();
  const id = await aHandoff(sql, {handler, queueId: nursing});
  await page.reload();
  await expect(page.locator(`a[href="/desk/handoffs/${id}"]`)).toBeVisible();
});

test('the board of queues says what is late in words too @phone @plain', async ({page}) => {
  const {trust, handler, nursing} = await aSecondLevel(sql);
  const nurse = await aPractitioner(sql, trust, 'nursing', {name: 'Nadia Nurse'});
  for (const dueInMinutes of [-65, 12, 300]) await aHandoff(sql, {handler, queueId: nursing, dueInMinutes});
  await asRole(page, nurse.email, '/desk/queues');
  await expectAccessible(page, 'Second level');
  await expectNoSideways(page);
  await expect(page.getByRole('listitem').filter({hasText: 'Nursing'})).toContainText(/Late\s*1/);
  await page.getByRole('link', {name: 'Nursing'}).click();
  await expect(page.getByRole('row').nth(1)).toContainText(/1 hour [45] minutes late/);
  await expectAccessible(page, 'Nursing');
  await expectNoSideways(page);
});
