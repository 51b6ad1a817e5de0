import {addDays, calendarDate, weekdayOf, type CalendarDate} from './calendar-date.ts';
import {easterSunday} from './easter.ts';
import {EXTRA_BANK_HOLIDAYS, MOVED_BANK_HOLIDAYS} from './one-off-bank-holidays.ts';

export type BankHolidayName =
  | 'new-year'
  | 'good-friday'
  | 'easter-monday'
  | 'early-may'
  | 'spring'
  | 'summer'
  | 'christmas'
  | 'boxing-day'
  | 'extra';

export interface BankHoliday {
  date: CalendarDate;
  name: BankHolidayName;
  /** True for the weekday given in place of a holiday that fell on a weekend. */
  isSubstitute: boolean;
}

const MONDAY = 0;
const SATURDAY = 5;
const SUNDAY = 6;
const years = new Map<number, BankHoliday[]>();

/**
 * The bank holidays of England and Wales in a year, in order. Christmas Day, Boxing Day and New Year's Day are in it also when
 * they fall on a weekend and another day is given instead: a Saturday group does not meet on Christmas Day.
 */
export function bankHolidays(year: number): BankHoliday[] {
  let holidays = years.get(year);
  if (!holidays) years.set(year, (holidays = workOut(year)));
  return holidays;
}

/** The bank holiday on this day, if it is one. */
export function bankHolidayOn(date: CalendarDate): BankHoliday | null {
  return bankHolidays(Number(date.slice(0, 4))).find((holiday) => holiday.date === date) ?? null;
}

function workOut(year: number): BankHoliday[] {
  const on = (date: CalendarDate, name: BankHolidayName): BankHoliday => ({date, name, isSubstitute: false});
  const easter = easterSunday(year);
  const yearly = [
    on(addDays(easter, -2), 'good-friday'),
    on(addDays(easter, 1), 'easter-monday'),
    on(firstMonday(year, 5), 'early-may'),
    on(lastMonday(year, 5), 'spring'),
    on(lastMonday(year, 8), 'summer'),
  ].map((holiday) => ({...holiday, date: MOVED_BANK_HOLIDAYS[holiday.date] ?? holiday.date}));
  return [
    ...withSubstitutes([on(calendarDate(year, 1, 1), 'new-year')]),
    ...yearly,
    ...EXTRA_BANK_HOLIDAYS.filter((date) => date.startsWith(`${year}-`)).map((date) => on(date, 'extra')),
    ...withSubstitutes([on(calendarDate(year, 12, 25), 'christmas'), on(calendarDate(year, 12, 26), 'boxing-day')]),
  ].sort((one, other) => one.date.localeCompare(other.date));
}

/** A holiday on a weekend is given back on the next weekday that is not a holiday itself. */
function withSubstitutes(holidays: BankHoliday[]): BankHoliday[] {
  const all = [...holidays];
  for (const holiday of holidays) {
    if (weekdayOf(holiday.date) < SATURDAY) continue;
    let date = holiday.date;
    while (weekdayOf(date) >= SATURDAY || all.some((other) => other.date === date)) date = addDays(date, 1);
    all.push({...holiday, date, isSubstitute: true});
  }
  return all;
}

function firstMonday(year: number, month: number): CalendarDate {
  const first = calendarDate(year, month, 1);
  return addDays(first, (SUNDAY + 1 - weekdayOf(first)) % 7);
}

function lastMonday(year: number, month: number): CalendarDate {
  const last = calendarDate(year, month + 1, 0);
  return addDays(last, MONDAY - weekdayOf(last));
}
