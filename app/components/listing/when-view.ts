import type {ListingTime} from '../../../search/document-schema.ts';
import {addDays, londonTimestamp, type CalendarDate, type ClockTime} from '../../domain/dates/calendar-date.ts';
import {nextDates, type NextDate} from '../../domain/directory/dates/next-dates.ts';
import {dayRule, type Weekday} from '../../domain/directory/dates/recurrence.ts';
import type {Listing, ListingSchedule} from '../../domain/directory/listing-schema.ts';
import type {ServerText} from '../../i18n/en-server.ts';
import {describeTimes, hoursInWords} from '../results/describe-times.ts';

export interface WhenView {
  /** Regular times: 'Every Wednesday, 10:30am to 12 noon'. */
  lines: string[];
  /** What the publisher adds, in English, and what we do. */
  theirs: string[];
  notes: string[];
  next: {dateTime: string; words: string}[];
  nextTitle: string;
  /** It is open nearly every day, so only the next time is of use. */
  isMostDays: boolean;
  /** What bank holidays take away. */
  closures: string | null;
  hasCalendar: boolean;
}

/** A publisher's note longer than this stands by itself. */
const SHORT_NOTE = 60;

/** When it is on: the regular times in words, the next dates, and what bank holidays change. */
export function whenView(listing: Listing, now: {date: CalendarDate; time: ClockTime}, text: ServerText): WhenView {
  const words = text.listingWords;
  const schedules = listing.schedules.map((schedule) => ({...schedule, place: placeOf(listing, schedule)}));
  const {dates, closures} = listing.isTemporarilyClosed
    ? {dates: [], closures: []}
    : nextDates(schedules, now, {openOnBankHolidays: listing.openOnBankHolidays});
  const isMostDays = dates.length === 5 && (dates.at(-1)?.date ?? '') < addDays(now.date, 8) && areDifferentDays(dates);
  const isAlways = isMostDays && dates.every(({from, to}) => from === '00:00' && (to === '24:00' || to === '23:59'));
  const lines = timeLines(schedules, now.date, text);
  // When every session has the same hours, the line above the dates has said them.
  const saysHours = schedules.length > 1 || isMostDays;
  const theirs = [listing.scheduleNote, ...schedules.map(noteOf).filter((note) => note.length > SHORT_NOTE)];
  const notes = [
    lines.length === 0 && !listing.scheduleNote ? words.unknownTimes : null,
    schedules.some((schedule) => schedule.interval > 1 && !dayRule(schedule)) ? words.askWhichWeeks : null,
    dates.length > 0 && listing.openOnBankHolidays && !isAlways ? words.openOnHolidays : null,
  ];
  return {
    lines,
    theirs: [...new Set(theirs.filter((note) => note !== null))],
    notes: notes.filter((note) => note !== null),
    nextTitle: isMostDays ? words.nextOpen : words.nextDates,
    next: isAlways
      ? []
      : dates.slice(0, isMostDays ? 1 : 5).map((date) => nextInWords(date, now.date, saysHours, text)),
    isMostDays,
    closures:
      closures.length > 0
        ? words.closed(
            closures.map(({date, name, isSubstitute}) =>
              words.closedDay(words.day(date), words.holiday(name, isSubstitute)),
            ),
          )
        : null,
    hasCalendar: dates.length > 0 && !isMostDays,
  };
}

function nextInWords(next: NextDate, today: CalendarDate, saysHours: boolean, text: ServerText) {
  const words = text.listingWords;
  const day = words.day(next.date);
  const near = next.date === today ? words.today(day) : next.date === addDays(today, 1) ? words.tomorrow(day) : day;
  const hours = saysHours ? hoursInWords({from: next.from ?? undefined, to: next.to ?? undefined}, text.times) : '';
  const when = hours ? text.times.daysAndTimes(near, hours) : near;
  return {
    dateTime: next.from ? londonTimestamp(next.date, next.from) : next.date,
    words: next.place ? words.atPlace(when, next.place) : when,
  };
}

const areDifferentDays = (dates: NextDate[]) => new Set(dates.map(({date}) => date)).size === dates.length;

/** Schedules of the same place and season are described together, so that they can share lines. */
function timeLines(
  schedules: (ListingSchedule & {place: string | null})[],
  today: CalendarDate,
  {listingWords: words, times: timeWords}: ServerText,
): string[] {
  const groups = new Map<
    string,
    {start: CalendarDate | null; end: CalendarDate | null; place: string | null; times: ListingTime[]}
  >();
  for (const schedule of schedules) {
    const first =
      [schedule.dtstart, schedule.validFrom]
        .filter((date) => date !== null)
        .sort()
        .at(-1) ?? null;
    const start = first && first > today ? first : null;
    const end = [schedule.until, schedule.validTo].filter((date) => date !== null).sort()[0] ?? null;
    const key = JSON.stringify([start ?? '', schedule.place ?? '', end ?? '']);
    const group = groups.get(key) ?? {start, end, place: schedule.place, times: []};
    group.times.push(...listingTimes(schedule));
    groups.set(key, group);
  }
  return [...groups.entries()]
    .sort(([one], [other]) => one.localeCompare(other))
    .flatMap(([, {start, end, place, times}]) =>
      describeTimes(times, {times: timeWords}).map((line) => {
        const placed = place ? words.atPlace(line, place) : line;
        const ending = end ? words.endsOn(placed, words.date(end)) : placed;
        return start ? words.startsOn(ending, words.date(start)) : ending;
      }),
    );
}

/** 'First Monday and second Tuesday' is two times; 'first and third Monday and Tuesday' is one. */
function listingTimes(schedule: ListingSchedule): ListingTime[] {
  const rule = dayRule(schedule) ?? dayRule({...schedule, validFrom: schedule.validFrom ?? '2024-01-01'});
  if (!rule) return [];
  const note = noteOf(schedule);
  const rest = {
    ...(rule.interval > 1 ? {every: rule.interval} : {}),
    ...(rule.bymonthday.length > 0 ? {monthDays: rule.bymonthday} : {}),
    ...(schedule.opensAt ? {from: schedule.opensAt} : {}),
    ...(schedule.closesAt ? {to: schedule.closesAt} : {}),
    ...(note && note.length <= SHORT_NOTE ? {note} : {}),
  };
  if (rule.byday.length === 0) return [{days: [], ...rest}];
  const daysByWeeks = new Map<string, {days: Weekday[]; weeks: number[]}>();
  for (const day of new Set(rule.byday.map((part) => part.day))) {
    const weeks = rule.byday.filter((part) => part.day === day).flatMap(({week}) => week ?? []);
    const isEvery = rule.byday.some((part) => part.day === day && !part.week);
    const key = isEvery ? '' : weeks.join();
    const together = daysByWeeks.get(key) ?? {days: [], weeks: isEvery ? [] : weeks};
    together.days.push(day);
    daysByWeeks.set(key, together);
  }
  return [...daysByWeeks.values()].map(({days, weeks}) => ({days, ...(weeks.length > 0 ? {weeks} : {}), ...rest}));
}

/** Which place, when there are several to choose from. */
function placeOf({places}: Listing, {placeId}: ListingSchedule): string | null {
  const place = places.length > 1 ? places.find(({id}) => id === placeId) : undefined;
  return place ? (place.name ?? place.address?.lines[0] ?? null) : null;
}

const noteOf = (schedule: ListingSchedule) =>
  (schedule.notes ?? schedule.description ?? '').replace(/\s+/g, ' ').trim();
