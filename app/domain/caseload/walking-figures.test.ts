import {expect, it} from 'vitest';
import {NOTHING_HIDDEN, SMALL_NUMBERS} from '../figures/suppress.ts';
import {showContract, showWalking, type WalkingCounts} from './walking-figures.ts';

const group = (name: string, more: Partial<WalkingCounts>): WalkingCounts => ({
  name,
  referred: 100,
  waiting: 10,
  declined: 10,
  engaged: 70,
  reached: 75,
  medianHours: 120,
  closed: 60,
  contactsOfClosed: 360,
  ...more,
});

it('shows the whole area as it is: the share of those referred, and contacts per case that is over', () => {
  expect(showWalking([group('all', {})], true, SMALL_NUMBERS)).toMatchObject([
    {referred: 100, waiting: 10, declined: 10, engaged: 70, engagedShare: 0.7, medianHours: 120, contactsPerCase: 6},
  ]);
});

it('hides small numbers, a second one beside them, and what would be told of too few', () => {
  const [few, many] = showWalking(
    [
      group('few', {referred: 6, waiting: 0, declined: 1, engaged: 3, reached: 4, closed: 2}),
      group('many', {waiting: 3}),
    ],
    false,
    SMALL_NUMBERS,
  );
  expect(few).toMatchObject({
    referred: 'hidden',
    engaged: 'hidden',
    engagedShare: null,
    medianHours: null,
    contactsPerCase: null,
  });
  expect(many).toMatchObject({referred: 105, waiting: 'hidden', medianHours: 120});
  // With the total of all, either would tell how many of the few there are.
  expect([many!.engaged, many!.declined]).toEqual(['hidden', 'hidden']);
});

it('tells a mean of the contract only where enough have both scores', () => {
  const row = {
    people: 9,
    due: 9,
    meanFirst: 7,
    meanLatest: 6,
    variance: 1,
    improved: 5,
    unchanged: 2,
    worse: 0,
    both: 7,
  };
  expect(showContract([{months: 6, ...row}], false, SMALL_NUMBERS)).toMatchObject([
    {both: 'hidden', completeness: null, meanChange: null, interval: null},
  ]);
  expect(showContract([{months: 6, ...row}], false, NOTHING_HIDDEN)).toMatchObject([
    {both: 7, improved: 5, meanChange: -1},
  ]);
  // Complete: of those that are due. Where more were asked somewhat early, all of them are.
  const completenessOf = (due: number) =>
    showContract([{months: 6, ...row, due}], false, NOTHING_HIDDEN)[0]!.completeness;
  expect([completenessOf(28), completenessOf(5), completenessOf(0)]).toEqual([0.25, 1, null]);
});
