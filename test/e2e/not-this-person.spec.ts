import {expect, test, type Page} from '@playwright/test';
import type {Sql} from '../../db/client.ts';
import {insertWellKnown} from '../factories/people.ts';
import {demonstrationHost, insertStaff} from '../factories/staff.ts';
import {browserDatabase} from '../setup/site.ts';
import {pageAs} from './as-role.ts';
import {aFamilyName, beginCall, end, expectKept, fillAnonymous, part, ready} from './desk-steps.ts';
import {expectAccessible} from './page-checks.ts';

let sql: Sql;
test.beforeAll(() => {
  sql = browserDatabase();
});
test.afterAll(() => sql.end());

/** Two handlers of one desk, and somebody in whose record there is enough to leave behind. */
async function aDesk() {
  const host = await demonstrationHost(sql);
  const [me, colleague] = [
    await insertStaff(sql, host, {name: 'Nia Example'}),
    await insertStaff(sql, host, {name: 'Tom Sample'}),
  ];
  const family = aFamilyName();
  await insertWellKnown(sql, me, family);
  return {me, colleague, family};
}

const near = (page: Page) => page.getByLabel('Near', {exact: true});
const sendTo = (page: Page) => page.getByLabel('Number or e-mail address');
const callerPhone = (page: Page) => page.getByLabel('Their number');

test('“Not this person” of a colleague empties what was theirs on every page of the call, and nothing else', async ({
  page,
  browser,
}) => {
  test.slow();
  const {me, colleague, family} = await aDesk();
  const path = await beginCall(page, me.email);
  await ready(page);
  await page.getByRole('combobox', {name: 'Find them'}).fill(family);
  await page
    .getByRole('option', {name: new RegExp(family)})
    .first()
    .click();
  await expect(near(page)).toHaveValue('RG12 1JX');
  await callerPhone(page).fill('07700 900999');
  await page.getByRole('checkbox', {name: /^Self-care/}).check();
  await page.getByRole('radio', {name: 'Text message'}).check();
  await page.getByRole('button', {name: '07700 900442'}).click();
  await expect(sendTo(page)).toHaveValue('07700 900442');
  await expectKept(page);

  const other = await pageAs(browser, colleague.email, path);
  await ready(other);
  await other.getByRole('button', {name: 'Open it for this call'}).click();
  await other.getByRole('button', {name: 'Not this person'}).click();
  for (const one of [page, other]) {
    await expect(sendTo(one)).toHaveValue('');
    await expect(near(one)).toHaveValue('');
    await expect(callerPhone(one)).toHaveValue('07700 900999');
    await expect(part(one, 'Person').locator('.person-card')).toHaveCount(0);
    await expect(one.getByRole('combobox', {name: 'Find them'})).toBeVisible();
  }
  await other.context().close();

  // And on one's own page; after that the call ends as one about somebody else.
  await page.getByRole('combobox', {name: 'Find them'}).fill(family);
  await page
    .getByRole('option', {name: new RegExp(family)})
    .first()
    .click();
  await expect(near(page)).toHaveValue('RG12 1JX');
  await page.getByRole('button', {name: 'Not this person'}).click();
  await expect(near(page)).toHaveValue('');
  // What is half under the bar that stays in view is no small target.
  await page.evaluate('scrollTo(0, 0)');
  await expectAccessible(page, /^Call C-/);
  await fillAnonymous(page, 'Would like company');
  await page.getByLabel('What they will do for themselves').fill('Rest');
  await page.getByRole('radio', {name: 'Nothing'}).check();
  await end(page);
});

test('without scripts as well @plain @not-desktop', async ({page}) => {
  const {me, family} = await aDesk();
  await beginCall(page, me.email);
  await page.locator('#personWordsPlain').fill(family);
  await page.getByRole('button', {name: 'Find', exact: true}).click();
  await page.getByRole('button', {name: new RegExp(family)}).click();
  await near(page).fill('RG12 1JX');
  await page.getByRole('radio', {name: 'Text message'}).check();
  await sendTo(page).fill('07700 900442');
  await callerPhone(page).fill('07700 900999');
  await page.getByRole('button', {name: 'Not this person'}).click();
  await expect(page.locator('#personWordsPlain')).toBeVisible();
  await expect(near(page)).toHaveValue('');
  await expect(sendTo(page)).toHaveValue('');
  await expect(callerPhone(page)).toHaveValue('07700 900999');
});
