/** Starting a long-running process so that it can always be found again and ended. */
import {spawn} from 'node:child_process';
import {closeSync, mkdirSync, openSync, readFileSync, renameSync, statSync} from 'node:fs';
import {join} from 'node:path';
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

/**
 * @param {object} what
 * @param {string} what.name for people
 * @param {string} what.dataFolder where the run record goes
 * @param {string} what.marker words its command line will hold
 * @param {number} what.order who is ended first by a sweep; see run-records.mjs
 * @param {import('./processes.mjs').Request[]} what.stop
 * @param {string} what.command
 * @param {string[]} what.words
 * @param {import('node:child_process').SpawnOptions} what.options
 * @returns {Background & {child: import('node:child_process').ChildProcess}}
 */
export function startInBackground({name, dataFolder, marker, order, stop, command, words, options}) {
  // Its own process group: Ctrl-C reaches only the supervisor, which then stops everything in order.
  const child = spawn(command, words, {...options, detached: true});
  child.once('error', () => {});
  if (child.pid === undefined) throw new Error(`${name} could not be started: ${command}`);
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
