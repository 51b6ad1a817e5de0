/** A file that a setting names and that is not right stops the start: one line that names the setting, and no stack. */
import {mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {afterAll, expect, it} from 'vitest';
import {readConfig} from '../../app/config.server.ts';
import {createServer} from '../../app/server/create-server.ts';
import {explain} from '../../scripts/steps/report.mjs';

const folder = mkdtempSync(join(tmpdir(), 'bad-files-'));
afterAll(() => rmSync(folder, {recursive: true}));

/** What whoever starts the site reads. Nothing of it is built or connected before the files are read. */
async function toldOf(setting: string, content: string | null): Promise<string> {
  const file = join(folder, 'own.json');
  rmSync(file, {force: true});
  if (content !== null) writeFileSync(file, content);
  const start = createServer(readConfig({[setting]: file}), {} as Parameters<typeof createServer>[1]);
  return explain(
    await start.then(
      () => new Error('It started'),
      (error: unknown) => error,
    ),
  );
}

for (const setting of ['SCALES_FILE', 'MDT_FLAGS_FILE', 'CONTRACT_FILE']) {
  it(`${setting}: says in one line what is wrong with the file`, async () => {
    const bad: [content: string | null, says: RegExp][] = [
      [null, /cannot be read/],
      ['{"key": ,\n}', /is not JSON/],
      ['"words"', /expected/i],
      [
        setting === 'SCALES_FILE' ? '{"scales": [{"key": "sleep"}]}' : '[{"key": "cold_home", "name": "A cold home"}]',
        /1/,
      ],
    ];
    for (const [content, says] of bad) {
      const told = await toldOf(setting, content);
      expect(told).toMatch(new RegExp(`^${setting}: `));
      expect(told).toMatch(says);
      expect(told.split('\n'), told).toHaveLength(1);
    }
  });
}

it('MDT_FLAGS_FILE: names the flag and what it lacks, and a key that is taken', async () => {
  const flag = {key: 'cold_home', name: 'A cold home', source: 'Warm & Well'};
  const told = (flags: unknown) => toldOf('MDT_FLAGS_FILE', JSON.stringify(flags));
  expect(await told([flag, {...flag, key: 'Cold Home'}])).toMatch(/^MDT_FLAGS_FILE: flag 2, key: /);
  expect(await told([{...flag, key: 'falls'}])).toBe('MDT_FLAGS_FILE: There are two risk flags with the key falls');
});

it('CONTRACT_FILE: names the version and what is wrong in it', async () => {
  const tariff = {version: '2026', from: '2026-04-01', source: 'Schedule 3', pays: [{months: 12, amount: 250}]};
  expect(await toldOf('CONTRACT_FILE', JSON.stringify([tariff]))).toBe(
    'CONTRACT_FILE: version 1, pays, 0, months: expected 6 or 18',
  );
});
