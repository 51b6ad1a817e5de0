/** What `npm test` and `npm run check` have in common: whatever happens, nothing is left running. */
import {mkdirSync, readdirSync, rmSync} from 'node:fs';
import {join, resolve} from 'node:path';
import {refuseNewProcesses} from '../engines/background.mjs';
import {startTimeOf} from '../engines/processes.mjs';
import {postReaper} from '../engines/reaper.mjs';
import {endLeftovers} from '../engines/run-records.mjs';
import {installPackages, packagesAreCurrent} from './install.mjs';
import {requireNode} from './node-version.mjs';
import {summary} from './failures.mjs';
import {explain, say, step} from './report.mjs';

/** The folder of the checkout, once it is sure that this Node can do the work. */
export function commandRoot() {
  requireNode();
  return resolve(import.meta.dirname, '../..');
}

/**
 * Runs a command in a folder of its own for what it writes, then says `N passed, N failed` as its last line.
 *
 * @param {string} root
 * @param {string} name
 * @param {(place: import('./checks.mjs').Place) => Promise<import('./checks.mjs').Tally>} work
 */
export async function runCommand(root, name, work) {
  process.chdir(root);
  const dataFolder = join(root, '.data', `${name}-${process.pid}`);
  mkdirSync(dataFolder, {recursive: true});
  await removeAbandoned(join(root, '.data'), name);
  const reaper = postReaper(dataFolder);
  let over = false;
  const finish = async (/** @type {number} */ code, /** @type {string} */ lastLine) => {
    if (over) return;
    over = true;
    refuseNewProcesses();
    await endLeftovers(dataFolder);
    rmSync(dataFolder, {recursive: true, force: true});
    reaper.dismiss();
    process.stdout.write(`${lastLine}\n`, () => process.exit(code));
  };
  process.stdout.on('error', () => {});
  for (const signal of /** @type {NodeJS.Signals[]} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
    process.on(signal, () => void finish(130, 'Stopped before the end.'));
  }
  try {
    if (!packagesAreCurrent(root)) {
      await step(
        'Packages',
        'installing',
        () => installPackages(root, dataFolder),
        () => 'installed',
      );
    }
    const {passed, failed, failures = []} = await work({root, dataFolder});
    say(summary(failures));
    await finish(failed > 0 ? 1 : 0, `\n${passed} passed, ${failed} failed`);
  } catch (error) {
    await finish(1, `${explain(error)}\n\n0 passed, 1 failed`);
  }
}

/**
 * Clears what runs that were ended by force have left behind.
 *
 * @param {string} folder
 * @param {string} name
 */
async function removeAbandoned(folder, name) {
  for (const entry of readdirSync(folder)) {
    const pid = entry.startsWith(`${name}-`) ? Number(entry.slice(name.length + 1)) : process.pid;
    if (pid === process.pid || startTimeOf(pid) !== null) continue;
    await endLeftovers(join(folder, entry));
    rmSync(join(folder, entry), {recursive: true, force: true});
  }
}
