import {expect, type Locator, type Page} from '@playwright/test';
import {part} from './desk-steps.ts';
import {expectNoSideways} from './page-checks.ts';

/**
 * On a telephone, and on a screen of 1280 × 1024 at 400 %: a line of what must be known stays in view, covers nothing that has
 * the focus, whichever way one goes, and leads to the whole.
 */
export async function expectMustKnowStays(page: Page, sending: Locator) {
  const wide = page.viewportSize()!;
  const line = page.getByRole('link', {name: /^\d+ things to know: .*Ring first/});
  await expect(line).toBeHidden();
  for (const size of [
    {width: 360, height: 740},
    {width: 320, height: 256},
  ]) {
    await page.setViewportSize(size);
    await sending.getByLabel('Text message').focus();
    for (let back = 0; back < 4; back++) {
      await page.keyboard.press('Shift+Tab');
      const clear = () =>
        line.evaluate((one) => {
          const {top, height} = document.activeElement!.getBoundingClientRect();
          return Math.round(
            Math.min(top - one.getBoundingClientRect().bottom, innerHeight - top - Math.min(height, 24)),
          );
        });
      await expect.poll(clear, {message: 'room between the line and what has the focus'}).toBeGreaterThanOrEqual(0);
      await expect(line).toBeInViewport({ratio: 1});
    }
    await expectNoSideways(page);
    await line.click();
    await expect(part(page, 'Person')).toBeFocused();
    await expect(part(page, 'Person').getByRole('heading')).toBeInViewport();
  }
  await page.setViewportSize(wide);
}
