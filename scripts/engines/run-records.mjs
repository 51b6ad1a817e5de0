/**
 * A note in `<data>/run` for every process we start, so that whatever was left behind by a `kill -9` or a crash is
 * found and ended at the next start. Written at once when the process starts, removed when it has ended.
 */
import {mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {commandLineOf, endProcess, isStillRunning, startTimeOf} from './processes.mjs';

/**
 * @typedef {object} RunRecord
 * @property {string} name what it is, for people: 'PostgreSQL'
 * @property {number} pid
 * @property {string | null} started
 * @property {string} marker words that its command line must hold
 * @property {import('./processes.mjs').Request[]} stop how it likes to be asked
 * @property {number} order engines go last, so that nothing loses its database halfway
 * @property {{pid: number, started: string | null}} owner who started it and looks after it
 */

const thisProcess = {pid: process.pid, started: startTimeOf(process.pid)};

/** @param {string} dataFolder */
const runFolder = (dataFolder) => join(dataFolder, 'run');

/**
 * @param {string} dataFolder
 * @param {Omit<RunRecord, 'started' | 'owner'>} entry
 * @returns {RunRecord & {forget: () => void}}
 */
export function writeRunRecord(dataFolder, entry) {
  const folder = runFolder(dataFolder);
  mkdirSync(folder, {recursive: true});
  const file = join(folder, `${entry.pid}.json`);
  /** @type {RunRecord} */
  const record = {...entry, started: startTimeOf(entry.pid), owner: thisProcess};
  writeWhole(file, JSON.stringify(record));
  return {...record, forget: () => rmSync(file, {force: true})};
}

/**
 * Ends every process noted under a data folder that still runs, is still what it was, and is ours or nobody's. What
 * another living supervisor looks after is left alone.
 *
 * @param {string} dataFolder
 * @returns {Promise<string[]>} the names of what was ended
 */
export async function endLeftovers(dataFolder) {
  const records = readRunRecords(dataFolder).filter(
    ({record}) => record.owner.pid === process.pid || !isStillRunning(record.owner),
  );
  /** @type {string[]} */
  const ended = [];
  for (const order of [...new Set(records.map(({record}) => record.order))].sort((a, b) => a - b)) {
    await Promise.all(
      records
        .filter(({record}) => record.order === order)
        .map(async ({file, record}) => {
          if (isStillRunning(record) && commandLineOf(record.pid).includes(record.marker)) {
            if (await endProcess(record, record.stop)) ended.push(record.name);
          }
          rmSync(file, {force: true});
        }),
    );
  }
  return ended;
}

/** @param {string} dataFolder */
function readRunRecords(dataFolder) {
  const folder = runFolder(dataFolder);
  /** @type {{file: string, record: RunRecord}[]} */
  const records = [];
  for (const name of listFolder(folder)) {
    if (!/^\d+\.json$/.test(name)) continue;
    const file = join(folder, name);
    try {
      const record = JSON.parse(readFileSync(file, 'utf8'));
      if (record.owner) records.push({file, record});
    } catch {
      // It ended a moment ago.
    }
  }
  return records;
}

/** @param {string} folder */
function listFolder(folder) {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

/**
 * Writes a file so that a reader, or a crash, never meets half of it.
 *
 * @param {string} file
 * @param {string} text
 * @param {number} [mode]
 */
export function writeWhole(file, text, mode = 0o644) {
  const draft = `${file}.${process.pid}.tmp`;
  writeFileSync(draft, text, {mode});
  renameSync(draft, file);
}
