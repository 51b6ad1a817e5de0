import {writeFile} from 'node:fs/promises';
import path from 'node:path';
import {afterAll, beforeAll, beforeEach, describe, expect, it} from 'vitest';
import {everythingIn, importDatabase, type ImportDatabase} from '../../../../test/fixtures/import/import-database.ts';

let database: ImportDatabase;

beforeAll(async () => {
  database = await importDatabase();
});
afterAll(() => database?.drop());
beforeEach(() => database.clear());

describe('a record that changed', () => {
  const service = (more: object = {}) => ({
    id: 'a',
    name: 'Larks',
    status: 'active',
    phones: [{number: '01632 960001'}, {number: '01632 960002'}],
    schedules: [{byday: 'MO', opens_at: '10:00'}],
    service_at_locations: [
      {
        location: {
          id: 'hall',
          name: 'Hall',
          addresses: [{address_1: 'High Street', city: 'Bracknell', postal_code: 'RG12 1AA'}],
        },
      },
    ],
    ...more,
  });

  it('replaces only the parts that differ', async () => {
    await database.importRecords([service()]);
    const before = await everythingIn(database.sql);
    await database.importRecords([service({phones: [{number: '01632 960002'}, {number: '01632 960003'}]})]);
    const after = await everythingIn(database.sql);
    for (const table of ['services', 'schedules', 'locations', 'addresses', 'services_at_locations'])
      expect(after[table]).toEqual(before[table]);
    const numbers = await database.sql<{number: string}[]>`select number from phones order by number`;
    expect(numbers.map(({number}) => number)).toEqual(['01632 960002', '01632 960003']);
  });

  it('keeps its address when its name changes', async () => {
    await database.importRecords([service()]);
    await database.importRecords([service({name: 'Skylarks'})]);
    expect(await database.sql`select name, slug from services`).toEqual([{name: 'Skylarks', slug: 'larks'}]);
  });

  it('loses the places it left, and keeps what an editor added', async () => {
    await database.importRecords([service()]);
    const {sql} = database;
    await sql`update services set space = 'waiting-list', checked_on = '2025-05-05', checked_by = 'Jo', keywords = '{birds}'`;
    await sql`insert into service_needs (service_id, need_key, source) select id, 'debt', 'editor' from services`;
    await database.importRecords([
      service({service_at_locations: [{location: {id: 'barn', name: 'Barn'}}], assured_date: '2024-01-01'}),
    ]);
    expect(await sql`select name from locations`).toEqual([{name: 'Barn'}]);
    expect(await sql`select space, checked_on, checked_by, keywords from services`).toEqual([
      {space: 'waiting-list', checkedOn: '2025-05-05', checkedBy: 'Jo', keywords: ['birds']},
    ]);
    expect(await sql`select from service_needs where source = 'editor'`).toHaveLength(1);
  });
});

describe('terms and languages', () => {
  it('of an organisation, a place and a telephone are kept, and go when they have gone from the feed', async () => {
    const {sql} = database;
    const term = (name: string, more = {}) => ({id: `T-${name}`, name, taxonomy: 'Own list', ...more});
    const record = (phoneLanguages: unknown[]) => ({
      id: 'S1',
      name: 'Elm Choir',
      attributes: [
        {
          taxonomy_term: term('singing', {
            parent_id: 'T-music',
            taxonomy_detail: {name: 'Own list', version: '2', uri: 'https://list.example/'},
          }),
        },
        {taxonomy_term: term('music')},
      ],
      organization: {id: 'O1', name: 'Elm Arts', description: 'Arts', attributes: [{taxonomy_term: term('charity')}]},
      service_at_locations: [
        {
          location: {
            id: 'L1',
            name: 'Elm Hall',
            location_type: 'physical',
            attributes: [{taxonomy_term: term('hall')}],
          },
        },
      ],
      phones: [{number: '01632 960123', languages: phoneLanguages}],
    });
    await database.importRecords([record([{code: 'ne'}, {name: 'Polish'}])]);
    const kept = async () => ({
      attributes: (
        await sql<{linkType: string; key: string}[]>`
          select link_type, terms.key
          from attributes
          join taxonomy_terms terms on terms.id = taxonomy_term_id
          where terms.key like 'T-%'
          order by terms.key
        `
      ).map(({linkType, key}) => `${linkType} ${key}`),
      languages: (await sql<{code: string}[]>`select code from languages where phone_id is not null order by code`).map(
        ({code}) => code,
      ),
    });
    expect(await kept()).toEqual({
      attributes: ['organisation T-charity', 'location T-hall', 'service T-music', 'service T-singing'],
      languages: ['ne', 'pl'],
    });
    expect(
      await sql`
        select child.key, parent.key as parent, taxonomies.version, taxonomies.uri
        from taxonomy_terms child
        join taxonomy_terms parent on parent.id = child.parent_id
        join taxonomies on taxonomies.id = child.taxonomy_id
      `,
    ).toEqual([{key: 'T-singing', parent: 'T-music', version: '2', uri: 'https://list.example/'}]);

    const changed = record([{code: 'ne'}]);
    changed.organization.attributes = [];
    await database.importRecords([changed]);
    expect(await kept()).toEqual({
      attributes: ['location T-hall', 'service T-music', 'service T-singing'],
      languages: ['ne'],
    });
  });
});

describe('addresses of listings', () => {
  it('are told apart by town, then by number', async () => {
    const at = (id: string, city: string) => ({
      id,
      name: 'Tea & Chat',
      status: 'active',
      service_at_locations: [{location: {addresses: [{address_1: 'x', city}]}}],
    });
    await database.importRecords([
      at('1', 'Ascot'),
      at('2', 'Bracknell'),
      at('3', 'Bracknell'),
      {id: '4', name: 'Tea & Chat', status: 'active'},
    ]);
    const slugs = await database.sql<{slug: string}[]>`select slug from services order by number`;
    expect(slugs.map(({slug}) => slug).sort()).toEqual([
      'tea-and-chat',
      'tea-and-chat-2',
      'tea-and-chat-bracknell',
      'tea-and-chat-bracknell-2',
    ]);
  });
});

describe('a record that vanished', () => {
  const both = [
    {id: 'a', name: 'Larks', status: 'active'},
    {id: 'b', name: 'Wrens', status: 'active'},
  ];

  it('is reported, and made inactive when that is wanted', async () => {
    await database.importRecords(both);
    expect(await database.importRecords(both.slice(0, 1))).toMatchObject({vanished: ['b'], retired: 0});
    expect(await database.sql`select from services where status = 'inactive'`).toHaveLength(0);
    expect(await database.importRecords(both.slice(0, 1), {retire: true})).toMatchObject({vanished: ['b'], retired: 1});
    expect(await database.sql`select name from services where status = 'inactive'`).toEqual([{name: 'Wrens'}]);
    expect(await database.importRecords(both.slice(0, 1), {retire: true})).toMatchObject({vanished: [], retired: 0});
    expect(await database.importRecords(both)).toMatchObject({stored: 1, unchanged: 1});
    expect(await database.sql`select from services where status = 'active'`).toHaveLength(2);
  });

  it('stays on record with the run that missed it, until it is back or made inactive', async () => {
    const {sql} = database;
    const kept = () => sql`
      select source_id, field, outcome, reason
      from import_findings
      where import_run_id = (select id from import_runs order by started_at desc limit 1)
      order by id
    `;
    await database.importRecords(both);
    expect(await kept()).toEqual([]);
    const gone = {sourceId: 'b', field: 'record', outcome: 'vanished', reason: 'No longer in the feed'};
    const trial = await database.importRecords(both.slice(0, 1), {dryRun: true});
    expect(trial.findings).toEqual([gone]);
    expect(await kept()).toEqual([]);
    const report = await database.importRecords(both.slice(0, 1));
    expect(report.findings).toEqual([gone]);
    expect(await kept()).toEqual([gone]);
    await database.importRecords(both.slice(0, 1), {retire: true});
    expect(await kept()).toMatchObject([gone, {sourceId: 'b', field: 'status', outcome: 'mended'}]);
    await database.importRecords(both.slice(0, 1));
    expect(await kept()).toEqual([]);
  });

  it('is not taken for gone when the file could not be read to its end', async () => {
    await database.importRecords(both);
    const file = path.join(database.folder, 'page.json');
    await writeFile(file, JSON.stringify({total_pages: 2, contents: both.slice(0, 1)}));
    expect(await database.importOf(file, {feed: {key: 'test-feed'}, retire: true})).toMatchObject({
      vanished: [],
      retired: 0,
      incomplete: 'This is one page of 2.',
    });
  });
});
