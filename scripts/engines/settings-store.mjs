/**
 * What the embedded engines need to remember from one start to the next: ports and passwords, made up at the first
 * start. Readable by the owner only.
 */
import {randomBytes} from 'node:crypto';
import {mkdirSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
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
  const kept = readJson(settingsFile(dataFolder));
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
  const settings = {...readJson(settingsFile(dataFolder)), ...changes};
  writeWhole(settingsFile(dataFolder), `${JSON.stringify(settings, null, 2)}\n`, 0o600);
  return /** @type {EngineSettings} */ (settings);
}

/** @param {string} dataFolder */
const settingsFile = (dataFolder) => join(dataFolder, 'engines.json');

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
