/** A real PostgreSQL and a real Meilisearch for one test run, in a folder of their own that is thrown away. */
import {existsSync, mkdirSync, readdirSync, rmSync, statfsSync, writeFileSync} from 'node:fs';
import {join, resolve} from 'node:path';
import {connect} from '../../db/client.ts';
import {migrate} from '../../db/migrate.ts';
import {findMeilisearch} from '../../scripts/engines/meilisearch-binary.mjs';
import {startMeilisearch} from '../../scripts/engines/meilisearch.mjs';
import {startPostgres} from '../../scripts/engines/postgres.mjs';
import {startTimeOf} from '../../scripts/engines/processes.mjs';
import {postReaper} from '../../scripts/engines/reaper.mjs';
import {endLeftovers} from '../../scripts/engines/run-records.mjs';
import {readJson} from '../../scripts/engines/settings-store.mjs';
import {WEB_PASSWORD} from './clone-database.ts';

const testData = resolve(import.meta.dirname, '../../.data/test');

const GIGABYTE = 2 ** 30;
/** Of everybody who tests on this machine as the same user. */
const inMemory = `/dev/shm/fingerpost-tests-${process.getuid?.() ?? 0}`;

/**
 * Where engines keep what is thrown away: in memory where there is plenty. A database is 1,300 files, and a disk looks at all
 * that were removed in the last seconds before it makes the next: ten times the work of copying them.
 */
function engineData(): string {
  try {
    const {bavail, bsize} = statfsSync('/dev/shm');
    return bavail * bsize > 3 * GIGABYTE && process.availableMemory() > 6 * GIGABYTE ? inMemory : testData;
  } catch {
    // There is no such place.
    return testData;
  }
}

/** What a test needs to reach the engines. */
export interface TestEngines {
  /** The address of the empty `postgres` database, as a user who may create others. */
  databaseUrl: string;
  /** Null where there is no Meilisearch for this system. */
  meili: {url: string; key: string} | null;
}

/**
 * Starts both engines and makes the migrated template that test databases are cloned from. In `npm test` they run already
 * (`shared-engines.ts`): both runners use the same, each with a folder of its own, and neither ends them.
 */
export async function runEngines(): Promise<TestEngines & {dataFolder: string; stop: () => Promise<void>}> {
  await removeAbandonedRuns();
  const dataFolder = makeRunFolder(Date.now().toString(36), engineData());
  const reaper = postReaper(dataFolder);
  const clearAway = () => {
    reaper.dismiss();
    rmSync(dataFolder, {recursive: true, force: true});
  };
  const shared = process.env.FINGERPOST_TEST_ENGINES;
  if (shared) return {...(JSON.parse(shared) as TestEngines), dataFolder, stop: async () => clearAway()};

  const found = await findMeilisearch(testData);
  const [database, meili] = await Promise.all([
    startPostgres({dataFolder, durable: false}),
    found.file ? startMeilisearch({file: found.file, dataFolder}) : null,
  ]);
  const databaseUrl = database.url.replace(/[^/]+$/, 'postgres');
  await makeEmptyTemplate(databaseUrl);
  return {
    databaseUrl,
    meili: meili && {url: meili.url, key: meili.key},
    dataFolder,
    stop: async () => {
      await Promise.all([database.stop(), meili?.stop()]);
      clearAway();
    },
  };
}

/** A folder of this process; should it be ended by force, the next run clears it away with whatever runs from it. */
export function makeRunFolder(name: string, parent = testData): string {
  const folder = join(parent, `${process.pid}-${name}`);
  mkdirSync(folder, {recursive: true});
  writeFileSync(join(folder, 'owner.json'), JSON.stringify({pid: process.pid, started: startTimeOf(process.pid)}));
  return folder;
}

/** A run that was ended by force leaves its folder behind, and for a moment its engines. */
async function removeAbandonedRuns() {
  mkdirSync(testData, {recursive: true});
  for (const name of readdirSync(testData)) {
    const state = join(testData, name);
    if (/^browser-\d+\.json$/.test(name) && !existsSync(String(readJson(state).dataFolder))) rmSync(state);
  }
  for (const folder of [testData, inMemory].flatMap(runFoldersIn)) {
    const owner = readJson(join(folder, 'owner.json'));
    if (typeof owner.pid !== 'number' || startTimeOf(owner.pid) === owner.started) continue;
    await endLeftovers(folder);
    rmSync(folder, {recursive: true, force: true});
  }
}

const runFoldersIn = (parent: string) =>
  existsSync(parent)
    ? readdirSync(parent, {withFileTypes: true})
        .filter((entry) => entry.isDirectory() && /^\d+-/.test(entry.name))
        .map(({name}) => join(parent, name))
    : [];

async function makeEmptyTemplate(databaseUrl: string) {
  const admin = connect(databaseUrl, {max: 1});
  await admin`create database template_empty`;
  const sql = connect(databaseUrl.replace(/[^/]+$/, 'template_empty'), {max: 2});
  await migrate(sql);
  await sql.unsafe(`alter role fingerpost_web login password '${WEB_PASSWORD}'`);
  await sql.end();
  await admin`alter database template_empty is_template true allow_connections false`;
  await admin.end();
}
