import type {Delivery, Space} from '../../../search/document-schema.ts';

/** The small facts on a card, in words. */
export const cardWords = {
  milesAway: (miles: number) => {
    if (miles < 0.1) return 'Very near';
    const rounded = miles < 10 ? miles.toFixed(1).replace(/\.0$/, '') : String(Math.round(miles));
    return rounded === '1' ? '1 mile away' : `${rounded} miles away`;
  },
  otherPlaces: (count: number) => (count === 1 ? 'and 1 other place' : `and ${count} other places`),
  moreTimes: 'and other times',
  how: {
    'in-person': 'Ask where',
    'at-home': 'Comes to you',
    online: 'Online',
    phone: 'By phone',
  } satisfies Record<Delivery, string>,
  covers: (areas: string) => `Covers ${areas}`,
  free: 'Free',
  freeFor: (who: string) => `Free for ${who}`,
  pounds: (amount: number) => `£${Number.isInteger(amount) ? amount : amount.toFixed(2)}`,
  /** Publishers write 'session', 'per session' and 'a session'. */
  each: (price: string, per: string) => `${price} per ${per.replace(/^(per|an?|each) /i, '')}`,
  forWhom: (price: string, who: string) => `${price} for ${who}`,
  from: (price: string) => `From ${price}`,
  askCost: 'Ask what it costs',
  space: {
    open: 'Has space',
    limited: 'A few spaces left',
    'waiting-list': 'Waiting list',
    full: 'Full just now',
    unknown: null,
  } satisfies Record<Space, string | null>,
  /** They answered somebody who was passed on to them. */
  spaceHeard: (space: string, day: string) => `${space}: they said so on ${day}`,
  checkedToday: 'Checked today',
  checkedDays: (days: number) => (days === 1 ? 'Checked yesterday' : `Checked ${days} days ago`),
  checkedWeeks: (weeks: number) => (weeks === 1 ? 'Checked a week ago' : `Checked ${weeks} weeks ago`),
  checkedMonths: (months: number) => (months === 1 ? 'Checked a month ago' : `Checked ${months} months ago`),
  stale: 'Not checked for over a year. Please ring before you go.',
  neverChecked: 'Not checked yet. Please ring before you go.',
};
