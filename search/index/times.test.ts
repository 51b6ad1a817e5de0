import {expect, test} from 'vitest';
import {listingTime, timeTokens} from './times.ts';

const row = {
  freq: 'WEEKLY' as const,
  interval: 1,
  byday: null,
  bymonthday: null,
  opensAt: null,
  closesAt: null,
  notes: null,
};

test('a weekly morning on Wednesdays', () => {
  const time = listingTime({...row, byday: 'WE', opensAt: '10:30:00', closesAt: '12:00:00'});
  expect(time).toEqual({days: ['WE'], from: '10:30', to: '12:00'});
  expect(timeTokens([time])).toEqual(['part:morning', 'slot:WE-morning', 'day:WE']);
});

test('the first and third Tuesday of the month', () => {
  expect(listingTime({...row, freq: 'MONTHLY', byday: '1TU,3TU'})).toEqual({days: ['TU'], weeks: [1, 3]});
});

test('weekly from a first day, with no day named, is that day of the week', () => {
  expect(listingTime({...row, dtstart: '2026-03-03'}).days).toEqual(['TU']);
});

test('twenty minutes past noon do not make a morning class an afternoon one', () => {
  expect(timeTokens([{days: ['MO'], from: '10:00', to: '12:20'}])).not.toContain('part:afternoon');
});

test('an office open all day counts for morning and afternoon', () => {
  const tokens = timeTokens([{days: ['MO'], from: '09:00', to: '17:00'}]);
  expect(tokens).toContain('slot:MO-morning');
  expect(tokens).toContain('slot:MO-afternoon');
  expect(tokens).not.toContain('slot:MO-evening');
});

test('Monday evening and Tuesday morning are not Monday morning', () => {
  const tokens = timeTokens([
    {days: ['MO'], from: '18:00', to: '20:00'},
    {days: ['TU'], from: '09:00', to: '11:00'},
  ]);
  expect(tokens).not.toContain('slot:MO-morning');
});
