import {addDays, calendarDate, weekdayOf, type CalendarDate} from './calendar-date.ts';
import {easterSunday} from './easter.ts';
import {nationHere, type Nation} from './nation.ts';
import {EXTRA_BANK_HOLIDAYS, MOVED_BANK_HOLIDAYS} from './one-off-bank-holidays.ts';

export type BankHolidayName =
  | 'new-year'
  | 'second-january'
  | 'st-patrick'
  | 'good-friday'
  | 'easter-monday'
  | 'early-may'
  | 'spring'
  | 'boyne'
  | 'summer'
  | 'st-andrew'
  | 'christmas'
  | 'boxing-day'
  | 'extra';

interface BankHoliday {
  date: CalendarDate;
  name: BankHolidayName;
  /** True for the weekday given in place of a holiday that fell on a weekend. */
  isSubstitute: boolean;
}

const MONDAY = 0;
const SATURDAY = 5;
const SUNDAY = 6;
/** Since the St Andrew's Day Bank Holiday (Scotland) Act 2007. */
const FIRST_ST_ANDREW = 2007;
const years = new Map<string, BankHoliday[]>();

/**
 * The bank holidays of a year, in order, by the Banking and Financial Dealings Act 1971, its schedule for each nation and the proclamations under it.
 * What is given a weekday instead when it falls on a weekend is also in it on its own day: a Saturday group does not meet on Christmas Day.
 */
export function bankHolidays(year: number, nation: Nation = nationHere()): BankHoliday[] {
  const key = `${nation} ${year}`;
  let holidays = years.get(key);
  if (!holidays) years.set(key, (holidays = workOut(year, nation)));
  return holidays;
}

/** The bank holiday on this day, if it is one. */
export function bankHolidayOn(date: CalendarDate, nation: Nation = nationHere()): BankHoliday | null {
  return bankHolidays(Number(date.slice(0, 4)), nation).find((holiday) => holiday.date === date) ?? null;
}

const on = (date: CalendarDate, name: BankHolidayName): BankHoliday => ({date, name, isSubstitute: false});

/** That day, where people are at work on it; else the next on which they are: neither a weekend nor a bank holiday. */
export function workingDayFrom(date: CalendarDate, nation: Nation = nationHere()): CalendarDate {
  let day = date;
  while (weekdayOf(day) >= SATURDAY || bankHolidayOn(day, nation)) day = addDays(day, 1);
  return day;
}

function workOut(year: number, nation: Nation): BankHoliday[] {
  const easter = easterSunday(year);
  const yearly = [
    on(addDays(easter, -2), 'good-friday'),
    on(firstMonday(year, 5), 'early-may'),
    on(lastMonday(year, 5), 'spring'),
    ...(nation === 'scotland'
      ? [on(firstMonday(year, 8), 'summer')]
      : [on(addDays(easter, 1), 'easter-monday'), on(lastMonday(year, 8), 'summer')]),
  ].map((holiday) => ({...holiday, date: MOVED_BANK_HOLIDAYS[holiday.date] ?? holiday.date}));
  const extra = EXTRA_BANK_HOLIDAYS.filter(
    ({date, only}) => date.startsWith(`${year}-`) && (only ?? nation) === nation,
  );
  return [
    ...yearly,
    ...extra.map(({date}) => on(date, 'extra')),
    ...daysOf(year, nation).flatMap(withSubstitutes),
  ].sort((one, other) => one.date.localeCompare(other.date));
}

/** What stands on a day of the calendar and is given another when that is a weekend; what may want the same weekday stands together. */
function daysOf(year: number, nation: Nation): BankHoliday[][] {
  const newYear = on(calendarDate(year, 1, 1), 'new-year');
  const christmas = [on(calendarDate(year, 12, 25), 'christmas'), on(calendarDate(year, 12, 26), 'boxing-day')];
  if (nation === 'scotland') {
    const stAndrew = year >= FIRST_ST_ANDREW ? [on(calendarDate(year, 11, 30), 'st-andrew')] : [];
    return [[newYear, on(calendarDate(year, 1, 2), 'second-january')], stAndrew, christmas];
  }
  if (nation === 'northern-ireland') {
    const own = [on(calendarDate(year, 3, 17), 'st-patrick'), on(calendarDate(year, 7, 12), 'boyne')];
    return [[newYear], ...own.map((holiday) => [holiday]), christmas];
  }
  return [[newYear], christmas];
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
