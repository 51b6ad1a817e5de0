import {expect, test, type Page} from '@playwright/test';
import {gzipSync} from 'node:zlib';
import {collectComplaints, expectAccessible, expectNoSideways, scriptsRun} from './page-checks.ts';

const heading = (page: Page) => page.getByRole('heading', {level: 1});
const cards = (page: Page) => page.locator('.card');
/** On a narrow screen the filters wait behind a button. */
async function showFilters(page: Page) {
  const opener = page.getByRole('button', {name: 'Narrow it down'});
  if (await opener.isVisible()) await opener.click();
}

test('a person finds a walking group near RG12 @phone @plain', async ({page}) => {
  const complaints = collectComplaints(page);
  await page.goto('/');
  await page.getByLabel('What would help').fill('walking group');
  await page.getByLabel('Where?').fill('rg12 1jx');
  await page.getByRole('button', {name: 'Search', exact: true}).click();
  await expect(heading(page)).toHaveText(/^\d+ things near RG12.1JX, Bracknell, and \d+ more that may help$/);
  await expect(page).toHaveTitle('Search results – Fingerpost');
  const first = cards(page).first();
  await expect(first.getByRole('link').first()).toHaveAttribute('href', /^\/services\/[a-z0-9-]+\?from=/);
  await expect(first).toContainText(/When.*Where.*Cost/s);
  await expect(cards(page).filter({hasText: /walk/i}).first()).toBeVisible();
  // A search for something else than despair is not met with alarm.
  await expect(page.getByRole('region', {name: /ring now/})).toHaveCount(0);
  await expectAccessible(page, /things near/);
  expect(complaints).toEqual([]);
});

test('what was understood is said, and can be put right @plain', async ({page}) => {
  await page.goto('/search?q=i+feel+lonely&near=RG12');
  await expect(page.getByText('Distances are from the middle of RG12')).toBeVisible();
  await page.getByText('We looked for:').getByRole('link', {name: 'Feeling lonely or cut off'}).click();
  await expect(page).toHaveURL(/\/search\?near=RG12&need=loneliness/);
  await expect(page.getByRole('list', {name: 'You have chosen'})).toContainText('Feeling lonely or cut off');
});

test('of another script the page says that it cannot be read, and of Welsh and Polish the need is known @plain', async ({
  page,
}) => {
  await page.goto('/search?q=%D0%B4%D0%BE%D0%BF%D0%BE%D0%BC%D0%BE%D0%B3%D0%B0');
  await expect(page.getByText('We can only read words in English, Welsh and Polish')).toBeVisible();
  await page.goto('/search?q=mam+d%C5%82ugi&near=RG12');
  await expect(page.getByText('We looked for:')).toContainText('Money worries and debt');
  await page.goto('/search?q=banc+bwyd&near=RG12');
  await expect(page.getByText('We looked for:')).toContainText('Getting enough food');
  await expect(page.getByText('We can only read words')).toHaveCount(0);
});

test('mended spelling is said, and the words as typed are one link away', async ({page}) => {
  await page.goto('/search?q=lonley&near=RG12+1JX');
  await expect(page.getByText('Showing results for ‘lonely’.')).toBeVisible();
  await expect(page.getByText('We looked for:')).toContainText('Feeling lonely or cut off');
  await expectAccessible(page, /things near/);
  await page.getByRole('link', {name: 'Search instead for ‘lonley’'}).click();
  await expect(page).toHaveURL(/\?q=lonley&exact=lonley&near=RG12\+1JX$/);
  await expect(heading(page)).toHaveText(/^Nothing found for ‘lonley’ near/);
  await expect(page.getByText('Showing results for')).toBeHidden();
  await expect(page.getByLabel('What are you looking for?')).toHaveValue('lonley');
});

test('an unknown place is said kindly beside its box, and the rest is still answered @plain', async ({page}) => {
  await page.goto('/search?q=walking&near=Qqqqxx');
  const where = page.getByLabel('Where?');
  await expect(where).toHaveAttribute('aria-invalid', 'true');
  await expect(where).toHaveAccessibleDescription(/We don’t know a place called ‘Qqqqxx’/);
  await expect(heading(page)).toHaveText(/^\d+ things found$/);
  await expectAccessible(page, /things found/);
});

test('filters narrow the results as they are chosen, and the focus stays @phone', async ({page}) => {
  await page.goto('/search?near=RG12+1JX');
  await scriptsRun(page);
  const before = await heading(page).textContent();
  await showFilters(page);
  await page.locator('#filters summary', {hasText: 'Cost'}).click();
  const free = page.getByRole('checkbox', {name: /^Free/});
  await free.check();
  await expect(page).toHaveURL(/cost=free/);
  await expect(heading(page)).not.toHaveText(before ?? '');
  await expect(free).toBeFocused();
  await expect(page.getByRole('status').filter({hasText: 'things near'})).toHaveText(
    (await heading(page).textContent()) ?? '',
  );
  await expect(page).not.toHaveURL(/sort=|within=/);

  await page.goBack();
  await expect(heading(page)).toHaveText(before ?? '');
  await expect(page.getByRole('checkbox', {name: /^Free/})).not.toBeChecked();
});

test('without scripts a button applies the filters @plain @not-desktop', async ({page}) => {
  await page.goto('/search?near=RG12+1JX');
  await page.locator('#filters summary', {hasText: 'Cost'}).click();
  await page.getByRole('checkbox', {name: /^Free/}).check();
  await page.getByRole('region', {name: 'Narrow it down'}).getByRole('button', {name: 'Show results'}).click();
  await expect(page).toHaveURL(/cost=free/);
  await expect(page.getByRole('list', {name: 'You have chosen'})).toContainText('Free');
});

test('a chosen filter is taken away by its chip @plain', async ({page}) => {
  await page.goto('/search?near=RG12+1JX&cost=free&day=WE');
  await page.getByRole('link', {name: 'Take away: Wednesday'}).click();
  await expect(page).not.toHaveURL(/day=WE/);
  await expect(page).toHaveURL(/cost=free/);
  await page.getByRole('link', {name: 'Clear all'}).click();
  await expect(page).toHaveURL(/\/search\?near=RG12\+1JX$/);
});

test('nearest first, and nobody is shown what is too far', async ({page}) => {
  await page.goto('/search?near=RG12+1JX&within=2&sort=nearest');
  const words = await page.locator('.card__distance').allTextContents();
  const miles = words.map((text) => (text.startsWith('Very') ? 0 : Number.parseFloat(text)));
  expect(miles.length).toBeGreaterThan(3);
  expect(miles).toEqual([...miles].sort((one, other) => one - other));
  expect(Math.max(...miles)).toBeLessThanOrEqual(2);
});

test('many results come in pages, each with its own address @plain', async ({page}) => {
  await page.goto('/search');
  await expect(cards(page)).toHaveCount(20);
  const pages = page.getByRole('navigation', {name: 'Pages of results'});
  await expect(pages.getByRole('link', {name: 'Page 1', exact: true})).toHaveAttribute('aria-current', 'page');
  const first = await cards(page).first().getByRole('link').first().textContent();
  await pages.getByRole('link', {name: 'Next'}).click();
  await expect(page).toHaveURL(/\/search\?page=2$/);
  await expect(cards(page).first().getByRole('link').first()).not.toHaveText(first ?? '');
  await page.goBack();
  await expect(cards(page).first().getByRole('link').first()).toHaveText(first ?? '');
});

test('nothing found: ways on, and a person', async ({page}) => {
  await page.goto('/search?q=zzzxqv&near=RG12+1JX&cost=free&day=SU');
  await expect(heading(page)).toHaveText(/^Nothing found for ‘zzzxqv’ near/);
  const ways = page.getByRole('region', {name: 'Ways to find more'});
  await expect(ways.getByRole('link').first()).toBeVisible();
  await expect(page.getByRole('main').getByRole('link', {name: 'Talk to someone'})).toBeVisible();
  await expectAccessible(page, /Nothing found/);
  const all = ways.getByRole('listitem').filter({hasText: 'Look at everything near'});
  const found = (await all.innerText()).match(/\d+ things/)![0];
  await all.getByRole('link').click();
  await expect(heading(page)).toHaveText(new RegExp(`^${found} near`));
});

test('little of what was asked for: ways on stand before what only may help, and say how much they find @phone @plain', async ({
  page,
}) => {
  await page.goto('/search?q=chess&near=RG12+1JX&within=1');
  await expect(heading(page)).toHaveText(/^[1-3] things? near RG12.1JX, Bracknell, and \d+ more that may help$/);
  const [, matches, others] = /^(\d).*and (\d+) more/.exec((await heading(page).textContent()) ?? '')!;
  const besides = page.getByRole('region', {name: 'These may help too'});
  await expect(besides.locator('.card')).toHaveCount(Number(others));
  await expect(cards(page)).toHaveCount(Number(matches) + Number(others));
  // In the order in which they are seen and read out.
  const order = await page
    .locator('.cards, .ways, .others')
    .evaluateAll((parts) => parts.map((part) => String(part.className)));
  expect(order).toEqual(['cards', 'ways', 'others', 'cards']);
  await expectAccessible(page, /may help/);
  await expectNoSideways(page);
  const wider = page.getByRole('region', {name: 'Not many?'}).getByRole('listitem').filter({hasText: 'miles away'});
  const found = (await wider.first().innerText()).match(/\d+ things/)![0];
  await wider.first().getByRole('link').click();
  await expect(heading(page)).toHaveText(new RegExp(`^${found} near`));

  // Where there is enough, what may help stands where it is best, and says so.
  await page.goto('/search?q=food+bank&near=RG12+1JX&within=1');
  await expect(heading(page)).toHaveText(/, and \d+ more that may help$/);
  await expect(page.getByRole('region', {name: /may help/})).toHaveCount(0);
  const labelled = cards(page).filter({has: page.getByText('May help', {exact: true})});
  expect(await labelled.count()).toBeGreaterThan(0);
  await expect(labelled.filter({hasText: 'Food Bank'})).toHaveCount(0);
});

test('the page fits 320 pixels, on list and map, with everything chosen @plain', async ({page}) => {
  await page.setViewportSize({width: 320, height: 700});
  for (const view of ['', '&view=map']) {
    await page.goto(`/search?q=i+feel+lonely&near=RG12&cost=free&day=WE${view}`);
    await expectAccessible(page, /near RG12/);
    await expectNoSideways(page);
  }
});

test('the results stay light: 90 kB of scripts at most @phone @not-desktop', async ({page}) => {
  const sizes: number[] = [];
  page.on('response', (response) => {
    if (!response.url().endsWith('.js')) return;
    void response.body().then((body) => sizes.push(gzipSync(body, {level: 9}).length));
  });
  await page.goto('/search?q=walking&near=RG12+1JX', {waitUntil: 'networkidle'});
  expect(sizes.length).toBeGreaterThan(3);
  expect(sizes.reduce((sum, size) => sum + size)).toBeLessThanOrEqual(90_000);
});
