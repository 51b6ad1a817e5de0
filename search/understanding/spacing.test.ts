import {expect, test} from 'vitest';
import type {KnownWords} from './known-words.ts';
import {makeRespace} from './spacing.ts';

const words =
  'food parcel mum baby depressed lonely couch need parenting parent cant afford rent the and can i my housing playgroup'.split(
    ' ',
  );
const known: KnownWords = {
  uses: new Map(words.map((word) => [word, 1])),
  isOwn: new Set(words),
  isRight: (word) => words.includes(word),
  isBeginning: (start) => words.some((word) => word.startsWith(start)),
};
const slips: Record<string, string> = {lonelyy: 'lonely', parentng: 'parenting'};
const respace = makeRespace(known, (word) => slips[word] ?? word);

test.each([
  ['foodparcel', 'food parcel'],
  ['a mumandbaby group', 'a mum and baby group'],
  ['feeling dep ressed', 'feeling depressed'],
  ['couch2 5k', 'couch to 5k'],
  ['cantafford rent', 'cant afford rent'],
  ["Can't, foodparcel!", "Can't, food parcel!"],
])('%s', (typed, meant) => {
  expect(respace(typed)).toBe(meant);
});

test.each(['food parcel', 'I need food', 'lonelyy', 'parentin', 'parentng', 'covid19', 'zzzfood', '', '🙂'])(
  '%s stays as it is',
  (typed) => {
    expect(respace(typed)).toBe(typed);
  },
);
