/** Building the pages, when anything they are made of has changed. */
import {createHash} from 'node:crypto';
import {existsSync, readdirSync, readFileSync, rmSync} from 'node:fs';
import {join} from 'node:path';
import {runToEnd} from '../engines/background.mjs';
import {writeWhole} from '../engines/run-records.mjs';
import {startTimeOf} from '../engines/processes.mjs';
import {lastLines} from './install.mjs';
import {moveIn} from './move-in.mjs';
import {Stop} from './report.mjs';

/** Everything that ends up in the built pages. */
const sources = [
  ...['app', 'search', 'db', 'public'],
  ...['remix.config.js', 'vite.config.ts', 'tsconfig.json', 'package-lock.json'],
];
/** Read while the site runs, or by tests, so not part of the pages. */
const apart = /^(db\/(seed|migrations)|app\/server)\/|\.test\.tsx?$/;

/** @param {string} root */
const stampFile = (root) => join(root, 'build', '.built-from');

/** @param {string} root */
export function buildIsCurrent(root) {
  const complete = ['build/server/index.js', 'build/client'].every((path) => existsSync(join(root, path)));
  return complete && existsSync(stampFile(root)) && readFileSync(stampFile(root), 'utf8') === fingerprint(root);
}

/**
 * Makes the pages in a folder of their own and moves them in when they are whole: a site that runs from this folder goes on with
 * what it has, and a build that fails or is cut short changes nothing.
 *
 * @param {string} root
 * @param {string} dataFolder
 */
export async function buildPages(root, dataFolder) {
  const builtFrom = fingerprint(root);
  removeAbandoned(root);
  const folder = join('build', `${DRAFT}${process.pid}`);
  const {code, output} = await runToEnd({
    name: 'Building the pages',
    dataFolder,
    marker: 'vite:build',
    command: process.execPath,
    words: [join(root, 'node_modules/@remix-run/dev/dist/cli.js'), 'vite:build'],
    options: {cwd: root, env: {...process.env, NODE_ENV: 'production', BUILD_FOLDER: folder}},
  });
  if (code !== 0) throw new Stop(`The pages could not be built:\n${lastLines(output, 40)}`);
  rmSync(stampFile(root), {force: true});
  moveIn(join(root, folder), join(root, 'build'));
  // Whoever changed a file meanwhile gets another build next time.
  writeWhole(stampFile(root), builtFrom);
}

const DRAFT = '.draft-';

/**
 * What builds have left that were ended by force.
 *
 * @param {string} root
 */
function removeAbandoned(root) {
  const folder = join(root, 'build');
  for (const name of existsSync(folder) ? readdirSync(folder) : []) {
    const isAbandoned = name.startsWith(DRAFT) && startTimeOf(Number(name.slice(DRAFT.length))) === null;
    if (isAbandoned) rmSync(join(folder, name), {recursive: true, force: true});
  }
}

/**
 * One number for the content of all sources.
 *
 * @param {string} root
 */
function fingerprint(root) {
  const hash = createHash('sha256');
  for (const path of sources.flatMap((source) => filesUnder(root, source)).sort()) {
    hash
      .update(path)
      .update('\0')
      .update(readFileSync(join(root, path)))
      .update('\0');
  }
  return hash.digest('hex');
}

/**
 * @param {string} root
 * @param {string} source
 */
function filesUnder(root, source) {
  if (!existsSync(join(root, source))) return [];
  const inside = /\.\w+$/.test(source)
    ? [source]
    : readdirSync(join(root, source), {recursive: true, withFileTypes: true})
        .filter((entry) => entry.isFile())
        .map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1));
  return inside.filter((path) => !apart.test(path));
}
