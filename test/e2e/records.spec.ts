import {expect, test} from '@playwright/test';
import {randomUUID} from 'node:crypto';
import {readFile} from 'node:fs/promises';
import {recordAct} from '../../app/domain/audit/record-act.server.ts';
import type {Sql} from '../../db/client.ts';
import {within} from '../../db/within.ts';
import {browserDatabase} from '../setup/site.ts';
import {asRole} from './as-role.ts';
import {collectComplaints, expectAccessible, expectNoSideways} from './page-checks.ts';

let sql: Sql;
test.beforeAll(() => {
  sql = browserDatabase();
});
test.afterAll(() => sql.end());

/** Someone of the demonstration by e-mail. */
async function colleague(email: string) {
  const [found] = await sql<{staffId: string; partnerId: string; partnershipId: string}[]>`
    select id as staff_id, partner_id, partnership_id from staff where email = ${email}
  `;
  return found!;
}

/** A person of the hub whose record someone opened, looked at and changed; with the reference. */
async function aRecordThatWasOpened(opener: string, opening: Record<string, string>) {
  const keeper = await colleague('priya.nair@hub.example');
  const viewer = await colleague(opener);
  const [person] = await sql<{id: string; reference: string}[]>`
    insert into people (partnership_id, partner_id) values (${keeper.partnershipId}, ${keeper.partnerId})
    returning id, reference
  `;
  const {id: personId, reference} = person!;
  const openingId = randomUUID();
  const {staffId, partnerId} = viewer;
  await sql`insert into openings ${sql({id: openingId, staffId, partnerId, personId, ...opening})}`;
  await within(sql, {purpose: 'record', viewer, openingId, address: '192.0.2.77'}, async (tx) => {
    await recordAct(tx, {action: 'record_viewed', personId});
    await recordAct(tx, {action: 'record_changed', personId, details: {fields: ['first_language']}});
  });
  return {personId, reference, openingId};
}

test('a records officer asks who has looked at a person, and why, and keeps the answer as a file @plain', async ({
  page,
}) => {
  const {personId, reference} = await aRecordThatWasOpened('priya.nair@hub.example', {
    basis: 'direct_care',
    work_kind: 'call',
    work_name: '4711',
  });
  const complaints = collectComplaints(page);
  await asRole(page, 'Ruth Pemberton', '/records');
  await expectAccessible(page, 'Record checks');
  await expectNoSideways(page);

  await page.getByLabel('The person’s reference').fill('P-XXX');
  await page.getByRole('button', {name: 'Show who has looked'}).click();
  await expect(page.getByRole('link', {name: /There is no person with this reference/})).toBeVisible();
  await expect(page.getByLabel('The person’s reference')).toHaveValue('P-XXX');
  // The browser tells of every answer that is not a success; this one was meant.
  expect(complaints.splice(0).filter((words) => !words.includes('422'))).toEqual([]);

  await page.getByLabel('The person’s reference').fill(reference.toLowerCase().replaceAll('-', ' '));
  await page.getByRole('button', {name: 'Show who has looked'}).click();
  await expectAccessible(page, `Who has looked at record ${reference}`);
  await expectNoSideways(page);
  await expect(page).toHaveURL(new RegExp(`/records/people/${personId}$`));
  expect(await page.title()).not.toContain(reference);
  const changed = page.getByRole('row').filter({hasText: 'Changed the record'});
  await expect(changed).toContainText('Priya Nair');
  await expect(changed).toContainText('Direct care: call 4711');
  await expect(changed).toContainText('Fields: first language');
  await expect(changed).toContainText('192.0.2.77');
  // On a narrow screen each value stands beside the heading of its column.
  // (The component writes those headings by script.)
  if (test.info().project.use.javaScriptEnabled !== false) {
    await expect(changed.getByRole('cell').filter({hasText: 'call 4711'})).toContainText(/^Why/);
    await expect(changed.getByRole('cell').filter({hasText: '192.0.2.77'})).toContainText(/^Where from/);
  }

  const download = page.waitForEvent('download');
  await page.getByRole('link', {name: 'Download as a file (CSV)'}).click();
  const lines = (await readFile(await (await download).path(), 'utf8')).trim().split('\r\n');
  expect(lines[0]).toContain('Number,Date and time,Who');
  expect(lines.filter((line) => line.includes('Priya Nair') && line.includes(reference))).toHaveLength(2);

  await page.reload();
  await expect(page.getByRole('row').filter({hasText: 'Made an export'})).toContainText('Ruth Pemberton');
  await expect(page.getByRole('row').filter({hasText: 'Looked at the audit'})).not.toHaveCount(0);

  await page.getByLabel('First day').fill('2020-01-01');
  await page.getByLabel('Last day').fill('2020-01-31');
  await page.getByRole('button', {name: 'Show these days'}).click();
  await expect(page.getByText('Nothing is written down that your organisation may see, on these days.')).toBeVisible();
  await expect(page.getByLabel('First day')).toHaveValue('2020-01-01');
  expect(complaints).toEqual([]);
});

test('a records officer sees what a member of staff has looked at', async ({page}) => {
  const {reference} = await aRecordThatWasOpened('priya.nair@hub.example', {
    basis: 'best_interests',
    reason: 'No answer for two days',
  });
  await asRole(page, 'Ruth Pemberton', '/records/staff');
  await expectAccessible(page, 'What a member of staff has looked at');
  await expectNoSideways(page);
  await page.getByRole('link', {name: 'Priya Nair'}).click();
  await expectAccessible(page, 'What Priya Nair has looked at');
  await expectNoSideways(page);
  const looked = page.getByRole('row').filter({hasText: 'Looked at the record'}).filter({hasText: reference});
  await expect(looked).toContainText('Best interests: No answer for two days');
  await looked.getByRole('link', {name: reference}).click();
  await expect(page.getByRole('heading', {level: 1, name: `Who has looked at record ${reference}`})).toBeVisible();
});

test('an emergency access waits, is reviewed once, and stays on the list of those reviewed', async ({page}) => {
  const {reference, openingId} = await aRecordThatWasOpened('maria.santos@health.example', {
    basis: 'emergency',
    reason: 'Found confused at the bus station, nobody reached',
  });
  await asRole(page, 'Ruth Pemberton', '/records/emergency');
  await expectAccessible(page, 'Emergency access');
  await expectNoSideways(page);
  // The list shows the longest waiting first, and other tests leave theirs there too.
  await page.goto(`/records/emergency/${openingId}`);
  await expectNoSideways(page);
  await expect(page.getByText('Found confused at the bus station, nobody reached').first()).toBeVisible();
  await expect(page.getByText('Maria Santos, Thames Heath Health Trust')).toBeVisible();
  await expect(page.getByRole('row').filter({hasText: 'Changed the record'})).toBeVisible();

  await page.getByLabel('Note').fill('The hub could have been rung.');
  await page.getByRole('button', {name: 'Save the review'}).click();
  await expect(page.getByRole('link', {name: 'Choose whether it was right'})).toBeVisible();
  await expect(page.getByLabel('Note')).toHaveValue('The hub could have been rung.');
  await expectAccessible(page, `Emergency access to record ${reference}`);
  await page.getByLabel('No, it was not right').check();
  await page.getByRole('button', {name: 'Save the review'}).click();
  await expect(page.getByRole('heading', {name: 'Your review is saved'})).toBeVisible();
  await expect(page.getByRole('row').filter({hasText: reference})).toHaveCount(0);

  await page.getByRole('link', {name: 'Reviewed', exact: true}).click();
  await expectAccessible(page, 'Emergency access');
  await page.getByRole('row').filter({hasText: reference}).getByRole('link').click();
  await expect(page.getByText('The hub could have been rung.')).toBeVisible();
  await expect(page.getByRole('button', {name: 'Save the review'})).toHaveCount(0);
});

test('a review that comes too late is told so, and what was typed is not lost', async ({page, context}) => {
  const {openingId} = await aRecordThatWasOpened('maria.santos@health.example', {
    basis: 'emergency',
    reason: 'Found confused at the bus station, nobody reached',
  });
  const path = `/records/emergency/${openingId}`;
  await asRole(page, 'Ruth Pemberton', path);
  const second = await context.newPage();
  await second.goto(path);
  await page.getByLabel('Yes, it was right').check();
  await page.getByRole('button', {name: 'Save the review'}).click();
  await expect(page.getByRole('heading', {name: 'Your review is saved'})).toBeVisible();

  await second.getByLabel('No, it was not right').check();
  await second.getByLabel('Note').fill('They should have asked.');
  await second.getByRole('button', {name: 'Save the review'}).click();
  await expect(second.getByRole('heading', {name: /Your review was not saved/})).toBeVisible();
  await expect(second.getByText('They should have asked.')).toBeVisible();
  const [kept] = await sql`select outcome, note from emergency_reviews where opening_id = ${openingId}`;
  expect(kept).toEqual({outcome: 'appropriate', note: null});
});

test('nobody else comes in', async ({page}) => {
  const {personId} = await aRecordThatWasOpened('priya.nair@hub.example', {basis: 'best_interests', reason: 'Unwell'});
  await asRole(page, 'Priya Nair');
  for (const path of [`/records/people/${personId}`, `/records/people/${personId}/export.csv`, '/records/emergency']) {
    expect((await page.request.get(path)).status()).toBe(403);
  }
  await asRole(page, 'Ruth Pemberton');
  for (const path of [
    `/records/people/${randomUUID()}`,
    '/records/staff/nobody',
    `/records/emergency/${randomUUID()}`,
  ]) {
    const answer = await page.goto(path);
    expect(answer?.status()).toBe(404);
  }
  await expectAccessible(page, 'This page cannot be shown');
});
