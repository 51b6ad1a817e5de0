import {expect, it} from 'vitest';
import {momentInWords, timeInWords} from './moments.ts';

it('noon and midnight are twelve, as people say them, and the clock is that of Britain', () => {
  expect(timeInWords(new Date('2026-03-03T12:05:00Z'))).toBe('12:05pm');
  expect(timeInWords(new Date('2026-03-03T00:57:00Z'))).toBe('12:57am');
  expect(momentInWords(new Date('2026-07-03T13:05:00Z'))).toBe('Friday 3 July 2026, 2:05pm');
});
