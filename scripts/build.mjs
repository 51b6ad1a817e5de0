/** `npm run build`: makes the pages, also while a site runs from this folder; see steps/build.mjs. */
import {mkdirSync} from 'node:fs';
import {join, resolve} from 'node:path';
import {postReaper} from './engines/reaper.mjs';
import {endLeftovers} from './engines/run-records.mjs';
import {buildPages} from './steps/build.mjs';
import {requireNode} from './steps/node-version.mjs';
import {explain, step} from './steps/report.mjs';

requireNode();
const root = resolve(import.meta.dirname, '..');
const dataFolder = join(root, '.data', 'builds');
mkdirSync(dataFolder, {recursive: true});
const reaper = postReaper(dataFolder);
const finish = async (/** @type {number} */ code) => {
  await endLeftovers(dataFolder);
  reaper.dismiss();
  process.exit(code);
};
for (const signal of /** @type {NodeJS.Signals[]} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
  process.on(signal, () => void finish(130));
}
try {
  await step(
    'Pages',
    'building',
    () => buildPages(root, dataFolder),
    () => 'built',
  );
  await finish(0);
} catch (error) {
  console.error(explain(error));
  await finish(1);
}
