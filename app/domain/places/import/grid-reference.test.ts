import {existsSync, readFileSync} from 'node:fs';
import {expect, it} from 'vitest';
import {milesBetween} from '../../../../search/atlas/distance.ts';
import {positionOfGridReference} from './grid-reference.ts';
import {readFields} from './read-csv.ts';

const METRES_IN_A_MILE = 1609.344;
const SAMPLE = new URL('../../../../../shared/data/onspd-sample.csv', import.meta.url);

const metresBetween = (...positions: Parameters<typeof milesBetween>) => milesBetween(...positions) * METRES_IN_A_MILE;

it("puts Ordnance Survey's worked example where it is", () => {
  const position = positionOfGridReference(651409.903, 313177.27);
  expect(metresBetween(position, {latitude: 52.6579786, longitude: 1.7160519})).toBeLessThan(5);
});

it.skipIf(!existsSync(SAMPLE))(
  'agrees within 5 m with the published positions of real postcodes (skipped without the sample file)',
  () => {
    const rows = readFileSync(SAMPLE, 'latin1')
      .trim()
      .split('\n')
      .map((line) => readFields(line));
    expect(rows.length).toBeGreaterThan(100);
    for (const [postcode, , , , , easting, northing, latitude, longitude] of rows) {
      const published = {latitude: Number(latitude), longitude: Number(longitude)};
      const position = positionOfGridReference(Number(easting), Number(northing));
      expect(metresBetween(position, published), postcode).toBeLessThan(5);
    }
  },
);
