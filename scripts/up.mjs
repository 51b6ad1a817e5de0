/**
 * `npm start` and `npm run dev`: from a fresh clone to a running site. Nothing but Node may be needed before the
 * packages are installed, so this file and what it imports use no package.
 *
 * Everything that is started is noted in `<data>/run` (see engines/run-records.mjs), so that one sweep ends it all:
 * when asked to stop, when this process is ended by force, or at the next start.
 */
import {accessSync, constants, existsSync, mkdirSync} from 'node:fs';
import {resolve} from 'node:path';
import {refuseNewProcesses} from './engines/background.mjs';
import {commandLineOf} from './engines/processes.mjs';
import {postReaper} from './engines/reaper.mjs';
import {endLeftovers} from './engines/run-records.mjs';
import {claimDataFolder} from './engines/single-start.mjs';
import {buildIsCurrent, buildPages} from './steps/build.mjs';
import {startEngines} from './steps/engines.mjs';
import {folderOfAnother} from './steps/folder-of-another.mjs';
import {fullDisk} from './steps/full-disk.mjs';
import {installPackages, packagesAreCurrent} from './steps/install.mjs';
import {requireNode} from './steps/node-version.mjs';
import {explain, say, step, Stop} from './steps/report.mjs';
import {choosePort, prepareData, startServer} from './steps/site.mjs';

requireNode();
const root = resolve(import.meta.dirname, '..');
const developing = process.argv.includes('--dev');
process.chdir(root);

// The terminal may be gone before we are: writing to it must not end us halfway.
process.stdout.on('error', () => {});
process.stderr.on('error', () => {});

/** @type {(() => Promise<void>)[]} what is to be done at the end, last first */
const atEnd = [];
let stopping = false;

/**
 * @param {number} code
 * @param {string} [words]
 */
async function finish(code, words) {
  if (stopping) return;
  stopping = true;
  // What went wrong goes to the error stream, by itself, where a log or a person looks for it.
  if (words) (code === 0 ? process.stdout : process.stderr).write(`${words}\n`);
  refuseNewProcesses();
  for (const task of atEnd.reverse()) await task();
  process.exit(code);
}

// Before anything is started, so that nothing that is started can be left behind.
for (const signal of /** @type {NodeJS.Signals[]} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
  process.on(signal, () => void finish(0, '\nStopping …'));
}

endWithNpm();
run().catch((error) => {
  const dataFolder = dataFolderWanted();
  return finish(1, fullDisk(error, dataFolder) ?? folderOfAnother(error, dataFolder) ?? explain(error));
});

/** npm ended by force tells us nothing, and whoever ended it means us. Anybody else may leave us running alone. */
function endWithNpm() {
  const parent = process.ppid;
  if (!process.env.npm_lifecycle_event || !/\bnpm\b/.test(commandLineOf(parent))) return;
  setInterval(() => {
    if (process.ppid !== parent) void finish(0);
  }, 500).unref();
}

async function run() {
  if (existsSync('.env')) process.loadEnvFile('.env');
  process.env.NODE_ENV = developing ? 'development' : 'production';
  const dataFolder = takeDataFolder(dataFolderWanted());
  const claim = claimDataFolder(dataFolder);
  if (claim.heldBy) {
    const {pid, address} = claim.heldBy;
    throw new Stop(
      `Fingerpost is already running from ${dataFolder}${address ? `, at ${address}` : ''} (process ${pid}). ` +
        'Stop that one first, or set FINGERPOST_DATA to another folder.',
    );
  }
  const reaper = postReaper(dataFolder);
  atEnd.push(async () => {
    await endLeftovers(dataFolder);
    claim.release();
    reaper.dismiss();
  });

  const begin = Date.now();
  say(`Fingerpost ${developing ? 'in development ' : ''}starts from ${dataFolder}`);
  const leftovers = await endLeftovers(dataFolder);
  if (leftovers.length > 0) say(`  Ended what an earlier run had left behind: ${leftovers.join(', ')}`);

  if (packagesAreCurrent(root)) say('  Packages        up to date');
  else
    await step(
      'Packages',
      'installing, a minute or two',
      () => installPackages(root, dataFolder),
      () => 'installed',
    );

  const {readConfig} = await loadConfigReader();
  const config = checkSettings(readConfig);
  const port = await choosePort(config, Boolean(process.env.PORT?.trim()));

  const buildNeeded = !developing && !buildIsCurrent(root);
  if (!buildNeeded && !developing) say('  Pages           up to date');
  const [engines] = await Promise.all([
    startEngines(config, dataFolder, port).then(async (started) => {
      await prepareData(root, dataFolder, started.environment);
      return started;
    }),
    buildNeeded &&
      step(
        'Pages',
        'building',
        () => buildPages(root, dataFolder),
        () => 'built',
      ),
  ]);
  const server = await startServer({root, dataFolder, environment: {...engines.environment, PORT: String(port)}});
  claim.announce(server.address);
  say(
    `\nReady in ${((Date.now() - begin) / 1000).toFixed(1)} s.  Open ${server.address}   (Ctrl-C stops everything)\n`,
  );
  const reason = await Promise.race([server.givenUp, engines.givenUp]);
  throw new Stop(reason);
}

function dataFolderWanted() {
  return resolve(process.env.FINGERPOST_DATA?.trim() || '.data');
}

/** @param {string} dataFolder */
function takeDataFolder(dataFolder) {
  try {
    mkdirSync(dataFolder, {recursive: true});
    accessSync(dataFolder, constants.R_OK | constants.W_OK | constants.X_OK);
    return dataFolder;
  } catch (error) {
    throw new Stop(`FINGERPOST_DATA: may not write to ${dataFolder} (${/** @type {Error} */ (error).message})`);
  }
}

/** Settings are checked in TypeScript, which can be read from here as soon as the packages are installed. */
async function loadConfigReader() {
  const {tsImport} = await import('tsx/esm/api');
  return /** @type {Promise<typeof import('../app/config.server.ts')>} */ (
    tsImport('../app/config.server.ts', import.meta.url)
  );
}

/** @param {typeof import('../app/config.server.ts').readConfig} readConfig */
function checkSettings(readConfig) {
  try {
    return readConfig();
  } catch (error) {
    throw new Stop(/** @type {Error} */ (error).message);
  }
}
