/** A real PostgreSQL that lives in the data folder and listens on this machine only. */
import {chmodSync, chownSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {dirname, join} from 'node:path';
import {setTimeout as sleep} from 'node:timers/promises';
import {Stop} from '../steps/report.mjs';
import {openLog, runToEnd, startInBackground} from './background.mjs';
import {freePort} from './ports.mjs';
import {findPostgresBinaries, refuseDamaged} from './postgres-binaries.mjs';
import {commandLineOf, endProcess, startTimeOf, workingFolderOf} from './processes.mjs';
import {closedFolderOnTheWayTo, passThroughFoldersAs, unprivilegedUser} from './run-user.mjs';
import {changeEngineSettings, readEngineSettings} from './settings-store.mjs';

const role = 'fingerpost';
const database = 'fingerpost';

/**
 * Fast shutdown first (open sessions are ended, everything is written), then immediate, then by force. What there is to
 * write may take a slow or busy disk a while, and cut short it is all read and done again at the next start.
 */
const stopRequests = /** @type {import('./processes.mjs').Request[]} */ ([
  ['SIGINT', 60_000],
  ['SIGQUIT', 5000],
  ['SIGKILL', 1000],
]);

/**
 * Starts PostgreSQL, making its data folder the first time.
 *
 * @param {object} options
 * @param {string} options.dataFolder
 * @param {number} [options.sitePort] where the site will be served: not to be taken
 * @param {boolean} [options.durable] false for tests: nothing waits for the disk, and a power cut would spoil the data
 * @returns {Promise<import('./background.mjs').Background & {url: string, webUrl: string, port: number, created: boolean}>}
 */
export async function startPostgres({dataFolder, sitePort, durable = true}) {
  const binaries = findPostgresBinaries();
  if (!binaries) {
    throw new Stop(`No PostgreSQL comes with the packages for ${process.platform} ${process.arch}: set DATABASE_URL.`);
  }
  mkdirSync(dataFolder, {recursive: true});
  const cluster = join(dataFolder, 'postgres');
  const runAs = makeRunner([binaries.postgres, cluster]);
  const postgresPort = await freePort(readEngineSettings(dataFolder).postgresPort, sitePort);
  const settings = changeEngineSettings(dataFolder, {postgresPort});

  const created = !existsSync(join(cluster, 'ready'));
  if (created) await makeCluster({binaries, cluster, runAs, durable, password: settings.postgresPassword});
  await clearStalePidFile(cluster);

  const log = openLog(dataFolder, 'postgres');
  const words = ['-D', cluster, ...serverSettings(postgresPort, durable)];
  const server = startInBackground({
    name: 'PostgreSQL',
    dataFolder,
    marker: cluster,
    order: 2,
    stop: stopRequests,
    ...runAs(binaries.postgres, words),
    options: {stdio: ['ignore', log.descriptor, log.descriptor], cwd: '/', env: plainEnvironment(), ...runAs.identity},
  });
  log.close();
  await untilReady(server, cluster, () => log.lastLines()).catch((error) => {
    refuseDamaged(binaries);
    throw error;
  });
  return {
    ...server,
    url: embeddedDatabaseUrl(settings),
    webUrl: embeddedWebUrl(settings),
    port: postgresPort,
    created,
  };
}

/**
 * The address of the embedded database, with its password.
 *
 * @param {import('./settings-store.mjs').EngineSettings} settings
 */
export function embeddedDatabaseUrl({postgresPassword, postgresPort}) {
  return `postgres://${role}:${postgresPassword}@127.0.0.1:${postgresPort}/${database}`;
}

/**
 * The same database as the web server reaches it: as a role that owns nothing.
 *
 * @param {import('./settings-store.mjs').EngineSettings} settings
 */
function embeddedWebUrl({postgresWebPassword, postgresPort}) {
  return `postgres://fingerpost_web:${postgresWebPassword}@127.0.0.1:${postgresPort}/${database}`;
}

/**
 * How to run a PostgreSQL program: as ourselves, or as an unprivileged user when we are root.
 *
 * @param {string[]} paths everything that user must be able to reach
 */
function makeRunner(paths) {
  const user = unprivilegedUser();
  const closed = user && paths.map(closedFolderOnTheWayTo).find((folder) => folder !== null);
  const prefix = user && closed ? passThroughFoldersAs(user) : [];
  if (user && !prefix) {
    throw new Stop(
      `PostgreSQL may not run as root, and the user ${user.name} may not pass through ${closed}: ` +
        `run chmod o+x ${closed}, move this folder, or start as an ordinary user.`,
    );
  }
  const [first, ...others] = prefix ?? [];
  /** @type {{uid?: number, gid?: number}} */
  const identity = user && !first ? {uid: user.uid, gid: user.gid} : {};
  const run = (/** @type {string} */ program, /** @type {string[]} */ words) =>
    first ? {command: first, words: [...others, program, ...words]} : {command: program, words};
  return Object.assign(run, {user, identity});
}

/** PostgreSQL reads PG… variables of its own, and its messages must stay in English for us to understand. */
function plainEnvironment() {
  return {PATH: process.env.PATH ?? '', LC_ALL: 'C', TZ: 'UTC'};
}

/** Nothing waits for the disk, nothing is tidied up behind a test, and the log of changes stays small, as it may be in memory. */
const hastySettings = {
  ...{fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off'},
  ...{autovacuum_naptime: '10min', max_wal_size: '256MB'},
};

/**
 * @param {number} port
 * @param {boolean} durable
 */
function serverSettings(port, durable) {
  const settings = {
    port: String(port),
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    max_connections: durable ? '60' : '200',
    shared_buffers: '128MB',
    timezone: 'UTC',
    log_min_messages: 'warning',
    // JIT compilation costs more than it gains on queries of a few milliseconds.
    jit: 'off',
    ...(durable ? {} : hastySettings),
  };
  return Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
}

/**
 * Makes the cluster, its role and its empty database. A half-made one from an interrupted start is made anew: it has
 * no `ready` file yet, so it cannot hold anything.
 *
 * @param {object} plan
 * @param {import('./postgres-binaries.mjs').PostgresBinaries} plan.binaries
 * @param {string} plan.cluster
 * @param {ReturnType<typeof makeRunner>} plan.runAs
 * @param {boolean} plan.durable
 * @param {string} plan.password
 */
async function makeCluster({binaries, cluster, runAs, durable, password}) {
  rmSync(cluster, {recursive: true, force: true});
  mkdirSync(cluster, {recursive: true, mode: 0o700});
  const passwordFile = `${cluster}.password`;
  writeFileSync(passwordFile, password, {mode: 0o600});
  if (runAs.user) {
    chownSync(cluster, runAs.user.uid, runAs.user.gid);
    chownSync(passwordFile, runAs.user.uid, runAs.user.gid);
  }
  chmodSync(cluster, 0o700);
  const locale = ['--encoding=UTF8', '--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C'];
  const access = [`--username=${role}`, '--auth=scram-sha-256', `--pwfile=${passwordFile}`];
  /** @type {(program: string, words: string[], input?: string) => Promise<void>} */
  const run = async (program, words, input) => {
    const {code, signal, output} = await runToEnd({
      name: 'Making the PostgreSQL data folder',
      dataFolder: dirname(cluster),
      marker: cluster,
      input,
      ...runAs(program, words),
      options: {cwd: '/', env: plainEnvironment(), ...runAs.identity},
    });
    if (code !== 0) refuseDamaged(binaries);
    if (signal)
      throw new Stop(`PostgreSQL was ended by ${signal} while it made its data folder. Start again: it is made anew.`);
    if (code !== 0) throw new Stop(`PostgreSQL could not make its data folder:\n${output}`);
  };
  try {
    // Nothing is guarded here, and stirring the password four thousand times is a third of what a connection costs its client.
    const hasty = ['--no-sync', '--no-data-checksums', '--set=scram_iterations=1'];
    const words = ['-D', cluster, '--no-instructions', ...(durable ? [] : hasty), ...locale, ...access];
    await run(binaries.initdb, words);
    await run(binaries.postgres, ['--single', '-D', cluster, 'postgres'], `create database ${database};\n`);
  } finally {
    rmSync(passwordFile, {force: true});
  }
  writeFileSync(join(cluster, 'ready'), '');
}

/**
 * After a crash `postmaster.pid` stays behind. It is harmless unless its number has been given to another process
 * since, which PostgreSQL would take for itself and refuse to start; that is usual in containers. And should it
 * really be a PostgreSQL on this very folder, it is one of ours that lost its supervisor.
 *
 * @param {string} cluster
 */
async function clearStalePidFile(cluster) {
  const file = join(cluster, 'postmaster.pid');
  if (!existsSync(file)) return;
  const pid = Number(readFileSync(file, 'utf8').split('\n')[0]);
  const isOurs = workingFolderOf(pid) === cluster || commandLineOf(pid).includes(cluster);
  if (isOurs) await endProcess({pid, started: startTimeOf(pid)}, stopRequests);
  rmSync(file, {force: true});
}

/**
 * The last line of `postmaster.pid` tells how far the server is, as pg_ctl reads it too. After a power cut it may
 * first have to replay a lot, hence the patience.
 *
 * @param {import('./background.mjs').Background} server
 * @param {string} cluster
 * @param {() => string} lastLogLines
 */
async function untilReady(server, cluster, lastLogLines) {
  const giveUp = Date.now() + 120_000;
  while (Date.now() < giveUp) {
    if (server.hasEnded()) {
      const how = await server.ended;
      if (/SIGKILL/.test(how)) throw new Stop(`PostgreSQL ${how} while it started. Start again.`);
      throw new Stop(`PostgreSQL ${how}:\n${lastLogLines()}`);
    }
    try {
      const lines = readFileSync(join(cluster, 'postmaster.pid'), 'utf8').split('\n');
      if (Number(lines[0]) === server.pid && lines[7]?.trim() === 'ready') return;
    } catch {
      // Not written yet.
    }
    await sleep(15);
  }
  await server.stop();
  throw new Stop(`PostgreSQL was not ready after two minutes:\n${lastLogLines()}`);
}
