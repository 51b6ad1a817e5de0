import {expect, test, type Page} from '@playwright/test';
import {collectComplaints, expectAccessible, expectNoSideways, scriptsRun} from './page-checks.ts';

/** What every page owes whoever is in need, whatever they use: the numbers to ring, and nothing in the way of reading it. */
async function expectWell(page: Page, heading: string) {
  const urgent = page.getByRole('region', {name: 'Urgent help'});
  for (const [number, tel] of [
    ['999', 'tel:999'],
    ['111', 'tel:111'],
    ['116 123', 'tel:116123'],
  ] as const) {
    await expect(urgent.getByRole('link', {name: number})).toHaveAttribute('href', tel);
  }
  await expectAccessible(page, heading);
  await expectNoSideways(page);
}

test('the first page offers the search, common needs, a person and urgent help @phone @plain', async ({page}) => {
  const complaints = collectComplaints(page);
  await page.goto('/');
  await expect(page).toHaveTitle('Find help and things to do near you – Fingerpost');
  await expect(page.getByRole('search')).toBeVisible();
  await expect(page.getByLabel('What would help')).toBeVisible();
  await expect(page.getByLabel('Where?')).toBeVisible();
  await expect(page.getByRole('link', {name: 'Feeling lonely or cut off'})).toHaveAttribute(
    'href',
    '/search?need=loneliness',
  );
  await expect(page.getByRole('main').getByRole('link', {name: 'Talk to someone'})).toBeVisible();
  await expectWell(page, 'Find help and things to do near you');
  expect(complaints).toEqual([]);
});

test('each other page has urgent help, no mistake axe can find, fits 320 pixels, and nothing is refused @plain', async ({
  page,
}) => {
  const complaints = collectComplaints(page);
  for (const [path, heading] of [
    ['/search', 'things found'],
    ['/talk', 'Talk to someone'],
    ['/about', 'About Fingerpost'],
    ['/accessibility', 'Accessibility'],
    ['/privacy', 'Privacy'],
    ['/no-such-page', 'We can’t find that page'],
  ] as const) {
    await page.goto(path);
    await expectWell(page, heading);
    // Pages worth finding say which is their one address; results and what is not there have none.
    const isIndexed = path !== '/search' && path !== '/no-such-page';
    const address = page.locator(`link[rel=canonical][href$="${path}"]`);
    await expect(address).toHaveCount(isIndexed ? 1 : 0);
  }
  expect(complaints.filter((complaint) => !complaint.includes('404'))).toEqual([]);
});

test('from the keyboard alone: skip link, suggestions, a search', async ({page}) => {
  await page.goto('/');
  await page.keyboard.press('Tab');
  await expect(page.getByRole('link', {name: 'Skip to the main part'})).toBeFocused();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  const what = page.getByRole('combobox', {name: 'What would help'});
  await expect(what).toBeFocused();

  await scriptsRun(page);
  await page.keyboard.type('walking');
  const options = page.getByRole('listbox', {name: 'Suggestions'}).getByRole('option');
  await expect(options.first()).toBeVisible();
  await expect(what).toHaveAttribute('aria-expanded', 'true');
  await page.keyboard.press('ArrowDown');
  await expect(options.first()).toHaveAttribute('aria-selected', 'true');
  await expect(what).toHaveAttribute('aria-activedescendant', (await options.first().getAttribute('id')) ?? '-');
  await page.keyboard.press('ArrowUp');
  await expect(what).not.toHaveAttribute('aria-activedescendant');
  await page.keyboard.press('Escape');
  await expect(options.first()).toBeHidden();
  await expect(what).toHaveValue('walking');

  await page.keyboard.type(' g');
  const wanted = page.getByRole('option', {name: 'Walking group', exact: true});
  await expect(wanted).toBeVisible();
  for (let press = 0; press < 9 && (await wanted.getAttribute('aria-selected')) !== 'true'; press++) {
    await page.keyboard.press('ArrowDown');
  }
  await page.keyboard.press('Enter');
  await expect(what).toHaveValue('Walking group');
  await expect(what).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/search\?q=Walking\+group/);
});

test('the suggestion that is gone to by key is in sight, at 400 % too', async ({page}) => {
  await page.setViewportSize({width: 320, height: 256});
  await page.goto('/search');
  await scriptsRun(page);
  await page.getByRole('combobox', {name: 'What are you looking for?'}).pressSequentially('walk');
  const options = page.getByRole('listbox', {name: 'Suggestions'}).getByRole('option');
  await expect(options.nth(5)).toBeAttached();
  await page.keyboard.press('ArrowUp');
  await expect(options.last()).toHaveAttribute('aria-selected', 'true');
  await expect(options.last()).toBeInViewport({ratio: 0.9});
});

test('a suggestion is taken with a press @phone', async ({page}) => {
  await page.goto('/');
  const what = page.getByRole('combobox', {name: 'What would help'});
  await what.pressSequentially('walking g');
  const option = page.getByRole('option', {name: 'Walking group', exact: true});
  await option.click();
  await expect(what).toHaveValue('Walking group');
  await expect(option).toBeHidden();
});

test('keys pressed while a slow machine brings the page to life do not stop it', async ({page}) => {
  const complaints = collectComplaints(page);
  const slow = await page.context().newCDPSession(page);
  await slow.send('Emulation.setCPUThrottlingRate', {rate: 6});
  await page.goto('/', {waitUntil: 'commit'});
  await page.getByRole('main').waitFor();
  for (let press = 0; press < 8; press++) await page.keyboard.press('Tab');
  await slow.send('Emulation.setCPUThrottlingRate', {rate: 1});
  await scriptsRun(page);
  await page.getByRole('combobox', {name: 'What would help'}).fill('walking');
  await expect(page.getByRole('listbox', {name: 'Suggestions'})).toBeVisible();
  expect(complaints).toEqual([]);
});

test('a public page does not know the staff side, and asks the server for what it does not know', async ({page}) => {
  await page.goto('/');
  const known = await page.evaluate<string[]>('Object.keys(window.__remixManifest.routes)');
  expect(known).toContain('routes/search/route');
  expect(known.filter((id) => /staff|people|account/.test(id))).toEqual([]);
  for (const [path, heading] of [
    ['/no-such-page', 'We can’t find that page'],
    ['/account', 'Sign in'],
  ] as const) {
    await scriptsRun(page);
    await page.evaluate(`void window.__remixRouter.navigate('${path}')`);
    await expect(page.getByRole('heading', {level: 1, name: heading})).toBeVisible();
  }
});

test('a language is chosen from the foot of any page and remembered @plain', async ({page}) => {
  await page.goto('/privacy');
  await page.getByRole('button', {name: 'Cymraeg'}).click();
  await expect(page).toHaveURL(/\/privacy$/);
  await expect(page.locator('html')).toHaveAttribute('lang', 'cy');
  await page.goto('/');
  await expect(page.getByRole('heading', {level: 1})).toHaveText(
    'Dod o hyd i gymorth a phethau i’w gwneud yn eich ardal',
  );
});

test('answers carry the headers that keep other sites out', async ({request}) => {
  const headers = (await request.get('/')).headers();
  const policy = headers['content-security-policy'] ?? '';
  expect(policy).toContain("default-src 'self'");
  expect(policy).toMatch(/script-src 'self' 'nonce-[\w+/=]+'/);
  expect(policy).not.toContain('unsafe-inline');
  expect(headers['referrer-policy']).toBe('strict-origin-when-cross-origin');
  expect(headers['permissions-policy']).toContain('camera=()');
  expect(headers['x-powered-by']).toBeUndefined();
});

test('a change sent from another site is refused, whatever it claims', async ({request}) => {
  const form = {lang: 'pl'};
  const send = async (headers: Record<string, string>, path = '/language') =>
    (await request.post(path, {form, headers, maxRedirects: 0})).status();
  expect(await send({Origin: 'https://elsewhere.example'})).toBe(403);
  expect(await send({'Sec-Fetch-Site': 'cross-site'})).toBe(403);
  expect(await send({})).toBe(403);
  expect(await send({Origin: 'https://elsewhere.example', 'X-Forwarded-Host': 'elsewhere.example'})).toBe(403);
  expect(await send({'Sec-Fetch-Site': 'same-origin'}, '/search?_data=root')).toBe(400);
  expect(await send({'Sec-Fetch-Site': 'same-origin'})).toBe(303);
  const long = await request.post('/language', {
    data: 'x'.repeat(70_000),
    headers: {'Sec-Fetch-Site': 'same-origin', 'Content-Type': 'application/x-www-form-urlencoded'},
  });
  expect(long.status()).toBe(413);
});

test('search engines are told where the listings are, and where not to look', async ({page, request, baseURL}) => {
  const robots = await (await request.get('/robots.txt')).text();
  expect(robots).toContain(`Sitemap: ${baseURL}/sitemap.xml`);
  const forbidden = [...robots.matchAll(/^Disallow: (.+)$/gm)].map(([, path]) => `^${path!.replaceAll('*', '.*')}`);
  expect(forbidden).toContain('^/search');

  // Read by a browser's reader of XML, which forgives nothing.
  await page.goto('/about');
  const file = await (await request.get('/sitemap.xml')).text();
  const {fault, namespace, addresses, days} = await page.evaluate(readSitemap, file);
  expect({fault, namespace}).toEqual({fault: null, namespace: 'http://www.sitemaps.org/schemas/sitemap/0.9'});
  expect(new Set(addresses).size).toBe(addresses.length);
  expect(days.filter((day) => !/^\d{4}-\d\d-\d\d$/.test(day))).toEqual([]);
  const listings = addresses.filter((address) => address.startsWith(`${baseURL}/services/`));
  expect(listings.length).toBeGreaterThan(300);
  // Each is the one address of a page that may be looked at.
  const pages = addresses.filter((address) => !listings.includes(address));
  for (const address of [...pages, listings[0]!, listings.at(-1)!]) {
    expect(forbidden.filter((path) => new RegExp(path).test(new URL(address).pathname))).toEqual([]);
    expect((await page.goto(address))?.status()).toBe(200);
    await expect(page.locator('link[rel=canonical]')).toHaveAttribute('href', address);
    await expect(page.locator('meta[name=robots]')).toHaveCount(0);
  }
});

/** Runs in the page. */
function readSitemap(file: string) {
  const read = new DOMParser().parseFromString(file, 'application/xml');
  const words = (part: string) => [...read.querySelectorAll(part)].map(({textContent}) => textContent ?? '');
  return {
    fault: read.querySelector('parsererror')?.textContent ?? null,
    namespace: read.documentElement.namespaceURI,
    addresses: words('urlset > url > loc'),
    days: words('urlset > url > lastmod'),
  };
}

test('a watcher learns what is up', async ({request}) => {
  expect(await (await request.get('/health/live')).json()).toEqual({status: 'up'});
  expect(await (await request.get('/health/ready')).json()).toMatchObject({database: 'up'});
});
