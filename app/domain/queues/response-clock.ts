/** By when what was handed on must be taken up, and how that stands, in words. Safe in the browser. */
import {PRIORITIES, type Priority} from './priorities.ts';
import {addDays, londonClock} from '../dates/calendar-date.ts';
import {
  momentsOf,
  nextOpening,
  OFFICE_HOURS,
  openingsFrom,
  type OpeningHours,
  type OutOfHours,
} from './opening-hours.ts';

const MINUTE = 60_000;

/**
 * When something is due that came in at `from` and has so many minutes. They run only while the queue is open, or always
 * where it works round the clock. What would be due at the very moment of closing is due then, not at the next opening.
 * With no minutes at all it is due as soon as the queue is open.
 */
export function dueAt(hours: OpeningHours, outOfHours: OutOfHours, minutes: number, from: Date): Date {
  const always = new Date(from.getTime() + minutes * MINUTE);
  if (outOfHours.rule === 'round_the_clock') return always;
  let left = minutes * MINUTE;
  for (const opening of openingsFrom(hours, from)) {
    if (left <= opening.to - opening.from) return new Date(opening.from + left);
    left -= opening.to - opening.from;
  }
  // A queue that never opens must not hide anything: its clock runs always.
  return always;
}

/** The priorities whose clock does not stop at night unless the queue's settings say so. */
const URGENT: readonly Priority[] = ['emergency', 'hours_2'];

/** When something of a priority is due in a queue. An emergency's clock never stops; that of '2 hours' need not. */
export function dueFor(queue: {hours: OpeningHours; outOfHours: OutOfHours}, priority: Priority, from: Date): Date {
  const {minutes} = PRIORITIES[priority];
  const neverStops =
    priority === 'emergency' ||
    (URGENT.includes(priority) && queue.outOfHours.rule !== 'round_the_clock' && queue.outOfHours.urgentNeverStops);
  return neverStops ? new Date(from.getTime() + minutes * MINUTE) : dueAt(queue.hours, queue.outOfHours, minutes, from);
}

/**
 * When the working day ends within which a safeguarding concern must have been looked at.
 *
 * The rule 'same working day' is that of local safeguarding procedures; the Care Act 2014 (sections 42 to 46) and its guidance
 * name no hours. Ours: raised before the working day ends, by its end, however late in the day; raised after it, at a weekend
 * or on a bank holiday, by the end of the next working day. A danger that cannot wait for that is a matter for 999, which the
 * page says first.
 */
export function sameWorkingDayEnd(from: Date, hours: OpeningHours = OFFICE_HOURS): Date {
  const first = nextOpening(hours, from);
  if (!first) return sameWorkingDayEnd(from);
  const {date} = londonClock(first);
  return new Date(momentsOf(hours, date).at(-1)!.to);
}

export const CLOCK_STATES = {waiting: 'Waiting', due_soon: 'Due soon', breached: 'Late'} as const;
export type ClockState = keyof typeof CLOCK_STATES;

/** From when on something counts as due soon, in minutes. */
const SOON_MINUTES = 30;

/** How a clock stands: on time, due within half an hour, or late, with how much in words: '14 minutes left'. */
export function clockState(due: Date, now: Date): {state: ClockState; words: string} {
  const left = Math.floor((due.getTime() - now.getTime()) / MINUTE);
  if (left < 0) {
    const late = Math.floor((now.getTime() - due.getTime()) / MINUTE);
    return {state: 'breached', words: late === 0 ? 'due just now' : `${lengthInWords(late)} late`};
  }
  if (left === 0) return {state: 'due_soon', words: 'due now'};
  return {state: left <= SOON_MINUTES ? 'due_soon' : 'waiting', words: `${lengthInWords(left)} left`};
}

/** '14 minutes', '1 hour 5 minutes', '2 days 3 hours': no more than two parts, as people say it. */
export function lengthInWords(minutes: number): string {
  const days = Math.floor(minutes / 1440);
  const hours = Math.floor((minutes % 1440) / 60);
  const parts = [count(days, 'day'), count(hours, 'hour'), days > 0 ? '' : count(minutes % 60, 'minute')];
  return parts.filter(Boolean).join(' ') || 'less than a minute';
}

const count = (number: number, what: string) => (number === 0 ? '' : `${number} ${what}${number === 1 ? '' : 's'}`);

const DAY = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/London',
  weekday: 'long',
  day: 'numeric',
  month: 'long',
});

/** 'today at 10:30', 'tomorrow at 08:30', 'Tuesday 3 March at 10:30'. */
export function dueInWords(moment: Date, now: Date): string {
  const {date, time} = londonClock(moment);
  const today = londonClock(now).date;
  const day =
    date === today
      ? 'today'
      : date === addDays(today, 1)
        ? 'tomorrow'
        : date === addDays(today, -1)
          ? 'yesterday'
          : DAY.format(moment).replace(',', '');
  return `${day} at ${time}`;
}
