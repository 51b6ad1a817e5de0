/** Calls that go another way than the plain one: danger, guides, nothing suitable, what may be sent, other channels. */
import {expect, test, type Page} from '@playwright/test';
import type {Sql} from '../../db/client.ts';
import {anEndedCall} from '../factories/calls.ts';
import {insertWellKnown} from '../factories/people.ts';
import {aPractitioner} from '../factories/second-level.ts';
import {demonstrationHost, insertStaff, type TestStaff} from '../factories/staff.ts';
import {browserDatabase} from '../setup/site.ts';
import {asRole, pageAs} from './as-role.ts';
import {aFamilyName, beginCall, end, fillAnonymous, idOf, part, ready, story} from './desk-steps.ts';
import {expectMustKnowStays} from './must-know-stays.ts';
import {expectAccessible, expectNoSideways} from './page-checks.ts';

let sql: Sql;
let handler: TestStaff;
test.beforeAll(async () => {
  sql = browserDatabase();
  handler = await insertStaff(sql, await demonstrationHost(sql), {name: 'Hetty Example'});
});
test.afterAll(() => sql.end());

const ending = (page: Page, name: RegExp) => part(page, 'Ending').getByRole('checkbox', {name});
const fact = (page: Page, label: string) =>
  page
    .locator('.ended__facts div')
    .filter({has: page.locator('dt', {hasText: label})})
    .locator('dd');

test('somebody is in danger: what to do stands there at once, and that we stayed on the line is kept', async ({
  page,
}) => {
  test.slow();
  await beginCall(page, handler.email);
  await ready(page);
  const danger = part(page, 'Danger');
  await expect(danger.getByText('Ring 999 now', {exact: false})).toBeHidden();
  await danger.getByRole('radio', {name: 'Yes', exact: true}).first().check();
  await expect(danger.getByText('Ring 999 now', {exact: false})).toBeVisible();
  await expect(danger.getByText('18000')).toBeVisible();
  await expectAccessible(page, /^Call C-/);
  await page.getByLabel('Who is calling').selectOption('Not said');
  await page.getByLabel('They do not want to say').check();
  await story(page).fill('She cannot be woken');
  await page.getByLabel('Part of life').selectOption('Health');
  await page.getByRole('combobox', {name: 'Add a need'}).fill('lonel');
  await page.getByRole('combobox', {name: 'Add a need'}).press('Enter');
  await ending(page, /^Emergency services/).check();
  await page.getByLabel('Which service', {exact: true}).selectOption('Ambulance');
  await page.getByRole('button', {name: 'End the call'}).click();
  await expect(page.getByRole('link', {name: 'Say what the danger is and what you did'})).toBeVisible();
  // What has to be put right is told in the order of the page.
  await expect(page.locator('.nhsuk-error-summary a').first()).toHaveText('Say what the danger is and what you did');
  await page.getByLabel('What the danger is, and what you did').fill('Unconscious. 999 rung from here');
  await danger.getByRole('group', {name: 'Did you stay on the line?'}).getByLabel('Yes').check();
  await end(page);
  await expect(fact(page, 'Danger')).toHaveText('Yes: Unconscious. 999 rung from here');
  await expect(fact(page, 'Stayed on the line')).toHaveText('Yes');
  await expect(page.getByText('Not resolved at first contact')).toBeVisible();
});

test('a guide asks in the call and decides nothing; where nothing is suitable, need, place and reason become a gap', async ({
  page,
}) => {
  await beginCall(page, handler.email);
  await ready(page);
  const id = idOf(page);
  await fillAnonymous(page, 'He fell in the bathroom and is on his feet again');
  const guides = part(page, 'Guides');
  await guides.getByRole('button', {name: 'Somebody has fallen'}).click();
  const guide = guides.getByRole('region', {name: 'Guide: Somebody has fallen'});
  await expect(guide).toContainText('does not replace');
  await guide.getByRole('radio', {name: 'Yes', exact: true}).first().check();
  await expect.poll(async () => (await guideOf(id, 'call_draft_fields')) !== null).toBe(true);
  await page.reload();
  await ready(page);
  await expect(guide.getByRole('radio', {name: 'Yes', exact: true}).first()).toBeChecked();
  await expect(ending(page, /^Emergency services/)).not.toBeChecked();

  await page.getByLabel('Near', {exact: true}).fill('RG12 1JX');
  await ending(page, /^Nothing suitable/).check();
  await page.getByRole('button', {name: 'End the call'}).click();
  await expect(page.getByRole('link', {name: 'Choose why nothing was suitable'})).toBeVisible();
  await page.getByLabel('Why nothing was suitable').selectOption('Wrong days or hours');
  await page.getByLabel('Which need').selectOption('loneliness');
  await end(page);
  await expect(fact(page, 'Gap')).toContainText('wrong days or hours');
  const [gap] = await sql`select reason, outcode, source from gaps where call_id = ${id}`;
  expect(gap).toEqual({reason: 'hours', outcode: 'RG12', source: 'call'});
  const kept = await guideOf(id, 'calls');
  const [version] = await sql<{key: string}[]>`
    select guides.key from guide_versions join guides on guides.id = guide_id where guide_versions.id = ${kept!.version}
  `;
  expect(version).toEqual({key: 'fall'});
  expect(Object.values(kept!.answers)).toContain('yes');
});

/** What is kept of the guide about falls. */
async function guideOf(id: string, where: 'calls' | 'call_draft_fields') {
  const [row] =
    where === 'calls'
      ? await sql<{kept: string | null}[]>`select extra -> 'guides' ->> 'fall' as kept from calls where id = ${id}`
      : await sql<{kept: string | null}[]>`
          select value as kept from call_draft_fields where draft_id = ${id} and name = 'guide.fall'
        `;
  return row?.kept ? (JSON.parse(row.kept) as {version: string; answers: Record<string, string>}) : null;
}

test('whom one talks to is in view all the time, and what was agreed goes nowhere that is not safe', async ({page}) => {
  test.slow();
  const family = aFamilyName();
  await insertWellKnown(sql, handler, family);
  await beginCall(page, handler.email, 'Walk-in');
  await ready(page);
  await expect(page.locator('.call-bar__channel')).toHaveText('Walk-in');
  await page.getByRole('radio', {name: 'No', exact: true}).first().check();
  await page.getByLabel('The caller is the person themselves').check();
  await page.getByRole('combobox', {name: 'Find them'}).fill(family);
  await page
    .getByRole('option', {name: new RegExp(family)})
    .first()
    .click();
  const person = part(page, 'Person');
  const alerts = person.getByRole('list', {name: 'Alerts'});
  await expect(alerts).toContainText('Ring first');
  const needs = person.getByRole('list', {name: 'Communication needs'});
  await expect(needs).toContainText('Large print, 18 point');
  await expect(needs).toContainText('Easy read');
  await expect(needs).toContainText('Interpreter: Polish');
  await expect(person.getByText('Not safe to send post')).toBeVisible();
  await expect(person.getByText('Not safe to write to')).toBeVisible();
  // What a screen reader comes to, before anything of how to reach them.
  await expect(person).toMatchAriaSnapshot(`
    - region "Person":
      - heading "Person" [level=2]
      - list "Alerts":
        - listitem
        - listitem
      - list "Communication needs":
        - listitem
        - listitem
        - listitem
        - listitem
      - term: Mobile
  `);

  await story(page).fill('She would like company');
  await page.getByRole('combobox', {name: 'Add a need'}).fill('lonel');
  await page.getByRole('combobox', {name: 'Add a need'}).press('Enter');
  await ending(page, /^Advice or information given/).check();
  await page.getByLabel('What you told them').fill('The library is warm');
  const sending = page.getByRole('group', {name: 'Send it to them?'});

  await sending.getByLabel('Text message').check();
  await expect(page.getByText('They need: ', {exact: false})).toContainText('Large print, 18 point');
  // Far down the page they are still in view.
  await sending.scrollIntoViewIfNeeded();
  await expect(alerts).toBeInViewport();
  await expect(needs).toBeInViewport();
  await expectMustKnowStays(page, sending);
  await expect(page.getByRole('button', {name: '07700 900441: not safe'})).toBeDisabled();
  await page.getByLabel('Number or e-mail address').fill('07700 900441');
  await page.getByRole('button', {name: 'End the call'}).click();
  await expect(page.getByRole('link', {name: /not safe to send anything there/})).toBeVisible();
  await sending.getByLabel('E-mail').check();
  await page.getByLabel('Number or e-mail address').fill(`${family.toLowerCase()}@mail.example`);
  const again = page.waitForResponse('**/end');
  await page.getByRole('button', {name: 'End the call'}).click();
  // What was said of the number before stands there until then.
  await again;
  await expect(page.getByRole('button', {name: 'End the call'})).toHaveAttribute('aria-disabled', 'false');
  await expect(page.locator('#sendTo-problem')).toContainText('not safe to send anything there');
  await sending.getByLabel('Printed letter').check();
  await expect(page.getByText('It is not safe to send post to them')).toBeVisible();
  await page.getByRole('button', {name: 'End the call'}).click();
  await expect(page.locator('#sendBy-problem')).toContainText('not safe to send anything there');
  await page.evaluate('scrollTo(0, 0)');
  await expectAccessible(page, /^Call C-/);
  await expectNoSideways(page);

  await sending.getByLabel('Text message').check();
  await page.getByRole('button', {name: '07700 900442'}).click();
  await end(page);
  await expect(page.getByText(/^(On its way|Sent): text message$/)).toBeVisible();
  await expect(page.getByText('Whether it holds is known on', {exact: false})).toBeVisible();
  const [message] = await sql`
    select channel, subject, body from messages where recipient = '+447700900442' order by created_at desc limit 1
  `;
  expect(message).toMatchObject({channel: 'text', subject: null, body: expect.stringContaining('The library is warm')});
  expect(JSON.stringify(message)).not.toContain(family);
  await page.getByRole('link', {name: 'Letter to print'}).click();
  await page.getByRole('link', {name: 'Large print'}).click();
  const size = await page.locator('.letter__sheet').evaluate((sheet) => getComputedStyle(sheet).fontSize);
  expect(Number.parseFloat(size)).toBeGreaterThanOrEqual(24);
});

test('an e-mail that came in: it is answered by e-mail, on hold and afterwards the clock says so', async ({page}) => {
  await beginCall(page, handler.email, 'E-mail');
  await ready(page);
  const timer = page.locator('.timer');
  await expect(timer).toContainText('On the call');
  await page.getByRole('button', {name: 'Hold'}).click();
  await expect(timer).toContainText('On hold');
  await expect(timer).toContainText(/0:0[1-9]/);
  await page.getByRole('button', {name: 'Take back'}).click();
  await expect(timer).toContainText('On the call');
  await page.getByRole('button', {name: 'They hung up'}).click();
  await expect(timer).toContainText('After the call');
  await expect(page.getByRole('button', {name: 'Hold'})).toBeHidden();
  await page.reload();
  await ready(page);
  await expect(timer).toContainText('After the call');
  await expect(timer).toContainText(/0:0[1-9]/);

  const to = `${aFamilyName().toLowerCase()}@mail.example`;
  await fillAnonymous(page, 'Asks by e-mail about company');
  await ending(page, /^Advice or information given/).check();
  await page.getByLabel('What you told them').fill('The library is warm');
  await page.getByRole('group', {name: 'Send it to them?'}).getByLabel('E-mail').check();
  await page.getByLabel('Number or e-mail address').fill(to);
  await end(page);
  await expect(fact(page, 'On hold')).toHaveText(/^0:\d\d$/);
  await expect(fact(page, 'After the call')).toHaveText(/^0:\d\d$/);
  await expect(page.getByText('cannot be followed', {exact: false})).toBeVisible();
  const [message] = await sql`select channel, subject from messages where recipient = ${to}`;
  expect(message).toEqual({channel: 'email', subject: 'What we talked about, and where to go next'});
});

test('somebody about whom a concern was raised: whoever took the call and those who safeguard see it, a colleague does not', async ({
  page,
  browser,
}) => {
  test.slow();
  await sql`
    insert into queues (partnership_id, partner_id, discipline, hours, out_of_hours)
    select ${handler.partnershipId}, ${handler.partnerId}, 'safeguarding', hours, out_of_hours from queues
    where partnership_id = ${handler.partnershipId}
      and not exists (select from queues where partnership_id = ${handler.partnershipId} and discipline = 'safeguarding')
    limit 1
  `;
  const family = aFamilyName();
  const id = await anEndedCall(
    sql,
    handler,
    {
      ...{personKnown: '', domain: 'safeguarding', callerPhone: '01632 960001'},
      ...{endings: 'safeguarding,call_back_promised', concern: 'Bruises that she does not explain'},
      ...{hasCareNeeds: 'yes', isAtRisk: 'yes', cannotProtect: 'not_known'},
      ...{callBackOn: '2099-03-04', callBackAt: '10:00', callBackAbout: 'Whether she is safe'},
    },
    {personId: await insertWellKnown(sql, handler, family)},
  );
  await asRole(page, handler.email, `/desk/ended/${id}`);
  await expect(page.getByText('Restricted: safeguarding')).toBeVisible();
  await expect(page.getByText('Bruises')).toBeHidden();

  const lead = await aPractitioner(sql, await demonstrationHost(sql), 'safeguarding', {name: 'Lena Example'});
  const leads = await pageAs(browser, lead.email, `/desk/ended/${id}`);
  await expect(leads.getByText('Restricted: safeguarding')).toBeVisible();
  await leads.context().close();

  // A colleague finds the person and opens their record for a call, and nothing there tells of the concern.
  const colleague = await insertStaff(sql, await demonstrationHost(sql), {name: 'Cass Example'});
  await asRole(page, colleague.email, `/desk/ended/${id}`);
  await expectAccessible(page, 'This page cannot be shown');
  await page.goto('/desk/call-backs');
  await expect(page.getByRole('heading', {level: 1})).toBeVisible();
  await expect(page.getByText('Whether she is safe')).toHaveCount(0);
  await beginCall(page, colleague.email);
  await ready(page);
  await page.getByRole('combobox', {name: 'Find them'}).fill(family);
  await page
    .getByRole('option', {name: new RegExp(family)})
    .first()
    .click();
  await expect(part(page, 'Person').getByRole('list', {name: 'Communication needs'})).toBeVisible();
  await expect(part(page, 'Person')).not.toContainText(/safeguarding|bruises/i);
});
