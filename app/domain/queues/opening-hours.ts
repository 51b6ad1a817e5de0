/**
 * When a queue is open, by the clock on the wall in Europe/London. Safe in the browser.
 *
 * Open means: the clock shows a time within one of the day's openings. On the night when the clocks go back an opening from
 * 01:00 to 02:00 therefore lasts two hours, and on the night when they go forward it does not happen.
 */
import {z} from 'zod';
import {disciplines, type Discipline} from '../access/roles.ts';
import {bankHolidayOn} from '../dates/bank-holidays.ts';
import {addDays, londonClock, weekdayOf, type CalendarDate} from '../dates/calendar-date.ts';

export const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
type Weekday = (typeof WEEKDAYS)[number];

export const DAY_NAMES: Record<Weekday | 'bankHoliday', string> = {
  mon: 'Monday',
  tue: 'Tuesday',
  wed: 'Wednesday',
  thu: 'Thursday',
  fri: 'Friday',
  sat: 'Saturday',
  sun: 'Sunday',
  bankHoliday: 'Bank holidays',
};

const opens = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'a time such as 08:30');
const closes = z.union([opens, z.literal('24:00')]);
const openings = z
  .array(z.tuple([opens, closes]).refine(([from, to]) => from < to, 'closes before it opens'))
  .max(6)
  .refine(
    (day) => day.every(([from], place) => place === 0 || day[place - 1]![1] <= from),
    'one opening after another',
  );

/** The column `queues.hours`: openings of each weekday, and what holds on a bank holiday instead. Over midnight is split. */
export const hoursShape = z.strictObject({
  mon: openings,
  tue: openings,
  wed: openings,
  thu: openings,
  fri: openings,
  sat: openings,
  sun: openings,
  bankHoliday: openings,
});
export type OpeningHours = z.output<typeof hoursShape>;

const anyDiscipline = z.enum(Object.keys(disciplines) as [Discipline, ...Discipline[]]);

/**
 * The column `queues.out_of_hours`: what becomes of a call that is handed on while the queue is closed, and what the
 * handler is told to do meanwhile.
 *
 * - `wait`: it waits, and its clock stands still until the queue opens
 * - `round_the_clock`: somebody takes calls at any hour, so its clock never stands still
 * - `other_queue`: another discipline takes it, by its own hours
 */
export const outOfHoursShape = z.discriminatedUnion('rule', [
  z.strictObject({rule: z.literal('wait'), says: z.string().max(500), urgentNeverStops: z.boolean().default(true)}),
  z.strictObject({rule: z.literal('round_the_clock'), says: z.string().max(500)}),
  z.strictObject({
    rule: z.literal('other_queue'),
    discipline: anyDiscipline,
    says: z.string().max(500),
    urgentNeverStops: z.boolean().default(true),
  }),
]);
export type OutOfHours = z.output<typeof outOfHoursShape>;

/** A time during which a queue is open without a break, in milliseconds since 1970; `to` is no longer in it. */
interface Opening {
  from: number;
  to: number;
}

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** What is written down for a day: its weekday's openings, or those of bank holidays. */
const openingsOf = (hours: OpeningHours, date: CalendarDate) =>
  bankHolidayOn(date) ? hours.bankHoliday : hours[WEEKDAYS[weekdayOf(date)]!];

const minutesOf = (time: string) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));

/** Whether the queue is open at a moment. */
export function isOpen(hours: OpeningHours, moment: Date): boolean {
  const {date, time} = londonClock(moment);
  return openingsOf(hours, date).some(([from, to]) => from <= time && time < to);
}

/** How far the clock on the wall is ahead of UTC, in milliseconds. */
function aheadAt(moment: number): number {
  const {date, time} = londonClock(new Date(moment));
  return Date.parse(`${date}T${time}Z`) - moment;
}

/** The openings of one day as moments, in order. */
export function momentsOf(hours: OpeningHours, date: CalendarDate): Opening[] {
  const midnight = Date.parse(date);
  // British clocks change at 01:00 UTC and at no other time, so a day has at most two pieces with a clock of their own.
  const change = midnight + HOUR;
  const before = aheadAt(change - MINUTE);
  const after = aheadAt(change);
  const found: Opening[] = [];
  for (const [opens, closes] of openingsOf(hours, date)) {
    const from = midnight + minutesOf(opens) * MINUTE;
    const to = midnight + minutesOf(closes) * MINUTE;
    if (before === after) found.push({from: from - before, to: to - before});
    else {
      found.push({from: from - before, to: Math.min(to - before, change)});
      found.push({from: Math.max(from - after, change), to: to - after});
    }
  }
  return found.filter((opening) => opening.from < opening.to).sort((one, other) => one.from - other.from);
}

/** Longer than any shop in the world stays shut: whoever has not opened by then does not open. */
const MOST_DAYS_CLOSED = 400;

/** From a moment on, every opening in turn; ends when nothing has been open for more than a year. */
export function* openingsFrom(hours: OpeningHours, from: Date): Generator<Opening, void> {
  const start = from.getTime();
  let date = londonClock(from).date;
  for (let closed = 0; closed < MOST_DAYS_CLOSED; closed += 1, date = addDays(date, 1)) {
    for (const opening of momentsOf(hours, date)) {
      if (opening.to <= start) continue;
      closed = 0;
      yield {from: Math.max(opening.from, start), to: opening.to};
    }
  }
}

/** When it is open next: the moment itself while it is open. Null for what never opens. */
export function nextOpening(hours: OpeningHours, from: Date): Date | null {
  for (const opening of openingsFrom(hours, from)) return new Date(opening.from);
  return null;
}

/** Office hours, for what has no queue of its own. */
export const OFFICE_HOURS: OpeningHours = {
  mon: [['08:30', '17:00']],
  tue: [['08:30', '17:00']],
  wed: [['08:30', '17:00']],
  thu: [['08:30', '17:00']],
  fri: [['08:30', '17:00']],
  sat: [],
  sun: [],
  bankHoliday: [],
};
