/** Moments in words, in British time and by the clock of those who work shifts: 'Tuesday 3 March 2026, 14:05'. */
const DAY = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/London',
  weekday: 'long',
  day: 'numeric',
  month: 'long',
  year: 'numeric',
});
const TIME = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/London',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
});

export function momentInWords(moment: Date): string {
  return `${dayInWords(moment)}, ${timeInWords(moment)}`;
}

/** '14:05' */
export const timeInWords = (moment: Date): string => TIME.format(moment);

export const dayInWords = (moment: Date): string => DAY.format(moment).replace(',', '');

/** 'Tuesday 3 March', with the year only where it is another than that of `now`: for what is read while one works. */
export const shortDay = (moment: Date, now = new Date()): string =>
  dayInWords(moment).replace(` ${londonYear(now)}`, '');

/** 'Tuesday 3 March, 14:05', likewise. */
export const shortMoment = (moment: Date, now = new Date()): string =>
  `${shortDay(moment, now)}, ${timeInWords(moment)}`;

const londonYear = (moment: Date) => dayInWords(moment).slice(-4);
