/** The shape of a made-up year at a single point of access: how many calls of which domain to expect in which hour. */
import {bankHolidayOn} from '../../dates/bank-holidays.ts';
import {addDays, weekdayOf, type CalendarDate} from '../../dates/calendar-date.ts';
import type {Hour} from '../../dates/hours.ts';
import type {CallDomain} from '../../calls/call-choices.ts';

/** Monday first. Mondays bring what waited over the weekend. */
const WEEKDAYS = [1.32, 1.12, 1.05, 1.02, 1, 0.52, 0.43];
/** January first. Winter brings falls, colds and cold homes. */
const MONTHS = [1.17, 1.11, 1.03, 0.98, 0.95, 0.93, 0.92, 0.9, 0.98, 1.02, 1.07, 1.06];
const ON_A_BANK_HOLIDAY = 0.48;
const THE_DAY_AFTER = 1.28;

/** How the calls of a day spread over its 24 hours. */
const OFFICE_HOURS = [1, 1, 1, 1, 1, 1, 3, 10, 46, 92, 100, 94, 72, 70, 82, 78, 68, 42, 20, 13, 10, 7, 4, 2];
const ALL_DAY = [9, 7, 6, 5, 5, 7, 14, 30, 62, 80, 82, 74, 60, 56, 60, 58, 58, 60, 62, 54, 42, 30, 20, 13];
const EVENINGS = [26, 20, 15, 11, 9, 8, 9, 14, 26, 36, 38, 36, 32, 32, 34, 36, 40, 52, 66, 70, 66, 58, 46, 36];

/** The share of all calls that are of a domain, and how they spread over a day. */
const DOMAIN_SHAPES: readonly (readonly [CallDomain, number, readonly number[]])[] = [
  ['adult_social_care', 0.37, OFFICE_HOURS],
  ['health', 0.27, ALL_DAY],
  ['mental_health', 0.1, EVENINGS],
  ['community', 0.09, OFFICE_HOURS],
  ['carers', 0.06, OFFICE_HOURS],
  ['hospital_discharge', 0.05, OFFICE_HOURS],
  ['safeguarding', 0.04, OFFICE_HOURS],
  ['none', 0.02, OFFICE_HOURS],
];

const days = new Map<CalendarDate, number>();

/** How busy a day is, about 1 on a common weekday. */
function busyness(day: CalendarDate): number {
  const known = days.get(day);
  if (known !== undefined) return known;
  const isHoliday = bankHolidayOn(day) !== null;
  const wasHoliday = bankHolidayOn(addDays(day, -1)) !== null;
  const month = Number(day.slice(5, 7)) - 1;
  const usual = WEEKDAYS[weekdayOf(day)]! * MONTHS[month]!;
  const busy = usual * (isHoliday ? ON_A_BANK_HOLIDAY : wasHoliday && weekdayOf(day) < 5 ? THE_DAY_AFTER : 1);
  days.set(day, busy);
  return busy;
}

const wholeDay = (spread: readonly number[]) => spread.reduce((sum, one) => sum + one, 0);
const SHAPES = DOMAIN_SHAPES.map(([domain, share, spread]) => ({
  domain,
  hours: spread.map((part) => (share * part) / wholeDay(spread)),
}));

/** How many calls of each domain an hour has, in parts of those of a common weekday. */
export function expectedIn({day, clock}: Hour): {domain: CallDomain; part: number}[] {
  const busy = busyness(day);
  return SHAPES.map(({domain, hours}) => ({domain, part: busy * hours[clock]!}));
}
