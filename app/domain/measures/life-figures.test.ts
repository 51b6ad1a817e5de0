import {expect, it} from 'vitest';
import {SMALL_NUMBERS} from '../figures/suppress.ts';
import {showAspirations, showDomains} from './life-figures.ts';

it('hides a second group where the total of one part of life is known and one group is small', () => {
  const mood = {about: 'mood' as const, unchanged: 30, worse: 20};
  const shown = showDomains(
    [
      {...mood, name: 'few', improved: 3},
      {...mood, name: 'many', improved: 200},
      {...mood, name: 'some', improved: 40},
    ],
    false,
    SMALL_NUMBERS,
  );
  expect(shown.map(({improved}) => improved)).toEqual(['hidden', 195, 'hidden']);
  // The rows add up to how many looked back, so none has one hidden cell alone.
  for (const {improved, unchanged, worse} of shown)
    expect([improved, unchanged, worse].filter((cell) => cell === 'hidden').length).not.toBe(1);
  expect(shown[0]).toMatchObject({improvedShare: null, asked: 60});
});

it('hides what few want, and shows the whole area as it is', () => {
  const row = {name: 'all', about: 'out' as const, there: 2, onTheWay: 3, notSaid: 0};
  expect(showAspirations([row], false, SMALL_NUMBERS)[0]).toMatchObject({people: 'hidden', there: 'hidden'});
  expect(showAspirations([row], true, SMALL_NUMBERS)[0]).toMatchObject({people: 5, there: 2, onTheWay: 3, notSaid: 0});
});
