import {expect, test, type Page} from '@playwright/test';
import {randomUUID} from 'node:crypto';
import type {Sql} from '../../db/client.ts';
import {browserDatabase} from '../setup/site.ts';
import {collectComplaints, expectAccessible, expectFocusSeen, expectNoSideways, scriptsRun} from './page-checks.ts';

const WALKERS = '/services/lily-hill-wednesday-walkers';
/** Opened for each run of tests in a worker: one worker may run this file more than once. */
let sql: Sql;
test.beforeAll(() => {
  sql = browserDatabase();
});
test.afterAll(() => sql.end());

/** A listing of the test's own, so that tests running side by side do not meet. */
async function insertListing(columns: Record<string, unknown>) {
  const slug = `test-${randomUUID()}`;
  const [service] = await sql<{id: string}[]>`insert into services ${sql({slug, ...columns})} returning id`;
  return {path: `/services/${slug}`, id: service!.id};
}
const reportsOf = (id: string) => sql`select problem, message from listing_reports where service_id = ${id}`;

test('a listing says what it is, when, where, what it costs and how to join @phone @plain', async ({page}) => {
  const complaints = collectComplaints(page);
  await page.goto(`${WALKERS}?from=not-a-search`);
  await expect(page).toHaveTitle('Lily Hill Wednesday Walkers – Fingerpost');
  await expect(page.getByRole('region', {name: 'When'})).toContainText('Every Wednesday, 10:30am to 12 noon');
  await expect(page.getByRole('region', {name: 'When'}).locator('time')).toHaveCount(5);
  await expect(page.getByRole('region', {name: 'Where'})).toContainText('Lily Hill Park');
  await expect(page.getByRole('link', {name: /^How to get there/})).toHaveAttribute(
    'href',
    /^https:\/\/www\.openstreetmap\.org\//,
  );
  await expect(page.getByRole('region', {name: 'Cost'})).toContainText('Free');
  await expect(page.getByRole('region', {name: 'How to join'})).toContainText('You can ask for this yourself.');
  await expect(page.getByRole('link', {name: '01632 960123'})).toHaveAttribute('href', 'tel:01632960123');
  for (const related of ['Like this', 'Nearby']) await expect(page.getByRole('heading', {name: related})).toBeVisible();
  await expect(page.getByRole('region', {name: 'Is this up to date?'})).toContainText('Last checked on');
  await expectAccessible(page, 'Lily Hill Wednesday Walkers');
  await expectNoSideways(page);

  // Search engines and shared links get one address and the facts.
  await expect(page.locator('link[rel=canonical]')).toHaveAttribute('href', new RegExp(`^http://[^/]+${WALKERS}$`));
  await expect(page.locator('meta[name=description]')).toHaveAttribute('content', /gentle weekly walk/);
  const facts = await page.locator('script[type="application/ld+json"]').textContent();
  expect(JSON.parse(facts ?? '')).toMatchObject({
    '@graph': [{'@type': 'Service', name: 'Lily Hill Wednesday Walkers'}, {'@type': 'Event'}],
  });
  const mail = page.getByRole('link', {name: 'Send by e-mail'});
  expect(decodeURIComponent((await mail.getAttribute('href')) ?? '')).toContain(`${WALKERS}\r\n`);
  const calendar = page.getByRole('region', {name: 'Keep or share'}).getByRole('link', {name: 'Add to a calendar'});
  await expect(calendar).toHaveAttribute('href', `${WALKERS}/calendar.ics`);
  expect(complaints).toEqual([]);
});

test('every kind of listing is without a mistake that axe can find, in each language', async ({
  page,
  context,
  baseURL,
}) => {
  test.slow();
  const kinds = await sql<{kind: string; slug: string; name: string}[]>`
    select distinct on (document ->> 'kind') document ->> 'kind' as kind, slug, name
    from listings
    where is_listed and slug not like 'test-%'
    order by document ->> 'kind', slug
  `;
  expect(kinds.map(({kind}) => kind)).toEqual(expect.arrayContaining(['group', 'helpline', 'personal-assistant']));
  for (const lang of ['en', 'cy', 'pl']) {
    await context.addCookies([{name: 'lang', value: lang, url: baseURL!}]);
    for (const {slug, name} of kinds) {
      await page.goto(`/services/${slug}`);
      await expect(page.locator('html')).toHaveAttribute('lang', lang);
      await expectAccessible(page, name);
    }
    for (const path of [
      `/services/${kinds[0]!.slug}/print`,
      `/services/${kinds[0]!.slug}/report`,
      '/shortlist',
      '/talk',
    ]) {
      await page.goto(path);
      await expectAccessible(page, /./);
      // What a group wrote about itself is English, whatever the page speaks: on paper too.
      if (path.endsWith('/print')) await expect(page.getByRole('heading', {level: 1})).toHaveAttribute('lang', 'en');
    }
    await page.goto(WALKERS);
    for (const words of [/^We walk in light rain/, /^The main drive is surfaced/, /^A small grant/, /^Priya/]) {
      const theirs = page.getByText(words);
      expect(await theirs.evaluate((part) => part.closest('[lang]')!.getAttribute('lang'))).toBe('en');
    }
  }
});

test('from the results to a listing and back to the same results, and the opening is counted @plain', async ({
  page,
}) => {
  await page.goto('/search?q=walking+group&near=RG12+1JX');
  const card = page.locator('.card').first().getByRole('link').first();
  const [, slug, searchId] = /^\/services\/([^?]+)\?from=(.+)$/.exec((await card.getAttribute('href')) ?? '') ?? [];
  await card.click();
  await expect(page).toHaveURL(new RegExp(`/services/${slug}`));
  await expect
    .poll(() => sql`select 1 from search_opens where search_id = ${searchId ?? ''}::uuid`.then((rows) => rows.length))
    .toBe(1);
  await page.getByRole('link', {name: 'Back to your results'}).click();
  await expect(page).toHaveURL(/\/search\?q=walking\+group&near=RG12\+1JX/);
});

test('what others wrote is shown as words, never run', async ({page}) => {
  const {path, id} = await insertListing({
    name: 'Tea & <script>document.title = "run"</script>',
    summary: '</script><script>document.title = "run"</script>',
    description:
      '<img src=x onerror="document.title = \'run\'">\n\nSee https://tea.example/a or javascript:alert(1) and write to tea@tea.example.',
  });
  await page.goto(path);
  await expect(page.getByRole('heading', {level: 1})).toHaveText('Tea & <script>document.title = "run"</script>');
  await expect(page).toHaveTitle(/^Tea &/);
  await expect(page.getByRole('link', {name: 'https://tea.example/a'})).toBeVisible();
  await expect(page.getByRole('link', {name: 'tea@tea.example'})).toHaveAttribute('href', 'mailto:tea@tea.example');
  await expect(page.locator('[href^="javascript:"], main img')).toHaveCount(0);
  await sql`delete from services where id = ${id}`;
});

test('a listing with nothing but a name still helps', async ({page}) => {
  const {path, id} = await insertListing({name: 'Only a name'});
  await page.goto(path);
  await expect(page.getByText('Not checked yet', {exact: true})).toBeVisible();
  await expect(page.getByRole('region', {name: 'Get in touch'}).getByRole('link')).toHaveAttribute('href', '/talk');
  await expectAccessible(page, 'Only a name');
  await sql`delete from services where id = ${id}`;
  // One that nobody has checked for more than a year says so.
  await page.goto('/services/slow-shutter');
  await expectNoSideways(page);
});

test('a listing that has stopped or never was offers a search @plain', async ({page}) => {
  const {path, id} = await insertListing({name: 'The Stopped Clock Club', status: 'defunct'});
  expect((await page.goto(path))?.status()).toBe(410);
  await expect(page.getByText('The Stopped Clock Club is no longer on Fingerpost')).toBeVisible();
  await expectAccessible(page, 'This has stopped');
  expect((await page.goto('/services/never-was'))?.status()).toBe(404);
  await expectAccessible(page, 'We can’t find that page');
  await page.getByLabel('What are you looking for?').fill('tea');
  await page.getByRole('button', {name: 'Search', exact: true}).click();
  await expect(page).toHaveURL(/\/search\?q=tea/);
  await sql`delete from services where id = ${id}`;
});

test('the times go into a calendar, with the clock of the United Kingdom', async ({request}) => {
  const answer = await request.get(`${WALKERS}/calendar.ics`);
  expect(answer.headers()['content-type']).toBe('text/calendar; charset=utf-8');
  const file = await answer.text();
  expect(file).toMatch(/^BEGIN:VCALENDAR\r\n/);
  expect(file).toMatch(/DTSTART;TZID=Europe\/London:\d{8}T103000\r\n/);
  expect(file).toContain('RRULE:FREQ=WEEKLY;BYDAY=WE\r\n');
  expect((await request.get('/services/never-was/calendar.ics')).status()).toBe(404);
});

test('a listing shows a code that a phone reads @plain @phone', async ({page}) => {
  await page.goto(WALKERS);
  const code = page.getByRole('img', {name: /Point a phone’s camera/});
  await expect(code).toBeHidden();
  await page.getByText('Show a code for a phone').click();
  await expect(code).toBeVisible();
  await expectAccessible(page, 'Lily Hill Wednesday Walkers');
  await expectNoSideways(page);
});

test('an address is broken where it has joints, on the page and on its sheet @phone', async ({page}) => {
  const {path, id} = await insertListing({
    name: 'Long Address Club',
    email: 'secretary@warfieldwanderers.example',
    url: 'https://warfieldwanderers.example/groups/wednesdays',
    description: 'Write to secretary@warfieldwanderers.example and we will write back.',
  });
  await page.setViewportSize({width: 360, height: 740});
  for (const at of [path, `${path}/print`]) {
    await page.goto(at);
    await expectNoSideways(page);
    // The pieces between the joints, each on a line of its own or with others, and none on two lines.
    const broken = await page.locator('wbr').evaluateAll((joints) =>
      joints.flatMap((joint) => {
        const piece = joint.nextSibling;
        const range = document.createRange();
        // Where a word has a hyphen, a line may end after that.
        if (!piece?.textContent || piece.textContent.includes('-')) return [];
        range.selectNodeContents(piece);
        return range.getClientRects().length > 1 ? [piece.textContent] : [];
      }),
    );
    expect(await page.locator('wbr').count()).toBeGreaterThan(8);
    expect(broken).toEqual([]);
  }
  await sql`delete from services where id = ${id}`;
});

test('a long name, a long word and many places fit 320 pixels @phone', async ({page}) => {
  const word = 'Warfieldwinkfieldandcranbournefootpathwanderers'.repeat(2);
  const {path, id} = await insertListing({
    name: word,
    email: `${word.slice(0, 60)}@wanderers.example`,
    description: `https://wanderers.example/${'a'.repeat(200)}`,
  });
  for (let count = 0; count < 8; count++) {
    const [place] = await sql<{id: string}[]>`insert into locations (name) values (${`${word} ${count}`}) returning id`;
    await sql`insert into services_at_locations (service_id, location_id) values (${id}, ${place!.id})`;
  }
  await page.setViewportSize({width: 320, height: 700});
  for (const at of [`${path}/print`, path]) {
    await page.goto(at);
    await expectNoSideways(page);
  }
  await page.getByText('Show 2 more places').click();
  await expect(page.getByText(`${word} 7`)).toBeVisible();
  await sql`delete from services where id = ${id}`;
});

test('something is wrong: mistakes are said kindly and what was typed stays @phone @plain', async ({page}) => {
  const {path, id} = await insertListing({name: 'Wrong Club'});
  await page.goto(path);
  await page.getByRole('link', {name: 'Is something wrong? Tell us'}).click();
  await expectAccessible(page, 'Is something wrong?');
  await expectNoSideways(page);
  await page.getByLabel('What should it say?').fill('It moved to Tuesdays');
  await page.getByRole('button', {name: 'Send'}).click();
  const summary = page.getByRole('alert');
  await expect(summary).toContainText('Choose what is wrong');
  await expectAccessible(page, 'Is something wrong?');
  await expect(page.getByLabel('What should it say?')).toHaveValue('It moved to Tuesdays');
  await summary.getByRole('link', {name: 'Choose what is wrong'}).click();
  await expect(page.getByRole('radio').first()).toBeFocused();
  await page.getByLabel('The days or times are wrong').check();
  await page.getByRole('button', {name: 'Send'}).click();
  await expectAccessible(page, 'Thank you. We have your message');
  expect(await reportsOf(id)).toEqual([{problem: 'times', message: 'It moved to Tuesdays'}]);
  await sql`delete from services where id = ${id}`;
});

test('without a network nothing that was typed is lost: it is said, and sent when it is back @phone', async ({
  page,
  context,
}) => {
  const {path, id} = await insertListing({name: 'Far Away Club'});
  await page.goto(`${path}/report`);
  await scriptsRun(page);
  await page.getByLabel('The days or times are wrong').check();
  await page.getByLabel('What should it say?').fill('It moved to Tuesdays');
  await context.setOffline(true);
  await page.getByRole('button', {name: 'Send'}).click();
  const notice = page.getByText('You are offline.', {exact: false});
  await expect(notice).toBeVisible();
  await page.getByRole('link', {name: 'Back to Far Away Club'}).click();
  await expect(page.getByLabel('What should it say?')).toHaveValue('It moved to Tuesdays');
  await expectAccessible(page, 'Is something wrong?');
  await expectFocusSeen(page);
  await context.setOffline(false);
  await expect(notice).toHaveCount(0);
  await page.getByRole('button', {name: 'Send'}).click();
  await expect(page.getByRole('heading', {level: 1, name: /Thank you/})).toBeVisible();
  expect(await reportsOf(id)).toEqual([{problem: 'times', message: 'It moved to Tuesdays'}]);

  // A network that only seems to be there: what could not be reached is not called our fault.
  await page.goto('/search?q=tea&near=Bracknell');
  await scriptsRun(page);
  await page.route(/shortlist/, (route) => route.abort());
  await page
    .getByRole('button', {name: /^Add to your list/})
    .first()
    .click();
  await expect(page.getByRole('heading', {level: 1, name: 'We could not reach Fingerpost'})).toBeVisible();
});

test('a report sent twice, or from two tabs, is one report', async ({page, context}) => {
  const {path, id} = await insertListing({name: 'Twice Club'});
  const second = await context.newPage();
  await page.goto(`${path}/report`);
  await second.goto(`${path}/report`);
  for (const tab of [page, second]) await tab.getByLabel('It has closed or stopped').check();
  await page.getByRole('button', {name: 'Send'}).dblclick();
  await expect(page.getByRole('heading', {name: 'Thank you'})).toBeVisible();
  await second.getByRole('button', {name: 'Send'}).click();
  await expect(second.getByRole('heading', {name: 'Thank you'})).toBeVisible();
  expect(await reportsOf(id)).toEqual([{problem: 'closed', message: null}]);

  // A new message after the first one was sent is another report.
  await page.goto(`${path}/report`);
  await page.getByLabel('The cost is wrong').check();
  await page.getByRole('button', {name: 'Send'}).click();
  await expect(page.getByRole('heading', {name: 'Thank you'})).toBeVisible();
  expect(await reportsOf(id)).toHaveLength(2);
  await sql`delete from services where id = ${id}`;
});

test('from the keyboard alone: to the list, the link copied, and what is wrong', async ({page, context}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto(`${WALKERS}?from=${randomUUID()}`);
  await tabTo(page, 'Add to your list');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', {name: /^On your list/})).toBeVisible();
  await expect(page.getByRole('link', {name: /Your list.*1 thing/})).toBeVisible();
  await tabTo(page, 'Copy the link');
  await page.keyboard.press('Enter');
  await expect(page.getByText('The link is copied.')).toBeVisible();
  expect(await page.evaluate('navigator.clipboard.readText()')).toMatch(new RegExp(`^http://[^/]+${WALKERS}$`));
  await tabTo(page, 'Is something wrong? Tell us');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', {level: 1, name: 'Is something wrong?'})).toBeVisible();
  await tabTo(page, 'It has closed or stopped');
  await page.keyboard.press('Space');
  await page.keyboard.press('Tab');
  await page.keyboard.type('It has a new name');
  await page.keyboard.press('Tab');
  await expect(page.getByRole('button', {name: 'Send'})).toBeFocused();
});

/** Presses Tab until something with this name has the focus. */
async function tabTo(page: Page, name: string) {
  for (let presses = 0; presses < 80; presses++) {
    await page.keyboard.press('Tab');
    const focused = await page.evaluate(
      '(document.activeElement.labels?.[0] ?? document.activeElement).textContent.trim()',
    );
    if (String(focused).startsWith(name)) return;
  }
  throw new Error(`Nothing named ${name} can be reached with Tab`);
}
