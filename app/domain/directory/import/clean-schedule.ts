import {cleanDate} from './clean-date.ts';
import {cleanDays, dayOf, nextDays, readDays} from './clean-days.ts';
import {cleanLine, cleanParagraphs} from './clean-text.ts';
import {cleanHours} from './clean-time.ts';
import {cleanUrl} from './clean-url.ts';
import type {Note} from './finding.ts';
import type {ImportedSchedule} from './imported-service.ts';
import {asObjects, isNothing, type Loose} from './loose-values.ts';

interface CleanSchedules {
  schedules: ImportedSchedule[];
  /** Words about times that fit no recurrence, for people to read. */
  words: string[];
}

/** Regular times. An entry with neither days nor dates cannot be put in a calendar: its words are kept instead. */
export function cleanSchedules(value: unknown, field: string, note: Note): CleanSchedules {
  const schedules: ImportedSchedule[] = [];
  const words: string[] = [];
  for (const {item, at} of asObjects(value, field, note)) {
    const found = cleanSchedule(item, at, note);
    if (typeof found === 'string') words.push(found);
    else if (found) schedules.push(...found);
  }
  return {schedules, words: [...new Set(words)]};
}

function cleanSchedule(item: Loose, at: string, note: Note): ImportedSchedule[] | string | null {
  const days = cleanDays(item.byday ?? item.weekday, `${at}.byday`, note);
  const monthDays = cleanMonthDays(item.bymonthday, `${at}.bymonthday`, note);
  const dates = cleanDates(item, at, note);
  const description = cleanParagraphs(item.description, `${at}.description`, note);
  const hours = cleanHours(item.opens_at, item.closes_at, at, note);
  const repeat = cleanRepeat(item, {days, monthDays}, at, note);
  const once = isNothing(item.freq) && !days && !monthDays && dates.dtstart;
  const byday = days ?? (once ? dayOf(dates.dtstart!) : (repeat?.byday ?? null));
  const startsOn = dates.dtstart ?? dates.valid_from;
  if (!repeat || (!byday && !repeat.bymonthday && !startsOn)) {
    if (hours.length > 0 || repeat === null) note(at, 'Times without days or dates were left out');
    return description;
  }
  const base: ImportedSchedule = {
    freq: repeat.freq,
    interval: repeat.interval,
    byday,
    bymonthday: repeat.bymonthday,
    ...dates,
    until: once ? dates.dtstart : dates.until,
    opens_at: null,
    closes_at: null,
    attending_type: cleanLine(item.attending_type, `${at}.attending_type`, note),
    schedule_link: cleanUrl(item.schedule_link, `${at}.schedule_link`, note),
    description,
    notes: cleanParagraphs(item.notes, `${at}.notes`, note),
  };
  if (hours.length === 0) return [base];
  return hours.flatMap(({opens, closes, nextDay}) => {
    const days = nextDay && base.byday ? nextDays(base.byday) : base.byday;
    if (nextDay && (!days || !isPlainWeek(base))) {
      note(`${at}.closes_at`, 'The hours after midnight could not be kept');
      return [];
    }
    return [{...base, byday: days, opens_at: opens, closes_at: closes}];
  });
}

const isPlainWeek = (schedule: ImportedSchedule) => schedule.freq === 'WEEKLY' && schedule.interval === 1;

interface Repeat {
  freq: 'WEEKLY' | 'MONTHLY';
  interval: number;
  bymonthday: string | null;
  byday?: string;
}

/** How often. Null when it is something this calendar does not know, such as once a year. */
function cleanRepeat(
  item: Loose,
  parts: {days: string | null; monthDays: string | null},
  at: string,
  note: Note,
): Repeat | null {
  const said = typeof item.freq === 'string' ? item.freq.trim().toUpperCase() : '';
  const hasWeeks = /\d/.test(parts.days ?? '');
  const monthly = hasWeeks || (!parts.days && parts.monthDays !== null);
  const interval = cleanInterval(item.interval, `${at}.interval`, note);
  const result: Repeat = {freq: monthly ? 'MONTHLY' : 'WEEKLY', interval, bymonthday: monthly ? parts.monthDays : null};
  if (hasWeeks && parts.monthDays)
    note(`${at}.bymonthday`, 'A week of the month and days of the month contradict each other', parts.monthDays);
  if (said === '' || said === 'WEEKLY' || said === 'WEEK') {
    if (said !== '' && monthly) note(`${at}.freq`, 'Days of the month make it monthly', item.freq);
    if (!monthly && parts.monthDays)
      note(`${at}.bymonthday`, 'Days of the month do not go with a weekly time', parts.monthDays);
  } else if (said === 'MONTHLY' || said === 'MONTH') {
    result.freq = 'MONTHLY';
    result.bymonthday = parts.monthDays;
  } else if (said === 'DAILY' || said === 'DAY') {
    note(`${at}.freq`, 'Every day was kept as all seven days of the week', item.freq);
    return {freq: 'WEEKLY', interval: 1, bymonthday: null, byday: readDays('daily').days.join(',')};
  } else if (said === 'FORTNIGHTLY' || said === 'BIWEEKLY' || said === 'BI-WEEKLY') {
    result.interval = 2;
  } else {
    note(`${at}.freq`, 'This way of repeating is not known', item.freq);
    return null;
  }
  if (hasWeeks) result.bymonthday = null;
  if (said !== '' && item.freq !== said && result.freq === said)
    note(`${at}.freq`, 'The frequency was written another way', item.freq);
  return result;
}

function cleanInterval(value: unknown, field: string, note: Note): number {
  if (isNothing(value)) return 1;
  const number = typeof value === 'string' ? Number(value) : value;
  if (typeof number === 'number' && Number.isInteger(number) && number >= 1 && number <= 52) return number;
  note(field, 'The interval was not a whole number from 1 to 52', value);
  return 1;
}

function cleanMonthDays(value: unknown, field: string, note: Note): string | null {
  if (isNothing(value)) return null;
  const parts = (Array.isArray(value) ? value.map(String) : String(value).split(/[,;\s]+/)).slice(0, 62);
  const days = parts.map((part) => Number(part.trim().replace(/(?<=\d)(st|nd|rd|th)$/i, '')));
  const good = [...new Set(days.filter((day) => Number.isInteger(day) && day !== 0 && Math.abs(day) <= 31))];
  if (good.length < new Set(parts).size) note(field, 'Some days of the month could not be read', value);
  return good.length > 0 ? good.join(',') : null;
}

function cleanDates(item: Loose, at: string, note: Note) {
  const dates = {
    dtstart: cleanDate(item.dtstart, `${at}.dtstart`, note),
    until: cleanDate(item.until, `${at}.until`, note),
    valid_from: cleanDate(item.valid_from, `${at}.valid_from`, note),
    valid_to: cleanDate(item.valid_to, `${at}.valid_to`, note),
  };
  if (dates.dtstart && dates.until && dates.until < dates.dtstart) {
    note(`${at}.until`, 'It would end before it starts, so the end was left out', dates.until);
    dates.until = null;
  }
  if (dates.valid_from && dates.valid_to && dates.valid_to < dates.valid_from) {
    note(`${at}.valid_to`, 'It would end before it starts, so the end was left out', dates.valid_to);
    dates.valid_to = null;
  }
  return dates;
}
