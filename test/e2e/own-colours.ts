/** For whoever has chosen few colours (`forced-colors: active`) or no motion (`prefers-reduced-motion: reduce`). */
import {expect, type Page} from '@playwright/test';

/**
 * What the colours said elsewhere is still to be seen on the page: where the focus is, what is a button, where each pin stands and which one is pointed at.
 * Grounds and shadows are left out in these themes, so lines must say it. And nothing moves. The page stays so.
 */
export async function expectOwnColours(page: Page) {
  await page.emulateMedia({forcedColors: 'active', reducedMotion: 'reduce'});
  expect(await page.evaluate('matchMedia("(forced-colors: active)").matches')).toBe(true);
  await expectNoMotion(page);
  expect(await page.evaluate(buttonsWithoutEdge)).toEqual([]);
  const pin = page.locator('button.pin').first();
  const ground = await page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  const edge = await pin.evaluate(lookOfPin);
  expect(edge.width).toBeGreaterThanOrEqual(2);
  expect(edge.colour).not.toBe(ground);
  // By the keyboard, as only then a ring is drawn.
  await page.getByRole('application', {name: 'Map of the results'}).focus();
  await page.keyboard.press('Tab');
  await expect(pin.page().locator('button.pin:focus')).toHaveCount(1);
  expect((await page.locator('button.pin:focus').evaluate(lookOfPin)).ground).not.toBe(edge.ground);
  for (let stop = 0; stop < 6; stop++) {
    expect(await page.evaluate(ringOfFocus)).toMatchObject({isDrawn: true});
    await page.keyboard.press('Shift+Tab');
  }
}

/** Nothing on the page takes time to change how it looks. */
async function expectNoMotion(page: Page) {
  expect(await page.evaluate('matchMedia("(prefers-reduced-motion: reduce)").matches')).toBe(true);
  expect(await page.evaluate(whatMoves)).toEqual([]);
}

/** Runs in the page. */
function buttonsWithoutEdge(): string[] {
  const hasEdge = (element: Element, part?: string) => {
    const style = getComputedStyle(element, part);
    return parseFloat(style.borderBottomWidth) >= 1 && style.borderBottomStyle !== 'none';
  };
  return (
    [...document.querySelectorAll('main button, main .button')]
      .filter((button) => button.checkVisibility() && button.getBoundingClientRect().width > 1)
      .filter((button) => !hasEdge(button) && !hasEdge(button, '::before') && !hasEdge(button.parentElement!))
      // What looks like a link is underlined like one.
      .filter((button) => getComputedStyle(button).textDecorationLine !== 'underline')
      .map((button) => `${button.className} ${button.textContent}`.trim())
  );
}

/** Runs in the page. A drop is drawn before its face; what stands for several is a disc by itself. */
function lookOfPin(pin: Element) {
  const part = getComputedStyle(pin, '::before').content === 'none' ? undefined : '::before';
  const style = getComputedStyle(pin, part);
  return {width: parseFloat(style.borderTopWidth), colour: style.borderTopColor, ground: style.backgroundColor};
}

/** Runs in the page. */
function ringOfFocus() {
  const focused = document.activeElement!;
  const style = getComputedStyle(focused);
  const isDrawn = style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2;
  return {isDrawn, of: focused.outerHTML.slice(0, 120), style: `${style.outlineStyle} ${style.outlineWidth}`};
}

/** Runs in the page. */
function whatMoves(): string[] {
  const takesTime = (times: string) => times.split(', ').some((time) => parseFloat(time) > 0.001);
  return [...document.querySelectorAll('*')]
    .filter((element) => {
      const {transitionDuration, animationDuration} = getComputedStyle(element);
      return takesTime(transitionDuration) || takesTime(animationDuration);
    })
    .map((element) => element.outerHTML.slice(0, 120));
}
