import {expect, it} from 'vitest';
import {normalisePlaceName} from './places-normalise.ts';

it.each([
  ["Jennett's Park", 'jennetts park'],
  ['Jennett’s  Park', 'jennetts park'],
  ['Henley-on-Thames', 'henley on thames'],
  ['Gt. Hollands', 'great hollands'],
  ['Saint Albans', 'st albans'],
  ['Tyne & Wear', 'tyne and wear'],
  ['Ynys Môn', 'ynys mon'],
  ['  ', ''],
])('%s is stored and looked up as %j', (typed, stored) => {
  expect(normalisePlaceName(typed)).toBe(stored);
});
