import {chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {afterAll, beforeAll, expect, test} from 'vitest';
import {findPostgresBinaries, refuseDamaged} from './postgres-binaries.mjs';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'fingerpost-'));
});
afterAll(() => rmSync(folder, {recursive: true}));

test.runIf(findPostgresBinaries())('a program that was cut short is named, with what to do', () => {
  const whole = findPostgresBinaries()!;
  expect(() => refuseDamaged(whole)).not.toThrow();
  const program = readFileSync(whole.initdb);
  for (const length of [0, program.length / 2]) {
    const initdb = join(folder, `initdb-${length}`);
    writeFileSync(initdb, program.subarray(0, length));
    chmodSync(initdb, 0o755);
    expect(() => refuseDamaged({...whole, initdb})).toThrow(
      `${initdb} is damaged. Remove the folder node_modules and start again.`,
    );
  }
});
