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
 * @property {number} [meilisearchPort]
 * @property {string} meilisearchKey
 */

/**
 * @param {string} dataFolder
 * @returns {EngineSettings}
 */
export function readEngineSettings(dataFolder) {
  const secret = () => randomBytes(24).toString('base64url');
  return {postgresPassword: secret(), meilisearchKey: secret(), ...readJson(join(dataFolder, 'engines.json'))};
}

/**
 * @param {string} dataFolder
 * @param {EngineSettings} settings
 */
export function writeEngineSettings(dataFolder, settings) {
  mkdirSync(dataFolder, {recursive: true});
  writeWhole(join(dataFolder, 'engines.json'), `${JSON.stringify(settings, null, 2)}\n`, 0o600);
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
