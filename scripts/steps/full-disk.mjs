/** A disk without room makes each program say something of its own; whoever starts the site is to read which disk it is. */
import {statfsSync} from 'node:fs';

/** With less than this PostgreSQL cannot go on: it writes its log in files of 16 MB. */
const NO_ROOM = 32 * 1024 * 1024;

/**
 * @param {unknown} error what ended the start
 * @param {string} dataFolder
 * @param {(folder: string) => number} [roomOn] how many bytes are free
 * @returns {string | null} one line, or null where there is room
 */
export function fullDisk(error, dataFolder, roomOn = freeBytes) {
  // What ran out of room may have tidied up behind itself.
  const said = error instanceof Error && /No space left on device|\bENOSPC\b/.test(error.message);
  if (!said && roomOn(dataFolder) >= NO_ROOM) return null;
  return `FINGERPOST_DATA: the disk that holds ${dataFolder} is full. Make room there, or name a folder on another disk.`;
}

/** @param {string} folder */
function freeBytes(folder) {
  try {
    const {bavail, bsize} = statfsSync(folder);
    return bavail * bsize;
  } catch {
    return Infinity;
  }
}
