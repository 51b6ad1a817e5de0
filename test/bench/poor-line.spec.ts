/**
 * What a link worker waits for on a poor line, and how long it takes to write a contact down: 400 kbit/s both ways and 400 ms
 * there and back, as Chromium emulates it, on a telephone of 360 by 740 pixels. Hands are those of the keystroke-level model
 * (Card, Moran and Newell 1980): a key in 0.28 s, which is 43 words a minute, a place pointed at in 1.1 s, a thought before
 * each in 1.35 s.
 */
import {expect, test, type Page} from '@playwright/test';
import {asRole} from '../e2e/as-role.ts';

const KEY = 280;
const POINT = 1100;
const THINK = 1350;
const NOTE = 'He has been to the men’s shed twice, and wants to go again. His knee is better.';

async function onPoorLine(page: Page) {
  const line = await page.context().newCDPSession(page);
  await line.send('Network.enable');
  const bytesASecond = 400_000 / 8;
  await line.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: 400,
    downloadThroughput: bytesASecond,
    uploadThroughput: bytesASecond,
  });
  let bytes = 0;
  line.on('Network.loadingFinished', ({encodedDataLength}) => (bytes += encodedDataLength));
  return {
    /** Since it was last asked. */
    kilobytes() {
      const since = Math.round(bytes / 1000);
      bytes = 0;
      return since;
    },
  };
}

const seconds = (from: number) => ((Date.now() - from) / 1000).toFixed(1);
const say = (what: string, ...said: unknown[]) => process.stdout.write(`${what}: ${said.join(', ')}\n`);

/** As somebody points at it: they think, then their thumb goes there. */
async function press(page: Page, what: ReturnType<Page['locator']>) {
  await page.waitForTimeout(THINK + POINT);
  await what.click();
}

test('a day and a contact on a poor line', async ({page}) => {
  await asRole(page, 'Aisha Rahman');
  const line = await onPoorLine(page);
  for (const visit of ['first visit', 'again']) {
    const from = Date.now();
    await page.goto('/caseload', {waitUntil: 'commit'});
    await expect(page.getByRole('heading', {name: /^My day/})).toBeVisible();
    const read = seconds(from);
    await page.waitForLoadState('load');
    say(`My day, ${visit}`, `to be read after ${read} s`, `whole after ${seconds(from)} s`, `${line.kilobytes()} kB`);
  }

  const from = Date.now();
  await press(page, page.getByRole('link', {name: /^Log a contact/}).first());
  const note = page.getByRole('textbox', {name: 'Note', exact: true}).first();
  await expect(note).toBeFocused();
  await page.waitForTimeout(THINK);
  // At the place that has the focus: nobody points at the note. A thumb keeps its time whatever the page does with a letter, and
  // what it takes to send one to the browser is nobody's typing.
  const began = Date.now();
  for (const [place, letter] of [...NOTE].entries()) {
    await page.keyboard.type(letter);
    await page.waitForTimeout(Math.max(0, began + (place + 1) * KEY - Date.now()));
  }
  say('Typed', `${seconds(began)} s`);
  const sent = Date.now();
  await press(page, page.getByRole('button', {name: 'Save: reached'}).first());
  await expect(page.getByText('The contact is saved.')).toBeVisible();
  say('Saved, with thought and thumb', `${seconds(sent)} s`, `${line.kilobytes()} kB`);
  say('A contact, from My day to saved', `${seconds(from)} s`, `2 presses and ${NOTE.length} keys`);
});
