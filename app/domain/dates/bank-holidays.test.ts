import fc from 'fast-check';
import {afterEach, describe, expect, it} from 'vitest';
import {bankHolidayOn, bankHolidays, workingDayFrom} from './bank-holidays.ts';
import {weekdayOf} from './calendar-date.ts';
import {easterSunday} from './easter.ts';
import {keepHolidaysOf, nationHere, type Nation} from './nation.ts';

/** As the government lists them: without a holiday that falls on a weekend. */
const listed = (year: number, nation: Nation = 'england-and-wales') =>
  bankHolidays(year, nation)
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

describe('a working day', () => {
  it.each([
    ['a day in the week', '2026-12-14', '2026-12-14'],
    ['a Saturday', '2026-12-12', '2026-12-14'],
    ['a Sunday', '2026-12-13', '2026-12-14'],
    ['the day before Christmas', '2026-12-24', '2026-12-24'],
    // Friday, a weekend, and the Monday given for Boxing Day.
    ['Christmas Day', '2026-12-25', '2026-12-29'],
    ['Boxing Day', '2026-12-26', '2026-12-29'],
    ['New Year’s Day', '2027-01-01', '2027-01-04'],
    ['the last day of a year', '2027-12-31', '2027-12-31'],
    ['a New Year’s Day on a Saturday', '2028-01-01', '2028-01-04'],
    ['Good Friday', '2026-04-03', '2026-04-07'],
  ])('from %s on is found', (_, date, found) => {
    expect(workingDayFrom(date)).toBe(found);
  });

  it('is another where the bank holidays of another nation are kept', () => {
    expect(workingDayFrom('2026-11-30', 'scotland')).toBe('2026-12-01');
    expect(workingDayFrom('2026-11-30')).toBe('2026-11-30');
  });
});

describe('bank holidays of Scotland', () => {
  it.each([
    [2022, ['01-03', '01-04', '04-15', '05-02', '06-02', '06-03', '08-01', '09-19', '11-30', '12-26', '12-27']],
    [2023, ['01-02', '01-03', '04-07', '05-01', '05-08', '05-29', '08-07', '11-30', '12-25', '12-26']],
    [2024, ['01-01', '01-02', '03-29', '05-06', '05-27', '08-05', '12-02', '12-25', '12-26']],
    [2025, ['01-01', '01-02', '04-18', '05-05', '05-26', '08-04', '12-01', '12-25', '12-26']],
    [2026, ['01-01', '01-02', '04-03', '05-04', '05-25', '06-15', '08-03', '11-30', '12-25', '12-28']],
    [2027, ['01-01', '01-04', '03-26', '05-03', '05-31', '08-02', '11-30', '12-27', '12-28']],
  ])('are those of %i', (year, dates) => {
    expect(listed(year, 'scotland')).toEqual(dates);
  });

  it('know St Andrew’s Day since there was one, and 2 January by its own name', () => {
    expect(listed(2006, 'scotland')).not.toContain('11-30');
    expect(bankHolidayOn('2023-01-02', 'scotland')).toMatchObject({name: 'second-january', isSubstitute: false});
    expect(bankHolidayOn('2023-01-03', 'scotland')).toMatchObject({name: 'new-year', isSubstitute: true});
  });
});

describe('bank holidays of Northern Ireland', () => {
  it.each([
    [2024, ['01-01', '03-18', '03-29', '04-01', '05-06', '05-27', '07-12', '08-26', '12-25', '12-26']],
    [2025, ['01-01', '03-17', '04-18', '04-21', '05-05', '05-26', '07-14', '08-25', '12-25', '12-26']],
    [2026, ['01-01', '03-17', '04-03', '04-06', '05-04', '05-25', '07-13', '08-31', '12-25', '12-28']],
  ])('are those of %i', (year, dates) => {
    expect(listed(year, 'northern-ireland')).toEqual(dates);
  });
});

describe('the nation of the site', () => {
  afterEach(() => keepHolidaysOf('england-and-wales'));

  it('decides which bank holidays are kept where none is named', () => {
    expect(nationHere()).toBe('england-and-wales');
    expect(bankHolidayOn('2026-11-30')).toBeNull();
    keepHolidaysOf('scotland');
    expect(bankHolidayOn('2026-11-30')).toMatchObject({name: 'st-andrew'});
    expect(bankHolidayOn('2026-04-06')).toBeNull();
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
