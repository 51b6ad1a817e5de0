/** Only one supervisor at a time may look after a data folder. */
import {linkSync, mkdirSync, renameSync, rmSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {isStillRunning, startTimeOf} from './processes.mjs';
import {writeWhole} from './run-records.mjs';
import {readJson} from './settings-store.mjs';

/**
 * @typedef {{pid: number, started: string | null, address?: string}} Holder
 */

/**
 * Takes a data folder for this process. The claim of a process that has gone is passed over.
 *
 * @param {string} dataFolder
 * @returns {{heldBy: Holder} | {heldBy: null, announce: (address: string) => void, release: () => void}}
 */
export function claimDataFolder(dataFolder) {
  const folder = join(dataFolder, 'run');
  mkdirSync(folder, {recursive: true});
  const claim = join(folder, 'supervisor.json');
  const mine = {pid: process.pid, started: startTimeOf(process.pid)};
  const draft = `${claim}.${process.pid}.mine`;
  writeFileSync(draft, JSON.stringify(mine));
  try {
    for (let attempt = 0; attempt < 5; attempt++) {
      if (linkNew(draft, claim)) {
        return {
          heldBy: null,
          announce: (address) => writeWhole(claim, JSON.stringify({...mine, address})),
          release: () => rmSync(claim, {force: true}),
        };
      }
      const holder = readHolder(claim);
      if (holder && isStillRunning(holder)) return {heldBy: holder};
      setAside(claim, `${claim}.${process.pid}.old`);
    }
  } finally {
    rmSync(draft, {force: true});
  }
  throw new Error(`Could not take ${dataFolder}: other starts keep taking it.`);
}

/**
 * The address of the site that runs from a data folder; null where none does.
 *
 * @param {string} dataFolder
 * @returns {string | null}
 */
export function addressOf(dataFolder) {
  const holder = readHolder(join(dataFolder, 'run', 'supervisor.json'));
  return holder && isStillRunning(holder) ? (holder.address ?? null) : null;
}

/**
 * Moves a dead claim out of the way. Another start may have replaced it by its own a moment ago: then that one is put
 * back.
 *
 * @param {string} claim
 * @param {string} aside
 */
function setAside(claim, aside) {
  try {
    renameSync(claim, aside);
  } catch {
    return;
  }
  const holder = readHolder(aside);
  if (holder && isStillRunning(holder)) linkNew(aside, claim);
  rmSync(aside, {force: true});
}

/**
 * @param {string} from
 * @param {string} to
 * @returns {boolean} false when there is a file of that name already
 */
function linkNew(from, to) {
  try {
    linkSync(from, to);
    return true;
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code === 'EEXIST') return false;
    throw error;
  }
}

/**
 * @param {string} file
 * @returns {Holder | null}
 */
function readHolder(file) {
  const {pid, started, address} = readJson(file);
  return typeof pid === 'number' && typeof started === 'string' ? {pid, started, address} : null;
}
