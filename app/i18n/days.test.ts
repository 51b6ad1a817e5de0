import {expect, it} from 'vitest';
import {dayIn, momentIn} from './days.ts';

it.each([
  ['en', 'Tuesday 3 March 2026', '3 March 2026'],
  ['cy', 'Dydd Mawrth, 3 Mawrth 2026', '3 Mawrth 2026'],
  ['pl', 'wtorek, 3 marca 2026', '3 marca 2026'],
] as const)('a day in %s is %s', (locale, whole, date) => {
  expect(dayIn(locale, '2026-03-03')).toBe(whole);
  expect(dayIn(locale, '2026-03-03', 'date')).toBe(date);
  // Half past midnight in a British summer is still the day before in Greenwich.
  expect(dayIn(locale, new Date('2026-07-09T23:30:00Z'), 'date')).toMatch(/^10 /);
});

it.each([
  ['en', 'Thursday 9 July 2026, 12:05am'],
  ['cy', 'Dydd Iau, 9 Gorffennaf 2026, 0:05'],
  ['pl', 'czwartek, 9 lipca 2026, 0:05'],
] as const)('a moment in %s is %s', (locale, words) => {
  expect(momentIn(locale, new Date('2026-07-08T23:05:00Z'))).toBe(words);
});
