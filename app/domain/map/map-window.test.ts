import {expect, test} from 'vitest';
import {readMapWindow} from './map-window.ts';

const read = (query: string) => readMapWindow(new URLSearchParams(query));

test('a window is read from its four sides and its zoom', () => {
  expect(read('bbox=-0.8,51.3,-0.6,51.5&zoom=12')).toEqual({
    bounds: {west: -0.8, south: 51.3, east: -0.6, north: 51.5},
    zoom: 12,
  });
});

test.each([
  '',
  'bbox=',
  'bbox=1,2,3',
  'bbox=a,b,c,d',
  'bbox=-0.6,51.3,-0.8,51.5',
  'bbox=-0.8,51.5,-0.6,51.3',
  'bbox=-900,51,0,52',
])('sides that make no window are left out: %s', (query) => {
  expect(read(query)).toEqual({zoom: 11});
});

test.each([
  ['zoom=99', 19],
  ['zoom=-3', 4],
  ['zoom=12.6', 13],
  ['zoom=near', 11],
  ['zoom=', 11],
])('zoom stays between a country and a street: %s', (query, zoom) => {
  expect(read(query).zoom).toBe(zoom);
});
