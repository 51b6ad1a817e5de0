import {expect, test, type Page} from '@playwright/test';
import {axeFaults, type Fault} from './axe-faults.ts';

/**
 * No mistake that a machine can find. The heading is asked for too: an error page would pass by itself. axe is a script,
 * so with scripts off only the heading is.
 */
export async function expectAccessible(page: Page, heading: RegExp | string) {
  await expect(page.getByRole('heading', {level: 1, name: heading})).toBeVisible();
  if (test.info().project.use.javaScriptEnabled === false) return;
  await expect(page.locator('iframe, frame')).toHaveCount(0);
  const faults = await axeFaults(page);
  expect(faults.filter((fault) => !isCrowdedPin(fault)).map(({rule, target}) => `${rule}: ${target}`)).toEqual([]);
}

/** WCAG 2.5.8 names pins on a map as an exception: where they stand is what they say. All of them are in the list too. */
function isCrowdedPin({rule, html}: Fault) {
  return rule === 'target-size' && /class="[^"]*\bpin--/.test(html);
}

/** The narrowest page that must be whole: 320 CSS pixels is also 1280 at 400 % zoom. */
const NARROWEST = 320;

/** Nothing sticks out to the side, neither as the page stands there nor at 320 pixels. */
export async function expectNoSideways(page: Page) {
  await expectToFit(page);
  const size = page.viewportSize();
  if (!size || size.width === NARROWEST) return;
  await page.setViewportSize({width: NARROWEST, height: size.height});
  await expectToFit(page);
  await page.setViewportSize(size);
}

/** Asked again for a moment, as what was measured by a script settles after a turn of the screen. */
async function expectToFit(page: Page) {
  const wider = 'document.documentElement.scrollWidth - document.documentElement.clientWidth';
  await expect.poll(() => page.evaluate(wider), {message: 'pixels that stick out to the side'}).toBeLessThanOrEqual(0);
}

/** Wherever the Tab key leads from here, some of what has the focus is seen: nothing that stays in its place lies over it (WCAG 2.4.11). */
export async function expectFocusSeen(page: Page, stops = 40) {
  const hidden: string[] = [];
  for (let stop = 0; stop < stops; stop++) {
    await page.keyboard.press('Tab');
    const covered = await page.evaluate(whatCoversFocus);
    if (covered) hidden.push(covered);
  }
  expect(hidden).toEqual([]);
}

/** Runs in the page. */
function whatCoversFocus(): string | null {
  const focused = document.activeElement!;
  if (focused === document.body) return null;
  const isSeen = [...focused.getClientRects()].some(({left, right, top, bottom}) =>
    [
      [left + 3, top + 3],
      [right - 3, top + 3],
      [(left + right) / 2, (top + bottom) / 2],
      [left + 3, bottom - 3],
      [right - 3, bottom - 3],
    ].some(([x, y]) => focused.contains(document.elementFromPoint(x!, y!))),
  );
  return isSeen ? null : focused.outerHTML.slice(0, 160);
}

/** Collects what the browser complains of: script errors, refused content, failed requests. */
export function collectComplaints(page: Page): string[] {
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) complaints.push(message.text());
  });
  return complaints;
}

/**
 * Waits until the scripts of the page have taken it over. For what does nothing before, such as filters that apply as they
 * are chosen: a browser test is quicker than a slow machine. A press on a link or of a form's button needs no waiting.
 */
export async function scriptsRun(page: Page) {
  if (test.info().project.use.javaScriptEnabled === false) return;
  const isTakenOver = "Object.keys(document.querySelector('main') ?? {}).some((key) => key.startsWith('__reactFiber'))";
  await expect.poll(() => page.evaluate(isTakenOver), {message: 'the scripts of the page run'}).toBe(true);
}
