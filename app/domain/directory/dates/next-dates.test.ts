import {describe, expect, it} from 'vitest';
import {nextDates, type PlacedSchedule} from './next-dates.ts';

const weekly = (
  byday: string,
  opensAt: string | null,
  closesAt: string | null,
  rest: Partial<PlacedSchedule> = {},
): PlacedSchedule => ({
  freq: 'WEEKLY',
  interval: 1,
  byday,
  bymonthday: null,
  dtstart: null,
  until: null,
  validFrom: null,
  validTo: null,
  opensAt,
  closesAt,
  ...rest,
});
const at = (date: string, time = '08:00') => ({date, time});
const days = (found: ReturnType<typeof nextDates>) => found.dates.map(({date}) => date);

describe('the next dates', () => {
  it('are the next five, with their times', () => {
    const found = nextDates([weekly('WE', '10:30:00', '12:00:00')], at('2026-11-22'));
    expect(days(found)).toEqual(['2026-11-25', '2026-12-02', '2026-12-09', '2026-12-16', '2026-12-23']);
    expect(found.dates[0]).toEqual({date: '2026-11-25', from: '10:30', to: '12:00', place: null});
    expect(found.closures).toEqual([]);
  });

  it('have the same time on the wall before and after a clock change', () => {
    const found = nextDates([weekly('SU', '00:30:00', '03:00:00')], at('2026-03-22', '23:00'));
    expect(found.dates.slice(0, 2)).toEqual([
      {date: '2026-03-29', from: '00:30', to: '03:00', place: null},
      {date: '2026-04-05', from: '00:30', to: '03:00', place: null},
    ]);
  });

  it('count a session of today until it ends', () => {
    const today = [weekly('WE', '10:30:00', '12:00:00')];
    expect(days(nextDates(today, at('2026-11-25', '11:59')))[0]).toBe('2026-11-25');
    expect(days(nextDates(today, at('2026-11-25', '12:00')))[0]).toBe('2026-12-02');
    expect(days(nextDates([weekly('WE', '20:00:00', '24:00:00')], at('2026-11-25', '23:59')))[0]).toBe('2026-11-25');
    expect(days(nextDates([weekly('WE', null, null)], at('2026-11-25', '23:59')))[0]).toBe('2026-11-25');
  });

  it('leave out bank holidays, and say so', () => {
    const found = nextDates([weekly('MO', '14:00:00', '16:00:00')], at('2026-04-01'));
    expect(days(found)).toEqual(['2026-04-13', '2026-04-20', '2026-04-27', '2026-05-11', '2026-05-18']);
    expect(found.closures).toEqual([
      {date: '2026-04-06', name: 'easter-monday', isSubstitute: false},
      {date: '2026-05-04', name: 'early-may', isSubstitute: false},
    ]);
  });

  it('keep bank holidays for what is open on them', () => {
    const found = nextDates([weekly('MO', '14:00:00', '16:00:00')], at('2026-04-01'), {
      openOnBankHolidays: true,
      count: 2,
    });
    expect(days(found)).toEqual(['2026-04-06', '2026-04-13']);
    expect(found.closures).toEqual([]);
  });

  it('tell of a bank holiday within four weeks, also when five dates are this week', () => {
    const found = nextDates([weekly('MO,TU,WE,TH,FR', '09:00:00', '17:00:00')], at('2026-12-07'));
    expect(days(found).at(-1)).toBe('2026-12-11');
    expect(found.closures.map(({date}) => date)).toEqual(['2026-12-25', '2026-12-28', '2027-01-01']);
  });

  it('are in order when several schedules are mixed, and say one session once', () => {
    const found = nextDates(
      [
        weekly('WE', '14:00:00', '15:00:00'),
        weekly('WE', '10:00:00', '11:00:00'),
        weekly('TU,WE', '10:00:00', '11:00:00'),
      ],
      at('2026-11-22'),
      {count: 3},
    );
    expect(found.dates.map(({date, from}) => `${date} ${from}`)).toEqual([
      '2026-11-24 10:00',
      '2026-11-25 10:00',
      '2026-11-25 14:00',
    ]);
  });

  it('look a year ahead and no further', () => {
    const yearly = weekly('1SA', '10:00:00', null, {freq: 'MONTHLY', interval: 12, dtstart: '2020-06-06'});
    expect(days(nextDates([yearly], at('2026-11-22')))).toEqual(['2027-06-05']);
    expect(
      days(
        nextDates(
          [
            weekly('', null, null, {
              freq: 'MONTHLY',
              byday: null,
              bymonthday: '31',
              interval: 12,
              dtstart: '2020-02-01',
            }),
          ],
          at('2026-11-22'),
        ),
      ),
    ).toEqual([]);
    expect(nextDates([], at('2026-11-22'))).toEqual({dates: [], closures: []});
  });
});
