import {DAY_PARTS, DAYS, type Day, type DayPart, type ListingTime} from '../document-schema.ts';

/** A row of `schedules`, as far as search needs it. Times are 'HH:MM:SS'. */
export interface ScheduleRow {
  freq: 'WEEKLY' | 'MONTHLY';
  interval: number;
  byday: string | null;
  bymonthday: string | null;
  /** 'YYYY-MM-DD': the first day, and so the day of the week when no other is named. */
  dtstart?: string | null;
  opensAt: string | null;
  closesAt: string | null;
  notes: string | null;
}

/** Minutes after midnight at which each part of the day ends. */
const PART_ENDS: Record<DayPart, number> = {morning: 12 * 60, afternoon: 17 * 60, evening: 24 * 60};
/** A session that touches a part of the day for less than this does not count as being in it. */
const LEAST_MINUTES = 30;

/** Turns a recurrence (RFC 5545 parts) into the few words a card needs. */
export function listingTime(row: ScheduleRow): ListingTime {
  const parts = (row.byday ?? weekdayOf(row) ?? '').split(',').filter(Boolean);
  const days = DAYS.filter((day) => parts.some((part) => part.endsWith(day)));
  const weeks = [...new Set(parts.map((part) => Number(part.slice(0, -2))).filter((week) => week !== 0))];
  const monthDays = (row.bymonthday ?? '').split(',').filter(Boolean).map(Number);
  return {
    days,
    ...(weeks.length > 0 ? {weeks} : {}),
    ...(monthDays.length > 0 ? {monthDays} : {}),
    ...(row.interval > 1 ? {every: row.interval} : {}),
    ...(row.opensAt ? {from: row.opensAt.slice(0, 5)} : {}),
    ...(row.closesAt ? {to: row.closesAt.slice(0, 5)} : {}),
    ...(row.notes ? {note: row.notes} : {}),
  };
}

/** Weekly from a first day with no day named means that day of the week (RFC 5545, 3.3.10). */
function weekdayOf({freq, dtstart, bymonthday}: ScheduleRow): Day | null {
  if (freq !== 'WEEKLY' || !dtstart || bymonthday) return null;
  return DAYS[(new Date(`${dtstart}T12:00:00Z`).getUTCDay() + 6) % 7] ?? null;
}

/**
 * Filter tokens for when something runs: 'day:MO', 'part:morning' and, so that 'Monday morning' does not match Monday evening plus Tuesday
 * morning, 'slot:MO-morning'. A day without times counts for all its parts.
 */
export function timeTokens(times: ListingTime[]): string[] {
  const tokens = new Set<string>();
  for (const time of times) {
    const days: readonly Day[] = time.days.length > 0 ? time.days : DAYS;
    for (const part of partsOf(time)) {
      tokens.add(`part:${part}`);
      for (const day of days) tokens.add(`slot:${day}-${part}`);
    }
    for (const day of days) tokens.add(`day:${day}`);
  }
  return [...tokens];
}

function partsOf({from, to}: ListingTime): DayPart[] {
  if (!from) return [...DAY_PARTS];
  const start = minutes(from);
  const end = to ? minutes(to) : start + 60;
  const least = Math.min(LEAST_MINUTES, end - start);
  let partStart = 0;
  return DAY_PARTS.filter((part) => {
    const shared = Math.min(end, PART_ENDS[part]) - Math.max(start, partStart);
    partStart = PART_ENDS[part];
    return shared >= least && shared > 0;
  });
}

const minutes = (time: string) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));
