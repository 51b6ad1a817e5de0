import {expect, test} from '@playwright/test';
import type {Sql} from '../../db/client.ts';
import {browserDatabase} from '../setup/site.ts';
import {asRole, pageAs} from './as-role.ts';
import {collectComplaints, expectAccessible, expectNoSideways} from './page-checks.ts';
import {aBirthDate, aFamilyName, find, openByConsent, writeDown} from './people-steps.ts';

let sql: Sql;
test.beforeAll(() => {
  sql = browserDatabase();
});
test.afterAll(() => sql.end());

test('someone is written down, found by a pet form, and opened only for a reason that is written down @phone @plain', async ({
  page,
}) => {
  // Page after page, each looked at.
  test.slow();
  const complaints = collectComplaints(page);
  const family = aFamilyName();
  await asRole(page, 'Priya Nair', '/people');
  await expectAccessible(page, 'Find a person');
  await expectNoSideways(page);

  await page.getByRole('link', {name: 'Write down someone new'}).click();
  await expectAccessible(page, 'Write down someone new');
  await expectNoSideways(page);
  await page.getByLabel('Given names').fill('Margaret');
  await page.getByLabel('Family name').fill(family);
  await page.getByLabel('Birth date', {exact: true}).fill('31/2/1950');
  await page.getByRole('button', {name: 'Write them down'}).click();
  await expect(page.getByRole('link', {name: 'Birth date: write a date like 27/3/1950'})).toBeVisible();
  await expect(page.getByLabel('Family name')).toHaveValue(family);
  const birthDate = aBirthDate();
  await page.getByLabel('Birth date', {exact: true}).fill(birthDate);
  await page.getByRole('button', {name: 'Write them down'}).click();
  await expect(page.getByRole('heading', {level: 1, name: 'Why do you need this record?'})).toBeVisible();

  await find(page, `peggy ${family.toLowerCase()}`);
  await expect(page.getByRole('heading', {name: '1 person'})).toBeVisible();
  expect(page.url()).not.toContain(family);
  const found = page.getByRole('listitem').filter({hasText: family});
  await expect(found).toContainText(birthDate.slice(-4));
  await expectAccessible(page, 'Find a person');
  await expectNoSideways(page);

  await found.getByRole('link', {name: `Margaret ${family}`}).click();
  await expectAccessible(page, 'Why do you need this record?');
  await expectNoSideways(page);
  await page.getByRole('button', {name: 'Open it for this work'}).click();
  await expect(page.getByRole('link', {name: 'Say which call, referral or case'})).toBeVisible();
  await openByConsent(page);
  await expectAccessible(page, `Margaret ${family}`);
  await expectNoSideways(page);
  await expect(page.getByText('Open because: The person agreed, in words')).toBeVisible();
  expect(await page.title()).toBe('Record of a person – Fingerpost');

  await page.getByRole('button', {name: 'Close this record'}).click();
  await expect(page.getByRole('heading', {name: 'Find a person'})).toBeVisible();
  expect(complaints.filter((words) => !words.includes('422'))).toEqual([]);
});

test('alerts and communication needs stand on every page about a person', async ({page}) => {
  // Page after page, each looked at.
  test.slow();
  await asRole(page, 'Priya Nair');
  await writeDown(page, {'Given names': 'Nell', 'Family name': aFamilyName()});
  const record = await openByConsent(page);
  await page.getByRole('link', {name: 'Add Alerts'}).click();
  await expectAccessible(page, 'Alerts');
  await expectNoSideways(page);
  await page.getByLabel('Kind of alert').selectOption('Visit in pairs');
  await page.getByLabel('Last day, if it ends').fill('never');
  await page.getByRole('button', {name: 'Save'}).click();
  await expect(page.getByRole('link', {name: 'Say what to do'})).toBeVisible();
  await expect(page.getByLabel('Last day, if it ends')).toHaveValue('never');
  await page.getByLabel('Last day, if it ends').fill('');
  await page.getByLabel('What to do, and why').fill('A large dog that is afraid of bags');
  await page.getByRole('button', {name: 'Save'}).click();

  await page.getByRole('link', {name: 'Add Communication needs'}).click();
  await page.getByLabel('Kind of need').selectOption('A communication professional');
  await page.getByLabel('What they need').fill('British Sign Language interpreter');
  await page.getByLabel('When they told us').fill('1/10/2026');
  await page.getByRole('button', {name: 'Save'}).click();

  for (const place of ['', '/edit/contacts', '/consents', '/merge']) {
    await page.goto(record + place);
    await expect(page.getByRole('list', {name: 'Alerts'})).toContainText(
      'Visit in pairs: A large dog that is afraid of bags',
    );
    await expect(page.getByRole('list', {name: 'Communication needs'})).toContainText(
      'British Sign Language interpreter',
    );
    // The other pages are looked at where they are used.
    if (place === '') await expectAccessible(page, /^Nell/);
    await expectNoSideways(page);
  }
});

test('what is typed before the scripts of a slow connection arrive stays, and so does the place where it is typed', async ({
  page,
}) => {
  await asRole(page, 'Priya Nair');
  await writeDown(page, {'Given names': 'Nell', 'Family name': aFamilyName()});
  const record = await openByConsent(page);
  let arrive = () => {};
  const arrived = new Promise<void>((done) => (arrive = done));
  await page.route('**/assets/*.js', async (route) => {
    await arrived;
    await route.continue();
  });
  const [kind, what, lastDay] = ['Kind of alert', 'What to do, and why', 'Last day, if it ends'].map((label) =>
    page.getByLabel(label),
  );
  await page.goto(`${record}/edit/alerts`, {waitUntil: 'commit'});
  await kind!.selectOption('Medical');
  await what!.fill('Faints');
  await lastDay!.fill('never');
  await page.getByRole('button', {name: 'Save'}).click();
  await expect(page.getByRole('link', {name: /Last day, if it ends/})).toBeVisible();
  await expect(page.locator('.nhsuk-error-summary')).toBeFocused();
  await kind!.selectOption('How to get in');
  await what!.fill('Key under the pot');
  await lastDay!.fill('');
  arrive();
  await page.waitForFunction(() => Object.keys(document.body).some((name) => name.startsWith('__react')));
  await page.waitForLoadState('networkidle');
  await expect(lastDay!).toBeFocused();
  await expect(kind!.locator('option:checked')).toHaveText('How to get in');
  await expect(what!).toHaveValue('Key under the pot');
  await page.getByRole('button', {name: 'Save'}).click();
  await expect(page.getByRole('list', {name: 'Alerts'})).toContainText('How to get in: Key under the pot');
});

test('two change the same part: the slower one sees both versions and keeps what they typed', async ({
  page,
  browser,
}) => {
  await asRole(page, 'Priya Nair');
  await writeDown(page, {'Given names': 'Nell', 'Family name': aFamilyName()});
  const record = await openByConsent(page);
  await page.goto(`${record}/edit/contacts`);
  await page.getByLabel('Number or e-mail address').fill('07700 900 111');

  const other = await pageAs(browser, 'Grace Okafor', `${record}/edit/contacts`);
  await openByConsent(other);
  await other.getByLabel('Number or e-mail address').fill('01632 960222');
  await other.getByRole('button', {name: 'Save'}).click();
  await expect(other.getByText('01632 960222')).toBeVisible();
  await other.context().close();

  await page.getByRole('button', {name: 'Save'}).click();
  await expect(page.getByRole('heading', {name: 'This was changed while you were typing'})).toBeVisible();
  await expect(page.getByRole('table')).toContainText('01632 960222');
  await expect(page.getByRole('table')).toContainText('07700 900 111');
  await expectAccessible(page, 'Telephone and e-mail');
  await page.getByRole('button', {name: 'Save'}).click();
  for (const number of ['01632 960222', '07700 900111']) await expect(page.getByText(number)).toBeVisible();
});

test('an opening that has ended keeps what was typed until it is opened again @plain', async ({page}) => {
  await asRole(page, 'Priya Nair');
  await writeDown(page, {'Given names': 'Nell', 'Family name': aFamilyName()});
  const record = await openByConsent(page);
  await page.goto(`${record}/edit/languages`);
  await page.getByLabel('Language').fill('Welsh');
  await sql`update openings set closed_at = now() where person_id = ${record.split('/')[2]!}`;
  await page.getByRole('button', {name: 'Save'}).click();
  await expect(page.getByText('What you had typed is kept')).toBeVisible();
  await openByConsent(page);
  await expect(page.getByText('We kept what you had typed')).toBeVisible();
  await expect(page.getByLabel('Language')).toHaveValue('Welsh');
  await page.getByRole('button', {name: 'Save'}).click();
  await expect(page.getByRole('heading', {level: 3, name: 'Welsh'})).toBeVisible();
});

test('emergency access needs a reason, lasts an hour, tells the records officers and waits for their review', async ({
  page,
  browser,
}) => {
  const family = aFamilyName();
  const keeper = await pageAs(browser, 'Maria Santos');
  await writeDown(keeper, {'Given names': 'Nell', 'Family name': family});
  await keeper.context().close();

  await asRole(page, 'Aisha Rahman', '/people');
  await page.getByRole('link', {name: 'look in the whole area'}).click();
  await expectAccessible(page, 'Emergency access');
  await expectNoSideways(page);
  await page.getByLabel('What you know of the person').fill(`Nell ${family}`);
  await page.getByLabel('What is the emergency?').fill('She collapsed');
  await page.getByRole('button', {name: 'Look in the whole area'}).click();
  await expect(page.getByRole('link', {name: 'Give a reason of at least 20 letters'})).toBeVisible();
  await expect(page.getByLabel('What you know of the person')).toHaveValue(`Nell ${family}`);
  await page.getByLabel('What is the emergency?').fill('She collapsed at the bus stop and cannot speak');
  await page.getByRole('button', {name: 'Look in the whole area'}).click();
  await expectAccessible(page, 'Emergency access');
  await page.getByRole('button', {name: 'Open this record now'}).click();
  await expectAccessible(page, `Nell ${family}`);
  await expectNoSideways(page);
  await expect(page.getByText('Emergency: She collapsed at the bus stop and cannot speak')).toBeVisible();

  const personId = new URL(page.url()).pathname.split('/')[2]!;
  const [opening] = await sql<{minutes: number; waits: boolean; told: string[]; words: string}[]>`
    select
      extract(epoch from expires_at - opened_at) / 60 as minutes,
      exists (select from emergency_reviews where opening_id = openings.id and reviewed_at is null) as waits,
      array(select recipient from messages where subject like '%' || people.reference order by recipient) as told,
      (select string_agg(subject || body, ' ') from messages where subject like '%' || people.reference) as words
    from openings
    join people on people.id = person_id
    where person_id = ${personId} and basis = 'emergency'
  `;
  expect(opening).toMatchObject({
    minutes: 60,
    waits: true,
    told: ['joan.whitfield@health.example', 'peter.nowak@lilyhill.example'],
  });
  expect(opening!.words).not.toContain(family);
  expect(opening!.words).not.toContain('collapsed');
});

test('who may not see people does not, and someone with no name is welcome', async ({page, browser}) => {
  await asRole(page, 'Priya Nair');
  await writeDown(page, {Telephone: '01632 960 303'});
  // The other projects of this run may have written the same number down already.
  const decision = page.getByRole('button', {name: /They said yes|None of these/});
  await expect(decision).toBeVisible();
  if ((await decision.textContent())!.includes('None of these')) await decision.click();
  await openByConsent(page);
  await expectAccessible(page, 'Name not known');
  const record = new URL(page.url()).pathname;

  const analyst = await pageAs(browser, 'Samir Haddad');
  for (const path of ['/people', record, '/people/new', '/people-emergency']) {
    expect((await analyst.request.get(path)).status()).toBe(403);
  }
  await analyst.context().close();
  const elsewhere = await pageAs(browser, 'Aisha Rahman');
  expect((await elsewhere.request.get(`${record}/open`)).status()).toBe(404);
  await elsewhere.context().close();
});
