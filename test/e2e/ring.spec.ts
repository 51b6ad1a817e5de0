import {expect, test, type Page} from '@playwright/test';
import {randomInt, randomUUID} from 'node:crypto';
import {signEvent} from '../../app/domain/telephony/signature.server.ts';
import {demonstrationHost, insertStaff, type TestStaff} from '../factories/staff.ts';
import type {Sql} from '../../db/client.ts';
import {browserDatabase, browserState} from '../setup/site.ts';
import {asRole} from './as-role.ts';
import {expectAccessible, expectNoSideways} from './page-checks.ts';

let sql: Sql;
let handler: TestStaff;
test.beforeAll(async () => {
  sql = browserDatabase();
  handler = await insertStaff(sql, await demonstrationHost(sql));
});
test.afterAll(() => sql.end());

/** Tells the site of an event as a telephone system does. */
async function tell(event: object) {
  const body = JSON.stringify({id: randomUUID(), ...event});
  const timestamp = String(Math.floor(Date.now() / 1000));
  const signature = signEvent(browserState().environment.PHONE_WEBHOOK_SECRET!, timestamp, body);
  const answer = await fetch(`${test.info().project.use.baseURL}/telephony/events`, {
    method: 'POST',
    headers: {'Fingerpost-Timestamp': timestamp, 'Fingerpost-Signature': signature},
    body,
  });
  expect(answer.status).toBe(201);
}

/** Links an extension that no other test has, through the page of the account. */
async function link(page: Page): Promise<string> {
  const extension = `x${randomInt(1_000_000_000)}`;
  await asRole(page, handler.email, '/account');
  await page.getByRole('link', {name: /your extension$/}).click();
  await expectAccessible(page, 'Your telephone');
  await expectNoSideways(page);
  await page.getByLabel('Your extension').fill(extension);
  await page.getByRole('button', {name: 'Save'}).click();
  await expect(page.getByText('Your telephone is linked.')).toBeVisible();
  return extension;
}

test('a telephone that rings is said quietly, disturbs nobody who types, and one key begins the call', async ({
  page,
}) => {
  const extension = await link(page);
  await page.goto('/people/new');
  const field = page.getByLabel('Given names');
  await field.click();
  const call = randomUUID();
  // Typed one letter after the other while it rings: whatever took the focus would swallow some of them.
  const typing = field.pressSequentially('Margaret Rose of the long name', {delay: 40});
  await tell({event: 'ringing', call, extension, from: '+44 (0)7700 900321'});
  const notice = page.getByRole('status').filter({hasText: '07700 900321'});
  await expect(notice).toContainText('Ringing: 07700 900321.');
  await typing;
  await expect(field).toHaveValue('Margaret Rose of the long name');
  await expect(field).toBeFocused();
  await expectAccessible(page, 'Write down someone new');
  await expectNoSideways(page);

  await tell({event: 'answered', call, extension});
  await expect(notice).toContainText('On the line: 07700 900321.');
  await page.keyboard.press('F8');
  await page.waitForURL(/\/desk\/calls\/[0-9a-f-]{36}$/);
  const id = new URL(page.url()).pathname.split('/')[3]!;
  const [kept] = await sql`select value from call_draft_fields where draft_id = ${id} and name = 'callerPhone'`;
  expect(kept).toMatchObject({value: '07700 900321'});
  await expect(page.getByText('On the line: 07700 900321.')).toBeHidden();
});

test('what a caller’s telephone says of itself is never more than a number', async ({page}) => {
  const extension = await link(page);
  await tell({event: 'ringing', call: randomUUID(), extension, from: '<img src=x onerror=alert(1)>'});
  await expect(page.getByText('Ringing: number withheld.')).toBeVisible();
  await expect(page.locator('.ring-notice img')).toHaveCount(0);
  await page.getByRole('button', {name: 'Not now'}).click();
  await expect(page.getByText('Ringing: number withheld.')).toBeHidden();
});
