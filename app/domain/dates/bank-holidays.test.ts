import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {bankHolidayOn, bankHolidays} from './bank-holidays.ts';
import {weekdayOf} from './calendar-date.ts';
import {easterSunday} from './easter.ts';

/** As the government lists them: without a holiday that falls on a weekend. */
const listed = (year: number) =>
  bankHolidays(year)
    .filter((holiday) => weekdayOf(holiday.date) < 5)
    .map((holiday) => holiday.date.slice(5));

describe('bank holidays of England and Wales', () => {
  it.each([
    [2022, ['01-03', '04-15', '04-18', '05-02', '06-02', '06-03', '08-29', '09-19', '12-26', '12-27']],
    [2023, ['01-02', '04-07', '04-10', '05-01', '05-08', '05-29', '08-28', '12-25', '12-26']],
    [2024, ['01-01', '03-29', '04-01', '05-06', '05-27', '08-26', '12-25', '12-26']],
    [2025, ['01-01', '04-18', '04-21', '05-05', '05-26', '08-25', '12-25', '12-26']],
    [2026, ['01-01', '04-03', '04-06', '05-04', '05-25', '08-31', '12-25', '12-28']],
    [2027, ['01-01', '03-26', '03-29', '05-03', '05-31', '08-30', '12-27', '12-28']],
    [2028, ['01-03', '04-14', '04-17', '05-01', '05-29', '08-28', '12-25', '12-26']],
    [2020, ['01-01', '04-10', '04-13', '05-08', '05-25', '08-31', '12-25', '12-28']],
  ])('are those of %i', (year, dates) => {
    expect(listed(year)).toEqual(dates);
  });

  it('are eight weekdays in every year without an extra one', () => {
    fc.assert(
      fc.property(fc.integer({min: 2029, max: 2299}), (year) => {
        expect(new Set(listed(year)).size).toBe(8);
      }),
    );
  });

  it('name Christmas Day on a Saturday and the Monday given for it', () => {
    expect(bankHolidayOn('2027-12-25')).toEqual({date: '2027-12-25', name: 'christmas', isSubstitute: false});
    expect(bankHolidayOn('2027-12-27')).toEqual({date: '2027-12-27', name: 'christmas', isSubstitute: true});
    expect(bankHolidayOn('2027-12-24')).toBeNull();
  });
});

describe('Easter', () => {
  it.each(['2000-04-23', '2008-03-23', '2019-04-21', '2024-03-31', '2026-04-05', '2038-04-25', '2285-03-22'])(
    'is on %s',
    (date) => {
      expect(easterSunday(Number(date.slice(0, 4)))).toBe(date);
    },
  );

  it('is a Sunday from 22 March to 25 April', () => {
    fc.assert(
      fc.property(fc.integer({min: 1600, max: 4000}), (year) => {
        const date = easterSunday(year);
        expect(weekdayOf(date)).toBe(6);
        expect(date.slice(5) >= '03-22' && date.slice(5) <= '04-25').toBe(true);
      }),
    );
  });
});
