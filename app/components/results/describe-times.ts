import type {Day, ListingTime} from '../../../search/document-schema.ts';
import type {ServerText} from '../../i18n/en-server.ts';

const WEEK: readonly Day[] = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];
type TimesText = ServerText['times'];

/**
 * Regular times in plain words, one line each and in the order of the week: 'Every Wednesday, 10:30am to 12 noon'.
 * Days with the same hours, and hours of the same days, share a line.
 */
export function describeTimes(times: ListingTime[], text: Pick<ServerText, 'times'>): string[] {
  const words = text.times;
  const lines: {days: string; hours: string[]; note: string}[] = [];
  for (const time of sameHoursTogether(times).sort(byWeek)) {
    const days = daysInWords(time, words);
    const hours = hoursInWords(time, words);
    const note = time.note?.trim() ?? '';
    const line = lines.find((earlier) => earlier.days === days && earlier.note === note);
    if (!line) lines.push({days, hours: hours ? [hours] : [], note});
    else if (hours && !line.hours.includes(hours)) line.hours.push(hours);
  }
  return lines.map(({days, hours, note}) => {
    const line = hours.length > 0 ? words.daysAndTimes(days, words.list(hours)) : days;
    return note ? words.withNote(line, note) : line;
  });
}

/** '10:30am to 12 noon', or '' when no time of day is known. */
export function hoursInWords({from, to}: Pick<ListingTime, 'from' | 'to'>, words: TimesText): string {
  const closes = to === '23:59' ? '24:00' : to;
  if (from === '00:00' && closes === '24:00') return words.allDay;
  const clock = (time: string) => words.clock(Number(time.slice(0, 2)), Number(time.slice(3, 5)));
  if (from && closes) return words.fromTo(clock(from), clock(closes));
  if (from) return words.from(clock(from));
  return closes ? words.until(clock(closes)) : '';
}

/** Monday 9 to 5 and Tuesday 9 to 5 are Monday and Tuesday 9 to 5. */
function sameHoursTogether(times: ListingTime[]): ListingTime[] {
  const together = new Map<string, ListingTime>();
  for (const time of times) {
    const {days, ...rest} = time;
    const isMergeable = days.length > 0 && !time.monthDays;
    const key = JSON.stringify(isMergeable ? [rest.weeks, rest.every, rest.from, rest.to, rest.note] : time);
    const before = together.get(key);
    together.set(
      key,
      before ? {...before, days: WEEK.filter((day) => before.days.includes(day) || days.includes(day))} : time,
    );
  }
  return [...together.values()];
}

/** Weekly before monthly, then by the first day, then by the hour. */
function byWeek(one: ListingTime, other: ListingTime): number {
  const rank = (time: ListingTime) => [
    time.weeks || time.monthDays ? 1 : 0,
    time.weeks?.[0] ?? 0,
    Math.max(
      0,
      WEEK.findIndex((day) => time.days.includes(day)),
    ),
    time.from ? Number(time.from.replace(':', '')) : -1,
  ];
  const [left, right] = [rank(one), rank(other)];
  const differs = left.findIndex((value, index) => value !== right[index]);
  return differs < 0 ? 0 : (left[differs] ?? 0) - (right[differs] ?? 0);
}

function daysInWords(time: ListingTime, words: TimesText): string {
  const every = time.every ?? 1;
  const isEveryWeek = [1, 2, 3, 4, 5].every((week) => time.weeks?.includes(week));
  const days = nameDays(time.days, words);
  if (time.monthDays) {
    const dates = words.list(inOrder(time.monthDays).map(words.dateOfMonth));
    return time.days.length > 0 ? words.daysOnDates(days, dates) : words.monthly(dates, every);
  }
  if (time.weeks && time.days.length > 0 && !isEveryWeek) {
    const weeks = words.list(inOrder(time.weeks).map(words.weekOfMonth));
    return words.monthly(words.weeksAndDays(weeks, days), every);
  }
  const isEveryDay = time.days.length === 0 || time.days.length === 7;
  if (every > 1) return isEveryDay ? words.everyFewDays(every) : words.everyFewWeeks(days, every);
  return isEveryDay ? words.everyDay : words.weekly(days, time.days.length === 1);
}

/** Three days or more in a row are said as a range. */
function nameDays(days: readonly Day[], words: TimesText): string {
  const runs: Day[][] = [];
  for (const day of WEEK.filter((each) => days.includes(each))) {
    const run = runs.at(-1);
    const isNext = run && WEEK.indexOf(day) === WEEK.indexOf(run.at(-1) as Day) + 1;
    if (isNext) run.push(day);
    else runs.push([day]);
  }
  const name = (day: Day | undefined) => (day ? words.day[day] : '');
  return words.list(
    runs.flatMap((run) => (run.length >= 3 ? [words.dayRange(name(run[0]), name(run.at(-1)))] : run.map(name))),
  );
}

/** First to last, and those counted from the end of the month after them. */
function inOrder(numbers: number[]): number[] {
  return [...numbers].sort((one, other) => (one < 0 ? 100 - one : one) - (other < 0 ? 100 - other : other));
}
