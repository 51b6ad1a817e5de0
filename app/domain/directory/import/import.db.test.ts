import path from 'node:path';
import {afterAll, beforeAll, beforeEach, describe, expect, it} from 'vitest';
import {
  everythingIn,
  FIXTURES,
  importDatabase,
  type ImportDatabase,
} from '../../../../test/fixtures/import/import-database.ts';
import {LOCKS} from '../../../../db/advisory-locks.ts';
import {runImport} from './run-import.server.ts';

let database: ImportDatabase;

beforeAll(async () => {
  database = await importDatabase();
});
afterAll(() => database?.drop());
beforeEach(() => database.clear());

describe('importing a page of ORUK 3.0', () => {
  it('fills the directory, with what was recognised and where it came from', async () => {
    const report = await database.importFixture('page-oruk3.json', {feed: {name: 'Heron Lake', licence: 'OGL v3'}});
    expect(report).toMatchObject({
      read: 2,
      stored: 2,
      mended: 1,
      rejected: 0,
      incomplete: null,
      format: 'oruk-3.0',
      feed: {key: 'page-oruk3'},
    });
    const {sql} = database;
    const [walk] = await sql`
      select services.*, organisations.name as organisation
      from services
      join organisations on organisations.id = services.organisation_id
      where slug = 'heron-lake-walking-group'
    `;
    expect(walk).toMatchObject({
      kind: 'group',
      organisation: 'Heron Lake Friends',
      minimumAge: 50,
      delivery: ['in-person'],
      checkedOn: '2025-05-01',
      space: 'unknown',
    });
    const id = walk!.id as string;
    expect(await sql`select byday, opens_at, closes_at from schedules where service_id = ${id}`).toMatchObject([
      {byday: 'WE', opensAt: '10:30:00'},
    ]);
    expect(await sql`select latitude, longitude from locations`).toMatchObject([{latitude: 51.41, longitude: -0.75}]);
    expect(await sql`select area_key from service_areas where service_id = ${id}`).toMatchObject([
      {areaKey: 'bracknell-forest'},
    ]);
    expect(await sql`select number, description from phones where service_id = ${id}`).toMatchObject([
      {number: '01632 960123', description: 'mornings'},
    ]);
    expect(await sql`select feature from accessibility`).toEqual([]);
    const terms = await sql<{key: string}[]>`
      select terms.key from attributes join taxonomy_terms terms on terms.id = taxonomy_term_id where link_id = ${id} order by terms.key
    `;
    expect(terms.map(({key}) => key)).toEqual(['T-17', 'older-people', 'walking-group']);
    const needs = await sql<
      {needKey: string; source: string}[]
    >`select need_key, source from service_needs where service_id = ${id} order by rank`;
    expect(needs).toContainEqual({needKey: 'getting-active', source: 'type'});
    const [record] =
      await sql`select raw->>'name' as name, fetched_at, service_id from feed_records where source_id like '%a01'`;
    expect(record).toMatchObject({name: 'Heron Lake Walking Group', serviceId: id});
    expect(await sql`select name, licence from feeds`).toEqual([{name: 'Heron Lake', licence: 'OGL v3'}]);
    expect(await sql`select read_count, stored_count, mended_count, format from import_runs`).toMatchObject([
      {readCount: 2, storedCount: 2, mendedCount: 1},
    ]);
  });

  it('goes on while the site brings its search up to date', async () => {
    const site = await database.sql.reserve();
    try {
      await site`select pg_advisory_lock(${LOCKS.searchSync})`;
      expect(await database.importFixture('page-oruk3.json')).toMatchObject({stored: 2});
    } finally {
      await site`select pg_advisory_unlock(${LOCKS.searchSync})`;
      site.release();
    }
  });

  it('twice changes nothing, not even a version of a row, and queues nothing', async () => {
    await database.importFixture('page-oruk3.json');
    const before = await everythingIn(database.sql);
    expect(await database.importFixture('page-oruk3.json')).toMatchObject({read: 2, stored: 0, unchanged: 2});
    expect(await everythingIn(database.sql)).toEqual(before);
  });

  it('again, looking at every record anew, changes nothing either but when it was fetched', async () => {
    await database.importFixture('page-oruk3.json');
    const before = await everythingIn(database.sql);
    expect(await database.importFixture('page-oruk3.json', {again: true})).toMatchObject({stored: 2, unchanged: 0});
    const after = await everythingIn(database.sql);
    expect({...after, feed_records: null}).toEqual({...before, feed_records: null});
  });

  it('tried out, keeps nothing and reports the same', async () => {
    const trial = await database.importFixture('dirty-oruk3.ndjson', {dryRun: true});
    expect(
      await database.sql`select from services union all select from feeds union all select from import_runs`,
    ).toHaveLength(0);
    const report = await database.importFixture('dirty-oruk3.ndjson');
    expect({...trial, seconds: 0, dryRun: false}).toEqual({...report, seconds: 0});
  });
});

describe('records that are not in order', () => {
  it('are stored whole or not at all, each mistake listed with id, field and reason', async () => {
    const report = await database.importFixture('dirty-oruk3.ndjson');
    expect(report).toMatchObject({read: 10, stored: 4, mended: 4, rejected: 6});
    const rejected = report.findings
      .filter(({outcome}) => outcome === 'rejected')
      .map(({sourceId, field, reason}) => [sourceId, field, reason]);
    expect(rejected).toEqual([
      ['line 6', 'record', 'The line is not JSON'],
      ['line 7', 'record', 'A record is an object, and this is something else'],
      ['line 7, item 2', 'record', 'A record is an object, and this is something else'],
      ['line 7, item 3', 'record', 'A record is an object, and this is something else'],
      ['no-name', 'name', 'It has no name'],
      ['late-bar', 'id', 'An earlier record of this feed has the same id'],
    ]);
    const kept = await database.sql<{sourceId: string; field: string; outcome: string}[]>`
      select source_id, field, outcome from import_findings order by id
    `;
    expect(kept).toHaveLength(report.findings.length);
    expect(kept).toContainEqual({sourceId: '101', field: 'url', outcome: 'mended'});
    const names = await database.sql<{name: string}[]>`select name from services order by name`;
    expect(names.map(({name}) => name)).toEqual(['Café & Chat', 'Late Bar', 'No Id Singers', 'Odd Shapes']);
    const late =
      await database.sql`select byday, opens_at, closes_at from schedules where byday like '%SA%' order by opens_at desc`;
    expect(late).toMatchObject([
      {byday: 'FR,SA', opensAt: '20:00:00', closesAt: '23:59:00'},
      {byday: 'SA,SU', opensAt: '00:00:00', closesAt: '01:00:00'},
    ]);
  });

  it('that the database refuses do not take their neighbours with them', async () => {
    await database.sql`alter table services add constraint no_owls check (name <> 'Owls')`;
    try {
      const report = await database.importRecords([
        {id: 'a', name: 'Larks', status: 'active'},
        {id: 'b', name: 'Owls', status: 'active'},
        {id: 'c', name: 'Wrens', status: 'active'},
      ]);
      expect(report).toMatchObject({stored: 2, rejected: 1});
      expect(report.findings).toMatchObject([{sourceId: 'b', field: 'no_owls', outcome: 'rejected'}]);
      expect(await database.sql`select from feed_records`).toHaveLength(2);
    } finally {
      await database.sql`alter table services drop constraint no_owls`;
    }
  });

  it('whose good version is known keep that version', async () => {
    await database.importRecords([{id: 'a', name: 'Larks', status: 'active'}]);
    const report = await database.importRecords([{id: 'a', name: null, status: 'active'}], {retire: true});
    expect(report).toMatchObject({rejected: 1, vanished: []});
    expect(await database.sql`select name, status from services`).toEqual([{name: 'Larks', status: 'active'}]);
  });
});

describe('feeds', () => {
  it('with the same file name are not mixed up', async () => {
    await database.importRecords([{id: 'a', name: 'Larks', status: 'active'}], {feed: {key: 'page-oruk3'}});
    const outcome = await runImport(database.sql, path.join(FIXTURES, 'page-oruk3.json'));
    expect(outcome).toMatchObject({
      ok: false,
      reason: expect.stringMatching(/^There is a feed called page-oruk3 already, which was last imported from/),
    });
  });

  it('that hold no services say so', async () => {
    const report = await database.importRecords([{id: '1', name: 'Term', taxonomy: 'x'}]);
    expect(report).toMatchObject({stored: 0, rejected: 1, notices: ['No services were found in it.']});
  });

  it('that are not there give one plain sentence', async () => {
    expect(await runImport(database.sql, '/nowhere/feed.json')).toEqual({
      ok: false,
      reason: 'There is no file /nowhere/feed.json',
    });
    expect(await runImport(database.sql, FIXTURES)).toMatchObject({
      ok: false,
      reason: expect.stringMatching(/is a folder/),
    });
  });

  it('are imported one at a time', async () => {
    const [first, second] = await Promise.all(
      [1, 2].map(() => runImport(database.sql, path.join(FIXTURES, 'page-oruk3.json'))),
    );
    expect([first, second].filter((outcome) => outcome!.ok)).toHaveLength(1);
  });
});

it('places come on the map once their postcode is known', async () => {
  const {sql} = database;
  const record = {
    id: 'a',
    name: 'Larks',
    status: 'active',
    service_at_locations: [{location: {addresses: [{address_1: 'x', postal_code: 'SL5 9ZZ'}]}}],
  };
  await database.importRecords([record]);
  expect(await sql`select latitude from locations`).toEqual([{latitude: null}]);
  await sql`insert into outcodes (outcode, latitude, longitude, source) values ('SL5', 51.41, -0.68, 'demonstration')`;
  expect(await database.importRecords([record])).toMatchObject({unchanged: 1, placed: 1});
  expect(await sql`select latitude, longitude from locations`).toEqual([{latitude: 51.41, longitude: -0.68}]);
});

it('ORUK 1.0 and CSV go the same way', async () => {
  expect(await database.importFixture('page-oruk1.json')).toMatchObject({stored: 1, format: 'oruk-1.0'});
  expect(await database.importFixture('groups.csv')).toMatchObject({
    read: 5,
    stored: 3,
    rejected: 2,
    format: 'csv',
    notices: ['Columns that were not read: Favourite colour.'],
  });
  const names = await database.sql<{name: string}[]>`select name from services order by name`;
  expect(names.map(({name}) => name)).toEqual([
    'Chess in the Park',
    'Mill Street Parent and Toddler Group',
    'Nameless Id Group',
    'Oak Lane Choir',
  ]);
  expect(await database.sql`select latitude from locations where name is null`).toContainEqual({latitude: 51.35});
});
