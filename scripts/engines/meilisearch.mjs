/** A real Meilisearch that lives in the data folder and listens on this machine only. */
import {existsSync, mkdirSync, rmSync} from 'node:fs';
import {join} from 'node:path';
import {setTimeout as sleep} from 'node:timers/promises';
import {Stop} from '../steps/report.mjs';
import {openLog, startInBackground} from './background.mjs';
import {freePort} from './ports.mjs';
import {changeEngineSettings, readEngineSettings} from './settings-store.mjs';

/**
 * Starts Meilisearch. Everything in it can be made again from PostgreSQL, so a data folder that it cannot open, as
 * after a change of version, is emptied rather than mended; the index is then rebuilt.
 *
 * @param {{file: string, dataFolder: string, sitePort?: number}} options `sitePort`: where the site will be served, not to be taken
 * @returns {Promise<import('./background.mjs').Background & {url: string, key: string, port: number}>}
 */
export async function startMeilisearch({file, dataFolder, sitePort}) {
  const folder = join(dataFolder, 'meilisearch');
  const hadData = existsSync(join(folder, 'data.ms'));
  try {
    return await launch({file, dataFolder, sitePort}, folder);
  } catch (error) {
    // What was ended by force is as it was.
    if (!hadData || /SIGKILL/.test(String(error))) throw error;
    rmSync(join(folder, 'data.ms'), {recursive: true, force: true});
    return launch({file, dataFolder, sitePort}, folder);
  }
}

/**
 * @param {{file: string, dataFolder: string, sitePort?: number | undefined}} options
 * @param {string} folder
 */
async function launch({file, dataFolder, sitePort}, folder) {
  mkdirSync(folder, {recursive: true});
  const meilisearchPort = await freePort(readEngineSettings(dataFolder).meilisearchPort, sitePort);
  const {meilisearchKey: key} = changeEngineSettings(dataFolder, {meilisearchPort});
  const url = `http://127.0.0.1:${meilisearchPort}`;
  const log = openLog(dataFolder, 'meilisearch');
  const engine = startInBackground({
    name: 'Meilisearch',
    dataFolder,
    marker: folder,
    order: 2,
    stop: [
      ['SIGTERM', 10_000],
      ['SIGKILL', 1000],
    ],
    command: file,
    words: [
      ...['--db-path', join(folder, 'data.ms'), '--dump-dir', join(folder, 'dumps')],
      ...['--snapshot-dir', join(folder, 'snapshots'), '--http-addr', url.slice('http://'.length)],
      ...['--env', 'production', '--no-analytics', '--log-level', 'WARN', '--max-indexing-memory', '1 GiB'],
    ],
    options: {
      stdio: ['ignore', log.descriptor, log.descriptor],
      cwd: folder,
      // Only what it needs, so that MEILI_… settings meant for us do not reach it. The key goes this way, and not as
      // a word of the command, because anybody may list commands.
      env: {PATH: process.env.PATH ?? '', HOME: folder, MEILI_MASTER_KEY: key},
    },
  });
  log.close();
  await untilHealthy(engine, url, () => log.lastLines());
  return {...engine, url, key, port: meilisearchPort};
}

/**
 * @param {import('./background.mjs').Background} engine
 * @param {string} url
 * @param {() => string} lastLogLines
 */
async function untilHealthy(engine, url, lastLogLines) {
  const giveUp = Date.now() + 60_000;
  while (Date.now() < giveUp) {
    if (engine.hasEnded()) throw new Stop(`Meilisearch ${await engine.ended}:\n${lastLogLines()}`);
    try {
      const answer = await fetch(`${url}/health`, {signal: AbortSignal.timeout(2000)});
      if (answer.ok && !engine.hasEnded()) return;
    } catch {
      // Not listening yet.
    }
    await sleep(15);
  }
  await engine.stop();
  throw new Stop(`Meilisearch was not ready after a minute:\n${lastLogLines()}`);
}
