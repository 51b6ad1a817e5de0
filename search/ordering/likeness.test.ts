import {expect, test} from 'vitest';
import {makeLikeness} from './likeness.ts';
import {TermIndex, termsOf} from '../understanding/terms.ts';

const index = new TermIndex();
const listing = (name: string, description: string) => index.pack(termsOf([[name], [], [], [description]]));
const choir = listing('Village choir', 'We sing old songs and drink tea.');
const singers = listing('Sunday singers', 'Songs for people who love to sing in a choir.');
const football = listing('Walking football', 'A slow game, and tea.');
const nothing = index.pack([]);

const likeness = makeLikeness([choir], index, 4);

test('what is the same is wholly alike, what shares telling words more than what shares few', () => {
  expect(likeness(choir)).toBeCloseTo(1);
  expect(likeness(singers)).toBeGreaterThan(likeness(football));
  expect(likeness(football)).toBeGreaterThan(0);
});
test('what has no words is like nothing, and nothing is like no answers', () => {
  expect(likeness(nothing)).toBe(0);
  expect(makeLikeness([], index, 4)(choir)).toBe(0);
});
test('of several first answers the first counts most', () => {
  const toBoth = makeLikeness([choir, football], index, 4);
  expect(toBoth(choir)).toBeGreaterThan(toBoth(football));
});
