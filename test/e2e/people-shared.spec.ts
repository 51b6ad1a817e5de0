import {expect, test} from '@playwright/test';
import {randomInt} from 'node:crypto';
import {asRole, pageAs} from './as-role.ts';
import {expectAccessible, expectNoSideways} from './page-checks.ts';
import {aBirthDate, aFamilyName, find, openByConsent, writeDown} from './people-steps.ts';

test('consent lets another organisation find someone, and its withdrawal ends that at once', async ({
  page,
  browser,
}) => {
  const family = aFamilyName();
  await asRole(page, 'Priya Nair');
  await writeDown(page, {'Given names': 'Nell', 'Family name': family});
  const record = await openByConsent(page);
  const other = await pageAs(browser, 'Aisha Rahman');
  await find(other, `Nell ${family}`);
  await expect(other.getByRole('heading', {name: 'Nobody was found'})).toBeVisible();

  const decide = async (decision: string) => {
    await page.goto(`${record}/consents`);
    await page.getByRole('radio', {name: decision}).check();
    await page.getByLabel('About what?').selectOption('To share this record with an organisation of the partnership');
    await page.getByRole('button', {name: 'Save'}).click();
    await expect(page.getByRole('link', {name: 'Choose the organisation'})).toBeVisible();
    await page.getByLabel('Which organisation of the partnership?').selectOption('Lily Hill Link Workers');
    await page.getByRole('button', {name: 'Save'}).click();
    await expect(page.getByRole('table', {name: 'What counts now'})).toContainText(decision);
  };
  await decide('Given');
  await expectAccessible(page, 'What they agreed to');
  await expectNoSideways(page);
  await find(other, `Nell ${family}`);
  await other.getByRole('link', {name: `Nell ${family}`}).click();
  await openByConsent(other);
  await decide('Withdrawn');
  await other.reload();
  await expect(other.getByRole('heading', {level: 1, name: 'This page cannot be shown'})).toBeVisible();
  await expect(page.getByRole('table', {name: 'Everything that was written down'}).getByRole('row')).toHaveCount(3);
  await other.context().close();
});

test('whoever may be there already is offered; two records are joined and taken apart again', async ({page}) => {
  const family = aFamilyName();
  const margaret = {'Given names': 'Margaret', 'Family name': family, 'Birth date': aBirthDate()};
  const [one, other] = ['07700 900', '07700 900'].map((start) => start + String(randomInt(1000)).padStart(3, '0')) as [
    string,
    string,
  ];
  await asRole(page, 'Priya Nair');
  await writeDown(page, {...margaret, Telephone: one});
  await expect(page.getByRole('heading', {level: 1, name: 'Why do you need'})).toBeVisible();
  await writeDown(page, {...margaret, 'Given names': 'Peggy', Telephone: other});
  await expect(page.getByRole('heading', {name: 'Is it one of these people?'})).toBeVisible();
  await expect(page.getByText('Name like this, same birth date')).toBeVisible();
  await expectAccessible(page, 'Write down someone new');
  await page.getByRole('button', {name: 'None of these: write them down'}).click();
  const reference = (await page.getByText(/Their reference is/).textContent())!.match(/P-\w{3}-\w{3}/)![0];

  await find(page, `margaret ${family}`);
  await page.getByRole('link', {name: `Margaret ${family}`}).click();
  const record = await openByConsent(page);
  await page.getByRole('link', {name: 'Join records or take them apart'}).click();
  await page.getByLabel('Reference of the other record').fill(reference.toLowerCase());
  await page.getByRole('button', {name: 'Show both'}).click();
  await expect(page.getByText('names that are alike and the same birth date')).toBeVisible();
  await expectAccessible(page, 'Join records or take them apart');
  await expectNoSideways(page);
  await page.getByLabel('How you know that they are one person').fill('She told me that she is called both');
  await page.getByRole('button', {name: 'Join them'}).click();
  await expect(page.getByText(one)).toBeVisible();
  await expect(page.getByText(other)).toBeVisible();
  await expect(page.getByText(`From record ${reference}`).first()).toBeVisible();

  await page.goto(`${record}/merge`);
  await page.getByLabel('Why they are two people').fill('They are sisters');
  await page.getByRole('button', {name: 'Take this record apart'}).click();
  await expect(page.getByRole('heading', {name: 'Joined records'})).toBeHidden();
  await page.goto(record);
  await expect(page.getByText(one)).toBeVisible();
  await expect(page.getByText(other)).toBeHidden();
});
