import {expect, test, type Page} from '@playwright/test';
import {expectAccessible, expectNoSideways} from './page-checks.ts';

const WALKERS = '/services/lily-hill-wednesday-walkers';

/** How many sheets of A4 the page that is open takes. */
async function sheetsOf(page: Page) {
  const pdf = (await page.pdf({format: 'A4', preferCSSPageSize: true})).toString('latin1');
  return pdf.match(/\/Type\s*\/Page\b/g)?.length;
}

test('a listing on paper, and in large print', async ({page}) => {
  for (const [size, pages] of [
    ['', 1],
    ['?size=large', null],
  ] as const) {
    await page.emulateMedia({media: 'screen'});
    await page.goto(`${WALKERS}/print${size}`);
    await expect(page.getByRole('img', {name: /Point a phone’s camera/})).toBeVisible();
    await expectAccessible(page, 'Lily Hill Wednesday Walkers');
    await expectNoSideways(page);
    await page.emulateMedia({media: 'print'});
    await expect(page.getByRole('banner')).toBeHidden();
    await expect(page.getByRole('link', {name: 'Back to the page'})).toBeHidden();
    if (pages) expect(await sheetsOf(page)).toBe(pages);
  }
});

test('a listing printed as it stands is one page, without what can only be pressed', async ({page}) => {
  const ordinary = ['roll-the-dice', 'bound-together', 'the-out-of-tune-choir', 'fireside-line-for-older-people'];
  for (const path of [...ordinary.map((slug) => `/services/${slug}`), WALKERS]) {
    await page.goto(path);
    expect(await sheetsOf(page), path).toBe(1);
  }
  await page.emulateMedia({media: 'print'});
  for (const name of ['When', 'Where', 'Cost', 'Get in touch'])
    await expect(page.getByRole('region', {name})).toBeVisible();
  for (const furniture of ['Keep or share', 'Nearby', 'Is something wrong? Tell us', 'Ask for help to join this'])
    await expect(page.getByText(furniture)).toBeHidden();
  await expect(page.getByRole('contentinfo')).toBeHidden();
});
