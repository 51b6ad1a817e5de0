import type {Locale} from './locales.ts';

const TAGS: Record<Locale, string> = {en: 'en-GB', cy: 'cy-GB', pl: 'pl-PL'};

/** For how long a day is written: 'Tuesday 3 March 2026', or '3 March 2026' where the day of the week says nothing. */
const LENGTHS = {
  whole: {weekday: 'long', day: 'numeric', month: 'long', year: 'numeric'},
  date: {day: 'numeric', month: 'long', year: 'numeric'},
} satisfies Record<string, Intl.DateTimeFormatOptions>;

// Made once: making one costs more than using it.
const formats = new Map<string, Intl.DateTimeFormat>();

/**
 * A day in the words of a language, as the calendar of the United Kingdom has it.
 * @param day 'YYYY-MM-DD', or a moment of that day
 */
export function dayIn(locale: Locale, day: string | Date, length: keyof typeof LENGTHS = 'whole'): string {
  const isMoment = day instanceof Date;
  const key = `${locale} ${length} ${isMoment}`;
  let format = formats.get(key);
  if (!format) {
    const timeZone = isMoment ? 'Europe/London' : 'UTC';
    formats.set(key, (format = new Intl.DateTimeFormat(TAGS[locale], {...LENGTHS[length], timeZone})));
  }
  const words = format.format(isMoment ? day : new Date(day));
  return locale === 'en' ? words.replace(',', '') : words;
}

/** A moment in the words of a language, in British time: 'Tuesday 3 March 2026, 2:05pm', 'wtorek, 3 marca 2026, 14:05'. */
export function momentIn(locale: Locale, moment: Date): string {
  const time = (locale === 'en' ? CLOCKS.half : CLOCKS.whole).format(moment);
  return `${dayIn(locale, moment)}, ${time.replace(/\s/g, '').toLowerCase()}`;
}

const clock = (hourCycle: 'h12' | 'h23') =>
  new Intl.DateTimeFormat('en-GB', {timeZone: 'Europe/London', hour: 'numeric', minute: '2-digit', hourCycle});
const CLOCKS = {half: clock('h12'), whole: clock('h23')};
