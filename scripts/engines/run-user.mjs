/**
 * PostgreSQL refuses to run as root. When we are root, it runs as `postgres` where the system has that user, else as
 * `nobody`, and its data folder is given to that user.
 */
import {accessSync, constants, readFileSync, statSync} from 'node:fs';
import {delimiter, dirname, join} from 'node:path';

/**
 * @typedef {{name: string, uid: number, gid: number}} RunUser
 */

/** @returns {RunUser | null} null when we are an ordinary user already */
export function unprivilegedUser() {
  if (process.getuid?.() !== 0) return null;
  const accounts = readFileSync('/etc/passwd', 'utf8').split('\n');
  for (const wanted of ['postgres', 'nobody']) {
    const fields = accounts.find((line) => line.startsWith(`${wanted}:`))?.split(':');
    if (fields) return {name: wanted, uid: Number(fields[2]), gid: Number(fields[3])};
  }
  return {name: 'nobody', uid: 65534, gid: 65534};
}

/**
 * The first folder on the way to a path that other users may not pass through, or null when the way is open.
 *
 * @param {string} path
 */
export function closedFolderOnTheWayTo(path) {
  /** @type {string[]} */
  const folders = [];
  for (let folder = dirname(path); ; folder = dirname(folder)) {
    folders.unshift(folder);
    if (folder === dirname(folder)) break;
  }
  return folders.find((folder) => (statSync(folder).mode & constants.S_IXOTH) === 0) ?? null;
}

/**
 * How to start a program as another user although a folder on its way is closed to that user, as `/root` usually is:
 * `setpriv` lets the program keep the one right to pass through folders. Null where the system has no `setpriv`.
 *
 * @param {RunUser} user
 * @returns {string[] | null} the words to put before the command
 */
export function passThroughFoldersAs(user) {
  const setpriv = findOnPath('setpriv');
  if (!setpriv) return null;
  const ids = [`--reuid=${user.uid}`, `--regid=${user.gid}`, '--clear-groups'];
  return [setpriv, ...ids, '--inh-caps=+dac_override', '--ambient-caps=+dac_override', '--'];
}

/**
 * @param {string} program
 * @returns {string | null}
 */
export function findOnPath(program) {
  for (const folder of (process.env.PATH ?? '').split(delimiter)) {
    try {
      const file = join(folder, program);
      accessSync(file, constants.X_OK);
      if (folder && statSync(file).isFile()) return file;
    } catch {
      // Not in this folder.
    }
  }
  return null;
}
