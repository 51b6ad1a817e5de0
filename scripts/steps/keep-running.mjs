import {setTimeout as sleep} from 'node:timers/promises';
import {isStopping} from '../engines/background.mjs';
import {say} from './report.mjs';

/** How long to wait before each new attempt, and so how many there are in a row. */
const usualWaits = [200, 1000, 2000, 5000, 10_000];
/** After running this long it counts as well again. */
const wellAfter = 10_000;
/** Nothing is wrong with what somebody ended by force, or the system for want of memory: that is started for as long as it takes. */
const byForce = /SIGKILL/;

/**
 * Starts a process again whenever it ends by itself.
 *
 * @template {import('../engines/background.mjs').Background} Running
 * @param {Running} running
 * @param {() => Promise<Running>} start
 * @param {number[]} [waits]
 * @returns {Promise<string>} settles, with the reason, when it ended too often in a row
 */
export async function keepRunning(running, start, waits = usualWaits) {
  let failures = 0;
  for (;;) {
    const since = Date.now();
    let how = await running.ended;
    if (Date.now() - since > wellAfter) failures = 0;
    for (;;) {
      if (isStopping()) return new Promise(() => {});
      const wait = waits[failures++] ?? (byForce.test(how) ? waits.at(-1) : undefined);
      if (wait === undefined) return `${running.name} ${how}, and again each time it was started.`;
      say(`${running.name} ${how}. Starting it again …`);
      await sleep(wait);
      try {
        running = await start();
        break;
      } catch (error) {
        how = `did not start (${/** @type {Error} */ (error).message})`;
      }
    }
  }
}
