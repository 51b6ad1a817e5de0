import {expect, test} from 'vitest';
import {rootOf, stemOf} from './words.ts';

test('a word is known in all its forms, and by who does it', () => {
  expect(['pay', 'pays', 'paying', 'paid'].map(rootOf)).toEqual(['pay', 'pay', 'pay', 'pay']);
  expect(rootOf('crying')).toBe('cry');
  expect(['told', 'forgotten', 'knitter'].map(rootOf)).toEqual(['tell', 'forget', 'knit'].map(rootOf));
});

test('in a listing only endings are taken off', () => {
  expect(stemOf('walking')).toBe('walk');
  expect(stemOf('paid')).toBe('paid');
});
