import {expect, it} from 'vitest';
import {type PlaceToSave} from '../../../../db/save-places.ts';
import {toldApart} from './told-apart.ts';

const place = (name: string, latitude: number, longitude: number, population: number): PlaceToSave => ({
  name,
  kind: 'town',
  within: null,
  latitude,
  longitude,
  gss: null,
  population,
  spellings: [name.toLowerCase()],
});
const labels = (places: PlaceToSave[]) =>
  toldApart(places).map(({name, within}) => (within ? `${name}, ${within}` : name));

const CLEVEDON = place('Clevedon', 51.44, -2.85, 21_000);
const LEDBURY = place('Ledbury', 52.03, -2.42, 10_000);

it('says of places that share a name which known town each is near', () => {
  expect(labels([place('Yatton', 51.96, -2.53, 0), CLEVEDON, LEDBURY, place('Yatton', 51.39, -2.82, 900)])).toEqual([
    'Yatton, near Ledbury',
    'Clevedon',
    'Ledbury',
    'Yatton, near Clevedon',
  ]);
});

it('lets the largest stand alone when it is known itself, and whatever nobody shares a name with', () => {
  expect(labels([place('Yatton', 51.96, -2.53, 0), CLEVEDON, LEDBURY, place('Yatton', 51.39, -2.82, 10_251)])).toEqual([
    'Yatton, near Ledbury',
    'Clevedon',
    'Ledbury',
    'Yatton',
  ]);
});

it('never says the same of two, and never that a place is near its namesake', () => {
  const told = labels([place('Wing', 51.4, -2.8, 1), place('Wing', 51.39, -2.82, 2), CLEVEDON, LEDBURY]);
  expect(new Set(told).size).toBe(4);
  expect(labels([place('Wing', 51.4, -2.8, 20_000), place('Wing', 51.39, -2.82, 2)])).toEqual(['Wing', 'Wing']);
});
