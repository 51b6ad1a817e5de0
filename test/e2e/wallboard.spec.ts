import {expect, test, type Page} from '@playwright/test';
import {countCallsAgain} from '../../app/domain/figures/count-again.server.ts';
import {disciplines, type Discipline} from '../../app/domain/access/roles.ts';
import {DOMAINS, type CallDomain} from '../../app/domain/calls/call-choices.ts';
import {makeWallboardLink} from '../../app/domain/wallboard/wallboard-links.server.ts';
import {formBy} from '../factories/calls.ts';
import {insertCall} from '../factories/counted-calls.ts';
import type {Sql} from '../../db/client.ts';
import {aHandoff, aQueue} from '../factories/second-level.ts';
import {insertPartner, insertStaff, type TestStaff} from '../factories/staff.ts';
import {browserDatabase, browserState} from '../setup/site.ts';
import {asRole} from './as-role.ts';
import {arcOf, LEAST_ARC, PREFERRED_ARC, textsIn} from './from-afar.ts';
import {expectAccessible, expectNoSideways} from './page-checks.ts';

const THREE_METRES = 3000;
/** For whoever walks up to it: the foot, and the dates under a heading. */
const SMALL_PRINT = 'noscript, small, footer';
/** A screen asks every ten seconds. */
const soon = {timeout: 30_000};

let sql: Sql;
test.beforeAll(() => {
  sql = browserDatabase();
});
test.afterAll(() => sql.end());

/** A desk of their own: somebody who leads it, ten calls of today, and something that waits and is late. */
async function aDesk() {
  const desk = await insertPartner(sql, {name: 'Desk of the wallboard'});
  const lead = await insertStaff(sql, desk, {name: 'Lead of the Wall', roles: ['team_lead']});
  const handler = await insertStaff(sql, desk, {name: 'Hana of the Wall'});
  const end = async (calls: number) => {
    for (let call = 0; call < calls; call++)
      await insertCall(sql, {...desk, staffId: handler.staffId}, {startedAt: new Date()});
    await countCallsAgain(sql);
  };
  const nursing = await aQueue(sql, desk, 'nursing');
  await aQueue(sql, desk, 'therapy');
  await aHandoff(sql, {handler, queueId: nursing, dueInMinutes: -20});
  await end(10);
  return {desk, lead, handler, end};
}

/** As much as a screen ever has to hold: calls of every domain, and a late item in every queue. */
async function fillTheWall({desk, handler}: Awaited<ReturnType<typeof aDesk>>) {
  for (const domain of Object.keys(DOMAINS) as CallDomain[])
    await insertCall(sql, {...desk, staffId: handler.staffId}, {startedAt: new Date(), domain});
  for (const discipline of Object.keys(disciplines) as Discipline[]) {
    if (discipline === 'nursing' || discipline === 'therapy') continue;
    await aHandoff(sql, {handler, queueId: await aQueue(sql, desk, discipline), dueInMinutes: -200});
  }
  await countCallsAgain(sql);
}

/** Makes a link as a lead does, and gives its address. */
async function makeLink(page: Page, email: string, name: string): Promise<string> {
  await asRole(page, email, '/desk/lead');
  await page.getByRole('main').getByRole('link', {name: 'Wallboard'}).click();
  await page.getByRole('button', {name: 'Make a link'}).click();
  await expect(page.getByRole('link', {name: 'Write where the screen hangs'})).toBeVisible();
  await page.getByLabel('Where the screen hangs').fill(name);
  await page.getByRole('button', {name: 'Make a link'}).click();
  const link = page.getByRole('region', {name: `The link for ${name}`}).getByRole('link');
  return (await link.getAttribute('href'))!;
}

/** A link as the product makes it, for a test that looks at the screen alone. */
async function aLink(lead: TestStaff): Promise<string> {
  const siteSecret = browserState().environment.SITE_SECRET!;
  const made = await makeWallboardLink(sql, formBy(lead, 'desk.wallboard'), {name: 'Kitchen', siteSecret});
  if (!made.ok) throw new Error(made.reason);
  return `/wallboard/${made.token}`;
}

const big = (page: Page, label: string) =>
  page.getByRole('region', {name: 'Today'}).getByRole('paragraph').filter({hasText: label});

test('a lead makes a link, a screen where nobody is signed in shows the day and follows it, and ends with the link', async ({
  page,
  browser,
}) => {
  test.slow();
  const wall = await aDesk();
  const {lead, end} = wall;
  const address = await makeLink(page, lead.email, 'Big room');
  await expectAccessible(page, 'Wallboard');
  await expectNoSideways(page);

  const screen = await (await browser.newContext({viewport: {width: 1920, height: 1080}})).newPage();
  const answer = await screen.goto(address);
  const headers = answer!.headers();
  expect(headers['cache-control']).toBe('no-store');
  // Of several policies the last that a browser knows holds.
  expect(headers['referrer-policy']).toMatch(/no-referrer$/);
  expect(headers['x-robots-tag']).toContain('noindex');
  await expectAccessible(screen, 'Desk of the wallboard');
  const calls = big(screen, 'Calls today').getByRole('strong');
  await expect(calls).toHaveText('11', soon);
  await expect(big(screen, 'Late').getByRole('strong')).toHaveText('1');
  await expect(screen.getByRole('listitem').filter({hasText: 'Nursing'})).toContainText('1 late');
  await expect(screen.getByRole('listitem').filter({hasText: 'Therapy'})).toContainText('nothing waits');
  const care = screen.getByRole('row', {name: /^Adult social care/});
  await expect(care).toContainText('100 %');
  await expect(care).toContainText('73 %');
  // Nobody is named, whoever they are.
  expect(await screen.content()).not.toMatch(/of the Wall\b/);
  await end(4);
  await expect(calls).toHaveText('15', soon);

  await fillTheWall(wall);
  await expect(screen.getByRole('region', {name: 'Second level'}).getByRole('listitem')).toHaveCount(7, soon);
  await expect(screen.getByRole('row')).toHaveCount(8, soon);
  for (const size of [
    {width: 1920, height: 1080},
    {width: 1280, height: 720},
  ]) {
    await screen.setViewportSize(size);
    // From three metres: as large as it has to be on a screen of 42 inches, and as is preferred on one of 55.
    const texts = await textsIn(screen.getByRole('main'), SMALL_PRINT);
    expect(texts.length).toBeGreaterThan(30);
    const {text, fontSize} = texts[0]!;
    const arcOn = (inches: number) => arcOf(fontSize, {inches, ...size}, THREE_METRES);
    expect(arcOn(42), `${text}, on 42 inches`).toBeGreaterThanOrEqual(LEAST_ARC);
    expect(arcOn(55), `${text}, on 55 inches`).toBeGreaterThanOrEqual(PREFERRED_ARC);
    const room = await screen
      .getByRole('main')
      .evaluate((main) => [main.scrollHeight - main.clientHeight, main.scrollWidth - main.clientWidth]);
    expect(room, 'nothing to scroll').toEqual([0, 0]);
  }

  await page.reload();
  await page.goto('/desk/wallboard');
  expect(await page.content()).not.toContain(address.split('/').at(-1));
  await page.getByRole('button', {name: 'End the link for Big room'}).click();
  await expect(page.getByText('The link is ended.')).toBeVisible();
  await expect(screen.getByRole('heading', {name: 'This wallboard has been switched off'})).toBeVisible(soon);
  await expectAccessible(screen, 'This wallboard has been switched off');
  expect((await screen.request.get(address)).status()).toBe(410);
  await screen.context().close();
});

test('a screen that hears nothing says since when, and comes back by itself', async ({browser}) => {
  test.slow();
  const {lead, end} = await aDesk();
  const address = await aLink(lead);
  const context = await browser.newContext();
  const screen = await context.newPage();
  await screen.clock.install();
  await screen.goto(address);
  await expect(async () => {
    await screen.reload();
    await expect(big(screen, 'Calls today')).toContainText('11', {timeout: 500});
  }).toPass(soon);
  await context.setOffline(true);
  for (let asked = 0; asked < 8; asked++) await screen.clock.runFor(10_000);
  await expect(screen.getByRole('status')).toContainText('Not heard from the site since');
  await expect(big(screen, 'Calls today')).toContainText('11');
  await expectAccessible(screen, 'Desk of the wallboard');
  await end(2);
  await context.setOffline(false);
  await expect(async () => {
    await screen.clock.runFor(10_000);
    await expect(big(screen, 'Calls today')).toContainText('13', {timeout: 500});
  }).toPass(soon);
  await expect(screen.getByRole('status')).toHaveCount(0);
  await context.close();
});

test('without scripts a screen fetches itself, and a wrong link is told so calmly', async ({browser}) => {
  const {lead, end} = await aDesk();
  const address = await aLink(lead);
  const context = await browser.newContext({javaScriptEnabled: false});
  const screen = await context.newPage();
  // The site may be counting at this moment too, and then counts these calls a little later.
  const shows = (calls: string) =>
    expect(async () => {
      await screen.goto(address);
      await expect(big(screen, 'Calls today')).toContainText(calls, {timeout: 500});
    }).toPass(soon);
  await shows('11');
  await expect(screen.getByRole('button', {name: 'Hold still'})).toBeHidden();
  await expect(screen.locator('meta[http-equiv=refresh]')).toHaveAttribute('content', '30');
  await end(1);
  await shows('12');
  const answer = await screen.goto(address.slice(0, -3));
  expect(answer!.status()).toBe(404);
  await expect(screen.getByRole('heading', {name: 'There is no wallboard here'})).toBeVisible();
  await context.close();
});
