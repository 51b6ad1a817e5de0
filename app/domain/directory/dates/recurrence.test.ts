import fc from 'fast-check';
import * as rrulePackage from 'rrule';
import {describe, expect, it} from 'vitest';
import {addDays} from '../../dates/calendar-date.ts';
import {dayRule, occurrences, WEEKDAYS, type Schedule} from './recurrence.ts';

const schedule = (parts: Partial<Schedule>): Schedule => ({
  freq: 'WEEKLY',
  interval: 1,
  byday: null,
  bymonthday: null,
  dtstart: null,
  until: null,
  validFrom: null,
  validTo: null,
  opensAt: null,
  closesAt: null,
  ...parts,
});
const days = (parts: Partial<Schedule>, from: string, to: string) => occurrences(schedule(parts), from, to);

describe('the days of a schedule', () => {
  it('are every week on the same weekday', () => {
    expect(days({byday: 'WE'}, '2026-03-20', '2026-04-10')).toEqual(['2026-03-25', '2026-04-01', '2026-04-08']);
  });

  it('are every second week counted from the first date, also when two days share the week', () => {
    expect(days({byday: 'MO,FR', interval: 2, dtstart: '2026-01-05'}, '2026-11-01', '2026-11-30')).toEqual([
      '2026-11-09',
      '2026-11-13',
      '2026-11-23',
      '2026-11-27',
    ]);
  });

  it('are the first and third Tuesday, the last Friday, a fifth Monday when there is one', () => {
    const of = (byday: string) => days({freq: 'MONTHLY', byday}, '2026-11-01', '2026-12-31');
    expect(of('1TU,3TU')).toEqual(['2026-11-03', '2026-11-17', '2026-12-01', '2026-12-15']);
    expect(of('-1FR')).toEqual(['2026-11-27', '2026-12-25']);
    expect(of('5MO')).toEqual(['2026-11-30']);
    expect(of('MO,-1FR')).toHaveLength(9 + 2);
  });

  it('are dates of the month, skipping months that are too short', () => {
    expect(days({freq: 'MONTHLY', bymonthday: '1,31'}, '2026-11-01', '2027-01-31')).toEqual([
      '2026-11-01',
      '2026-12-01',
      '2026-12-31',
      '2027-01-01',
      '2027-01-31',
    ]);
    expect(days({freq: 'MONTHLY', bymonthday: '-1'}, '2028-02-01', '2028-03-31')).toEqual(['2028-02-29', '2028-03-31']);
    expect(days({freq: 'MONTHLY', byday: 'FR', bymonthday: '13'}, '2026-01-01', '2026-12-31')).toEqual([
      '2026-02-13',
      '2026-03-13',
      '2026-11-13',
    ]);
  });

  it('are every third month counted from the first date', () => {
    expect(
      days({freq: 'MONTHLY', byday: '2SA', interval: 3, dtstart: '2026-02-14'}, '2026-03-01', '2026-12-31'),
    ).toEqual(['2026-05-09', '2026-08-08', '2026-11-14']);
  });

  it('stay between the dates it is valid', () => {
    const term = {byday: 'MO', validFrom: '2026-11-10', validTo: '2026-11-25', until: '2026-11-23'};
    expect(days(term, '2026-11-01', '2026-12-31')).toEqual(['2026-11-16', '2026-11-23']);
    expect(days({...term, dtstart: '2026-11-20'}, '2026-11-01', '2026-12-31')).toEqual(['2026-11-23']);
    expect(days({byday: 'MO', validTo: '2020-01-01'}, '2026-11-01', '2026-12-31')).toEqual([]);
  });

  it('come from the first date when the publisher names no day', () => {
    expect(days({dtstart: '2026-11-04'}, '2026-11-01', '2026-11-20')).toEqual([
      '2026-11-04',
      '2026-11-11',
      '2026-11-18',
    ]);
    expect(days({freq: 'MONTHLY', dtstart: '2026-01-15'}, '2026-11-01', '2026-11-30')).toEqual(['2026-11-15']);
    expect(days({}, '2026-11-01', '2026-11-03')).toEqual(['2026-11-01', '2026-11-02', '2026-11-03']);
  });

  it('are not guessed when nothing says which week or which day', () => {
    expect(dayRule(schedule({byday: 'MO', interval: 2}))).toBeNull();
    expect(dayRule(schedule({freq: 'MONTHLY'}))).toBeNull();
    expect(days({byday: 'MO', interval: 2}, '2026-11-01', '2026-12-31')).toEqual([]);
  });

  it('are none, and soon said, for a rule that never comes true', () => {
    let least = Infinity;
    for (let tries = 0; least >= 50_000 && tries < 20; tries++) {
      const started = process.cpuUsage();
      expect(days({freq: 'MONTHLY', byday: '1MO', bymonthday: '31'}, '2026-01-01', '2027-12-31')).toEqual([]);
      // Of the processor, not of the clock, and of the best try: a busy machine is no fault of the rule. Microseconds.
      least = Math.min(least, process.cpuUsage(started).user);
    }
    expect(least).toBeLessThan(50_000);
  });
});

describe('whatever the schedule', () => {
  // Old-style package: Node gives its exports on `default`, others by name.
  const {RRule} = 'default' in rrulePackage ? (rrulePackage.default as typeof rrulePackage) : rrulePackage;
  const midnight = (date: string) => new Date(`${date}T00:00:00Z`);
  const start = fc.integer({min: 0, max: 4000}).map((count) => addDays('2018-01-01', count));
  const weekdays = fc.uniqueArray(fc.constantFrom(...WEEKDAYS), {minLength: 1, maxLength: 4});
  const numbered = fc.uniqueArray(
    fc.tuple(fc.constantFrom(1, 2, 3, 4, 5, -1, -2), fc.constantFrom(...WEEKDAYS)).map((pair) => pair.join('')),
    {minLength: 1, maxLength: 4},
  );
  const dates = fc.uniqueArray(fc.oneof(fc.integer({min: 1, max: 31}), fc.integer({min: -5, max: -1})), {
    minLength: 1,
    maxLength: 3,
  });
  const anySchedule = fc
    .record({
      days: fc.oneof(
        weekdays.map((byday) => ({freq: 'WEEKLY' as const, byday: byday.join(',')})),
        weekdays.map((byday) => ({freq: 'MONTHLY' as const, byday: byday.join(',')})),
        numbered.map((byday) => ({freq: 'MONTHLY' as const, byday: byday.join(',')})),
        dates.map((bymonthday) => ({freq: 'MONTHLY' as const, bymonthday: bymonthday.join(',')})),
      ),
      interval: fc.integer({min: 1, max: 6}),
      dtstart: start,
      until: fc.option(
        start.map((date) => addDays(date, 700)),
        {nil: null},
      ),
    })
    .map(({days: parts, ...bounds}) => schedule({...parts, ...bounds}));

  it('has the days that the rrule package finds', () => {
    fc.assert(
      fc.property(anySchedule, start, (parts, from) => {
        const to = addDays(from, 200);
        const rule = new RRule({
          freq: RRule[parts.freq],
          interval: parts.interval,
          byweekday: parts.byday?.split(',').map((part) => {
            const day = RRule[part.slice(-2) as (typeof WEEKDAYS)[number]];
            return part.length > 2 ? day.nth(Number(part.slice(0, -2))) : day;
          }),
          bymonthday: parts.bymonthday?.split(',').map(Number),
          dtstart: midnight(parts.dtstart as string),
          until: parts.until ? midnight(parts.until) : null,
        });
        const wanted = rule.between(midnight(from), midnight(to), true).map((day) => day.toISOString().slice(0, 10));
        expect(occurrences(parts, from, to)).toEqual(wanted);
      }),
      {numRuns: 300},
    );
  });
});
