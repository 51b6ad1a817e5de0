/**
 * The official conformance feeds and 3,753 real libraries. They are too large for the repository and live beside it;
 * where they are absent, these tests are skipped and say so.
 */
import {existsSync} from 'node:fs';
import {readdir} from 'node:fs/promises';
import path from 'node:path';
import {afterAll, beforeAll, describe, expect, it} from 'vitest';
import {importDatabase, type ImportDatabase} from '../../../../test/fixtures/import/import-database.ts';

const FEEDS = path.resolve(import.meta.dirname, '../../../../../shared/oruk/feeds');
const present = existsSync(FEEDS);
if (!present) console.info(`Skipped: there are no feeds at ${path.relative(process.cwd(), FEEDS)}`);

describe.skipIf(!present)('feeds from elsewhere', () => {
  let database: ImportDatabase;

  beforeAll(async () => {
    database = await importDatabase();
  });
  afterAll(() => database?.drop());

  const importFeed = (file: string) =>
    database.importOf(path.join(FEEDS, file), {feed: {key: file.toLowerCase().replace(/[^a-z0-9]+/g, '-')}});

  it('3,753 libraries come in, and the second time not at all', {timeout: 180_000}, async () => {
    const first = await importFeed('uk-libraries-oruk3.ndjson');
    expect(first).toMatchObject({read: 3753, stored: 3753, rejected: 0, mended: 7});
    const {sql} = database;
    const [libraries] = await sql`select count(*) from services where kind = 'place' and status = 'active'`;
    expect(libraries).toEqual({count: 3753});
    const [typed] = await sql`
      select count(distinct link_id) from attributes join taxonomy_terms terms on terms.id = taxonomy_term_id where terms.key = 'library'
    `;
    expect(typed).toEqual({count: 3753});
    expect(await sql`select name from services where name like 'Hungate%'`).toEqual([{name: 'Hungate Reading Café'}]);
    const [placed] = await sql`select count(*) from locations where latitude is not null`;
    expect(placed!.count).toBeGreaterThan(2);
    await sql`truncate search_outbox`;
    expect(await importFeed('uk-libraries-oruk3.ndjson')).toMatchObject({stored: 0, unchanged: 3753});
    expect(await sql`select from search_outbox`).toHaveLength(0);
  });

  it.each(['V3.0-UK-Default', 'V3.0-UK-Warn', 'V3.0-UK-Test'])('%s gives its one service', async (folder) => {
    expect(await importFeed(`${folder}/service_full.json`)).toMatchObject({read: 1, stored: 1, rejected: 0});
    expect(await importFeed(`${folder}/service_list.json`)).toMatchObject({stored: 1});
    expect(await importFeed(`${folder}/service_at_location_list.json`)).toMatchObject({stored: 1});
  });

  it('V3.0-UK-Fail is mended where it can be and refused where it cannot', async () => {
    const whole = await importFeed('V3.0-UK-Fail/service_full.json');
    expect(whole).toMatchObject({stored: 1, mended: 1});
    expect(whole.findings.map(({field}) => field)).toEqual(expect.arrayContaining(['url', 'email']));
    const list = await importFeed('V3.0-UK-Fail/service_list.json');
    expect(list).toMatchObject({read: 4, stored: 0, rejected: 4});
    expect(list.reasons).toMatchObject([{outcome: 'rejected', reason: 'It has no name', count: 4}]);
  });

  it('every other file is read or refused in plain words, never with a crash', {timeout: 60_000}, async () => {
    for (const folder of (await readdir(FEEDS)).filter((name) => name.startsWith('V'))) {
      for (const file of (await readdir(path.join(FEEDS, folder))).filter((name) => name.endsWith('.json'))) {
        const report = await importFeed(`${folder}/${file}`);
        expect(report.stored + report.unchanged + report.rejected, file).toBe(report.read);
      }
    }
    const leftOver = await database.sql`select name from services where name ~ '<|javascript:'`;
    expect(leftOver).toEqual([]);
  });
});
