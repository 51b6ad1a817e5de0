/** A day as people say it. Safe in the browser. */
const DAY = new Intl.DateTimeFormat('en-GB', {weekday: 'long', day: 'numeric', month: 'long', timeZone: 'UTC'});

/** '2026-12-01' → 'Tuesday 1 December'. */
export const dayWords = (day: string): string => DAY.format(new Date(`${day}T00:00:00Z`)).replace(',', '');
