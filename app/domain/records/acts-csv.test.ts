import {parse} from 'csv-parse/sync';
import fc from 'fast-check';
import {expect, it} from 'vitest';
import {actsCsv, csvCell} from './acts-csv.ts';
import type {ListedAct} from './list-acts.server.ts';

const act: ListedAct = {
  seq: 41,
  at: new Date('2026-07-03T13:05:09.123Z'),
  action: 'record_changed',
  staffId: '0b3f2d43-7b7c-4c1c-9a5e-1b6f0c3f7a11',
  staffName: 'Priya Nair',
  partnerName: 'Bracknell Forest Community Hub',
  personId: '5a0c8b0e-4a0b-4f5e-8b3e-2f6f7d1c9e22',
  reference: 'P-7KM-4QC',
  purpose: 'record',
  basis: {
    basis: 'direct_care',
    consentBy: null,
    consentHow: null,
    workKind: 'call',
    workName: '=1+1',
    reason: null,
  },
  address: '192.0.2.7',
  details: {fields: ['first_language', 'phone'], version: 3, section: '5a0c8b0e-4a0b-4f5e-8b3e-2f6f7d1c9e22'},
};

it('says in words, in British time, what the page says', () => {
  const [, row] = parse(actsCsv([act]), {bom: true}) as string[][];
  expect(row).toEqual([
    '41',
    '2026-07-03 14:05:09',
    'Priya Nair',
    'Bracknell Forest Community Hub',
    'Changed the record',
    'P-7KM-4QC',
    'Direct care: call =1+1',
    'Fields: first language, phone; Version: 3',
    '192.0.2.7',
  ]);
});

it.each(['=HYPERLINK("https://example.com")', '+1', '-1+2', '@SUM(A1)', '\t=1', '  =1', '\n@x', '＝1'])(
  'gives a spreadsheet nothing to run: %j',
  (text) => {
    const [[cell]] = parse(csvCell(text)) as [[string]];
    expect(cell).toBe(`'${text}`);
  },
);

it('gives back every other text as it was, in a table that keeps its shape', () => {
  const name = fc.string({unit: 'grapheme', maxLength: 30}).filter((text) => !text.includes('\0'));
  fc.assert(
    fc.property(fc.array(name, {maxLength: 5}), (names) => {
      const rows = parse(actsCsv(names.map((staffName) => ({...act, staffName}))), {bom: true}) as string[][];
      expect(rows).toHaveLength(names.length + 1);
      for (const [number, row] of rows.slice(1).entries()) {
        expect(row).toHaveLength(9);
        expect([names[number], `'${names[number]}`]).toContain(row[2]);
        expect(row[2]).not.toMatch(/^\s*[=+\-@]/);
      }
    }),
  );
});

it('says in a last row that there was more than it holds', () => {
  const rows = parse(actsCsv([act], false), {bom: true}) as string[][];
  expect(rows).toHaveLength(3);
  expect(rows[2]?.[0]).toBe('Only the latest are in this file. Choose fewer days for the rest.');
});
