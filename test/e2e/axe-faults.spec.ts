import {expect, test} from '@playwright/test';
import {axeFaults} from './axe-faults.ts';

const pageOf = (style: string, words: string) =>
  `<html lang="en"><title>A page</title><style>${style}</style><main><h1>Heading</h1><p>${words}</p></main></html>`;

test('what cannot be read is found, also where everything else has been looked at before', async ({page}) => {
  const faults = async () => (await axeFaults(page)).map(({rule, target}) => `${rule}: ${target}`);
  await page.setContent(pageOf('body {color: #222}', 'Words to read'));
  expect(await faults()).toEqual([]);
  await page.setContent(pageOf('body {color: #222} p {color: #bbb}', 'Words to read'));
  expect(await faults()).toEqual(['color-contrast: p']);
  // The same ink on another ground, at another size, and again: what was wrong is not taken for known.
  await page.setContent(pageOf('body {color: #222} main {background: #333}', 'Words to read'));
  expect(await faults()).toEqual(['color-contrast: h1', 'color-contrast: p']);
  await page.setContent(pageOf('body {color: #222} p {color: #bbb}', 'Words to read'));
  expect(await faults()).toEqual(['color-contrast: p']);
  await page.setContent(pageOf('body {color: #222} p {color: #bbb; visibility: hidden}', 'Words to read'));
  expect(await faults()).toEqual([]);
  await page.locator('p').evaluate((element) => (element.style.visibility = 'visible'));
  expect(await faults()).toEqual(['color-contrast: p']);
});
