/**
 * Days as 'YYYY-MM-DD' and times of day as 'HH:MM', always those of the United Kingdom. A JavaScript Date is a moment, not
 * a day, and would bend a day through whatever time zone the machine is in; these strings do not. They also sort as they read.
 */
export type CalendarDate = string;
export type ClockTime = string;

const ZONE = 'Europe/London';
const DAY_MS = 86_400_000;

/** Makes a day from its numbers. Months count from 1; a day past the end of a month runs on into the next. */
export function calendarDate(year: number, month: number, day: number): CalendarDate {
  return new Date(Date.UTC(year, month - 1, day)).toISOString().slice(0, 10);
}

/** Whether somebody's words are a day there is, of these centuries: 30 February is none. */
export function isCalendarDate(text: string): boolean {
  const [, year, month, day] = /^((?:19|20|21)\d\d)-(\d\d)-(\d\d)$/.exec(text)?.map(Number) ?? [];
  return year !== undefined && calendarDate(year, month!, day!) === text;
}

export function addDays(date: CalendarDate, days: number): CalendarDate {
  return new Date(Date.parse(date) + days * DAY_MS).toISOString().slice(0, 10);
}

/** Whole days from one day to another. */
export function daysBetween(from: CalendarDate, to: CalendarDate): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / DAY_MS);
}

/** 0 for Monday to 6 for Sunday. */
export function weekdayOf(date: CalendarDate): number {
  return (new Date(date).getUTCDay() + 6) % 7;
}

const clock = new Intl.DateTimeFormat('en-GB', {
  timeZone: ZONE,
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
});

/** What the clock on the wall says at a moment. */
export function londonClock(moment: Date): {date: CalendarDate; time: ClockTime} {
  const parts = Object.fromEntries(clock.formatToParts(moment).map(({type, value}) => [type, value]));
  return {date: `${parts.year}-${parts.month}-${parts.day}`, time: `${parts.hour}:${parts.minute}`};
}

/**
 * The moment at which the clock on the wall says this. The hour that does not exist in spring is read as the hour after it;
 * of the hour that happens twice in autumn it is the first (both as RFC 5545 wants it).
 */
export function londonMoment(date: CalendarDate, time: ClockTime): Date {
  const [hour = 0, minute = 0] = time.split(':').map(Number);
  const asIfUtc = Date.parse(date) + (hour * 60 + minute) * 60_000;
  const wanted = new Date(asIfUtc).toISOString().slice(0, 16);
  const reads = (moment: number) => {
    const read = londonClock(new Date(moment));
    return `${read.date}T${read.time}` === wanted;
  };
  const inSummer = asIfUtc - 3_600_000;
  if (reads(inSummer)) return new Date(inSummer);
  return new Date(asIfUtc);
}

/** 'YYYY-MM-DDTHH:MM:SS+01:00', as a machine reads a time on the wall. */
export function londonTimestamp(date: CalendarDate, time: ClockTime): string {
  const moment = londonMoment(date, time);
  const read = londonClock(moment);
  const ahead = (Date.parse(`${read.date}T${read.time}Z`) - moment.getTime()) / 3_600_000;
  return `${read.date}T${read.time}:00${ahead === 1 ? '+01:00' : 'Z'}`;
}
