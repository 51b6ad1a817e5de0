/** When each measure is due: pure rules on days of the calendar. Schedules are data, as scales are. */
import {z} from 'zod';
import {addDays, calendarDate, type CalendarDate} from '../dates/calendar-date.ts';
import type {Occasion} from './occasions.ts';

const whole = z.int().min(0).max(1000);
const occasion = z.object({
  occasion: z.enum(['start', 'review', 'close', 'month_6', 'month_18']),
  /** From the day the case was opened, or, for the end, from the day it was closed. */
  from: z.enum(['opened', 'closed']).default('opened'),
  months: whole.default(0),
  days: whole.default(0),
  /** So many days before the day it is due it may be asked. */
  early: whole,
  /** So many days after it, it no longer tells about that time and is missed. */
  late: whole,
});

export const scheduleSchema = z.object({
  key: z.string().regex(/^[a-z][a-z0-9_]{0,39}$/),
  name: z.string().min(1),
  /** Keys of the scales that are asked. */
  scales: z.array(z.string()).min(1),
  /** Only in cases with one of these needs; empty for every case. */
  needs: z.array(z.string()).default([]),
  occasions: z.array(occasion).min(1),
});
export type Schedule = z.infer<typeof scheduleSchema>;

/** A case's own course: about three months, looked at half-way. */
const STANDARD = {
  key: 'standard',
  name: 'Start, review and close',
  scales: ['swemwbs', 'ons4', 'goals'],
  occasions: [
    {occasion: 'start', days: 0, early: 0, late: 28},
    {occasion: 'review', days: 42, early: 14, late: 42},
    {occasion: 'close', from: 'closed', days: 0, early: 0, late: 28},
  ],
};

/** Worcestershire's contract on loneliness: measured at the start, after 6 and after 18 months, whether the case is open or not. */
const LONELINESS = {
  key: 'loneliness',
  name: 'Loneliness contract: 0, 6 and 18 months',
  scales: ['ucla3', 'lonely'],
  needs: ['loneliness'],
  occasions: [
    {occasion: 'start', days: 0, early: 0, late: 28},
    {occasion: 'month_6', months: 6, early: 28, late: 56},
    {occasion: 'month_18', months: 18, early: 28, late: 84},
  ],
};

/** Whoever looks after somebody is asked about their own life too. */
const CARERS = {
  key: 'carers',
  name: 'Carers’ survey: start and end',
  scales: ['carers'],
  needs: ['carers-support', 'young-carers'],
  occasions: [
    {occasion: 'start', days: 0, early: 0, late: 28},
    {occasion: 'close', from: 'closed', days: 0, early: 0, late: 28},
  ],
};

/** @throws a ZodError that names the schedule and what is wrong with it */
export const readSchedules = (data: readonly unknown[]): Schedule[] => z.array(scheduleSchema).parse(data);

export const SCHEDULES: readonly Schedule[] = readSchedules([STANDARD, LONELINESS, CARERS]);

/** Cases in which a scale may be asked on an occasion, by the day they were opened or closed. */
interface AskedNow {
  scale: string;
  occasion: Occasion;
  from: 'opened' | 'closed';
  since: CalendarDate;
  until: CalendarDate;
  needs: readonly string[];
}

/** A month is between 28 and 31 days, and a day of London begins up to an hour before that of the database. */
const MARGIN = {months: 4, days: 2};

/**
 * For a look through thousands of cases: which of them can have anything due or overdue at all. A few days wider than
 * `listDue`, which then decides.
 */
export function askedNow(schedules: readonly Schedule[], today: CalendarDate): AskedNow[] {
  return schedules.flatMap(({scales, needs, occasions}) =>
    occasions.flatMap(({occasion: name, from, months, days, late}) => {
      const due = addDays(addMonths(today, -months), -days);
      const margin = MARGIN.days + (months > 0 ? MARGIN.months : 0);
      const [since, until] = [addDays(due, -late - margin), addDays(due, margin)];
      return scales.map((scale) => ({scale, occasion: name, from, since, until, needs}));
    }),
  );
}

interface CaseDays {
  openedOn: CalendarDate;
  closedOn: CalendarDate | null;
  needs: readonly string[];
}

export interface Due {
  schedule: string;
  scale: string;
  occasion: Occasion;
  dueOn: CalendarDate;
  /** `later`: not yet to be asked. `missed`: it no longer tells about that time. */
  state: 'later' | 'open' | 'due' | 'overdue' | 'missed' | 'taken';
}

/** A full week after its day a measure is overdue. */
const GRACE_DAYS = 7;

/**
 * Everything a case is measured by, in the order of the days. What waits for the end of a case that is still open is not
 * there yet.
 * @param taken what was taken already; one counts for every schedule that asks for the same scale on the same occasion
 */
export function listDue(
  schedules: readonly Schedule[],
  days: CaseDays,
  taken: readonly {scale: string; occasion: Occasion}[],
  today: CalendarDate,
): Due[] {
  const has = (scale: string, name: Occasion) => taken.some((one) => one.scale === scale && one.occasion === name);
  const all = schedules
    .filter(({needs}) => needs.length === 0 || needs.some((need) => days.needs.includes(need)))
    .flatMap((schedule) =>
      schedule.occasions.flatMap((one) => {
        const from = one.from === 'closed' ? days.closedOn : days.openedOn;
        if (from === null) return [];
        const dueOn = addDays(addMonths(from, one.months), one.days);
        // A case that is over has no review left to come.
        if (one.occasion === 'review' && days.closedOn !== null && days.closedOn < dueOn) return [];
        return schedule.scales.map((scale) => ({
          schedule: schedule.key,
          scale,
          occasion: one.occasion,
          dueOn,
          state: has(scale, one.occasion) ? ('taken' as const) : stateOn(today, dueOn, one),
        }));
      }),
    );
  const seen = new Set<string>();
  return all
    .filter(({scale, occasion: name}) => !seen.has(`${scale} ${name}`) && seen.add(`${scale} ${name}`))
    .sort((one, other) => one.dueOn.localeCompare(other.dueOn));
}

function stateOn(today: CalendarDate, dueOn: CalendarDate, {early, late}: {early: number; late: number}): Due['state'] {
  if (today < addDays(dueOn, -early)) return 'later';
  if (today < dueOn) return 'open';
  if (today > addDays(dueOn, late)) return 'missed';
  return today > addDays(dueOn, GRACE_DAYS) ? 'overdue' : 'due';
}

/** The same day so many months on; where that month is too short, its last day. */
export function addMonths(date: CalendarDate, months: number): CalendarDate {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  const lastDay = Number(calendarDate(year, month + months + 1, 0).slice(8));
  return calendarDate(year, month + months, Math.min(day, lastDay));
}
