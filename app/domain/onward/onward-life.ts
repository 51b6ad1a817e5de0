/** The life of an onward referral: pure rules, the same as in the database. docs/passing-on.md shows them as a table. */
export const KINDS = {
  told: {name: 'Told about it', says: 'They get in touch themselves. Nothing is sent; you ask later how it went.'},
  supported: {name: 'Supported', says: 'You write to the service, and help with the first steps.'},
  accompanied: {name: 'Accompanied', says: 'You write to the service, and go along the first time.'},
} as const;
export type OnwardKind = keyof typeof KINDS;

export const STATES = {
  told: 'Told about it',
  sent: 'Sent, not opened yet',
  seen: 'Opened, not answered yet',
  accepted: 'Accepted',
  declined: 'Declined',
  started: 'Started',
  ended: 'Ended',
} as const;
export type OnwardState = keyof typeof STATES;

export const DECLINE_REASONS = {
  full: 'It is full',
  waiting_list: 'There is a waiting list',
  not_suitable: 'It does not suit them',
  out_of_area: 'They live out of our area',
  cost: 'The cost',
  other: 'Another reason',
} as const;
export type DeclineReason = keyof typeof DECLINE_REASONS;

export const ENDINGS = {
  goes_on_alone: 'They go on by themselves',
  finished: 'It has come to its end',
  stopped: 'They stopped coming',
  never_came: 'They never came',
  moved: 'They moved away',
  other: 'Otherwise',
} as const;
export type Ending = keyof typeof ENDINGS;

const MOVES: Record<OnwardState, readonly OnwardState[]> = {
  told: ['started', 'ended'],
  sent: ['seen', 'accepted', 'declined'],
  seen: ['accepted', 'declined'],
  accepted: ['started', 'ended'],
  // Again started: they have come more often.
  started: ['started', 'ended'],
  declined: [],
  ended: [],
};

export const mayMove = (was: OnwardState, becomes: OnwardState): boolean => MOVES[was].includes(becomes);

/** What somebody can answer now. `seen` is nobody's answer: it is so when the link has been opened. */
export const answersNow = (state: OnwardState): OnwardState[] => MOVES[state].filter((next) => next !== 'seen');

/** A link can be used for so many days, also to say later how often somebody came. */
export const LINK_DAYS = 180;
/** Not answered after so many days, it stands in the worker's day. */
export const RETURNS_AFTER_DAYS = 14;
/** Not answered after so many days, the service is gently reminded. */
export const NUDGE_DAYS = [5, 10] as const;

const inLondon = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/London',
  weekday: 'short',
  hour: 'numeric',
  hourCycle: 'h23',
});

/** Reminders go out on weekdays, from eight to six: nobody is rung out of bed by one. */
export function isNudgingTime(moment: Date): boolean {
  const parts = Object.fromEntries(inLondon.formatToParts(moment).map(({type, value}) => [type, value]));
  const hour = Number(parts.hour);
  return !['Sat', 'Sun'].includes(parts.weekday!) && hour >= 8 && hour < 18;
}
