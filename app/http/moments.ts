/** Moments as people say them, in British time: 'Tuesday 3 March 2026, 2:05pm'. */
const DAY = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/London',
  weekday: 'long',
  day: 'numeric',
  month: 'long',
  year: 'numeric',
});
const TIME = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/London',
  hour: 'numeric',
  minute: '2-digit',
  hourCycle: 'h12',
});

export function momentInWords(moment: Date): string {
  return `${dayInWords(moment)}, ${timeInWords(moment)}`;
}

/** '2:05pm' */
export const timeInWords = (moment: Date): string => TIME.format(moment).replace(/\s/g, '').toLowerCase();

export const dayInWords = (moment: Date): string => DAY.format(moment).replace(',', '');
