import {expect, test, type Page} from '@playwright/test';
import {collectComplaints, expectAccessible, expectNoSideways, scriptsRun} from './page-checks.ts';

const listLink = (page: Page) =>
  page.getByRole('navigation', {name: 'Main menu'}).getByRole('link', {name: /^Your list/});
const items = (page: Page) => page.locator('.shortlist-card');

/** Puts the first results of a search on the list, as people do. */
async function keepFirst(page: Page, count: number, search = '/search?q=tea&within=any') {
  await page.goto(search);
  const names: string[] = [];
  for (let at = 0; at < count; at++) {
    const card = page.locator('.card').nth(at);
    names.push((await card.getByRole('heading').getByRole('link').textContent()) ?? '');
    await card.getByRole('button', {name: /^Add to your list/}).click();
    // The number at the top changes when the answer has come.
    await expect(listLink(page)).toContainText(String(at + 1));
    await expect(card.getByRole('button', {name: /^On your list/})).toBeVisible();
  }
  return names;
}

test('home, results, listing, list: the whole way @phone @plain', async ({page}) => {
  const complaints = collectComplaints(page);
  await page.goto('/');
  await page.getByRole('link', {name: 'Feeling lonely or cut off'}).click();
  await expect(page.getByRole('heading', {level: 1})).toContainText('found');
  const name = (await page.locator('.card').first().getByRole('heading').getByRole('link').textContent()) ?? '';
  await page.locator('.card').first().getByRole('link').first().click();
  await expect(page.getByRole('heading', {level: 1, name})).toBeVisible();
  await page.getByRole('region', {name: 'Keep or share'}).getByRole('button', {name: 'Add to your list'}).click();
  await expect(page.getByRole('button', {name: /^On your list/})).toBeVisible();
  await expect(listLink(page)).toContainText('1');
  await listLink(page).click();
  await expect(items(page)).toHaveCount(1);
  await expect(items(page).first()).toContainText(name);
  await expectNoSideways(page);
  expect(complaints).toEqual([]);
});

test('things are put on the list from the results, and taken off again @plain', async ({page, javaScriptEnabled}) => {
  const [first, second] = await keepFirst(page, 2);
  const card = page.locator('.card').nth(1);
  await card.getByRole('button', {name: /^On your list/}).click();
  await expect(listLink(page)).toContainText('1');
  await card.getByRole('button', {name: /^Add to your list/}).click();
  await expect(listLink(page)).toContainText('2');
  await listLink(page).click();
  await expect(items(page)).toHaveCount(2);
  await expect(page).toHaveTitle('Your list – Fingerpost');
  await expectAccessible(page, 'Your list');
  await expectNoSideways(page);
  const takeOff = page.getByRole('button', {name: 'Take off'}).filter({hasText: first});
  await takeOff.click();
  if (javaScriptEnabled) {
    await expect(page.getByRole('status').filter({hasText: '1 thing on your list'})).toBeVisible();
    const back = page.getByRole('button', {name: 'Put back'}).filter({hasText: first});
    await expect(back).toBeFocused();
    await expectAccessible(page, 'Your list');
    await back.click();
    await expect(page.getByRole('status').filter({hasText: '2 things on your list'})).toBeVisible();
    await takeOff.click();
    await expect(page.getByRole('status').filter({hasText: '1 thing on your list'})).toBeVisible();
    await page.reload();
  }
  await expect(items(page)).toHaveCount(1);
  await expect(items(page)).toContainText(second ?? '');

  // Everything goes after asking once.
  await page.getByText('Take everything off', {exact: true}).click();
  await page.getByRole('button', {name: 'Yes, take everything off'}).click();
  await expect(page.getByRole('heading', {name: 'Nothing on your list yet'})).toBeVisible();
  await expect(listLink(page)).toHaveText('Your list');
  await expectAccessible(page, 'Your list');
  await expectNoSideways(page);
});

test('pressing faster than the server answers loses nothing', async ({page}) => {
  await page.goto('/search?q=tea&within=any');
  await scriptsRun(page);
  await page.route('**/shortlist.data', async (route) => {
    await new Promise((resolve) => setTimeout(resolve, 400));
    await route.continue();
  });
  for (const at of [0, 1, 2])
    await page.locator('.card').nth(at).getByRole('button', {name: 'Add to your list'}).click();
  await page.locator('.card').nth(1).getByRole('button', {name: 'On your list'}).click();
  await expect(page.getByRole('status').filter({hasText: '2 things on your list'})).toBeAttached();
  await expect(listLink(page)).toContainText('2');
  await listLink(page).click();
  await expect(items(page)).toHaveCount(2);
});

test('a list is shared by link, put on paper, shown, and kept by who gets it @plain', async ({
  page,
  browser,
  baseURL,
}) => {
  const names = await keepFirst(page, 3);
  await page.goto('/shortlist');
  const address = (await page.getByRole('link', {name: 'Link to this list'}).getAttribute('href')) ?? '';
  const mail = (await page.getByRole('link', {name: 'Send by e-mail'}).getAttribute('href')) ?? '';
  expect(decodeURIComponent(mail)).toContain(address);
  for (const name of names) expect(decodeURIComponent(mail)).toContain(name);

  // On paper it has its phone numbers and a code, without buttons.
  await page.emulateMedia({media: 'print'});
  await expect(page.getByRole('img', {name: /Point a phone’s camera/})).toBeVisible();
  await expect(page.getByRole('button', {name: /^Take off/})).toHaveCount(0);
  const pdf = (await page.pdf({format: 'A4', preferCSSPageSize: true})).toString('latin1');
  expect(pdf.match(/\/Type\s*\/Page\b/g)).toHaveLength(1);

  const other = await (
    await browser.newContext({baseURL, javaScriptEnabled: test.info().project.use.javaScriptEnabled})
  ).newPage();
  await other.goto(`${address},999999`);
  await expect(items(other)).toHaveCount(3);
  await expect(other.getByText('One thing on this list is no longer on Fingerpost.')).toBeVisible();
  await expect(listLink(other)).toHaveText('Your list');
  await expectAccessible(other, 'A list that someone shared with you');
  await other.getByRole('button', {name: 'Keep these on your own list'}).click();
  await expect(other).toHaveURL(/\/shortlist$/);
  await expect(items(other)).toHaveCount(3);
  await other.goto(address);
  await expect(other.getByText('All of these are on your own list.')).toBeVisible();
  await other.context().close();
});

test('a full list says so @plain', async ({page, context, baseURL}) => {
  const numbers = Array.from({length: 50}, (_, index) => 1000 + index).join('.');
  await context.addCookies([{name: 'shortlist', value: numbers, url: baseURL}]);
  await page.goto('/services/lily-hill-wednesday-walkers');
  await page.getByRole('region', {name: 'Keep or share'}).getByRole('button', {name: 'Add to your list'}).click();
  await expect(page.getByText(/^Your list is full/)).toBeVisible();
});

test('a change never leads to another site', async ({request, baseURL}) => {
  const send = (referer: string) =>
    request.post('/shortlist', {
      form: {intent: 'add', number: '1'},
      headers: {origin: baseURL ?? '', referer},
      maxRedirects: 0,
    });
  expect((await send('https://evil.example/trap')).headers().location).toBe('/#listing-1');
  expect((await send(`${baseURL}//evil.example/trap`)).headers().location).toBe('/evil.example/trap#listing-1');
  const kept = await send(`${baseURL}/search?q=tea`);
  expect(kept.status()).toBe(303);
  expect(kept.headers().location).toBe('/search?q=tea#listing-1');
  expect(kept.headers()['set-cookie']).toMatch(/^shortlist=1; Path=\/; Max-Age=7776000; HttpOnly; SameSite=Lax/);
});

test('a spoilt cookie or link is an empty list', async ({page, context, baseURL}) => {
  await context.addCookies([{name: 'shortlist', value: '<script>.-1.0.x', url: baseURL}]);
  await page.goto('/shortlist');
  await expect(page.getByRole('heading', {name: 'Nothing on your list yet'})).toBeVisible();
  await page.goto('/shortlist?s=%3Cscript%3E,x');
  await expectAccessible(page, 'A list that someone shared with you');
});

test('what is like a listing, or near it, goes on the list from there @plain', async ({page}) => {
  await page.goto('/services/lily-hill-wednesday-walkers');
  const first = page.getByRole('region', {name: 'You could also look at'}).getByRole('listitem').first();
  const name = (await first.getByRole('link').textContent()) ?? '';
  await first.getByRole('button', {name: /^Add to your list/}).click();
  await expect(first.getByRole('button', {name: /^On your list/})).toBeVisible();
  await expectAccessible(page, 'Lily Hill Wednesday Walkers');
  await page.goto('/shortlist');
  await expect(page.getByRole('link', {name})).toBeVisible();
});
