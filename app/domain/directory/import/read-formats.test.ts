import {readFileSync} from 'node:fs';
import path from 'node:path';
import {describe, expect, it} from 'vitest';
import {columnFor, columnOfField, CSV_COLUMNS} from './csv-columns.ts';
import type {SourceRecord} from './find-records.ts';
import type {ImportedService} from './imported-service.ts';
import type {Loose} from './loose-values.ts';
import {identify, readRecord} from './read-record.ts';
import {readStream, type SourceState} from './read-stream.server.ts';

const FIXTURES = path.resolve(import.meta.dirname, '../../../../test/fixtures/import');
const TODAY = new Date('2025-06-01T12:00:00Z');

async function* chunked(bytes: Buffer, size = 37) {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

async function recordsIn(bytes: Buffer | string, hint = {}): Promise<{records: SourceRecord[]; state: SourceState}> {
  const state: SourceState = {notices: [], incomplete: null};
  const records: SourceRecord[] = [];
  for await (const record of readStream(chunked(Buffer.from(bytes)), state, hint)) records.push(record);
  return {records, state};
}

const fixture = (name: string) => recordsIn(readFileSync(path.join(FIXTURES, name)));

function read(record: SourceRecord): {service: ImportedService; found: string[]} {
  const raw = record.raw as Loose;
  const outcome = readRecord(raw, record.format, identify(raw, record.format), TODAY);
  if (!outcome.ok) throw new Error(outcome.findings.map((finding) => finding.reason).join());
  return {service: outcome.service, found: outcome.findings.map(({field, reason}) => `${field}: ${reason}`)};
}

describe('an ORUK 3.0 page', () => {
  it('that is in order comes through whole, and nothing needs mending but the phone', async () => {
    const {records} = await fixture('page-oruk3.json');
    const {service, found} = read(records[0]!);
    expect(found).toEqual(['contacts[0].phones[0].number: The number and the words around it were taken apart']);
    expect(service).toMatchObject({
      name: 'Heron Lake Walking Group',
      summary: 'A gentle walk round the lake for older people who like company. We stop often and finish with tea.',
      minimumAge: 50,
      maximumAge: null,
      delivery: ['in-person'],
      checkedOn: '2025-05-01',
      lastModified: '2025-05-02T09:30:00.000Z',
      costs: [{amount: 0}],
      languages: [{code: 'en'}, {code: 'ne', name: 'Nepali'}],
      organisation: {name: 'Heron Lake Friends', identifiers: [{identifier: '0000001'}]},
      contacts: [{name: 'Priya', phones: [{number: '01632 960123', description: 'mornings'}]}],
      terms: [{name: 'Health walks', taxonomy: {name: 'Leisure terms'}, sourceId: 'T-17'}],
    });
    expect(service.places[0]?.location.addresses[0]).toMatchObject({city: 'Bracknell', postal_code: 'RG12 1AA'});
  });
});

describe('dirty records line by line', () => {
  it('are mended where that can be done, and each mistake is named', async () => {
    const {records} = await fixture('dirty-oruk3.ndjson');
    const {service, found} = read(records[0]!);
    expect(service).toMatchObject({
      sourceId: '101',
      name: 'Café & Chat',
      description: 'Tea and talk.',
      status: 'active',
      url: null,
      email: null,
      minimumAge: null,
      maximumAge: null,
      phones: [{number: '01632 960111', description: 'ask for Sam'}],
      schedules: [{freq: 'WEEKLY', byday: 'MO', opens_at: '09:00', closes_at: null}],
      places: [
        {
          location: {
            latitude: 51.41,
            longitude: -0.75,
            addresses: [{address_1: 'Tea Room', postal_code: 'RG12', country: 'GB'}],
          },
        },
      ],
    });
    expect(found).toEqual(
      expect.arrayContaining([
        'id: The id was a number and is kept as text',
        'name: Broken characters were mended',
        'description: A script was taken out',
        'status: The status was written another way',
        'url: Not a web address, so it was left out',
        'email: A placeholder e-mail address was left out',
        'minimum_age: No such age, so it was left out',
        'schedules: One object was given where a list belongs',
        'service_at_locations[0].location.latitude: Latitude and longitude were the wrong way round',
        'service_at_locations[0].location.addresses[0].postal_code: Only half a postcode',
        'last_modified: The time had no time zone and was taken as British',
      ]),
    );
  });

  it('that are no records say why', async () => {
    const {records} = await fixture('dirty-oruk3.ndjson');
    expect(records.map(({where, problem}) => `${where} ${problem ?? 'fine'}`)).toEqual([
      'line 1 fine',
      'line 2 fine',
      'line 3 fine',
      'line 4 fine',
      'line 5 fine',
      'line 6 The line is not JSON',
      'line 7 A record is an object, and this is something else',
      'line 7, item 2 A record is an object, and this is something else',
      'line 7, item 3 A record is an object, and this is something else',
      'line 8 fine',
    ]);
    expect(() => read(records[2]!)).toThrow('It has no name');
  });

  it('with the wrong shapes everywhere still give what they hold', async () => {
    const {records} = await fixture('dirty-oruk3.ndjson');
    expect(read(records.at(-1)!).service).toMatchObject({
      organisation: {name: 'Odd Org', sourceId: '5'},
      status: 'active',
      contacts: [{name: 'Kim'}],
      areas: [{name: 'Wokingham'}],
      languages: [{code: 'pl'}, {code: 'ur'}],
      terms: [{name: 'Choir'}],
    });
  });

  it('without an id get one that stays when the description changes', () => {
    const record = {
      name: 'No Id Singers',
      description: 'Singing',
      service_at_locations: [{location: {addresses: [{postal_code: 'RG12 1AA'}]}}],
    };
    expect(identify({...record, description: 'Singing with tea'}, 'oruk-3.0')).toBe(identify(record, 'oruk-3.0'));
    expect(identify({...record, name: 'Others'}, 'oruk-3.0')).not.toBe(identify(record, 'oruk-3.0'));
    expect(identify({...record, id: '<script>'}, 'oruk-3.0')).toMatch(/^hash-[0-9a-f]{16}$/);
  });
});

describe('an ORUK 1.0 page', () => {
  it('is read like one of 3.0', async () => {
    const {records} = await fixture('page-oruk1.json');
    expect(records[0]!.format).toBe('oruk-1.0');
    const {service, found} = read(records[0]!);
    expect(service).toMatchObject({
      sourceId: '5021',
      minimumAge: 0,
      maximumAge: 99,
      delivery: ['in-person'],
      acceptsSelfReferral: true,
      acceptsProfessionalReferral: null,
      checkedOn: '2025-04-03',
      schedules: [{byday: 'TU', opens_at: '09:30', closes_at: '11:00', dtstart: '2025-01-07'}],
      costs: [{option: 'Family', amount: 2}],
      funding: ['Parish council'],
      languages: [{code: 'en'}],
      audienceWords: ['family', 'adult'],
      areas: [{name: 'Wokingham Borough'}],
      terms: [{name: 'Baby and toddler group', taxonomy: {name: 'esdServiceTypes'}}],
      organisation: {website: 'https://millstreet.example/'},
    });
    expect(service.places[0]!.location).toMatchObject({
      name: 'Mill Street Hall',
      latitude: 51.41,
      addresses: [{postal_code: 'RG40 1AA', country: 'GB', address_type: 'physical'}],
      accessibility: [{description: 'Ramp to the door and a hearing loop'}],
    });
    expect(found).toEqual([
      'service_at_locations[0].location.addresses[0].country: The country was not a two-letter code',
      'assured_date: The date was written another way',
    ]);
  });
});

describe('a CSV file', () => {
  it('is read by its headings, in many spellings', async () => {
    const {records, state} = await fixture('groups.csv');
    expect(state.notices).toEqual(['Columns that were not read: Favourite colour.']);
    expect(records).toHaveLength(5);
    const {service, found} = read(records[0]!);
    expect(service).toMatchObject({
      sourceId: 'g1',
      name: 'Oak Lane Choir',
      description: 'A choir for anyone.\n\nNo auditions.',
      url: 'https://oaklane.example/',
      organisation: {name: 'Oak Lane Arts'},
      phones: [{number: '01632 960301', description: 'evenings'}],
      schedules: [{byday: 'TU', opens_at: '19:00', closes_at: '21:00'}],
      scheduleNote: 'term time only',
      costs: [{amount: 4}],
      minimumAge: 16,
      acceptsSelfReferral: true,
      space: 'open',
      status: 'active',
      terms: [{name: 'Choir', taxonomy: {name: 'types'}}],
    });
    expect(service.places[0]!.location.addresses[0]).toMatchObject({
      address_1: '1 Oak Lane',
      city: 'Sandhurst',
      postal_code: 'GU47 0AA',
    });
    expect(found).toContain('website: The web address was mended');
    expect(found).toContain('cost: A currency sign was taken out of the amount');
  });

  it('may be written by Windows, with semicolons', async () => {
    const {records} = await recordsIn(Buffer.from('name;town\r\nCaf\xe9 Club;Ascot\r\n', 'latin1'));
    expect(read(records[0]!).service).toMatchObject({name: 'Café Club', status: 'active'});
    const quotes = Buffer.from('name\r\nJo\x92s \x93Caf\xe9\x94 \x96 \x803\x85\r\n', 'latin1');
    expect(read((await recordsIn(quotes)).records[0]!)).toMatchObject({service: {name: 'Jo’s “Café” – €3…'}});
  });

  it('is refused a row that has slipped into the wrong columns', async () => {
    const {records} = await recordsIn('name,town,cost\nOak Choir,Ascot,£3,,\nElm, Ash and Oak,Ascot,£3\nFir Choir\n');
    expect(records.map(({where, problem}) => `${where} ${problem ?? 'fine'}`)).toEqual([
      'line 2 fine',
      'line 3 The row has more fields than the heading has columns',
      'line 4 fine',
    ]);
    expect(read(records[2]!).service.name).toBe('Fir Choir');
  });

  it.each([
    ['<!doctype html><html>', 'This is a web page'],
    ['<?xml version="1.0"?>', 'This is XML'],
    ['PK\u0003\u0004…', 'This is a zip file or a spreadsheet'],
    ['\u0000\u0001\u0002', 'This is not a text file'],
  ])('is not seen in %j', async (text, said) => {
    const {records, state} = await recordsIn(text);
    expect(records).toEqual([]);
    expect(state.incomplete).toContain(said);
  });

  it.each(['with its mark', 'without'])('may be UTF-16 %s, either byte first, in pieces of any size', async (mark) => {
    const text = `${mark === 'without' ? '' : '\ufeff'}name;town;cost\r\nCafé “Łódka” 🌱;Bracknell;£3\r\nĊhoir;Ascot;\r\n`;
    const little = Buffer.from(text, 'utf16le');
    for (const bytes of [little, Buffer.from(little).swap16()]) {
      for (const size of [1, 3, 1000]) {
        const state: SourceState = {notices: [], incomplete: null};
        const records: SourceRecord[] = [];
        for await (const record of readStream(chunked(bytes, size), state, {isCsv: true})) records.push(record);
        expect(records.map(({raw}) => raw)).toEqual([
          {name: 'Café “Łódka” 🌱', town: 'Bracknell', cost: '£3'},
          {name: 'Ċhoir', town: 'Ascot', cost: ''},
        ]);
        expect(state).toEqual({notices: [], incomplete: null});
      }
    }
  });

  it('without a name column says so', async () => {
    const {state} = await recordsIn('colour,size\nred,5\n');
    expect(state.notices.at(-1)).toMatch(/no column called name/);
  });

  it('knows each column once', () => {
    for (const {name, also} of CSV_COLUMNS) {
      expect(columnFor(name)).toBe(name);
      for (const heading of also) expect(columnFor(heading), heading).toBe(name);
    }
    expect(columnFor(' E-mail Address ')).toBe('email');
    expect(columnFor('Favourite colour')).toBeNull();
    expect(columnOfField('service_at_locations[0].location.addresses[0].postal_code')).toBe('postcode');
    expect(columnOfField('schedules[3].byday')).toBe('days');
    expect(columnOfField('languages[1].name')).toBe('languages');
    expect(columnOfField('attributes[0].name')).toBe('attributes[0].name');
  });
});
