import {existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {dirname, join} from 'node:path';
import {afterEach, beforeEach, expect, test} from 'vitest';
import {moveIn} from './move-in.mjs';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'fingerpost-'));
});
afterEach(() => rmSync(folder, {recursive: true}));

const at = (path: string) => join(folder, path);
function build(files: Record<string, string>) {
  for (const [path, words] of Object.entries(files)) {
    const file = at(`.draft/${path}`);
    mkdirSync(dirname(file), {recursive: true});
    writeFileSync(file, words);
  }
  moveIn(at('.draft'), folder);
}
function letDaysPass(days: number, ...files: string[]) {
  const then = new Date(Date.now() - days * 86_400_000);
  for (const file of files) utimesSync(at(`client/assets/${file}`), then, then);
}

test('a new build takes the place of the one before, whose scripts stay for pages that are open', () => {
  build({'server/index.js': 'one', 'client/assets/page-1.js': 'one', 'client/assets/both.js': 'both'});
  build({'server/index.js': 'two', 'client/assets/page-2.js': 'two', 'client/assets/both.js': 'both'});
  expect(readFileSync(at('server/index.js'), 'utf8')).toBe('two');
  for (const file of ['page-1.js', 'page-2.js', 'both.js'])
    expect(existsSync(at(`client/assets/${file}`)), file).toBe(true);
  expect(existsSync(at('.draft'))).toBe(false);
});

test('what no page of the last build asked for goes after a week', () => {
  build({'client/assets/page-1.js': 'one'});
  letDaysPass(30, 'page-1.js');
  // However old the last build is, it is what was served until now.
  build({'client/assets/page-2.js': 'two'});
  expect(existsSync(at('client/assets/page-1.js'))).toBe(true);
  letDaysPass(1, 'page-2.js');
  build({'client/assets/page-3.js': 'three'});
  expect(['page-1.js', 'page-2.js', 'page-3.js'].map((file) => existsSync(at(`client/assets/${file}`)))).toEqual([
    false,
    true,
    true,
  ]);
});
