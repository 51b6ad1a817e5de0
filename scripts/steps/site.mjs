/** Preparing the data and starting the web server. */
import {join} from 'node:path';
import {startInBackground} from '../engines/background.mjs';
import {holderOf, portState} from '../engines/ports.mjs';
import {keepRunning} from './keep-running.mjs';
import {say, step, Stop} from './report.mjs';

/** How many ports are tried when nobody asked for a certain one. */
const portsToTry = 100;

/**
 * The port to serve on. One that was asked for is used or refused; the usual one makes way for the next free one.
 *
 * @param {{port: number, host: string}} config
 * @param {boolean} wasAskedFor
 */
export async function choosePort({port, host}, wasAskedFor) {
  const last = wasAskedFor ? port : Math.min(port + portsToTry, 65535);
  for (let candidate = port; candidate <= last; candidate++) {
    const state = await portState(candidate, host);
    if (state === 'no such address') throw new Stop(`HOST: this machine has no address ${host}`);
    if (state === 'forbidden' && wasAskedFor) throw new Stop(`PORT: this user may not open port ${candidate}`);
    if (state === 'free') {
      if (candidate !== port) say(`  Port            ${port} is taken by ${holder(port)}, so ${candidate} is used`);
      return candidate;
    }
  }
  throw new Stop(`PORT: ${port} is taken by ${holder(port)}${wasAskedFor ? '' : `, and so are all up to ${last}`}`);
}

/** @param {number} port */
const holder = (port) => holderOf(port) ?? 'another program';

/**
 * A program of ours in TypeScript, run straight by Node: nothing stands between us and it that would keep signals.
 *
 * @param {string} root
 * @param {string} file
 */
const typescript = (root, file) => ({command: process.execPath, words: ['--import', 'tsx', join(root, file)]});

/**
 * Our own programs say themselves, in one line, why they give up; nothing is to be added to that.
 *
 * @param {string} what
 * @param {string} how
 */
const stopBecause = (what, how) => new Stop(how === 'ended with code 1' ? '' : `${what} ${how}.`);

/**
 * @param {string} root
 * @param {string} dataFolder
 * @param {Record<string, string>} environment
 */
export async function prepareData(root, dataFolder, environment) {
  const {ended} = startInBackground({
    name: 'Preparing the data',
    dataFolder,
    marker: 'prepare.ts',
    order: 0,
    stop: [
      ['SIGTERM', 1500],
      ['SIGKILL', 500],
    ],
    ...typescript(root, 'scripts/prepare.ts'),
    options: {cwd: root, env: {...process.env, ...environment}, stdio: ['ignore', 'inherit', 'inherit']},
  });
  const how = await ended;
  if (how !== 'ended with code 0') throw stopBecause('The preparation of the data', how);
}

/**
 * @param {{root: string, dataFolder: string, environment: Record<string, string>}} site
 * @returns {Promise<{address: string, givenUp: Promise<string>}>}
 */
export async function startServer(site) {
  const start = () => launch(site);
  const server = await step('Web server', 'starting', start, () => 'started');
  return {address: server.address, givenUp: keepRunning(server, start)};
}

/**
 * A page leaves some megabytes behind it. With room for a few pages (megabytes, of which Node gives 16 by itself) most of that is gone before it
 * is looked at: about a tenth less work for each page of results.
 */
export const ROOM_FOR_PAGES = '--max-semi-space-size=32';

/** @param {{root: string, dataFolder: string, environment: Record<string, string>}} site */
async function launch({root, dataFolder, environment}) {
  const {command, words} = typescript(root, 'scripts/serve.ts');
  // The web server must not be able to become the owner of the database, so it is not told how.
  const {DATABASE_URL: _owner, ...withoutOwner} = {...process.env, ...environment};
  const server = startInBackground({
    name: 'The web server',
    dataFolder,
    marker: 'serve.ts',
    order: 1,
    stop: [
      ['SIGTERM', 10_000],
      ['SIGKILL', 500],
    ],
    command,
    words: [ROOM_FOR_PAGES, ...words],
    options: {cwd: root, env: withoutOwner, stdio: ['ignore', 'inherit', 'inherit', 'ipc']},
  });
  /** @type {Promise<string>} */
  const listening = new Promise((resolve) => {
    server.child.on('message', (/** @type {{listening?: string}} */ message) => {
      if (message.listening) resolve(message.listening);
    });
  });
  const failed = server.ended.then((how) => {
    throw stopBecause('The web server', how);
  });
  failed.catch(() => {});
  return {...server, address: await Promise.race([listening, failed])};
}
