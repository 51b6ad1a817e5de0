import fc from 'fast-check';
import {afterAll, beforeAll, expect, it} from 'vitest';
import {importDatabase, type ImportDatabase} from '../../../../test/fixtures/import/import-database.ts';
import {goodRecord, mutatedRecord} from '../../../../test/fixtures/import/mutate.ts';
import {isObject} from './loose-values.ts';

let database: ImportDatabase;

beforeAll(async () => {
  database = await importDatabase();
});
afterAll(() => database?.drop());

const TABLES = [
  'organisations',
  'organisation_identifiers',
  'services',
  'locations',
  'addresses',
  'services_at_locations',
  'contacts',
  'phones',
  'schedules',
  'languages',
  'cost_options',
  'funding',
  'accessibility',
  'service_areas',
  'taxonomies',
  'taxonomy_terms',
  'import_findings',
  'listings',
];

it(
  'hundreds of spoilt records are each stored or listed as rejected, and no script reaches a table that is shown',
  {timeout: 120_000},
  async () => {
    const {sql} = database;
    const spoilt = fc.sample(mutatedRecord, {numRuns: 700, seed: 20_250_601});
    // Ids of their own, so that each can be stored; some keep the spoilt one.
    const records = spoilt.map((record, index) =>
      isObject(record) && index % 7 !== 0 ? {...record, id: `record-${index}`} : record,
    );
    const report = await database.importRecords([goodRecord, ...records]);

    expect(report.read).toBe(report.stored + report.rejected);
    expect(report.stored).toBeGreaterThan(400);
    const [{count} = {count: 0}] = await sql<{count: number}[]>`select count(*) from services`;
    expect(count).toBe(report.stored);
    // Cleaning, not the database, is what holds mistakes back.
    expect(report.reasons.filter(({reason}) => reason.startsWith('The database refused'))).toEqual([]);
    const rejected = report.findings.filter(({outcome}) => outcome === 'rejected');
    expect(rejected).toHaveLength(report.rejected);

    for (const table of TABLES) {
      const found = await sql`
      select ${sql(table)}::text as row
      from ${sql(table)}
      where ${sql(table)}::text ~* '<script|javascript:|<img|<svg|<a '
    `;
      expect(found, table).toEqual([]);
    }
    expect(await sql`select from feed_records where source_id ~* '<script|javascript:'`).toHaveLength(0);

    const again = await database.importRecords([goodRecord, ...records]);
    expect(again).toMatchObject({stored: 0, unchanged: report.stored});
  },
);
