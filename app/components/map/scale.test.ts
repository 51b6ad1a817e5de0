import {expect, test} from 'vitest';
import {map} from '../../i18n/en/map.ts';
import {lengthInWords, scaleFor} from './scale.ts';

test.each([
  [0.02, '2 miles', 100],
  [0.01, '1 mile', 100],
  [0.005, '½ mile', 100],
  [0.0025, '¼ mile', 100],
  [0.0008, '100 yards', 71],
  [1, '100 miles', 100],
])('at %d miles for each pixel the bar is %s', (milesPerPixel, words, pixels) => {
  const scale = scaleFor(milesPerPixel);
  expect(lengthInWords(scale.miles, map.scale)).toBe(words);
  expect(scale.pixels).toBe(pixels);
});
