import {expect, it} from 'vitest';
import {momentInWords, shortDay, shortMoment, timeInWords} from './moments.ts';

it('the clock is that of Britain, with 24 hours', () => {
  expect(timeInWords(new Date('2026-03-03T12:05:00Z'))).toBe('12:05');
  expect(timeInWords(new Date('2026-03-03T00:57:00Z'))).toBe('00:57');
  expect(momentInWords(new Date('2026-07-03T13:05:00Z'))).toBe('Friday 3 July 2026, 14:05');
});

it('a day of this year needs no year, and the year is that of Britain', () => {
  const now = new Date('2026-12-31T12:00:00Z');
  expect(shortDay(new Date('2026-03-03T12:05:00Z'), now)).toBe('Tuesday 3 March');
  expect(shortMoment(new Date('2026-07-03T13:05:00Z'), now)).toBe('Friday 3 July, 14:05');
  expect(shortDay(new Date('2025-12-31T12:05:00Z'), now)).toBe('Wednesday 31 December 2025');
  expect(shortDay(new Date('2026-03-03T12:05:00Z'), new Date('2026-12-31T23:59:00Z'))).toBe('Tuesday 3 March');
});
