const DAY = new Intl.DateTimeFormat('en-GB', {day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC'});

/** '3 Mar 2026' for a day of the calendar. */
export const dayOf = (date: string): string => DAY.format(new Date(date));
