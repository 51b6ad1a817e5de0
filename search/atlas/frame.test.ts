import {expect, test} from 'vitest';
import {frameAround, frameOf, milesAround} from './frame.ts';
import {parseSearch, searchParams} from '../search-schema.ts';

const ADDRESS = {q: 'tea', near: 'Holme Green, Wokingham', within: '-0.79,51.39,-0.71,51.44~Holme Green, Wokingham'};
const read = (address: Record<string, string>) => parseSearch(new URLSearchParams(address));

test('what the map showed stands in the address in place of a distance, and comes out of it as it went in', () => {
  const request = read(ADDRESS);
  expect(frameOf(request)).toEqual({west: -0.79, south: 51.39, east: -0.71, north: 51.44});
  expect(Object.fromEntries(searchParams(request))).toEqual(ADDRESS);
  expect(frameOf(read({near: 'Bracknell', within: '3'}))).toBeNull();
});

test('under another place it means nothing, and what is like it is left', () => {
  const moved = {...read(ADDRESS), near: 'Ascot'};
  expect(frameOf(moved)).toBeNull();
  expect(Object.fromEntries(searchParams(moved))).toEqual({q: 'tea', near: 'Ascot', within: '3'});
});

test.each([
  '',
  '~Ascot',
  '1,2,3~Ascot',
  '-0.7,51.4,-0.8,51.5~Ascot',
  'a,b,c,d~Ascot',
  '-0.8,91,-0.7,99~Ascot',
  'any~Ascot',
])('what is no frame is a search like any other: %s', (within) => {
  expect(read({near: 'Ascot', within})).toMatchObject({frame: null, within: 5});
});

test('a frame is told no finer than hundredths, and holds all that was seen', () => {
  expect(frameAround({west: -0.78123, south: 51.40001, east: -0.74, north: 51.42999})).toEqual({
    west: -0.79,
    south: 51.4,
    east: -0.74,
    north: 51.43,
  });
  expect(
    milesAround({west: -0.79, south: 51.39, east: -0.71, north: 51.44}, {latitude: 51.4, longitude: -0.75}),
  ).toBeCloseTo(3.25, 1);
});
