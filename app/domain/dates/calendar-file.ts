/** A calendar file (RFC 5545) that every common calendar can read. */
import {addDays, londonClock, londonMoment, type CalendarDate, type ClockTime} from './calendar-date.ts';

export interface CalendarEvent {
  /** The same for the same session for ever, so that adding it twice does not make two. */
  uid: string;
  /** When its facts last changed. */
  changedAt: string;
  /** A day it really happens on: the repeats are counted from here. */
  date: CalendarDate;
  /** Without hours it is a whole day. */
  from: ClockTime | null;
  to: ClockTime | null;
  /** 'FREQ=WEEKLY;BYDAY=WE', without an end. */
  rule: string;
  until: CalendarDate | null;
  exceptions: CalendarDate[];
  summary: string;
  description: string;
  location: string | null;
  position: {latitude: number; longitude: number} | null;
  url: string;
}

const HOUR_MS = 3_600_000;

/** Something that happens once. */
export interface Appointment {
  /** The same for the same thing for ever: one that is moved is then not there twice. */
  uid: string;
  madeAt: Date;
  /** A moment, or a whole day. */
  start: Date | CalendarDate;
  end: Date | null;
  summary: string;
  location: string | null;
  url: string;
}

interface CalendarParts {
  events?: CalendarEvent[];
  appointments?: Appointment[];
  /** For one that is asked for again and again: after how long, such as 'PT1H'. */
  asksAgainAfter?: string;
}

/** The United Kingdom's clock: summer time from the last Sunday of March to the last Sunday of October. */
const LONDON = [
  'BEGIN:VTIMEZONE',
  'TZID:Europe/London',
  'BEGIN:DAYLIGHT',
  'DTSTART:19810329T010000',
  'RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU',
  'TZOFFSETFROM:+0000',
  'TZOFFSETTO:+0100',
  'TZNAME:BST',
  'END:DAYLIGHT',
  'BEGIN:STANDARD',
  'DTSTART:19961027T020000',
  'RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU',
  'TZOFFSETFROM:+0100',
  'TZOFFSETTO:+0000',
  'TZNAME:GMT',
  'END:STANDARD',
  'END:VTIMEZONE',
];

/** Makes the file. `name` is what a calendar calls the whole of it. */
export function calendarFile(name: string, {events = [], appointments = [], asksAgainAfter}: CalendarParts): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Fingerpost//Fingerpost//EN',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    `X-WR-CALNAME:${escapeText(name)}`,
    ...(asksAgainAfter
      ? [`REFRESH-INTERVAL;VALUE=DURATION:${asksAgainAfter}`, `X-PUBLISHED-TTL:${asksAgainAfter}`]
      : []),
    ...LONDON,
    ...events.flatMap(eventLines),
    ...appointments.flatMap(appointmentLines),
    'END:VCALENDAR',
  ];
  return lines.map((line) => `${fold(line)}\r\n`).join('');
}

function eventLines(event: CalendarEvent): string[] {
  const until = event.until ? `;UNTIL=${untilOf(event.until, event.from)}` : '';
  const lines = [
    'BEGIN:VEVENT',
    `UID:${event.uid}`,
    `DTSTAMP:${utc(new Date(event.changedAt))}`,
    `DTSTART${at(event.date, event.from)}`,
  ];
  if (event.from && event.to) lines.push(`DTEND${endOf(event.date, event.to)}`);
  lines.push(`RRULE:${event.rule}${until}`);
  for (const exception of event.exceptions) lines.push(`EXDATE${at(exception, event.from)}`);
  lines.push(`SUMMARY:${escapeText(event.summary)}`, `DESCRIPTION:${escapeText(event.description)}`);
  if (event.location) lines.push(`LOCATION:${escapeText(event.location)}`);
  if (event.position) lines.push(`GEO:${event.position.latitude};${event.position.longitude}`);
  lines.push(`URL:${event.url}`, 'TRANSP:TRANSPARENT', 'END:VEVENT');
  return lines;
}

function appointmentLines({uid, madeAt, start, end, summary, location, url}: Appointment): string[] {
  const lines = ['BEGIN:VEVENT', `UID:${uid}`, `DTSTAMP:${utc(madeAt)}`, `DTSTART${when(start)}`];
  if (end) lines.push(`DTEND${when(end)}`);
  lines.push(`SUMMARY:${escapeText(summary)}`);
  if (location) lines.push(`LOCATION:${escapeText(location)}`);
  // A day that something is due on is no day on which somebody is away.
  lines.push(`URL:${url}`, `TRANSP:${start instanceof Date ? 'OPAQUE' : 'TRANSPARENT'}`, 'CLASS:PRIVATE', 'END:VEVENT');
  return lines;
}

/**
 * The time on the wall where that says which moment is meant. In autumn one hour happens twice; its time on the wall means
 * the first of the two (RFC 5545, 3.3.5), which not every reader knows. Within it moments are given in UTC.
 */
function when(start: Date | CalendarDate): string {
  if (!(start instanceof Date)) return at(start, null);
  const {date, time} = londonClock(start);
  const comesTwice = [-HOUR_MS, HOUR_MS].some((away) => {
    const other = londonClock(new Date(start.getTime() + away));
    return other.date === date && other.time === time;
  });
  return comesTwice ? `:${utc(start)}` : at(date, time);
}

/** Local time with its zone, so that a calendar moves with the clock changes; a day has no zone. */
function at(date: CalendarDate, time: ClockTime | null): string {
  return time ? `;TZID=Europe/London:${compact(date)}T${compact(time)}00` : `;VALUE=DATE:${compact(date)}`;
}

/** Midnight at the end of a day is the first moment of the next. */
function endOf(date: CalendarDate, to: ClockTime): string {
  return to === '24:00' ? at(addDays(date, 1), '00:00') : at(date, to);
}

/** Of an event with a time zone the end must be given in UTC, and of a whole day as a day. */
function untilOf(until: CalendarDate, from: ClockTime | null): string {
  return from ? utc(londonMoment(until, from)) : compact(until);
}

const utc = (moment: Date) => `${moment.toISOString().slice(0, 19).replace(/[-:]/g, '')}Z`;
const compact = (words: string) => words.replace(/[-:]/g, '');

/** Backslash, comma, semicolon and new lines mean something in the format; other control characters may not be there at all. */
export function escapeText(words: string): string {
  return words
    .replace(/\r\n?/g, '\n')
    .replace(/[\u0000-\u0009\u000b-\u001f\u007f]/g, ' ')
    .replace(/([\\;,])/g, '\\$1')
    .replace(/\n/g, '\\n');
}

/** No line may be longer than 75 bytes; what is left goes on after a space. A letter is never cut through. */
export function fold(line: string): string {
  const encoder = new TextEncoder();
  let folded = '';
  let length = 0;
  for (const letter of line) {
    const size = encoder.encode(letter).length;
    if (length + size > 75) {
      folded += '\r\n ';
      length = 1;
    }
    folded += letter;
    length += size;
  }
  return folded;
}
