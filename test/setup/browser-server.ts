/** Started by Playwright before the browser tests: both engines, the demonstration area, the index, and the site. */
import {randomBytes} from 'node:crypto';
import {rmSync, writeFileSync} from 'node:fs';
import {loadDemonstrationCases} from '../../app/domain/demonstration/demonstration-cases.server.ts';
import {connectMeili} from '../../search/engines/engine.ts';
import {rebuildIndex} from '../../search/index/index-all.ts';
import {cloneDatabase} from './clone-database.ts';
import {runEngines} from './run-engines.ts';
import {browserStateFile, startSite} from './site.ts';

/** Ended in this order when Playwright, or a person, asks us to. */
const running: {stop: () => Promise<void>}[] = [];
let stopping = false;
async function stop(code: number) {
  if (stopping) return;
  stopping = true;
  for (const one of running) await one.stop();
  rmSync(browserStateFile(port), {force: true});
  process.exit(code);
}
for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.on(signal, () => void stop(0));

const port = process.env.FINGERPOST_TEST_PORT ?? '';
const engines = await runEngines();
running.push(engines);
const database = await cloneDatabase(engines.databaseUrl, {demo: true});
const prefix = 'browser_';
if (engines.meili) {
  await rebuildIndex(database.sql, connectMeili({...engines.meili, prefix}), {log: () => {}});
}
await loadDemonstrationCases(database.sql, new Date().toISOString().slice(0, 10));
await database.sql.end();
await database.web.end();

const environment = {
  NODE_ENV: 'production',
  HOST: '127.0.0.1',
  DATABASE_WEB_URL: database.webUrl,
  // Each connection plans every query for itself, and a browser test is here and gone.
  DATABASE_CONNECTIONS: '4',
  SITE_SECRET: randomBytes(33).toString('base64url'),
  PHONE_WEBHOOK_SECRET: randomBytes(33).toString('base64url'),
  MEILI_URL: engines.meili?.url ?? '',
  MEILI_KEY: engines.meili?.key ?? '',
  MEILI_PREFIX: prefix,
  FINGERPOST_DATA: engines.dataFolder,
};
const state = {dataFolder: engines.dataFolder, environment, ownerUrl: database.url};
writeFileSync(browserStateFile(port), JSON.stringify(state));

try {
  running.unshift(await startSite({...state, port: Number(port)}));
} catch (error) {
  console.error(error);
  await stop(1);
}
