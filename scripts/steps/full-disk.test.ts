import {expect, test} from 'vitest';
import {fullDisk} from './full-disk.mjs';

const LINE = 'FINGERPOST_DATA: the disk that holds /data is full. Make room there, or name a folder on another disk.';

test('a disk without room is named in one line, whatever the program said that ran into it', () => {
  const initdb = new Error(
    'PostgreSQL could not make its data folder:\nFATAL: … "xlogtemp.1": No space left on device',
  );
  expect(fullDisk(initdb, '/data', () => 50_000_000)).toBe(LINE);
  expect(fullDisk(new Error('ENOSPC: no space left on device, write'), '/data', () => 50_000_000)).toBe(LINE);
  expect(fullDisk(new Error('PostgreSQL ended by SIGABRT'), '/data', () => 0)).toBe(LINE);
});

test('with room it is something else', () => {
  expect(fullDisk(new Error('PostgreSQL ended by SIGABRT'), import.meta.dirname)).toBeNull();
  expect(fullDisk(new Error('no such folder'), '/a folder that is not there')).toBeNull();
});
