import {describe, expect, it} from 'vitest';
import {bankHolidayOn} from '../../dates/bank-holidays.ts';
import {today} from '../../../http/today.server.ts';
import {makeCalls} from './made-calls.ts';
import {hoursBetween} from '../../dates/hours.ts';

const wanted = {
  seed: 7,
  from: new Date('2025-11-28T00:00:00Z'),
  until: new Date('2026-11-28T00:00:00Z'),
  calls: 20_000,
  people: 3000,
};

describe('the made-up year', () => {
  const calls = makeCalls(wanted);

  it('is the same for the same seed and another for another', () => {
    const few = {...wanted, calls: 500};
    expect(makeCalls(few)).toEqual(makeCalls(few));
    expect(makeCalls({...few, seed: 8})).not.toEqual(makeCalls(few));
  });

  it('has about as many calls as were asked for, in order, within the year', () => {
    expect(Math.abs(calls.length - 20_000)).toBeLessThan(700);
    const times = calls.map(({startedAt}) => startedAt.getTime());
    expect(times).toEqual(times.toSorted((one, other) => one - other));
    expect(times[0]).toBeGreaterThanOrEqual(wanted.from.getTime());
    expect(times.at(-1)).toBeLessThan(wanted.until.getTime());
  });

  it('is busiest on Mondays, in winter, in the morning; quiet on Sundays and bank holidays', () => {
    const by = (key: (day: string) => unknown) => {
      const perDay = new Map<string, number>();
      for (const {startedAt} of calls) perDay.set(today(startedAt), (perDay.get(today(startedAt)) ?? 0) + 1);
      const groups = new Map<unknown, number[]>();
      for (const [day, count] of perDay) groups.set(key(day), [...(groups.get(key(day)) ?? []), count]);
      return (of: unknown) => {
        const all = groups.get(of) ?? [];
        return all.reduce((sum, one) => sum + one, 0) / all.length;
      };
    };
    const weekday = by((day) => new Date(`${day}T12:00:00Z`).getUTCDay());
    expect(weekday(1)).toBeGreaterThan(weekday(3) * 1.1);
    expect(weekday(0)).toBeLessThan(weekday(3) * 0.6);
    const month = by((day) => day.slice(5, 7));
    expect(month('01')).toBeGreaterThan(month('08') * 1.1);
    const holiday = by((day) => bankHolidayOn(day) !== null);
    expect(holiday(true)).toBeLessThan(holiday(false) * 0.75);
  });
});

describe('the hours', () => {
  const clocks = (from: string, until: string) =>
    [...hoursBetween(new Date(from), new Date(until))].map(({clock}) => clock);

  it('leave out the one that spring has not, and have twice the one that autumn has twice', () => {
    expect(clocks('2026-03-29T00:00:00Z', '2026-03-29T04:00:00Z')).toEqual([0, 2, 3, 4]);
    expect(clocks('2026-10-24T23:00:00Z', '2026-10-25T03:00:00Z')).toEqual([0, 1, 1, 2]);
  });
});
