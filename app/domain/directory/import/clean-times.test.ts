import {describe, expect, it} from 'vitest';
import {cleanDate, cleanTimestamp} from './clean-date.ts';
import {cleanDays} from './clean-days.ts';
import {cleanSchedules} from './clean-schedule.ts';
import {cleanHours, clock, readTime} from './clean-time.ts';
import {collectFindings, type Note} from './finding.ts';
import {readOpeningTimes} from './read-csv.ts';

const silent: Note = () => {};

function noting<Value>(work: (note: Note) => Value) {
  const {note, findings} = collectFindings();
  return {value: work(note), reasons: findings.map((finding) => finding.reason)};
}

describe('times of day', () => {
  it.each([
    ['09:00', '09:00'],
    ['09:00:00', '09:00'],
    ['9am', '09:00'],
    ['9.30', '09:30'],
    ['9:30 p.m.', '21:30'],
    ['12am', '00:00'],
    ['12 noon', '12:00'],
    ['10:00Z', '10:00'],
    ['10:00:00+01:00', '10:00'],
    ['2024-01-01T18:15:00', '18:15'],
    ['1730', '17:30'],
    ['930', '09:30'],
    [9, '09:00'],
    [1730, '17:30'],
    ['24:00', '24:00'],
    ['18h30', '18:30'],
  ])('%s is %s', (given, expected) => {
    expect(clock(readTime(given)!)).toBe(expected);
  });

  it.each(['25:00', '12:75', 'morning', '13pm', '', true, null, {}, '9-5'])('%s is none', (given) => {
    expect(readTime(given)).toBeNull();
  });

  it('are kept without a word when they are as they should be', () => {
    expect(noting((note) => cleanHours('10:00', '12:30:00', 's', note))).toEqual({
      value: [{opens: '10:00', closes: '12:30', nextDay: false}],
      reasons: [],
    });
  });

  it.each([
    ['22:00', '02:00', 'It runs past midnight, so it was kept as two times', ['22:00-23:59', '00:00-02:00+1']],
    ['20:00', '08:00', 'It runs past midnight, so it was kept as two times', ['20:00-23:59', '00:00-08:00+1']],
    ['10:00', '00:00', 'Midnight at the end of the day was kept as 23:59', ['10:00-23:59']],
    ['00:00', '00:00', 'Midnight at the end of the day was kept as 23:59', ['00:00-23:59']],
    ['09:00', '05:00', 'It would close before it opens, so the closing time was left out', ['09:00-']],
    ['07:00', '02:00', 'It would close before it opens, so the closing time was left out', ['07:00-']],
    ['09:00', '09:00', 'It would close before it opens, so the closing time was left out', ['09:00-']],
    ['9am - 5pm', '', 'Opening and closing time stood in one field', ['09:00-17:00']],
    ['soon', '12:00', 'Not a time of day, so it was left out', ['-12:00']],
  ])('%s to %s: %s', (opens, closes, reason, expected) => {
    const {value, reasons} = noting((note) => cleanHours(opens, closes, 's', note));
    expect(value.map((hours) => `${hours.opens ?? ''}-${hours.closes ?? ''}${hours.nextDay ? '+1' : ''}`)).toEqual(
      expected,
    );
    expect(reasons).toContain(reason);
  });
});

describe('days of the week', () => {
  it.each([
    ['MO,TU', 'MO,TU'],
    ['Monday', 'MO'],
    ['MO;TU', 'MO,TU'],
    ['mo, we', 'MO,WE'],
    ['Tuesdays and Thursdays', 'TU,TH'],
    ['Mon-Fri', 'MO,TU,WE,TH,FR'],
    ['Saturday to Monday', 'MO,SA,SU'],
    ['weekdays', 'MO,TU,WE,TH,FR'],
    ['every day', 'MO,TU,WE,TH,FR,SA,SU'],
    ['1MO', '1MO'],
    ['+1MO,+1MO', '1MO'],
    ['MO,TU,MO', 'MO,TU'],
    ['first Monday of the month', '1MO'],
    ['1st and 3rd Tuesday', '1TU,3TU'],
    ['last Friday', '-1FR'],
    [['MO', 'WE'], 'MO,WE'],
    ['Weds', 'WE'],
    ['by arrangement', null],
    [{day: 'MO'}, null],
    ['', null],
  ])('%j is %s', (given, expected) => {
    expect(cleanDays(given, 'byday', silent)).toBe(expected);
  });
});

describe('dates', () => {
  it.each([
    ['2024-02-29', '2024-02-29'],
    ['29/02/2024', '2024-02-29'],
    ['1/3/24', '2024-03-01'],
    ['12/25/2024', '2024-12-25'],
    ['3 March 2024', '2024-03-03'],
    ['Sunday 3rd Mar 2024', '2024-03-03'],
    ['20240303', '2024-03-03'],
    ['2024-03-03T10:00:00', '2024-03-03'],
    // Midnight of 1 July in British Summer Time.
    ['2024-06-30T23:00:00Z', '2024-07-01'],
    ['2023-02-29', null],
    ['31/02/2024', null],
    ['soon', null],
    [{}, null],
    [true, null],
    ['0001-01-01', null],
  ])('%j is %s', (given, expected) => {
    expect(cleanDate(given, 'd', silent)).toBe(expected);
  });

  it('with a time keep their moment; without a time zone they are British', () => {
    expect(cleanTimestamp('2024-07-01T12:00:00Z', 't', silent)).toBe('2024-07-01T12:00:00.000Z');
    expect(cleanTimestamp('2024-07-01T12:00:00', 't', silent)).toBe('2024-07-01T11:00:00.000Z');
    expect(cleanTimestamp('2024-01-01 12:00', 't', silent)).toBe('2024-01-01T12:00:00.000Z');
    expect(cleanTimestamp('01/07/2024', 't', silent)).toBe('2024-06-30T23:00:00.000Z');
    expect(cleanTimestamp('0001-01-01T00:00:00', 't', silent)).toBeNull();
    expect(cleanTimestamp('2999-01-01T00:00:00Z', 't', silent)).toBeNull();
    expect(cleanTimestamp({a: 1}, 't', silent)).toBeNull();
  });
});

describe('regular times', () => {
  const clean = (...items: unknown[]) => noting((note) => cleanSchedules(items, 'schedules', note));
  const brief = (items: unknown[]) =>
    clean(...items).value.schedules.map((s) =>
      [s.freq, s.interval, s.byday ?? s.bymonthday, s.opens_at, s.closes_at].join(' '),
    );

  it('come through as they are', () => {
    expect(brief([{freq: 'WEEKLY', byday: 'MO', opens_at: '10:00', closes_at: '12:00'}])).toEqual([
      'WEEKLY 1 MO 10:00 12:00',
    ]);
    expect(brief([{freq: 'MONTHLY', byday: '1MO', interval: 2}])).toEqual(['MONTHLY 2 1MO  ']);
    expect(brief([{freq: 'MONTHLY', bymonthday: '1,15'}])).toEqual(['MONTHLY 1 1,15  ']);
    expect(brief([{freq: 'MONTHLY', byday: '-1FR', bymonthday: '15'}])).toEqual(['MONTHLY 1 -1FR  ']);
  });

  it('are mended when their parts contradict each other', () => {
    expect(brief([{freq: 'weekly', byday: '1TU'}])).toEqual(['MONTHLY 1 1TU  ']);
    expect(brief([{byday: 'first tuesday'}])).toEqual(['MONTHLY 1 1TU  ']);
    expect(brief([{freq: 'DAILY', opens_at: '9am', closes_at: '5pm'}])).toEqual([
      'WEEKLY 1 MO,TU,WE,TH,FR,SA,SU 09:00 17:00',
    ]);
    expect(brief([{freq: 'Fortnightly', byday: 'WE'}])).toEqual(['WEEKLY 2 WE  ']);
    expect(brief([{freq: 'WEEKLY', byday: 'TH,FR', bymonthday: '2,3'}])).toEqual(['WEEKLY 1 TH,FR  ']);
    expect(brief([{freq: 'WEEKLY', byday: 'TH', interval: 0}])).toEqual(['WEEKLY 1 TH  ']);
  });

  it('past midnight are two, the second on the next days', () => {
    expect(brief([{byday: 'FR,SU', opens_at: '22:00', closes_at: '02:00'}])).toEqual([
      'WEEKLY 1 FR,SU 22:00 23:59',
      'WEEKLY 1 SA,MO 00:00 02:00',
    ]);
    const monthly = clean({byday: '1FR', opens_at: '22:00', closes_at: '02:00'});
    expect(monthly.value.schedules).toHaveLength(1);
    expect(monthly.reasons).toContain('The hours after midnight could not be kept');
  });

  it('on one date are that date only', () => {
    const [once] = clean({dtstart: '2024-03-05', opens_at: '10:00', closes_at: '11:00'}).value.schedules;
    expect(once).toMatchObject({byday: 'TU', dtstart: '2024-03-05', until: '2024-03-05'});
  });

  it('without days or dates are kept as words', () => {
    const {value, reasons} = clean({description: 'Ring us for the next date', opens_at: '10:00'});
    expect(value).toEqual({schedules: [], words: ['Ring us for the next date']});
    expect(reasons).toContain('Times without days or dates were left out');
    expect(clean({freq: 'YEARLY', byday: 'MO', description: 'Every spring'}).value.words).toEqual(['Every spring']);
  });

  it('that end before they start lose their end', () => {
    const [schedule] = clean({byday: 'MO', valid_from: '2024-05-01', valid_to: '2024-04-01'}).value.schedules;
    expect(schedule).toMatchObject({valid_from: '2024-05-01', valid_to: null});
  });
});

describe('opening times in one column', () => {
  it('are read part by part', () => {
    expect(readOpeningTimes('Mon-Fri 9am-5pm; Sat: 10:00 - 12:00; first Tuesday 2-4pm; Sundays')).toEqual({
      schedules: [
        {byday: 'MO,TU,WE,TH,FR', opens_at: '09:00', closes_at: '17:00'},
        {byday: 'SA', opens_at: '10:00', closes_at: '12:00'},
        {byday: '1TU', opens_at: '14:00', closes_at: '16:00'},
        {byday: 'SU'},
      ],
      unread: [],
    });
  });

  it('that cannot be read are given back as words', () => {
    expect(readOpeningTimes('Mon 9-5pm; term time only')).toEqual({
      schedules: [{byday: 'MO', opens_at: '09:00', closes_at: '17:00'}],
      unread: ['term time only'],
    });
  });
});
