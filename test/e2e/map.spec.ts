import {expect, test, type Locator, type Page} from '@playwright/test';
import {browserState, startSite} from '../setup/site.ts';
import {expectOwnColours} from './own-colours.ts';
import {collectComplaints, expectAccessible, expectNoSideways, scriptsRun} from './page-checks.ts';

const map = (page: Page) => page.getByRole('application', {name: 'Map of the results'});
const pins = (page: Page) => map(page).locator('button.pin');
const letterPin = (page: Page) => map(page).locator('button.pin--letter').first();
const heading = (page: Page) => page.getByRole('heading', {level: 1});
const cardOf = (page: Page, name: string) =>
  page.locator('.card').filter({has: page.getByRole('link', {name, exact: true})});

async function openMap(page: Page, path = '/search?q=gardening&near=Bracknell') {
  await page.goto(path);
  await expect(pins(page).first()).toBeVisible();
}

/** Gives the map a moment to draw what it was answered, and no longer than that takes. */
const appearsSoon = (what: Locator) => what.waitFor({timeout: 1000}).catch(() => {});

/** Looks closer here and there until a listing of this page of the list stands by itself. Returns its name. */
async function untilLetterPin(page: Page) {
  const clusters = map(page).getByRole('button', {name: /Look closer/});
  for (let turn = 0; turn < 8 && (await letterPin(page).count()) === 0; turn++) {
    const answered = page.waitForResponse(/\/search\/map\?/);
    if (turn % 2 === 1 || (await clusters.count()) <= turn / 2)
      await page.getByRole('button', {name: 'Show everything'}).click();
    else await clusters.nth(turn / 2).press('Enter');
    await answered;
    await appearsSoon(letterPin(page));
  }
  await expect(letterPin(page)).toBeVisible();
  const label = (await letterPin(page).getAttribute('aria-label')) ?? '';
  return label.slice(label.indexOf(': ') + 2);
}

async function drag(page: Page, across: number, down: number) {
  const box = await map(page).boundingBox();
  if (!box) throw new Error('The map has no size');
  const [x, y] = [box.x + box.width / 2, box.y + Math.min(box.height, 300) / 2];
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x + across, y + down, {steps: 8});
  await page.mouse.up();
}

test.describe('beside the list', () => {
  test.slow();

  test('a card and its pin answer each other', async ({page}) => {
    const complaints = collectComplaints(page);
    await openMap(page);
    const first = page.locator('.card').filter({has: page.locator('.card__letter', {hasText: /^A$/})});
    await first.hover();
    await expect(map(page).locator('.pin--pointed-at .pin__face', {hasText: /^A$/})).toBeVisible();
    await page.mouse.move(2, 2);
    await expect(map(page).locator('.pin--pointed-at')).toHaveCount(0);

    const name = await untilLetterPin(page);
    await letterPin(page).focus();
    await expect(cardOf(page, name)).toHaveClass(/card--pointed-at/);
    await expect(cardOf(page, name)).toBeInViewport();
    await letterPin(page).press('Enter');
    const bubble = page.getByRole('dialog', {name});
    await expect(bubble.getByRole('link', {name})).toBeFocused();
    await expect(cardOf(page, name)).toHaveClass(/card--pointed-at/);
    await bubble.getByRole('button', {name: /Add to your list/}).press('Enter');
    await expect(bubble.getByRole('button', {name: /On your list/})).toBeFocused();
    await expect(cardOf(page, name).getByRole('button', {name: /On your list/})).toBeVisible();
    await expectAccessible(page, /things near/);
    expect(complaints).toEqual([]);
  });

  test('moving the map offers to search what is seen there, and the address tells no street', async ({page}) => {
    await openMap(page, '/search?near=Bracknell&within=2');
    const before = await heading(page).textContent();
    const search = page.getByRole('button', {name: 'Search this area'});
    await expect(search).toHaveCount(0);
    await drag(page, -180, 140);
    await search.click();
    await expect(page).toHaveURL(/near=(?!Bracknell&)/);
    // The sides of what was seen, to half a mile.
    expect(page.url()).not.toMatch(/\d\.\d{3}/);
    await expect(heading(page)).toHaveText(/in the area on the map$/);
    await expect(page.getByRole('combobox', {name: 'How far?'})).toHaveValue(/^-?\d/);
    await expect(heading(page)).not.toHaveText(before ?? '');
    await expect(search).toHaveCount(0);
    await page.goBack();
    await expect(heading(page)).toHaveText(before ?? '');
  });

  test('the list follows the map when it is asked to, and the address says so', async ({page}) => {
    await openMap(page, '/search?near=Bracknell&within=2');
    await page.getByRole('checkbox', {name: 'Keep the list in step as I move the map'}).check();
    await expect(page).toHaveURL(/follow=1/);
    await expect(heading(page)).toHaveText(/near Bracknell/);
    await drag(page, -180, 140);
    await expect(heading(page)).not.toHaveText(/near Bracknell$/);
    await expect(page).toHaveURL(/follow=1/);
    await expect(page.getByRole('button', {name: 'Search this area'})).toHaveCount(0);
    await page.reload();
    await expect(page.getByRole('checkbox', {name: /in step/})).toBeChecked();
  });

  test('from the keyboard alone a person who wants no motion opens a listing from the map', async ({page}) => {
    await page.emulateMedia({reducedMotion: 'reduce'});
    await openMap(page);
    const name = await untilLetterPin(page);
    await map(page).focus();
    await page.keyboard.press('Tab');
    await expect(letterPin(page)).toBeFocused();
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog', {name});
    await expect(dialog).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(dialog).toHaveCount(0);
    await expect(letterPin(page)).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(dialog.getByRole('link', {name})).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(/\/services\/[a-z0-9-]+\?from=/);
    await expect(heading(page)).toHaveText(name);
  });

  test('several listings on one spot open as a list', async ({page}) => {
    await openMap(page, '/search?near=Bracknell&within=1');
    const zoomIn = page.getByRole('button', {name: 'Look closer', exact: true});
    const spot = map(page)
      .getByRole('button', {name: /Show them\.$/})
      .first();
    for (let step = 0; step < 4 && (await spot.count()) === 0; step++) {
      const answered = page.waitForResponse(/\/search\/map\?/);
      await zoomIn.click();
      await answered;
      await appearsSoon(spot);
    }
    await spot.focus();
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog');
    await expect(dialog.getByRole('listitem').nth(1)).toBeVisible();
    await page.keyboard.press('Tab');
    await expect(dialog.getByRole('link').first()).toBeFocused();
    // Each can be put on the list from here, with the keyboard, and the bubble stays where it is.
    const name = (await dialog.getByRole('link').nth(1).textContent()) ?? '';
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    const add = dialog.getByRole('listitem').nth(1).getByRole('button');
    await expect(add).toBeFocused();
    await expect(add).toHaveAccessibleName(new RegExp(`^Add to your list\\s*: ${name}$`));
    await page.keyboard.press('Enter');
    await expect(add).toHaveAccessibleName(new RegExp(`^On your list\\s*: ${name}. Take it off.$`));
    await expect(add).toBeFocused();
    await expect(
      dialog
        .getByRole('listitem')
        .first()
        .getByRole('button', {name: /^Add to your list/}),
    ).toBeVisible();
    await expect(page.getByRole('link', {name: /Your list.*1 thing/})).toBeVisible();
    await expectAccessible(page, /things near/);
    await page.keyboard.press('Escape');
    await expect(spot).toBeFocused();
    await page.setViewportSize({width: 320, height: 640});
    await page.goto('/search?near=Bracknell&within=1&view=map');
    await expect(pins(page).first()).toBeVisible();
    for (let step = 0; step < 6 && (await spot.count()) === 0; step++) {
      const answered = page.waitForResponse(/\/search\/map\?/);
      await zoomIn.click();
      await answered;
      await appearsSoon(spot);
    }
    await spot.press('Enter');
    await expect(dialog.getByRole('button', {name: /^Add to your list/}).first()).toBeVisible();
    await expectNoSideways(page);
    const [bubble, frame] = await Promise.all([dialog.boundingBox(), map(page).boundingBox()]);
    expect(bubble!.x).toBeGreaterThanOrEqual(frame!.x);
    expect(bubble!.x + bubble!.width).toBeLessThanOrEqual(frame!.x + frame!.width);
  });

  test('what is in view is a list too; arrow keys and plus; in few colours, without motion', async ({page}) => {
    await openMap(page);
    const name = await untilLetterPin(page);
    await page.getByRole('button', {name: 'List what is in view'}).click();
    const list = page.getByRole('region', {name: 'In view on the map'});
    await expect(list.getByRole('link', {name})).toHaveAttribute('href', /^\/services\//);
    await expectAccessible(page, /things near/);

    await expectOwnColours(page);
    await map(page).focus();
    const scale = page.getByText(/^Scale: the bar is/);
    const before = await scale.textContent();
    await page.keyboard.press('+');
    await expect(scale).not.toHaveText(before ?? '');
    await page.keyboard.press('ArrowRight');
    await expect(page.getByRole('button', {name: 'Search this area'})).toBeVisible();
  });

  test('when the map cannot be answered it says so; tried again it has every match, or says which have no place', async ({
    page,
  }) => {
    let isDown = true;
    let refused = 0;
    await page.route(/\/search\/map\?/, (route) => {
      if (!isDown) return route.continue();
      refused++;
      return route.abort();
    });
    await page.goto('/search?near=Bracknell');
    await expect(page.getByText('We could not fetch what belongs on the map.')).toBeVisible();
    await expect(page.getByRole('button', {name: 'Try again'})).toBeVisible();
    // While scripts take the page over and it finds its size, the map may ask again by itself; once it rests, only the button brings the pins.
    await scriptsRun(page);
    await expect
      .poll(async () => {
        const before = refused;
        await page.waitForTimeout(700);
        return refused - before;
      })
      .toBe(0);
    isDown = false;
    await page.getByRole('button', {name: 'Try again'}).click();
    await expect(pins(page).first()).toBeVisible();

    const count = (text: string | null, pattern: RegExp) => Number(pattern.exec(text ?? '')?.[1] ?? NaN);
    const total = count(await heading(page).textContent(), /^(\d+) things/);
    const summary = await page.getByText(/results with a place are on the map/).textContent();
    const shown = count(summary, /All (\d+) results/);
    expect(shown + count(summary, /(\d+) more have no place/)).toBe(total);

    const answered = page.waitForResponse(/\/search\/map\?/);
    await page.getByRole('button', {name: 'Show everything'}).click();
    await answered;
    // A listing with two places has two pins, so there may be more pins than listings, but never fewer.
    await expect
      .poll(async () => {
        const faces = await map(page).locator('button .pin__face').allTextContents();
        return faces.reduce((sum, face) => sum + (/^\d+$/.test(face) ? Number(face) : 1), 0);
      })
      .toBeGreaterThanOrEqual(shown);
  });

  test('without pictures it draws named places on a plain ground, asks nobody else for anything, and is not printed', async ({
    page,
    baseURL,
  }) => {
    const elsewhere: string[] = [];
    page.on('request', (request) => {
      if (!request.url().startsWith(baseURL ?? '')) elsewhere.push(request.url());
    });
    await openMap(page, '/search?near=Bracknell');
    await expect(page.getByText('This is a simple map')).toBeVisible();
    await expect(map(page).getByText('Camberley', {exact: true})).toBeVisible();
    expect(elsewhere).toEqual([]);
    await page.emulateMedia({media: 'print'});
    await expect(map(page)).toBeHidden();
  });
});

test.describe('a site with pictures from a map server, whose search engine is gone', () => {
  test.describe.configure({mode: 'default'}); // one worker, and so one site
  const PIXEL = Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPj/HwADBwIAMCbHYQAAAABJRU5ErkJggg==',
    'base64',
  );
  let site: {url: string; stop: () => Promise<void>} | undefined;
  test.beforeAll(async () => {
    const settings = {
      TILES_URL: 'https://tiles.example/{z}/{x}/{y}.png',
      TILES_ATTRIBUTION: 'Map by Example Tiles',
      MEILI_URL: 'http://127.0.0.1:9',
    };
    site = await startSite({...browserState(), settings});
    // The first search of a site that has just begun takes its time.
    await fetch(`${site.url}/search?near=Bracknell`);
  });
  test.afterAll(() => site?.stop());

  test('pictures lie under the pins and their maker is named', async ({page}) => {
    const complaints = collectComplaints(page);
    await page.route('https://tiles.example/**', (route) => route.fulfill({contentType: 'image/png', body: PIXEL}));
    const answer = await page.goto(`${site?.url}/search?near=Bracknell`);
    expect(answer?.headers()['content-security-policy']).toContain("img-src 'self' data: https://tiles.example;");
    await expect(pins(page).first()).toBeVisible();
    await expect(page.getByText('Map by Example Tiles')).toBeVisible();
    await expect(map(page).locator('.leaflet-tile-loaded').first()).toBeVisible();
    await expect(page.getByText('simple map')).toHaveCount(0);
    expect(complaints).toEqual([]);
  });

  test('when neither pictures nor engine answer, the plain ground and the results do, and say so', async ({page}) => {
    await page.route('https://tiles.example/**', (route) => route.abort());
    // A word that the engine is asked for: what is found by its kind alone needs no engine.
    await page.goto(`${site?.url}/search?q=tea&near=Bracknell`);
    await expect(page.getByText('Search is not at its best just now')).toBeVisible();
    await expect(page.locator('.card').first()).toBeVisible();
    await expect(page.getByText('The pictures of the map could not be fetched')).toBeVisible();
    await expect(map(page).getByText('Camberley', {exact: true})).toBeVisible();
    await expect(pins(page).first()).toBeVisible();
    await expectAccessible(page, /things near/);
  });
});

test('on a phone the map has a tab of its own, and the page scrolls on under one finger @phone @not-desktop', async ({
  page,
}) => {
  const complaints = collectComplaints(page);
  await page.setViewportSize({width: 320, height: 640});
  await page.goto('/search?near=Bracknell');
  await expect(map(page)).toHaveCount(0);
  await page.getByRole('link', {name: 'Map', exact: true}).tap();
  await expect(pins(page).first()).toBeVisible();
  await expect(map(page)).toHaveCSS('touch-action', 'pan-x pan-y');
  await expectNoSideways(page);
  await expectAccessible(page, /things near/);
  const spot = pins(page).first();
  await spot.tap();
  await expect(page.getByRole('button', {name: 'Search this area'}).or(page.getByRole('dialog'))).toBeVisible();
  expect(complaints).toEqual([]);
});

test('a listing shows where it is, with or without scripts @phone @plain', async ({page, request}) => {
  const answer = await request.get('/search/map?near=Crowthorne&bbox=-0.83,51.35,-0.75,51.39&zoom=18');
  const {features} = (await answer.json()) as {features: {type: string; slug?: string}[]};
  const slug = features.find((feature) => feature.type === 'listing')?.slug ?? '';
  await page.goto(`/services/${slug}`);
  const drawing = page.getByRole('img', {name: /^Simple map\. It is .*(of|in) /});
  await expect(drawing).toBeVisible();
  // The place that is said to be near is one of those drawn.
  const near = /(?:of|in) ([^.]+)\.$/.exec((await drawing.getAttribute('aria-label')) ?? '')?.[1] ?? '';
  await expect(drawing.getByText(near, {exact: true})).toBeVisible();
});
