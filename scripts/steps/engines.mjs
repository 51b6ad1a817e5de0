/** Starting the database and the search engine, and keeping them running. */
import {isStopping} from '../engines/background.mjs';
import {findMeilisearch} from '../engines/meilisearch-binary.mjs';
import {startMeilisearch} from '../engines/meilisearch.mjs';
import {startPostgres} from '../engines/postgres.mjs';
import {readEngineSettings} from '../engines/settings-store.mjs';
import {keepRunning} from './keep-running.mjs';
import {inShort, say, step, Stop} from './report.mjs';

/**
 * @typedef {import('../../app/config.server.ts').Config} Config
 */

/**
 * Starts what the settings do not name.
 *
 * @param {Config} config
 * @param {string} dataFolder
 * @param {number} sitePort where the site will be served
 * @returns {Promise<{environment: Record<string, string>, givenUp: Promise<string>}>}
 */
export async function startEngines(config, dataFolder, sitePort) {
  const [database, search] = await Promise.all([
    config.databaseUrl ? ownDatabase(config) : embeddedDatabase(dataFolder, sitePort),
    config.meili ? ownSearch(config.meili.url) : embeddedSearch(dataFolder, sitePort),
  ]);
  return {
    environment: {
      ...database.environment,
      ...search.environment,
      SITE_SECRET: config.siteSecret ?? readEngineSettings(dataFolder).siteSecret,
      // So that `npm run simulate:calls` rings in the demonstration without any setting.
      ...(config.isDemonstration && !config.phoneSecret
        ? {PHONE_WEBHOOK_SECRET: readEngineSettings(dataFolder).phoneSecret}
        : {}),
    },
    givenUp: Promise.race([database.givenUp, search.givenUp]),
  };
}

/** How long until a search engine that does not start is tried again, the last for as long as it takes. */
const searchWaits = [200, 1000, 2000, 5000, 10_000, 60_000];

/** @type {Promise<string>} */
const never = new Promise(() => {});

/** @param {Config} config */
async function ownDatabase({databaseWebUrl}) {
  if (!databaseWebUrl) {
    throw new Stop(
      'DATABASE_WEB_URL: expected how the web server reaches the database that DATABASE_URL names, as a member of ' +
        'the role fingerpost_web',
    );
  }
  say('  PostgreSQL      the one that DATABASE_URL names');
  return {environment: {}, givenUp: never};
}

/** @param {string} url */
async function ownSearch(url) {
  say(`  Meilisearch     the one at ${url}`);
  return {environment: {}, givenUp: never};
}

/**
 * @param {string} dataFolder
 * @param {number} sitePort
 */
async function embeddedDatabase(dataFolder, sitePort) {
  const start = () => startPostgres({dataFolder, sitePort});
  const database = await step('PostgreSQL', 'starting', start, (started) =>
    started.created ? `made and started on port ${started.port}` : `started on port ${started.port}`,
  );
  return {
    environment: {DATABASE_URL: database.url, DATABASE_WEB_URL: database.webUrl},
    givenUp: keepRunning(database, start),
  };
}

/**
 * @param {string} dataFolder
 * @param {number} sitePort
 */
async function embeddedSearch(dataFolder, sitePort) {
  const found = await findMeilisearch(dataFolder);
  const {file} = found;
  if (file === null) {
    say(`  Meilisearch     none: ${found.reason}. PostgreSQL answers the searches instead.`);
    return {environment: {}, givenUp: never};
  }
  const start = () => startMeilisearch({file, dataFolder, sitePort});
  // The site answers without it, so a search engine that does not start is no reason to stop. It is tried for as long as it takes: a
  // disk may have room again.
  const engine = await step(
    'Meilisearch',
    'starting',
    () =>
      start().catch((/** @type {NodeJS.ErrnoException} */ error) => {
        // A folder that it may not even use stays so.
        if (error.code || isStopping()) throw error;
        return {failure: inShort('Meilisearch', error)};
      }),
    (started) => {
      if (!('failure' in started)) return `started on port ${started.port}`;
      return `does not start (${started.failure}) and is tried again; until then PostgreSQL answers`;
    },
  );
  const running = 'failure' in engine ? {name: 'Meilisearch', ended: Promise.resolve('is not there yet')} : engine;
  const {meilisearchPort, meilisearchKey} = readEngineSettings(dataFolder);
  return {
    environment: {MEILI_URL: `http://127.0.0.1:${meilisearchPort}`, MEILI_KEY: meilisearchKey},
    givenUp: keepRunning(running, start, {givesUp: false, waits: searchWaits}),
  };
}
