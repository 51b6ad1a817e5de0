import {expect, test} from 'vitest';
import {mendedText} from './mended-text.ts';

const mend = (word: string) => ({lonley: 'lonely', walkng: 'walking', knitters: 'knitting'})[word] ?? word;

test.each([
  ['I feel lonley', 'I feel lonely'],
  ['Walkng, can’t sleep (lonley)', 'walking, can’t sleep (lonely)'],
])('%s is mended to %s', (typed, meant) => {
  expect(mendedText(typed, mend)).toBe(meant);
});

test.each(['I feel lonely', 'knitters in Ascot', "can't sleep", '', '🙂 caffè'])('%s needs no mending', (typed) => {
  expect(mendedText(typed, mend)).toBeNull();
});
