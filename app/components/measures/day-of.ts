const DAY = new Intl.DateTimeFormat('en-GB', {day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC'});

/** '3 March 2026' for a day of the calendar. */
export const dayOf = (date: string): string => DAY.format(new Date(date));
