const BRITISH_DAY = new Intl.DateTimeFormat('en-CA', {timeZone: 'Europe/London', dateStyle: 'short'});

/** Today in Britain, 'YYYY-MM-DD'. */
export function today(now = new Date()): string {
  return BRITISH_DAY.format(now);
}
