import type {ServerText} from '../en-server.ts';
import type {PartialText} from '../partial-text.ts';
import {plural} from '../plural.ts';

const LIST = new Intl.ListFormat('pl', {type: 'conjunction'});
const weeksOf = (count: number) =>
  plural('pl', count, {one: '# tydzień', few: '# tygodnie', many: '# tygodni', other: '# tygodnia'});

/** The words for regular times, in Polish. Days stand where they need no ending of their own. */
export const times: PartialText<ServerText['times']> = {
  day: {
    MO: 'poniedziałek',
    TU: 'wtorek',
    WE: 'środa',
    TH: 'czwartek',
    FR: 'piątek',
    SA: 'sobota',
    SU: 'niedziela',
  },
  list: (parts) => LIST.format(parts),
  dayRange: (first, last) => `${first} – ${last}`,
  weekOfMonth: (week) => {
    if (week === -1) return 'ostatni';
    return week > 0 ? `${week}.` : `${-week}. od końca`;
  },
  dateOfMonth: (date) => {
    if (date === -1) return 'ostatni dzień';
    return date > 0 ? `${date}. dzień` : `${-date}. dzień od końca`;
  },
  everyDay: 'Codziennie',
  weekly: (days, isOne) => (isOne ? `Co tydzień: ${days}` : capital(days)),
  everyFewWeeks: (days, weeks) => `${weeks === 2 ? 'Co drugi tydzień' : `Co ${weeksOf(weeks)}`}: ${days}`,
  everyFewDays: (weeks) => (weeks === 2 ? 'Codziennie, co drugi tydzień' : `Codziennie, co ${weeksOf(weeks)}`),
  monthly: (which, months) => {
    if (months === 1) return `${capital(which)} miesiąca`;
    if (months === 2) return `${capital(which)}, co drugi miesiąc`;
    if (months === 12) return `${capital(which)}, w jednym miesiącu roku`;
    return `${capital(which)}, co ${plural('pl', months, {few: '# miesiące', many: '# miesięcy', other: '# miesiąca'})}`;
  },
  // Days that end in -a are feminine, and so is the last of them.
  weeksAndDays: (weeks, days) =>
    `${/^(środa|sobota|niedziela)/.test(days) ? weeks.replace('ostatni', 'ostatnia') : weeks} ${days}`,
  daysOnDates: (days, dates) => `${days}, gdy jest to ${dates} miesiąca`,
  clock: (hour, minute) => `${hour}:${String(minute).padStart(2, '0')}`,
  fromTo: (from, to) => `${from}–${to}`,
  from: (from) => `od ${from}`,
  until: (to) => `do ${to}`,
  allDay: 'całą dobę',
  daysAndTimes: (days, clockTimes) => `${days}, ${clockTimes}`,
  withNote: (words, note) => `${words} (${note})`,
};

const capital = (words: string) => words.charAt(0).toUpperCase() + words.slice(1);
