import {expect, test} from 'vitest';
import {map as words} from '../../i18n/en/map.ts';
import {cardLetters} from './card-letters.ts';
import type {MapData, MapFeature} from './map-data.ts';
import {pinViews} from './pin-views.ts';

const data = (features: MapFeature[]): MapData => ({
  total: 3,
  withoutPlace: 0,
  bounds: null,
  features,
  places: [{name: 'Great Hollands', kind: 'suburb', latitude: 51.398, longitude: -0.7735}],
  area: null,
});
const listing = (number: number, latitude: number): MapFeature => ({
  type: 'listing',
  number,
  slug: `listing-${number}`,
  name: `Listing ${number}`,
  latitude,
  longitude: -0.75,
});
const cluster = (expansionZoom: number): MapFeature => ({
  type: 'cluster',
  count: 12,
  latitude: 51.399,
  longitude: -0.774,
  expansionZoom,
});

test('cards that have a place get a letter each, in the order of the list', () => {
  const cards = [
    {number: 7, point: {}},
    {number: 3, point: null},
    {number: 5, point: {}},
  ];
  expect([...cardLetters(cards)]).toEqual([
    [7, 'A'],
    [5, 'B'],
  ]);
});

test('pins of the list come first by letter, the others from north to south', () => {
  const pins = pinViews(data([listing(1, 51.3), listing(2, 51.5), listing(9, 51.4)]), new Map([[9, 'A']]), words);
  expect(pins.map(({label}) => label)).toEqual(['A: Listing 9', 'Listing 2', 'Listing 1']);
});

test('a cluster says how many it holds, near where, and what pressing it does', () => {
  const [parting, staying] = [cluster(13), cluster(18)].map((each) => pinViews(data([each]), new Map(), words)[0]);
  expect(parting).toMatchObject({face: '12', look: 'many', label: '12 results near Great Hollands. Look closer.'});
  expect(staying).toMatchObject({face: '12', look: 'spot', label: '12 results near Great Hollands. Show them.'});
});
