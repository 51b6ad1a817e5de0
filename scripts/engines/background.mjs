/** Starting a process so that it can always be found again and ended. */
import {spawn} from 'node:child_process';
import {closeSync, mkdirSync, openSync, readFileSync, renameSync, statSync} from 'node:fs';
import {join} from 'node:path';
import {Stop} from '../steps/report.mjs';
import {endProcess} from './processes.mjs';
import {writeRunRecord} from './run-records.mjs';

/**
 * @typedef {object} Background
 * @property {string} name
 * @property {number} pid
 * @property {Promise<string>} ended settles with a few words on how it ended
 * @property {() => boolean} hasEnded
 * @property {() => Promise<void>} stop
 */

let stopping = false;

export const isStopping = () => stopping;

/** From now on nothing can be started: whatever is still on its way must not begin while all the rest is ended. */
export function refuseNewProcesses() {
  stopping = true;
}

/**
 * @typedef {object} Start
 * @property {string} name for people
 * @property {string} dataFolder where the run record goes
 * @property {string} marker words its command line will hold
 * @property {number} order who is ended first by a sweep; see run-records.mjs
 * @property {import('./processes.mjs').Request[]} stop
 * @property {string} command
 * @property {string[]} words
 * @property {Omit<import('node:child_process').SpawnOptions, 'env'> & {env?: Record<string, string | undefined>}} options
 */

/**
 * @param {Start} start
 * @returns {Background & {child: import('node:child_process').ChildProcess}}
 */
export function startInBackground({name, dataFolder, marker, order, stop, command, words, options}) {
  if (stopping) throw new Error(`${name} is not started any more: everything is being stopped.`);
  // Its own process group: Ctrl-C reaches only the supervisor, which then stops everything in order.
  const child = spawn(
    command,
    words,
    /** @type {import('node:child_process').SpawnOptions} */ ({...options, detached: true}),
  );
  child.once('error', () => {});
  if (child.pid === undefined) {
    const remedy = command.includes('node_modules') ? ' Remove the folder node_modules and start again.' : '';
    throw new Stop(`${name} could not be started: ${command} cannot be run.${remedy}`);
  }
  const record = writeRunRecord(dataFolder, {name, pid: child.pid, marker, order, stop});
  let over = false;
  /** @type {Promise<string>} */
  const ended = new Promise((resolve) => {
    child.once('exit', (code, signal) => {
      over = true;
      record.forget();
      resolve(signal ? `ended by ${signal}` : `ended with code ${code}`);
    });
  });
  return {
    name,
    pid: child.pid,
    child,
    ended,
    hasEnded: () => over,
    stop: async () => {
      if (!over && (await endProcess(record, stop))) await ended;
    },
  };
}

/**
 * Runs a program to its end and collects what it says.
 *
 * @param {Omit<Start, 'order' | 'stop'> & {input?: string}} start
 * @returns {Promise<{code: number | null, signal: NodeJS.Signals | null, output: string}>}
 */
export async function runToEnd({input = '', ...start}) {
  const {child} = startInBackground({
    ...start,
    order: 0,
    stop: [
      ['SIGTERM', 1500],
      ['SIGKILL', 500],
    ],
    options: {...start.options, stdio: 'pipe'},
  });
  let output = '';
  child.stdout?.on('data', (part) => (output += part));
  child.stderr?.on('data', (part) => (output += part));
  child.stdin?.on('error', () => {}).end(input);
  return new Promise((resolve) => {
    child.once('close', (code, signal) => resolve({code, signal, output: output.trim()}));
  });
}

/**
 * Opens a log file for a process to write to. A log past 5 MB is set aside, so that logs never fill a disk.
 *
 * @param {string} dataFolder
 * @param {string} name
 * @returns {{file: string, descriptor: number, close: () => void, lastLines: (count?: number) => string}}
 */
export function openLog(dataFolder, name) {
  const folder = join(dataFolder, 'log');
  mkdirSync(folder, {recursive: true});
  const file = join(folder, `${name}.log`);
  try {
    if (statSync(file).size > 5_000_000) renameSync(file, `${file}.old`);
  } catch {
    // The first time there is none.
  }
  const descriptor = openSync(file, 'a', 0o640);
  return {
    file,
    descriptor,
    close: () => closeSync(descriptor),
    lastLines: (count = 5) => readFileSync(file, 'utf8').trimEnd().split('\n').slice(-count).join('\n'),
  };
}
