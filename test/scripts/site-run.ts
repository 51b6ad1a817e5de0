/** Runs `scripts/up.mjs` for a test, in a data folder of its own, and sees what becomes of it. */
import type {ChildProcess} from 'node:child_process';
import {randomBytes} from 'node:crypto';
import {cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join, resolve} from 'node:path';
import {setTimeout as sleep} from 'node:timers/promises';
import {startInBackground} from '../../scripts/engines/background.mjs';
import {startTimeOf} from '../../scripts/engines/processes.mjs';
import {postReaper} from '../../scripts/engines/reaper.mjs';
import {endLeftovers} from '../../scripts/engines/run-records.mjs';
import {makeRunFolder} from '../setup/run-engines.ts';

export const root = resolve(import.meta.dirname, '../..');

/** A folder under `.data/test`, as the checkout may lie where only its owner may go. */
export const makeDataFolder = () => makeRunFolder(`site-${randomBytes(4).toString('hex')}`);

/**
 * The same checkout as `npm ci` leaves it on a machine that one of the packages is not made for. It lies apart, as Node looks for a package
 * in every folder above as well; settings, data and history stay behind.
 */
export function checkoutWithout(packageName: string): string {
  const checkout = mkdtempSync(join(tmpdir(), 'fingerpost-'));
  const link = (from: string, without: string[]) => {
    for (const name of readdirSync(join(root, from))) {
      if (!without.includes(name)) symlinkSync(join(root, from, name), join(checkout, from, name));
    }
  };
  link('', ['scripts', 'node_modules', '.data', '.env', '.git']);
  mkdirSync(join(checkout, 'node_modules'));
  link('node_modules', [packageName.split('/')[0]!]);
  // Not a link: who starts the site looks for packages from where these files really are.
  cpSync(join(root, 'scripts'), join(checkout, 'scripts'), {recursive: true});
  return checkout;
}

/**
 * The sites this process has started, and who ends them should it be ended by force: `up.mjs` goes on when whoever started
 * it has gone.
 */
let leash: {folder: string; reaper: ReturnType<typeof postReaper>} | undefined;

function holdLeash() {
  const folder = makeRunFolder('sites');
  return {folder, reaper: postReaper(folder)};
}

export interface Run {
  child: ChildProcess;
  said: () => string;
  /** Resolves with the address as soon as the site is up; throws when the command ended instead. */
  ready: Promise<string>;
  ended: Promise<number | null>;
}

export function startUp(
  dataFolder: string,
  settings: Record<string, string> = {},
  {checkout = root, ...user}: {uid?: number; gid?: number; checkout?: string} = {},
): Run {
  leash ??= holdLeash();
  const {child} = startInBackground({
    name: 'A site under test',
    dataFolder: leash.folder,
    marker: 'up.mjs',
    order: 0,
    stop: [
      ['SIGTERM', 90_000],
      ['SIGKILL', 500],
    ],
    command: process.execPath,
    words: [join(checkout, 'scripts/up.mjs')],
    options: {
      ...user,
      cwd: checkout,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: {
        PATH: process.env.PATH,
        HOME: process.env.HOME,
        NODE_ENV: 'test',
        FINGERPOST_SEED: 'none',
        LOG_LEVEL: 'error',
        ...settings,
        FINGERPOST_DATA: dataFolder,
      },
    },
  });
  let output = '';
  child.stdout?.on('data', (part) => (output += part));
  child.stderr?.on('data', (part) => (output += part));
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
  const ready = Promise.race([waitFor(() => /Open (http\S+)/.exec(output)?.[1], 90_000), ended]).then((found) => {
    if (typeof found === 'string') return found;
    throw new Error(`It ended instead of starting:\n${output}`);
  });
  ready.catch(() => {});
  return {child, said: () => output, ready, ended};
}

/** What runs now, by the notes in the data folder: who it is, and how to see later whether it has gone. */
export function processesOf(dataFolder: string) {
  return readdirSync(join(dataFolder, 'run'))
    .filter((name) => /^\d+\.json$/.test(name))
    .map(
      (name) =>
        JSON.parse(readFileSync(join(dataFolder, 'run', name), 'utf8')) as {name: string; pid: number; started: string},
    )
    .sort((one, other) => one.name.localeCompare(other.name));
}

export const isRunning = (known: {pid: number; started: string}) => startTimeOf(known.pid) === known.started;

/** Waits until `look` finds something, and returns it. */
export async function waitFor<T>(look: () => T | undefined | null | false, patience = 60_000): Promise<T> {
  const giveUp = Date.now() + patience;
  for (;;) {
    const found = look();
    if (found) return found;
    if (Date.now() > giveUp) throw new Error(`Waited ${patience} ms in vain.`);
    await sleep(50);
  }
}

/**
 * For the end of a test, however it went. Every site it started is ended, not only the last: with its folder taken away
 * under it, a site that still runs no longer finds its engines and leaves them behind.
 */
export async function clearAway(dataFolder: string) {
  if (leash) {
    await endLeftovers(leash.folder);
    leash.reaper.dismiss();
    rmSync(leash.folder, {recursive: true, force: true});
    leash = undefined;
  }
  await endLeftovers(dataFolder);
  rmSync(dataFolder, {recursive: true, force: true});
}
