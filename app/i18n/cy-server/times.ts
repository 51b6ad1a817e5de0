import type {ServerText} from '../en-server.ts';
import type {PartialText} from '../partial-text.ts';

const WEEKS: Record<number, string> = {
  1: '1af',
  2: '2il',
  3: '3ydd',
  4: '4ydd',
  5: '5ed',
  [-1]: 'olaf',
  [-2]: 'olaf ond un',
  [-3]: 'olaf ond dau',
  [-4]: 'olaf ond tri',
  [-5]: 'olaf ond pedwar',
};

/** The dates of a month that end otherwise than in -ain. */
const ENDINGS = 'af il ydd ydd ed ed fed fed fed fed eg fed eg eg fed eg eg fed eg fed'.split(' ');

const LIST = new Intl.ListFormat('cy', {type: 'conjunction'});

/** The words for regular times, in Welsh. Put together so that no word has to change its first letter. */
export const times: PartialText<ServerText['times']> = {
  day: {
    MO: 'dydd Llun',
    TU: 'dydd Mawrth',
    WE: 'dydd Mercher',
    TH: 'dydd Iau',
    FR: 'dydd Gwener',
    SA: 'dydd Sadwrn',
    SU: 'dydd Sul',
  },
  list: (parts) => LIST.format(parts),
  dayRange: (first, last) => `${first} – ${last}`,
  weekOfMonth: (week) => WEEKS[week] ?? String(week),
  dateOfMonth: (date) => {
    if (date === -1) return 'diwrnod olaf';
    return date > 0 ? `${date}${ENDINGS[date - 1] ?? 'ain'}` : `diwrnod olaf ond ${-date - 1}`;
  },
  everyDay: 'Bob dydd',
  weekly: (days, isOne) => (isOne ? `Bob ${days}` : capital(days)),
  everyFewWeeks: (days, weeks) => `${weeks === 2 ? 'Bob yn ail wythnos' : `Bob ${weeks} wythnos`}: ${days}`,
  everyFewDays: (weeks) => (weeks === 2 ? 'Bob dydd, bob yn ail wythnos' : `Bob dydd, bob ${weeks} wythnos`),
  monthly: (which, months) => {
    if (months === 1) return `${capital(which)} bob mis`;
    if (months === 2) return `${capital(which)} bob yn ail fis`;
    return months === 12 ? `${capital(which)} un mis y flwyddyn` : `${capital(which)} bob ${months} mis`;
  },
  weeksAndDays: (weeks, days) => `${days} (${weeks})`,
  daysOnDates: (days, dates) => `${days} (${dates} o’r mis)`,
  clock: (hour, minute) => {
    if (minute === 0 && hour === 12) return 'hanner dydd';
    if (minute === 0 && hour % 24 === 0) return 'hanner nos';
    const half = hour < 12 ? 'am' : 'pm';
    return `${hour % 12 || 12}${minute > 0 ? `:${String(minute).padStart(2, '0')}` : ''}${half}`;
  },
  fromTo: (from, to) => `${from} i ${to}`,
  from: (from) => `o ${from}`,
  until: (to) => `tan ${to}`,
  allDay: '24 awr',
  daysAndTimes: (days, clockTimes) => `${days}, ${clockTimes}`,
  withNote: (words, note) => `${words} (${note})`,
};

const capital = (words: string) => words.charAt(0).toUpperCase() + words.slice(1);
