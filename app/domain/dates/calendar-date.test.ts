import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {addDays, calendarDate, londonClock, londonMoment, londonTimestamp, weekdayOf} from './calendar-date.ts';

const anyDay = fc.integer({min: 0, max: 20_000}).map((days) => addDays('1996-01-01', days));
const anyTime = fc
  .integer({min: 0, max: 1439})
  .map((minutes) => new Date(minutes * 60_000).toISOString().slice(11, 16));

describe('days and times in the United Kingdom', () => {
  it('knows both clock changes', () => {
    expect(londonTimestamp('2026-03-28', '10:30')).toBe('2026-03-28T10:30:00Z');
    expect(londonTimestamp('2026-03-29', '10:30')).toBe('2026-03-29T10:30:00+01:00');
    expect(londonTimestamp('2026-10-24', '10:30')).toBe('2026-10-24T10:30:00+01:00');
    expect(londonTimestamp('2026-10-25', '10:30')).toBe('2026-10-25T10:30:00Z');
  });

  it('reads the hour that does not exist as the hour after it, and the hour that is there twice as the first', () => {
    expect(londonTimestamp('2026-03-29', '01:30')).toBe('2026-03-29T02:30:00+01:00');
    expect(londonTimestamp('2026-10-25', '01:30')).toBe('2026-10-25T01:30:00+01:00');
  });

  it('says what the clock on the wall says, whatever the day', () => {
    expect(londonClock(new Date('2026-06-30T23:30:00Z'))).toEqual({date: '2026-07-01', time: '00:30'});
    expect(londonClock(new Date('2026-12-31T23:30:00Z'))).toEqual({date: '2026-12-31', time: '23:30'});
  });

  it('goes from the wall to the moment and back without moving', () => {
    fc.assert(
      fc.property(anyDay, anyTime, (date, time) => {
        const isMissingHour =
          time.startsWith('01') && date.slice(5, 7) === '03' && weekdayOf(date) === 6 && date.slice(8) > '24';
        fc.pre(!isMissingHour);
        expect(londonClock(londonMoment(date, time))).toEqual({date, time});
      }),
    );
  });

  it('counts days and weekdays', () => {
    expect(calendarDate(2028, 3, 0)).toBe('2028-02-29');
    expect(addDays('2026-12-31', 1)).toBe('2027-01-01');
    expect(weekdayOf('2026-11-23')).toBe(0);
    expect(weekdayOf('2026-11-22')).toBe(6);
  });
});
