/** '2027-11-30' → '30 November 2027'. */
export const dayInWords = (day: string): string =>
  new Intl.DateTimeFormat('en-GB', {dateStyle: 'long', timeZone: 'UTC'}).format(new Date(`${day}T00:00:00Z`));
