/** Installing the packages, when they are not there or not the ones the lock file names. */
import {basename, join} from 'node:path';
import {runToEnd} from '../engines/background.mjs';
import {readJson} from '../engines/settings-store.mjs';
import {Stop} from './report.mjs';

/**
 * Whether node_modules holds what package-lock.json names. npm keeps its own account of what it installed; it is
 * written last, so an installation that was interrupted is seen too.
 *
 * @param {string} root
 */
export function packagesAreCurrent(root) {
  const wanted = readJson(join(root, 'package-lock.json')).packages ?? {};
  const installed = readJson(join(root, 'node_modules', '.package-lock.json')).packages ?? {};
  return Object.entries(wanted).every(([path, want]) => {
    if (path === '') return true;
    const have = installed[path];
    // Packages for other systems are in the lock file, and rightly not installed.
    if (!have) return Boolean(want.optional || want.devOptional);
    return have.version === want.version && have.integrity === want.integrity;
  });
}

/**
 * @param {string} root
 * @param {string} dataFolder
 */
export async function installPackages(root, dataFolder) {
  const npm = process.env.npm_execpath;
  const [command, first] = npm && /^npm(-cli)?\.c?js$/.test(basename(npm)) ? [process.execPath, [npm]] : ['npm', []];
  const {code, output} = await runToEnd({
    name: 'Installing packages',
    dataFolder,
    marker: 'npm',
    command,
    // Everything that is needed to build the site, also where NODE_ENV says production.
    words: [...first, 'ci', '--include=dev', '--include=optional', '--no-audit', '--no-fund'],
    options: {cwd: root},
  });
  if (code !== 0) throw new Stop(`The packages could not be installed:\n${lastLines(output, 20)}`);
}

/**
 * @param {string} text
 * @param {number} count
 */
export function lastLines(text, count) {
  return text.split('\n').slice(-count).join('\n');
}
