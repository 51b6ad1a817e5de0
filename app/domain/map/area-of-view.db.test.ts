import path from 'node:path';
import {afterAll, beforeAll, expect, test} from 'vitest';
import {loadPlaces} from '../../../db/seed/load-places.ts';
import {frameOf} from '../../../search/atlas/frame.ts';
import {parseSearch} from '../../../search/search-schema.ts';
import {testDatabase, type TestDatabase} from '../../../test/setup/database.ts';
import {findPlace} from '../places/find-place.server.ts';
import {areaOfView} from './area-of-view.server.ts';
import {listPlacesInView} from './places-in-view.server.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
  await loadPlaces(database.sql, path.join(import.meta.dirname, '../../../db/seed/bracknell-forest'));
});
afterAll(() => database.drop());

const around = (latitude: number, longitude: number, size: number) => ({
  west: longitude - size * 1.6,
  south: latitude - size,
  east: longitude + size * 1.6,
  north: latitude + size,
});
const find = (words: string) => findPlace(database.sql, words);

/** As an address tells it, and as the search then reads it. */
const searched = (area: {near: string; within: string}) => parseSearch(new URLSearchParams({...area}));

test('what the map shows becomes a place that the search box understands, and a frame that is what was seen', async () => {
  for (const [latitude, longitude, size] of [
    [51.4158, -0.75, 0.02],
    [51.398, -0.7735, 0.005],
    [51.41, -0.64, 0.05],
    [51.3, -0.5, 0.002],
    [51.4, -0.7, 1],
  ] as const) {
    const bounds = around(latitude, longitude, size);
    const area = await areaOfView(database.sql, bounds, find);
    if (!area || !(await find(area.near)).ok) throw new Error(`No words for ${latitude}, ${longitude}`);
    const frame = frameOf(searched(area));
    if (!frame) throw new Error(`No frame in ${area.within}`);
    // All of it, and no more than the rounding beyond it.
    for (const [seen, framed] of [
      [bounds.west, frame.west],
      [bounds.south, frame.south],
      [-bounds.east, -frame.east],
      [-bounds.north, -frame.north],
    ] as const) {
      expect(framed).toBeLessThanOrEqual(seen + 1e-9);
      expect(framed).toBeGreaterThan(seen - 0.0101);
    }
  }
});

test('the address of a searched area tells no street: a place by name, and hundredths of a degree', async () => {
  const area = await areaOfView(database.sql, around(51.4161, -0.7493, 0.01), find);
  expect(area).toEqual({near: 'Bracknell', within: '-0.77,51.4,-0.73,51.43~Bracknell'});
});

test('the largest places in view come first, and nothing from outside it', async () => {
  const bounds = around(51.41, -0.75, 0.06);
  const places = await listPlacesInView(database.sql, bounds);
  expect(places[0]?.name).toBe('Bracknell');
  expect(places.map(({name}) => name)).toContain('Great Hollands');
  for (const place of places) {
    expect(place.latitude).toBeGreaterThanOrEqual(bounds.south);
    expect(place.latitude).toBeLessThanOrEqual(bounds.north);
  }
});
