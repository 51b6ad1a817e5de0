import path from 'node:path';
import {afterAll, beforeAll, expect, test} from 'vitest';
import {loadPlaces} from '../../../db/seed/load-places.ts';
import {milesBetween} from '../../../search/distance.ts';
import {testDatabase, type TestDatabase} from '../../../test/setup/database.ts';
import {findPlace} from '../places/find-place.server.ts';
import {areaOfView, distanceCovering} from './area-of-view.server.ts';
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

test('what the map shows becomes a place that the search box understands, and a distance on offer that covers it', async () => {
  for (const [latitude, longitude, size] of [
    [51.4158, -0.75, 0.02],
    [51.398, -0.7735, 0.005],
    [51.41, -0.64, 0.05],
    [51.3, -0.5, 0.002],
  ] as const) {
    const bounds = around(latitude, longitude, size);
    const area = await areaOfView(database.sql, bounds, find);
    const found = await find(area?.near ?? '');
    if (!area || !found.ok) throw new Error(`No words for ${latitude}, ${longitude}`);
    for (const corner of [
      {latitude: bounds.north, longitude: bounds.west},
      {latitude: bounds.south, longitude: bounds.east},
    ]) {
      expect(milesBetween(found.place, corner)).toBeLessThanOrEqual(Number(area.within));
    }
  }
});

test('the address of a searched area holds no position', async () => {
  const area = await areaOfView(database.sql, around(51.4161, -0.7493, 0.01), find);
  expect(area).toEqual({near: 'Bracknell', within: '2'});
});

test('a view wider than the farthest distance on offer has none', () => {
  expect(distanceCovering(around(51.4, -0.7, 1), {latitude: 51.4, longitude: -0.7})).toBe('any');
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
