import {chmodSync, mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {afterAll, beforeAll, expect, test} from 'vitest';
import {readEngineSettings} from '../engines/settings-store.mjs';
import {folderOfAnother} from './folder-of-another.mjs';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'fingerpost-'));
});
afterAll(() => rmSync(folder, {recursive: true}));

const refused = (path: string, code = 'EACCES') => Object.assign(new Error(`${code}: not permitted`), {code, path});

test('what in the data folder may not be used is named, and whose it is', () => {
  mkdirSync(join(folder, 'run'));
  const owner = statSync(folder).uid === 0 ? 'root' : /\w+/;
  const said = folderOfAnother(refused(join(folder, 'run', '12.json')), folder);
  expect(said).toMatch(new RegExp(`^FINGERPOST_DATA: ${folder}/run belongs to ${String(owner).replaceAll('/', '')}`));
  expect(said).not.toContain('\n');
  expect(folderOfAnother(refused(folder, 'EPERM'), folder)).toContain(`${folder} belongs to`);
});

test('everything else is something else', () => {
  expect(folderOfAnother(refused('/elsewhere'), folder)).toBeNull();
  expect(folderOfAnother(refused(folder, 'ENOENT'), folder)).toBeNull();
  expect(folderOfAnother(null, folder)).toBeNull();
});

test('the password of a database that is there is never made up anew', () => {
  const data = join(folder, 'data');
  const {postgresPassword} = readEngineSettings(data);
  expect(readEngineSettings(data).postgresPassword).toBe(postgresPassword);
  // A first start that was cut short: nothing is behind it yet.
  writeFileSync(join(data, 'engines.json'), '{"postgresPass');
  expect(readEngineSettings(data).postgresPassword).not.toBe(postgresPassword);

  mkdirSync(join(data, 'postgres'));
  writeFileSync(join(data, 'postgres', 'ready'), '');
  writeFileSync(join(data, 'engines.json'), '');
  expect(() => readEngineSettings(data)).toThrow(/^FINGERPOST_DATA: .*engines\.json, .* is spoiled\. Put it back/);
  rmSync(join(data, 'engines.json'));
  expect(() => readEngineSettings(data)).toThrow(/ is missing\. Put it back/);
});

test.skipIf(process.getuid?.() === 0)('nor where it may not be read', () => {
  const data = join(folder, 'closed');
  readEngineSettings(data);
  chmodSync(join(data, 'engines.json'), 0o000);
  expect(() => readEngineSettings(data)).toThrow(/EACCES/);
});
