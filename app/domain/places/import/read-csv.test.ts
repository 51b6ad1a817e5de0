import {mkdtemp, mkdir, rm, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {afterAll, beforeAll, expect, it} from 'vitest';
import {listCsvFiles, readFields, readLines} from './read-csv.ts';

let folder: string;
beforeAll(async () => void (folder = await mkdtemp(path.join(tmpdir(), 'csv-'))));
afterAll(() => rm(folder, {recursive: true}));

it.each([
  ['a,b,c', ['a', 'b', 'c']],
  ['"a","b, with more","c"', ['a', 'b, with more', 'c']],
  ['"say ""yes""",2', ['say "yes"', '2']],
  ['a,,', ['a', '', '']],
  ['"",""', ['', '']],
  ['', ['']],
  ['"never closed,b', ['never closed,b']],
])('reads the fields of %j', (line, fields) => {
  expect(readFields(line)).toEqual(fields);
});

it('stops when it has the fields that are wanted', () => {
  expect(readFields('a,"b",c,d', 2)).toEqual(['a', 'b']);
});

it('reads every line once, however they end', async () => {
  const file = path.join(folder, 'lines.csv');
  const many = Array.from({length: 200_000}, (_, n) => `line,${n}`);
  await writeFile(file, `\uFEFFhead\r\n${many.join('\r\n')}\n\nlast`);
  const read: string[] = [];
  for await (const lines of readLines(file)) read.push(...lines);
  expect(read).toHaveLength(many.length + 2);
  expect([read[0], read[1], read.at(-1)]).toEqual(['head', 'line,0', 'last']);
});

it('finds the CSV files of a folder and its folders', async () => {
  await mkdir(path.join(folder, 'Data', 'CSV'), {recursive: true});
  for (const file of ['Data/CSV/rg.csv', 'Data/CSV/ab.CSV', 'read-me.txt'])
    await writeFile(path.join(folder, file), '');
  const found = await listCsvFiles(path.join(folder, 'Data'));
  expect(found.map((file) => path.basename(file))).toEqual(['ab.CSV', 'rg.csv']);
});
