import {setTimeout as sleep} from 'node:timers/promises';
import {isStopping} from '../engines/background.mjs';
import {inShort, say} from './report.mjs';

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
 * @param {Pick<Running, 'name' | 'ended'>} running
 * @param {() => Promise<Running>} start
 * @param {{waits?: number[], givesUp?: boolean}} [how] false: what is wrong may come right, and until then something else does its work
 * @returns {Promise<string>} settles, with the reason, when it ended too often in a row
 */
export async function keepRunning(running, start, {waits = usualWaits, givesUp = true} = {}) {
  let failures = 0;
  for (;;) {
    const since = Date.now();
    /** @type {string} */
    let how = await running.ended;
    if (Date.now() - since > wellAfter) failures = 0;
    for (;;) {
      if (isStopping()) return new Promise(() => {});
      const wait = waits[failures++] ?? (!givesUp || byForce.test(how) ? waits.at(-1) : undefined);
      if (wait === undefined) return `${running.name} ${how}, and again each time it was started.`;
      say(`${running.name} ${how}. Starting it again …`);
      await sleep(wait);
      try {
        running = await start();
        break;
      } catch (error) {
        how = `did not start (${inShort(running.name, /** @type {Error} */ (error))})`;
      }
    }
  }
}
