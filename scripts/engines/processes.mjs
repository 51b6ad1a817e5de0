/**
 * What a process is and how to end it. A process id alone is not enough: after a crash the same number may belong to
 * somebody else's work, so a process is always known by its id and the moment it started.
 */
import {execFileSync} from 'node:child_process';
import {readFileSync, readlinkSync} from 'node:fs';
import {setTimeout as sleep} from 'node:timers/promises';

/**
 * The moment a process started, in whatever form the system tells it. Null when there is no such process.
 *
 * @param {number} pid
 * @returns {string | null}
 */
export function startTimeOf(pid) {
  if (process.platform === 'linux') {
    try {
      // The name in brackets may hold spaces, so fields are counted after the last bracket: state is 3, start is 22.
      const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
        .replace(/^.*\) /s, '')
        .split(' ');
      return fields[0] === 'Z' ? null : (fields[19] ?? null);
    } catch {
      return null;
    }
  }
  return ask('ps', ['-o', 'lstart=', '-p', String(pid)]);
}

/**
 * The command line of a process, its words parted by spaces. Empty when it is gone or hidden from us.
 *
 * @param {number} pid
 * @returns {string}
 */
export function commandLineOf(pid) {
  if (process.platform === 'linux') {
    try {
      return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ').trim();
    } catch {
      return '';
    }
  }
  return ask('ps', ['-o', 'command=', '-p', String(pid)]) ?? '';
}

/**
 * The folder a process works in, or null when it cannot be told.
 *
 * @param {number} pid
 * @returns {string | null}
 */
export function workingFolderOf(pid) {
  try {
    return readlinkSync(`/proc/${pid}/cwd`);
  } catch {
    return null;
  }
}

/**
 * @param {string} command
 * @param {string[]} words
 */
function ask(command, words) {
  try {
    return execFileSync(command, words, {encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore']}).trim() || null;
  } catch {
    return null;
  }
}

/**
 * Whether the process is still the one that was noted down, and not a later one with the same number.
 *
 * @param {{pid: number, started: string | null}} known
 */
export function isStillRunning(known) {
  return known.started !== null && startTimeOf(known.pid) === known.started;
}

/**
 * @typedef {[signal: NodeJS.Signals, patience: number]} Request a signal, and how many milliseconds it may take
 */

/**
 * Asks a process and the group it leads to end, more firmly each time, and returns when it has gone.
 *
 * @param {{pid: number, started: string | null}} known
 * @param {Request[]} requests for instance `[['SIGINT', 5000], ['SIGKILL', 1000]]`
 * @returns {Promise<boolean>} whether it has gone
 */
export async function endProcess(known, requests) {
  for (const [signal, patience] of requests) {
    if (!isStillRunning(known)) return true;
    signalGroup(known.pid, signal);
    const giveUp = Date.now() + patience;
    while (Date.now() < giveUp && isStillRunning(known)) await sleep(20);
  }
  if (isStillRunning(known)) return false;
  // Its children may have outlived it, as those of `npm ci` do.
  signalGroup(known.pid, 'SIGKILL');
  return true;
}

/**
 * @param {number} leader
 * @param {NodeJS.Signals} signal
 */
function signalGroup(leader, signal) {
  try {
    process.kill(-leader, signal);
  } catch {
    // The whole group has gone.
  }
}
