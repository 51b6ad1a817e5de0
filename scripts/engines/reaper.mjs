/**
 * Sees to it that nothing is left running when the supervisor is ended by force. A tiny shell waits at the other end
 * of a pipe from the supervisor; when the pipe closes, because the supervisor has gone in whatever way, it starts
 * this file, which ends everything still noted in the data folder.
 */
import {spawn} from 'node:child_process';
import {fileURLToPath} from 'node:url';
import {endLeftovers} from './run-records.mjs';

const thisFile = fileURLToPath(import.meta.url);

/**
 * @param {string} dataFolder
 * @returns {{dismiss: () => void}} to be dismissed once everything has been stopped in order
 */
export function postReaper(dataFolder) {
  if (process.platform === 'win32') return {dismiss: () => {}};
  const script = 'trap "" INT TERM HUP; read -r _; exec "$0" "$1" "$2"';
  const reaper = spawn('/bin/sh', ['-c', script, process.execPath, thisFile, dataFolder], {
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
    cwd: '/',
  });
  reaper.on('error', () => {});
  reaper.stdin.on('error', () => {});
  reaper.unref();
  // @ts-expect-error a pipe is a socket here, and must not keep the supervisor alive by itself
  reaper.stdin.unref();
  return {
    dismiss: () => {
      try {
        if (reaper.pid) process.kill(-reaper.pid, 'SIGKILL');
      } catch {
        // It has gone already.
      }
    },
  };
}

if (process.argv[1] === thisFile && process.argv[2]) await endLeftovers(process.argv[2]);
