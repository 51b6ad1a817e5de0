import type {Note} from './finding.ts';
import {isNothing} from './loose-values.ts';

const DAYS = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const;
const NAMES = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];
const ORDINALS: Record<string, number> = {
  first: 1,
  '1st': 1,
  second: 2,
  '2nd': 2,
  third: 3,
  '3rd': 3,
  fourth: 4,
  '4th': 4,
  fifth: 5,
  '5th': 5,
  last: -1,
};
const SAYS_NOTHING = new Set([
  'and',
  'on',
  'of',
  'the',
  'each',
  'every',
  'month',
  'in',
  'a',
  'week',
  'days',
  'day',
  'open',
  'only',
  'from',
]);
const CANONICAL = /^([+-]?[1-5])?(MO|TU|WE|TH|FR|SA|SU)(,([+-]?[1-5])?(MO|TU|WE|TH|FR|SA|SU))*$/;

/** Days as RFC 5545 writes them ('MO,TU', '1MO', '-1FR'), read from whatever a publisher wrote for them. */
export function cleanDays(value: unknown, field: string, note: Note): string | null {
  if (isNothing(value) || (Array.isArray(value) && value.length === 0)) return null;
  const text = Array.isArray(value) ? value.map(String).join(',') : value;
  if (typeof text !== 'string') {
    note(field, 'Days of the week were expected', value);
    return null;
  }
  if (CANONICAL.test(text)) {
    const days = [...new Set(text.replaceAll('+', '').split(','))].join(',');
    if (days !== text) note(field, 'The days were written another way', text);
    return days;
  }
  const {days, unread} = readDays(text);
  if (days.length === 0) note(field, 'Not days of the week, so they were left out', text);
  else if (unread.length > 0) note(field, 'Some of the days could not be read', text);
  else note(field, 'The days were written another way', text);
  return days.length > 0 ? days.join(',') : null;
}

/** 'Mon-Fri', 'Tuesdays and Thursdays', 'first Monday of the month', 'MO;TU', 'weekdays' … */
export function readDays(text: string): {days: string[]; unread: string[]} {
  const found: string[] = [];
  const unread: string[] = [];
  const add = (day: string) => void (found.includes(day) || found.push(day));
  let weeks: number[] = [];
  let previous = -1;
  let upTo = false;
  const words = text
    .slice(0, 500)
    .toLowerCase()
    .replace(/\bevery ?day\b|\ball week\b|\b7 days( a week)?\b/g, 'daily')
    .replace(/([a-z])\s*[-–—]\s*(?=[a-z])/g, '$1 to ')
    .split(/[^a-z0-9+-]+/)
    .filter(Boolean);
  for (const word of words) {
    const day = dayNumber(word);
    if (day >= 0) {
      if (upTo && previous >= 0) for (let at = previous; at !== day;) add(DAYS[(at = (at + 1) % 7)]!);
      else if (weeks.length > 0) for (const week of weeks) add(`${week}${DAYS[day]}`);
      else add(DAYS[day]!);
      previous = weeks.length > 0 ? -1 : day;
      weeks = [];
      upTo = false;
    } else if (word in ORDINALS) weeks.push(ORDINALS[word]!);
    else if (word === 'to' || word === 'through' || word === 'until') upTo = true;
    else if (/^weekdays?$/.test(word)) DAYS.slice(0, 5).forEach(add);
    else if (/^weekends?$/.test(word)) DAYS.slice(5).forEach(add);
    else if (word === 'daily') DAYS.forEach(add);
    else if (!readOrdinalDay(word, add) && !SAYS_NOTHING.has(word)) unread.push(word);
  }
  return {days: inOrder(found), unread};
}

/** The days after these, for the part of a night that belongs to the next morning. Null for '1FR': the day after is not always '1SA'. */
export function nextDays(byday: string): string | null {
  const parts = byday.split(',');
  if (parts.some((part) => part.length !== 2)) return null;
  return parts.map((part) => DAYS[(DAYS.indexOf(part as (typeof DAYS)[number]) + 1) % 7]).join(',');
}

/** The day of the week a date falls on. */
export function dayOf(date: string): string {
  return DAYS[(new Date(`${date}T12:00:00Z`).getUTCDay() + 6) % 7]!;
}

function dayNumber(word: string): number {
  const stem = word.length > 3 ? word.replace(/s$/, '') : word;
  if (stem.length < 2) return -1;
  return NAMES.findIndex((name) => name.startsWith(stem) || (stem === 'wed' && name === 'wednesday'));
}

function readOrdinalDay(word: string, add: (day: string) => void): boolean {
  const match = /^\+?(-?[1-5])([a-z]{2,})$/.exec(word);
  const day = match ? dayNumber(match[2]!) : -1;
  if (day < 0) return false;
  add(`${match![1]}${DAYS[day]}`);
  return true;
}

function inOrder(days: string[]): string[] {
  const place = (day: string) => DAYS.indexOf(day.slice(-2) as (typeof DAYS)[number]);
  return [...days].sort((a, b) => place(a) - place(b) || (parseInt(a, 10) || 0) - (parseInt(b, 10) || 0));
}
