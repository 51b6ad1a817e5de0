import type {Day} from '../../../search/document-schema.ts';

const ORDINALS: Record<number, string> = {
  1: 'first',
  2: 'second',
  3: 'third',
  4: 'fourth',
  5: 'fifth',
  [-1]: 'last',
  [-2]: 'second from last',
  [-3]: 'third from last',
  [-4]: 'fourth from last',
  [-5]: 'fifth from last',
};

// Made once: making one costs more than using it.
const LIST = new Intl.ListFormat('en-GB', {type: 'conjunction'});
const ORDINAL = new Intl.PluralRules('en', {type: 'ordinal'});

/** The words for regular times. Each whole phrase is one function, so that a language may order it as it likes. */
export const times = {
  day: {
    MO: 'Monday',
    TU: 'Tuesday',
    WE: 'Wednesday',
    TH: 'Thursday',
    FR: 'Friday',
    SA: 'Saturday',
    SU: 'Sunday',
  } satisfies Record<Day, string>,
  list: (parts: string[]) => LIST.format(parts),
  dayRange: (first: string, last: string) => `${first} to ${last}`,
  weekOfMonth: (week: number) => ORDINALS[week] ?? String(week),
  dateOfMonth: (date: number) => {
    if (date === -1) return 'last day';
    const ending = {one: 'st', two: 'nd', few: 'rd', other: 'th', zero: 'th', many: 'th'}[
      ORDINAL.select(Math.abs(date))
    ];
    return date > 0 ? `${date}${ending}` : `${-date}${ending} from last day`;
  },
  everyDay: 'Every day',
  /** 'Every Wednesday', but 'Monday to Friday' and 'Monday and Thursday' say it without 'every'. */
  weekly: (days: string, isOne: boolean) => (isOne ? `Every ${days}` : days),
  everyFewWeeks: (days: string, weeks: number) =>
    weeks === 2 ? `Every other week on ${days}` : `Every ${weeks} weeks on ${days}`,
  everyFewDays: (weeks: number) => (weeks === 2 ? 'Every day, every other week' : `Every day, every ${weeks} weeks`),
  /** `which` is 'first and third Tuesday' or '1st and 15th'. */
  monthly: (which: string, months: number) => {
    if (months === 1) return `${capital(which)} of the month`;
    if (months === 2) return `${capital(which)} of every other month`;
    return months === 12
      ? `${capital(which)} of one month a year`
      : `${capital(which)} of the month, every ${months} months`;
  },
  weeksAndDays: (weeks: string, days: string) => `${weeks} ${days}`,
  daysOnDates: (days: string, dates: string) => `${days} when it is the ${dates}`,
  clock: (hour: number, minute: number) => {
    if (minute === 0 && hour === 12) return '12 noon';
    if (minute === 0 && hour % 24 === 0) return 'midnight';
    const half = hour < 12 ? 'am' : 'pm';
    return `${hour % 12 || 12}${minute > 0 ? `:${String(minute).padStart(2, '0')}` : ''}${half}`;
  },
  fromTo: (from: string, to: string) => `${from} to ${to}`,
  from: (from: string) => `from ${from}`,
  until: (to: string) => `until ${to}`,
  allDay: '24 hours',
  daysAndTimes: (days: string, clockTimes: string) => `${days}, ${clockTimes}`,
  withNote: (words: string, note: string) => `${words} (${note})`,
};

const capital = (words: string) => words.charAt(0).toUpperCase() + words.slice(1);
