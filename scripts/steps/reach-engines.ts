import {existsSync, mkdirSync} from 'node:fs';
import {readConfig, type Config} from '../../app/config.server.ts';
import type {Sql} from '../../db/client.ts';
import {findMeilisearch} from '../engines/meilisearch-binary.mjs';
import {startMeilisearch} from '../engines/meilisearch.mjs';
import {embeddedDatabaseUrl, startPostgres} from '../engines/postgres.mjs';
import {postReaper} from '../engines/reaper.mjs';
import {endLeftovers} from '../engines/run-records.mjs';
import {readEngineSettings} from '../engines/settings-store.mjs';
import {claimDataFolder} from '../engines/single-start.mjs';
import {openForCommand} from './lasting-command.ts';
import {Stop} from './report.mjs';

/** The settings, with a database and, where there is one, a search engine that can be reached now. */
type ReachableConfig = Config & {databaseUrl: string};

/**
 * For commands such as `npm run import`: uses the engines that the settings name, else those of the running
 * `npm start`, else starts them for as long as the command takes. Call `close` at the end.
 */
export async function reachEngines(): Promise<{config: ReachableConfig; close: () => Promise<void>}> {
  if (existsSync('.env')) process.loadEnvFile('.env');
  const config = readConfig();
  if (config.databaseUrl) return {config: {...config, databaseUrl: config.databaseUrl}, close: async () => {}};
  const {dataFolder} = config;
  mkdirSync(dataFolder, {recursive: true});
  const claim = claimDataFolder(dataFolder);
  if (claim.heldBy) return {config: await withRunningEngines(config), close: async () => {}};

  const reaper = postReaper(dataFolder);
  await endLeftovers(dataFolder);
  const {file} = await findMeilisearch(dataFolder);
  const [database, search] = await Promise.all([
    startPostgres({dataFolder}),
    !config.meili && file ? startMeilisearch({file, dataFolder}) : null,
  ]);
  const meili = search ? {url: search.url, key: search.key, prefix: config.meiliPrefix} : config.meili;
  return {
    config: {...config, databaseUrl: database.url, meili},
    close: async () => {
      await endLeftovers(dataFolder);
      claim.release();
      reaper.dismiss();
    },
  };
}

/** Does `work` with the database, and lets go of both whatever comes of it. */
export async function withDatabase<Result>(
  connections: number,
  work: (sql: Sql, config: ReachableConfig) => Promise<Result>,
): Promise<Result> {
  const {config, close: letGo} = await reachEngines();
  const {sql, close} = openForCommand(config.databaseUrl, {max: connections, letGo});
  try {
    await mustAnswer(sql);
    return await work(sql, config);
  } finally {
    await close();
  }
}

/** @throws {Stop} in plain words when the database does not answer or does not let us in */
export async function mustAnswer(sql: Sql): Promise<void> {
  try {
    await sql`select 1`;
  } catch (error) {
    throw new Stop(`The database does not answer (${error instanceof Error ? error.message : String(error)})`, {
      cause: error,
    });
  }
}

/** The engines that `npm start` runs on the same data folder. */
async function withRunningEngines(config: Config): Promise<ReachableConfig> {
  const settings = readEngineSettings(config.dataFolder);
  const url = `http://127.0.0.1:${settings.meilisearchPort}`;
  const searchRuns = await fetch(`${url}/health`, {signal: AbortSignal.timeout(2000)}).then(
    (answer) => answer.ok,
    () => false,
  );
  const embedded = searchRuns ? {url, key: settings.meilisearchKey, prefix: config.meiliPrefix} : null;
  return {...config, databaseUrl: embeddedDatabaseUrl(settings), meili: config.meili ?? embedded};
}
