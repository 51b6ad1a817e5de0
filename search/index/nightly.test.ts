import {expect, test} from 'vitest';
import {untilNextNight} from './nightly.ts';

const hours = (ms: number) => ms / 3_600_000;

test('in winter half past three in London is half past three UTC', () => {
  expect(hours(untilNextNight(new Date('2026-01-10T01:30:00Z')))).toBe(2);
});
test('in summer it is half past two UTC', () => {
  expect(hours(untilNextNight(new Date('2026-07-10T01:30:00Z')))).toBe(1);
});
test('just after, it is a day away', () => {
  expect(hours(untilNextNight(new Date('2026-01-10T03:30:00Z')))).toBe(24);
});
