/** A data folder in which something belongs to another user, as after one start as root: whoever starts the site is to read what and whose. */
import {existsSync, readFileSync, statSync} from 'node:fs';
import {dirname} from 'node:path';

/**
 * @param {unknown} error what ended the start
 * @param {string} dataFolder
 * @returns {string | null} one line, or null where it was something else
 */
export function folderOfAnother(error, dataFolder) {
  const {code = '', path = ''} = /** @type {NodeJS.ErrnoException} */ (error ?? {});
  if (!['EACCES', 'EPERM'].includes(code) || !path.startsWith(dataFolder)) return null;
  const whose = existing(path);
  return (
    `FINGERPOST_DATA: ${whose} belongs to ${ownerOf(whose)}, and this user may not use it. ` +
    `Start as that user, give it to this one (chown -R), or name another folder.`
  );
}

/**
 * The file, or the folder on the way to it that can be seen.
 *
 * @param {string} path
 * @returns {string}
 */
const existing = (path) => (existsSync(path) || path === dirname(path) ? path : existing(dirname(path)));

/** @param {string} path */
function ownerOf(path) {
  const {uid} = statSync(path);
  try {
    const account = readFileSync('/etc/passwd', 'utf8')
      .split('\n')
      .find((line) => line.split(':')[2] === String(uid));
    return account?.split(':')[0] ?? `user ${uid}`;
  } catch {
    return `user ${uid}`;
  }
}
