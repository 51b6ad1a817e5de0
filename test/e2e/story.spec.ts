/** One story through all three parts: the desk, the link worker, the directory and whoever runs what is in it. */
import {expect, test} from '@playwright/test';
import type {Sql} from '../../db/client.ts';
import {browserDatabase} from '../setup/site.ts';
import {pageAs} from './as-role.ts';
import {aFamilyName, beginCall, end, part, ready, story} from './desk-steps.ts';

let sql: Sql;
test.beforeAll(() => {
  sql = browserDatabase();
});
test.afterAll(() => sql.end());

test('a lonely caller is referred, plans with a link worker, joins a group, keeps going, and is less lonely', async ({
  page,
  browser,
}) => {
  test.setTimeout(120_000);
  const family = aFamilyName();

  // The desk: somebody rings, and agrees that a link worker gets in touch.
  await beginCall(page);
  await ready(page);
  await page.getByRole('radio', {name: 'No', exact: true}).first().check();
  await page.getByLabel('The caller is the person themselves').check();
  await page.getByLabel('Their number', {exact: true}).fill('01632 960431');
  await page.getByRole('combobox', {name: 'Find them'}).fill(`Nell ${family}`);
  await page.getByRole('option', {name: /^Write down somebody new/}).click();
  await page.getByLabel('Postcode', {exact: true}).fill('RG12 1JX');
  await page.getByRole('button', {name: 'Write them down'}).click();
  const none = page.getByRole('button', {name: 'None of these: write them down'});
  await expect(none.or(page.locator('.person-card'))).toBeVisible();
  if (await none.isVisible()) await none.click();
  await expect(part(page, 'Person').locator('.person-card__name')).toHaveText(`Nell ${family}`);
  await story(page).fill('She has nobody to talk to since she moved.');
  await page.getByRole('combobox', {name: 'Add a need'}).fill('lonel');
  await page.getByRole('combobox', {name: 'Add a need'}).press('Enter');
  await page.getByRole('checkbox', {name: /^Referred to a link worker/}).check();
  await page.getByLabel('To which organisation').selectOption('Lily Hill Link Workers');
  await page.getByLabel('What a link worker could help with').fill('Company, and a reason to go out.');
  await page.getByLabel('Who agreed to it').selectOption('The person');
  await page.getByLabel('How they agreed').selectOption({index: 1});
  await end(page);

  // The link worker: what was said in the call is there, and nothing is typed twice.
  const aisha = await pageAs(browser, 'Aisha Rahman', '/caseload/inbox');
  await aisha.getByRole('link', {name: `Nell ${family}`}).click();
  await expect(aisha.getByText('Company, and a reason to go out.').first()).toBeVisible();
  await expect(aisha.getByRole('link', {name: '01632 960431'})).toBeVisible();
  await expect(aisha.getByText('RG12 1JX')).toBeVisible();
  await aisha.getByLabel('What comes next').fill('Ring to say hello');
  await aisha.getByLabel('On which day').fill(new Date().toISOString().slice(0, 10));
  await aisha.getByRole('button', {name: 'Accept and open a case'}).click();
  await aisha.waitForURL(/\/caseload\/cases\//);
  const caseUrl = new URL(aisha.url()).pathname;
  await expect(aisha.getByRole('link', {name: 'Ring 01632 960431'})).toBeVisible();
  const answerLoneliness = async (occasion: string, answer: string) => {
    await aisha.goto(`${caseUrl}/measures/ucla3?occasion=${occasion}`);
    for (const question of await aisha.getByRole('group', {name: /how often do you feel/i}).all())
      await question.getByRole('radio', {name: answer}).check();
    await aisha.getByRole('button', {name: 'Write it down'}).click();
    await expect(aisha.getByRole('heading', {name: 'Did it help?'})).toBeVisible();
  };
  await answerLoneliness('start', 'Often');

  // The plan, in her words.
  await aisha.goto(`${caseUrl}/plan/edit`);
  await aisha.getByLabel('What matters most in your life?').fill('People who know my name.');
  await aisha.getByLabel('In your words').first().fill('See somebody every week');
  await aisha.getByLabel('How is it now? 0 to 10').first().fill('2');
  await aisha.getByLabel('How would you like it? 0 to 10').first().fill('7');
  await aisha.getByLabel('Agreed').selectOption('person');
  await aisha.getByRole('button', {name: 'Keep the plan'}).click();
  await expect(aisha.getByText('The plan is kept.')).toBeVisible();
  // Two people look at this screen: where a concern is raised is said to one of them only.
  await expect(aisha.getByText('safeguarding')).toBeHidden();
  await aisha.getByText('For staff').click();
  await expect(aisha.getByRole('link', {name: 'Raise a safeguarding concern'})).toBeVisible();

  // The group: found by what the case is about, looked at before it goes, and sent.
  await aisha.goto(`${caseUrl}/onward`);
  await expect(aisha.getByText(/^What suits the needs of the case near RG12/)).toBeVisible();
  const group = aisha.locator('.onward-found').getByRole('link').first();
  const groupName = await group.innerText();
  await group.click();
  await aisha.getByLabel('E-mail address of the service').fill('hello@group.example');
  await aisha.getByLabel('They said so').check();
  await aisha.getByRole('button', {name: 'Continue'}).click();
  await expect(aisha.getByRole('heading', {name: `Before it goes to ${groupName}`})).toBeVisible();
  await aisha.getByRole('button', {name: 'Send it'}).click();
  await expect(aisha.getByText('It is on its way to them.')).toBeVisible();

  // Whoever runs the group says yes, and later how often she came: no account, no JavaScript, a telephone.
  const [message] = await sql<{body: string}[]>`
    select body from messages where recipient = 'hello@group.example' order by created_at desc limit 1
  `;
  const context = await browser.newContext({javaScriptEnabled: false, viewport: {width: 360, height: 740}});
  const provider = await context.newPage();
  await provider.goto(/\/onward\/[\w-]{43}/.exec(message!.body)![0]);
  await provider.getByLabel('Yes, they are welcome').check();
  await provider.getByRole('button', {name: 'Send my answer'}).click();
  await provider.getByLabel('They have started, or come again').check();
  await provider.getByLabel('How often they have come so far').fill('6');
  await provider.getByRole('button', {name: 'Send my answer'}).click();
  await expect(provider.getByText('came 6 times')).toBeVisible();
  await context.close();

  // It is in the link worker's day; and it helped.
  await aisha.goto('/caseload');
  await aisha.getByRole('region', {name: 'From services'}).getByRole('link', {name: groupName}).first().click();
  await expect(aisha.getByText('Started, came 6 times')).toBeVisible();
  await answerLoneliness('other', 'Hardly ever or never');
  await expect(aisha.getByText('From 9 to 3: better by 6')).toBeVisible();
  const [kept] = await sql`
    select cases.status, onward_referrals.state, attended, referrals.source, services.space_now
    from cases
    join people on people.id = cases.person_id and family_name = ${family}
    join referrals on referrals.id = cases.referral_id
    join onward_referrals on onward_referrals.case_id = cases.id
    join services on services.id = onward_referrals.service_id
  `;
  expect(kept).toMatchObject({state: 'started', attended: 6, source: 'call', spaceNow: 'open'});
  await aisha.context().close();
});
