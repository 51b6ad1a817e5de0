import fc from 'fast-check';
import {expect, test} from 'vitest';
import {Atlas, type AtlasEntry} from './atlas.ts';
import {cellAt, cellName, cellNamesOf, childrenOf, LEVELS} from './cells.ts';
import {milesBetween} from './distance.ts';
import {milesAround} from './frame.ts';

const point = fc.record({
  latitude: fc.double({min: 50.5, max: 52, noNaN: true}),
  longitude: fc.double({min: -2, max: 0.5, noNaN: true}),
});

const entryAt = (number: number, points: AtlasEntry['points']): AtlasEntry => ({
  number,
  serviceId: String(number),
  points,
  needs: [],
  types: [],
  covers: [],
  tokens: [],
  audiences: [],
  youngest: 0,
  oldest: 120,
  terms: new Uint32Array(),
  space: 'open',
  checkedOn: null,
});

/** What the engine would find: listings carrying the name of any of the cells, or named one by one. */
function foundBy(entries: AtlasEntry[], cover: {cells: string[]; numbers: number[]}): number[] {
  const cells = new Set(cover.cells);
  const numbers = new Set(cover.numbers);
  return entries
    .filter((entry) => numbers.has(entry.number) || entry.points.flatMap(cellNamesOf).some((name) => cells.has(name)))
    .map((entry) => entry.number);
}

test('a circle finds exactly the listings that brute-force haversine finds', () => {
  fc.assert(
    fc.property(
      fc.array(fc.array(point, {minLength: 1, maxLength: 3}), {minLength: 1, maxLength: 300}),
      point,
      fc.double({min: 0.1, max: 40, noNaN: true}),
      (places, centre, miles) => {
        const atlas = new Atlas();
        const entries = places.map((points, index) => entryAt(index + 1, points));
        for (const entry of entries) atlas.add(entry);
        const expected = entries
          .filter((entry) => entry.points.some((at) => milesBetween(centre, at) <= miles))
          .map((entry) => entry.number);
        expect(foundBy(entries, atlas.cells.cover(centre, miles))).toEqual(expected);
        const touching = foundBy(entries, {cells: atlas.cells.touching(centre, miles), numbers: []});
        expect(touching).toEqual(expect.arrayContaining(expected));
        expect(atlas.numbersWithin(centre, miles).sort((a, b) => a - b)).toEqual(expected);
      },
    ),
    {numRuns: 60},
  );
});

test('a frame on the map finds exactly what lies in it, whatever place it is seen from', () => {
  fc.assert(
    fc.property(
      fc.array(fc.array(point, {minLength: 1, maxLength: 3}), {minLength: 1, maxLength: 300}),
      point,
      point,
      fc.double({min: 0.001, max: 0.6, noNaN: true}),
      (places, from, {latitude, longitude}, size) => {
        const atlas = new Atlas();
        const entries = places.map((points, index) => entryAt(index + 1, points));
        for (const entry of entries) atlas.add(entry);
        const frame = {
          west: longitude - size * 1.6,
          south: latitude - size,
          east: longitude + size * 1.6,
          north: latitude + size,
        };
        const expected = entries
          .filter((entry) =>
            entry.points.some(
              (at) =>
                at.latitude >= frame.south &&
                at.latitude <= frame.north &&
                at.longitude >= frame.west &&
                at.longitude <= frame.east,
            ),
          )
          .map((entry) => entry.number);
        const miles = milesAround(frame, from);
        expect(foundBy(entries, atlas.cells.cover(from, miles, frame))).toEqual(expected);
        expect(atlas.numbersWithin(from, miles, frame).sort((a, b) => a - b)).toEqual(expected);
        const touching = foundBy(entries, {cells: atlas.cells.touching(from, miles, frame), numbers: []});
        expect(touching).toEqual(expect.arrayContaining(expected));
      },
    ),
    {numRuns: 60},
  );
});

test('a circle over a crowd is still exact, and is named in far fewer words than listings', () => {
  const atlas = new Atlas();
  const entries = Array.from({length: 20_000}, (_, index) =>
    entryAt(index + 1, [
      {latitude: 51.3 + ((index * 7919) % 3000) / 10_000, longitude: -0.95 + ((index * 104_729) % 4000) / 10_000},
    ]),
  );
  for (const entry of entries) atlas.add(entry);
  const centre = {latitude: 51.4155, longitude: -0.7505};
  const cover = atlas.cells.cover(centre, 5);
  const expected = entries.filter((entry) => milesBetween(centre, entry.points[0]!) <= 5).map((entry) => entry.number);
  expect(foundBy(entries, cover)).toEqual(expected);
  expect(cover.cells.length + cover.numbers.length).toBeLessThan(expected.length / 5);
});

test('a removed listing is found nowhere', () => {
  const atlas = new Atlas();
  atlas.add(entryAt(1, [{latitude: 51.4, longitude: -0.7}]));
  atlas.remove(1);
  expect(atlas.numbersWithin({latitude: 51.4, longitude: -0.7}, 10)).toEqual([]);
  expect(atlas.size).toBe(0);
});

test('the cells of a point lie inside one another', () => {
  fc.assert(
    fc.property(point, (at) => {
      for (let depth = 1; depth < LEVELS.length; depth++) {
        const parent = cellAt(LEVELS[depth - 1]!, at);
        expect(childrenOf(LEVELS[depth - 1]!, parent)).toContain(cellAt(LEVELS[depth]!, at));
      }
    }),
  );
});

test('cells of different sizes never share a name', () => {
  expect(new Set(LEVELS.map((level) => cellName(level, 12345))).size).toBe(LEVELS.length);
});
