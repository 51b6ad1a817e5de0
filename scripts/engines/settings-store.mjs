/**
 * What the embedded engines need to remember from one start to the next: ports and passwords, made up at the first
 * start. Readable by the owner only.
 */
import {randomBytes} from 'node:crypto';
import {existsSync, mkdirSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import {Stop} from '../steps/report.mjs';
import {writeWhole} from './run-records.mjs';

/**
 * @typedef {object} EngineSettings
 * @property {number} [postgresPort]
 * @property {string} postgresPassword
 * @property {string} postgresWebPassword of the role that the web server uses
 * @property {string} siteSecret
 * @property {string} phoneSecret with which the made-up telephone of the demonstration signs
 * @property {number} [meilisearchPort]
 * @property {string} meilisearchKey
 */

/**
 * Reads the settings, making and keeping them the first time.
 *
 * @param {string} dataFolder
 * @returns {EngineSettings}
 */
export function readEngineSettings(dataFolder) {
  const kept = keptSettings(dataFolder);
  const names = ['postgresPassword', 'postgresWebPassword', 'siteSecret', 'phoneSecret', 'meilisearchKey'];
  const missing = names.filter((name) => !kept[name]);
  if (missing.length === 0) return /** @type {EngineSettings} */ (kept);
  return changeEngineSettings(
    dataFolder,
    Object.fromEntries(missing.map((name) => [name, randomBytes(33).toString('base64url')])),
  );
}

/**
 * Keeps some settings, leaving the others as they are at this moment: both engines start at once.
 *
 * @param {string} dataFolder
 * @param {Partial<EngineSettings>} changes
 * @returns {EngineSettings}
 */
export function changeEngineSettings(dataFolder, changes) {
  mkdirSync(dataFolder, {recursive: true});
  const settings = {...keptSettings(dataFolder), ...changes};
  writeWhole(settingsFile(dataFolder), `${JSON.stringify(settings, null, 2)}\n`, 0o600);
  return /** @type {EngineSettings} */ (settings);
}

/** @param {string} dataFolder */
const settingsFile = (dataFolder) => join(dataFolder, 'engines.json');

/**
 * Without these passwords nobody gets at what is kept in the folder, so they are never made up anew for a database that is there.
 *
 * @param {string} dataFolder
 * @returns {Record<string, any>}
 */
function keptSettings(dataFolder) {
  const file = settingsFile(dataFolder);
  const hasDatabase = existsSync(join(dataFolder, 'postgres', 'ready'));
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    const isMissing = /** @type {NodeJS.ErrnoException} */ (error).code === 'ENOENT';
    const isSpoiled = error instanceof SyntaxError;
    if (!isMissing && !isSpoiled) throw error;
    if (!hasDatabase) return {};
    throw new Stop(
      `FINGERPOST_DATA: ${file}, with the password of the database beside it, is ${isMissing ? 'missing' : 'spoiled'}. ` +
        'Put it back from a backup, or name another folder.',
    );
  }
}

/**
 * The content of a small JSON file, or an empty object when there is none or it is spoiled.
 *
 * @param {string} file
 * @returns {Record<string, any>}
 */
export function readJson(file) {
  try {
    const value = JSON.parse(readFileSync(file, 'utf8'));
    return value && typeof value === 'object' ? value : {};
  } catch {
    return {};
  }
}
