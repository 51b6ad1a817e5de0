import type {Note} from './finding.ts';
import {isNothing} from './loose-values.ts';

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const ISO = /^(\d{4})-(\d{2})-(\d{2})$/;
const TIMESTAMP =
  /^(\d{4}-\d{2}-\d{2})[T ](\d{2}):?(\d{2})(?::?(\d{2})(?:[.,]\d+)?)?\s*(Z|UTC|GMT|[+-]\d{2}:?\d{2})?$/i;
const inLondon = new Intl.DateTimeFormat('en-CA', {timeZone: 'Europe/London', dateStyle: 'short'});
const londonClock = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/London',
  dateStyle: 'short',
  timeStyle: 'medium',
});

/** A day as 'YYYY-MM-DD'. Reads DD/MM/YYYY, '1 March 2024' and timestamps too; what is no real day is left out. */
export function cleanDate(value: unknown, field: string, note: Note): string | null {
  if (isNothing(value)) return null;
  const text = String(value).trim();
  if (ISO.test(text) && isRealDay(text)) return text;
  const day = typeof value === 'object' ? null : readDate(text);
  if (day) {
    note(field, 'The date was written another way', value);
    return day;
  }
  note(field, 'Not a date, so it was left out', value);
  return null;
}

function readDate(text: string): string | null {
  const stamp = TIMESTAMP.exec(text);
  if (stamp) {
    // Midnight in British Summer Time is written as 23:00Z of the day before.
    const instant = stamp[5] ? readTimestamp(text) : null;
    return instant ? inLondon.format(instant) : checked(stamp[1]!);
  }
  const compact = /^(\d{4})[/.]?(\d{2})[/.]?(\d{2})$/.exec(text);
  if (compact) return checked(`${compact[1]}-${compact[2]}-${compact[3]}`);
  const numbers = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4}|\d{2})(?:[T ,].*)?$/.exec(text);
  if (numbers) {
    const [, first, second, year] = numbers;
    // British order, unless only the American one gives a real day.
    return fromParts(year!, second!, first!) ?? fromParts(year!, first!, second!);
  }
  const words = /^(?:[a-z]+,?\s+)?(\d{1,2})(?:st|nd|rd|th)?[\s-]+([a-z]{3})[a-z]*\.?,?[\s-]+(\d{4})$/i.exec(text);
  if (words) {
    const month = MONTHS.indexOf(words[2]!.toLowerCase()) + 1;
    return fromParts(words[3]!, String(month), words[1]!);
  }
  return null;
}

function fromParts(year: string, month: string, day: string): string | null {
  const fullYear = year.length === 2 ? `20${year}` : year;
  return checked(`${fullYear}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`);
}

const checked = (text: string) => (isRealDay(text) ? text : null);

function isRealDay(text: string): boolean {
  const match = ISO.exec(text);
  if (!match) return false;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  if (year < 1900 || year > 2200 || month < 1 || month > 12 || day < 1) return false;
  return day <= new Date(Date.UTC(year, month, 0)).getUTCDate();
}

/** A moment in time, as ISO text with its zone. A time without a zone is British. */
export function cleanTimestamp(value: unknown, field: string, note: Note, now = new Date()): string | null {
  if (isNothing(value)) return null;
  const text = String(value).trim();
  const stamp = TIMESTAMP.exec(text);
  const day = stamp || typeof value === 'object' ? null : ISO.test(text) ? checked(text) : readDate(text);
  const instant = day ? readTimestamp(`${day}T00:00:00`) : readTimestamp(text);
  const year = instant?.getUTCFullYear() ?? 0;
  if (!instant || year < 1970) {
    note(field, 'Not a date and time, so it was left out', value);
    return null;
  }
  if (instant.getTime() > now.getTime() + 86_400_000) {
    note(field, 'A moment in the future, so it was left out', value);
    return null;
  }
  if (!stamp) note(field, 'The date was written another way', value);
  else if (!stamp[5]) note(field, 'The time had no time zone and was taken as British', value);
  return instant.toISOString();
}

function readTimestamp(text: string): Date | null {
  const match = TIMESTAMP.exec(text);
  if (!match || !isRealDay(match[1]!)) return null;
  const [, day, hour, minute, second = '00', zone] = match;
  const offset = !zone ? '' : /^[zug]/i.test(zone) ? 'Z' : zone.replace(/^(.\d{2}):?(\d{2})$/, '$1:$2');
  const instant = new Date(`${day}T${hour}:${minute}:${second}${offset || 'Z'}`);
  if (Number.isNaN(instant.getTime())) return null;
  return zone ? instant : new Date(instant.getTime() - londonOffset(instant));
}

/** How far British clocks are ahead of UTC at this moment, in milliseconds. */
function londonOffset(instant: Date): number {
  const [date, time] = londonClock.format(instant).split(', ');
  const [day, month, year] = date!.split('/');
  return Date.parse(`${year}-${month}-${day}T${time}Z`) - Math.floor(instant.getTime() / 1000) * 1000;
}
