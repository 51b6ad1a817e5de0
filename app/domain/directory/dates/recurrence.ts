import {
  addDays,
  calendarDate,
  daysBetween,
  weekdayOf,
  type CalendarDate,
  type ClockTime,
} from '../../dates/calendar-date.ts';

export const WEEKDAYS = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const;
export type Weekday = (typeof WEEKDAYS)[number];

/** A schedule as the directory keeps it: the parts of an RFC 5545 recurrence, in the time of the United Kingdom. */
export interface Schedule {
  freq: 'WEEKLY' | 'MONTHLY';
  interval: number;
  /** 'MO,WE' or '1TU,-1FR'. */
  byday: string | null;
  /** '1,15' or '-1'. */
  bymonthday: string | null;
  dtstart: CalendarDate | null;
  until: CalendarDate | null;
  validFrom: CalendarDate | null;
  validTo: CalendarDate | null;
  opensAt: ClockTime | null;
  closesAt: ClockTime | null;
}

/** The days of a schedule, completed: what the standard lets a publisher leave out is filled in from the first date. */
export interface DayRule {
  freq: 'WEEKLY' | 'MONTHLY';
  interval: number;
  byday: {day: Weekday; week: number | null}[];
  bymonthday: number[];
  /** What 'every second week' is counted from. */
  anchor: CalendarDate | null;
}

/**
 * Reads the days of a schedule, or null when they cannot be known: a monthly schedule without any day, or 'every second week'
 * without a first date to count from. A weekly schedule without days and without a first date is every day.
 */
export function dayRule(schedule: Schedule): DayRule | null {
  const {freq, interval, dtstart} = schedule;
  const anchor = dtstart ?? schedule.validFrom;
  let byday = (schedule.byday?.split(',') ?? []).map((part) => ({
    day: part.slice(-2) as Weekday,
    // 'Third Monday' means nothing within a week.
    week: freq === 'MONTHLY' ? Number(part.slice(0, -2)) || null : null,
  }));
  let bymonthday = schedule.bymonthday?.split(',').map(Number) ?? [];
  if (byday.length === 0 && bymonthday.length === 0) {
    if (freq === 'MONTHLY' && !dtstart) return null;
    if (freq === 'MONTHLY') bymonthday = [Number(dtstart?.slice(8))];
    else
      byday = WEEKDAYS.filter((_, index) => !dtstart || index === weekdayOf(dtstart)).map((day) => ({day, week: null}));
  }
  if (interval > 1 && !anchor) return null;
  return {freq, interval, byday, bymonthday, anchor};
}

/**
 * Every day the schedule falls on from `from` to `to`, both included, in order. Bank holidays are not looked at.
 *
 * Each day is asked by itself whether it is on, which for a year takes less than a millisecond. Counting forward from rule to
 * rule, as the rrule package does, walks to the year 9999 for a rule that never comes true, such as every first Monday that
 * is the 31st; feeds have those. The tests prove this against rrule for rules that do come true.
 */
export function occurrences(schedule: Schedule, from: CalendarDate, to: CalendarDate): CalendarDate[] {
  const rule = dayRule(schedule);
  if (!rule) return [];
  const first = ordered(from, schedule.dtstart, schedule.validFrom).at(-1) ?? from;
  const last = ordered(to, schedule.until, schedule.validTo).at(0) ?? to;
  const days: CalendarDate[] = [];
  for (let date = first; date <= last; date = addDays(date, 1)) if (isOn(date, rule)) days.push(date);
  return days;
}

const ordered = (...dates: (CalendarDate | null)[]) => dates.filter((date) => date !== null).sort();

function isOn(date: CalendarDate, rule: DayRule): boolean {
  if (rule.anchor && !isInStep(date, rule.anchor, rule)) return false;
  const day = WEEKDAYS[weekdayOf(date)];
  const dayOfMonth = Number(date.slice(8));
  const toMonthEnd = monthLength(date) - dayOfMonth;
  const week = Math.ceil(dayOfMonth / 7);
  const weekFromEnd = -Math.floor(toMonthEnd / 7) - 1;
  const isNamedDay =
    rule.byday.length === 0 ||
    rule.byday.some((part) => part.day === day && (!part.week || part.week === week || part.week === weekFromEnd));
  const isNamedDate =
    rule.bymonthday.length === 0 || rule.bymonthday.includes(dayOfMonth) || rule.bymonthday.includes(-toMonthEnd - 1);
  return isNamedDay && isNamedDate;
}

/** Whether this week or month is one of every so many. A week starts on Monday, as in the standard. */
function isInStep(date: CalendarDate, anchor: CalendarDate, {freq, interval}: DayRule): boolean {
  if (interval === 1) return true;
  const passed =
    freq === 'WEEKLY'
      ? Math.floor((daysBetween(anchor, date) + weekdayOf(anchor)) / 7)
      : monthNumber(date) - monthNumber(anchor);
  return passed % interval === 0;
}

const monthNumber = (date: CalendarDate) => Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7));

function monthLength(date: CalendarDate): number {
  return Number(calendarDate(Number(date.slice(0, 4)), Number(date.slice(5, 7)) + 1, 0).slice(8));
}
