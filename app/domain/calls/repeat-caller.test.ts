import {expect, it} from 'vitest';
import {isRepeatCaller, repeatSince} from './repeat-caller.ts';

it('the third contact within 96 hours is a repeat, the second is not', () => {
  expect([0, 1, 2, 3].map(isRepeatCaller)).toEqual([false, false, true, true]);
});

it('96 hours are hours, not days: a change of the clocks does not bend them', () => {
  expect(repeatSince(new Date('2026-03-30T12:00:00Z')).toISOString()).toBe('2026-03-26T12:00:00.000Z');
});
