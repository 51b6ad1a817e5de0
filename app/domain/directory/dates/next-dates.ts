import {bankHolidayOn, type BankHolidayName} from '../../dates/bank-holidays.ts';
import {addDays, type CalendarDate, type ClockTime} from '../../dates/calendar-date.ts';
import {occurrences, type Schedule} from './recurrence.ts';

/** One coming session. `place` says where, when the schedule belongs to one of several places. */
export interface NextDate {
  date: CalendarDate;
  from: ClockTime | null;
  to: ClockTime | null;
  place: string | null;
}
interface HolidayClosure {
  date: CalendarDate;
  name: BankHolidayName;
  isSubstitute: boolean;
}
interface NextDates {
  dates: NextDate[];
  /** Days on which it would have been on, were they not bank holidays. */
  closures: HolidayClosure[];
}

export type PlacedSchedule = Schedule & {place?: string | null};

/** A yearly session is found, a rule that never comes true (31 February) is given up on. */
const HORIZON_DAYS = 400;
/** Closures are told at least this far ahead, also when the next five dates are all this week. */
const CLOSURE_DAYS = 28;

/**
 * The next dates on which something runs, counted from what the clock on the wall says now. A session that is going on counts
 * until it ends. Bank holidays are left out unless it is open on them.
 */
export function nextDates(
  schedules: PlacedSchedule[],
  now: {date: CalendarDate; time: ClockTime},
  {count = 5, openOnBankHolidays = false}: {count?: number; openOnBankHolidays?: boolean} = {},
): NextDates {
  const dates: NextDate[] = [];
  const closures = new Map<CalendarDate, HolidayClosure>();
  // Most things happen within a few weeks, so look a little way first.
  for (const [from, to] of [
    [0, 62],
    [63, HORIZON_DAYS],
  ] as const) {
    for (const session of sessions(schedules, addDays(now.date, from), addDays(now.date, to))) {
      const holiday = openOnBankHolidays ? null : bankHolidayOn(session.date);
      if (holiday) closures.set(holiday.date, holiday);
      else if (session.date > now.date || (session.to ?? '24:00') > now.time) dates.push(session);
    }
    if (dates.length >= count) break;
  }
  const shown = dates.slice(0, count);
  const tellUntil = latestOf(shown.at(-1)?.date, addDays(now.date, CLOSURE_DAYS));
  return {dates: shown, closures: [...closures.values()].filter((closure) => closure.date <= tellUntil)};
}

function sessions(schedules: PlacedSchedule[], from: CalendarDate, to: CalendarDate): NextDate[] {
  const all = schedules.flatMap((schedule) =>
    occurrences(schedule, from, to).map((date) => ({
      date,
      from: schedule.opensAt?.slice(0, 5) ?? null,
      to: schedule.closesAt?.slice(0, 5) ?? null,
      place: schedule.place ?? null,
    })),
  );
  const order = (session: NextDate) =>
    `${session.date} ${session.from ?? ''} ${session.to ?? ''} ${session.place ?? ''}`;
  const sorted = all.sort((one, other) => (order(one) < order(other) ? -1 : 1));
  // Two rows that say the same thing are one session.
  return sorted.filter((session, index) => index === 0 || order(session) !== order(sorted[index - 1] as NextDate));
}

const latestOf = (one: CalendarDate | undefined, other: CalendarDate) => (one && one > other ? one : other);
