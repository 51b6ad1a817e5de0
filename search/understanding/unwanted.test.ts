import {expect, test} from 'vitest';
import {withoutUnwanted} from './unwanted.ts';

const read = (text: string) =>
  withoutUnwanted(text, (rest) => /[a-z]{4}/i.test(rest))
    .replace(/\s+/g, ' ')
    .trim();

test.each([
  ['something social but not bingo', 'something social'],
  ["I can't sleep, it's nothing to do with money", "I can't sleep, it's"],
  ["he's lonely, it's not about drink. He lost his wife", "he's lonely, it's . He lost his wife"],
  ["exercise for my back but I don't want a gym", 'exercise for my back but I'],
  ['walking rather than running and then tea', 'walking and then tea'],
  ['painting in the daytime not evenings', 'painting in the daytime'],
  ['counselling, not online', 'counselling,'],
  ['yoga not on a monday please', 'yoga please'],
])('%s', (text, rest) => {
  expect(read(text)).toBe(rest);
});

test.each([
  ["don't want to be here anymore"],
  ['no food in the house'],
  ['not for profit help with energy'],
  ['I have nothing to do with myself all day'],
  ["I'm not a confident swimmer"],
  ['he is not sleeping nights'],
  // Nothing else was said.
  ["don't want a baby"],
])('%s: all of it is meant', (text) => {
  expect(read(text)).toBe(text);
});
