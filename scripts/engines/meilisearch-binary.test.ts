import {createHash} from 'node:crypto';
import {mkdtempSync, rmSync, utimesSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {afterAll, expect, it} from 'vitest';
import {hasContent} from './meilisearch-binary.mjs';

const folder = mkdtempSync(join(tmpdir(), 'fingerpost-'));
afterAll(() => rmSync(folder, {recursive: true, force: true}));

it('runs a packaged program only while its content is what it should be', async () => {
  const file = join(folder, 'program');
  const sha256 = createHash('sha256').update('as it was made').digest('hex');
  writeFileSync(file, 'as it was made');
  utimesSync(file, 1, 1);
  expect(await hasContent(file, sha256, folder)).toBe(true);
  expect(await hasContent(file, sha256, folder)).toBe(true);
  writeFileSync(file, 'as it was bent');
  expect(await hasContent(file, sha256, folder)).toBe(false);
  expect(await hasContent(join(folder, 'missing'), sha256, folder)).toBe(false);
});
