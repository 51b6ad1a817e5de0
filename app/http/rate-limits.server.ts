import {RateLimiterMemory} from 'rate-limiter-flexible';

/**
 * How often something may be asked. Kept in memory, per process: these end a flood, and a flood is over with a restart.
 * Accounts are locked after wrong passwords one by one (domain/access/sign-in-lock.server.ts).
 */
const limits = {
  /** Per address, and generous, as a whole surgery may stand behind one: 300 tries in ten minutes. */
  'sign-in': new RateLimiterMemory({points: 300, duration: 600}),
  /** Per address: 60 requests for a link to a new password in ten minutes. The same account is sent three an hour at most. */
  resets: new RateLimiterMemory({points: 60, duration: 600}),
  /** Per address, for suggestions while somebody types: 1,200 in ten minutes: some 150 searches. Beyond, the box goes on without. */
  suggestions: new RateLimiterMemory({points: 1200, duration: 600}),
  /** Per account: pages that are not theirs. Each is written into the audit; beyond 300 in five minutes that would be the flood. */
  refusals: new RateLimiterMemory({points: 300, duration: 300}),
  /** Per account, for all forms of the staff side together: 240 in a minute, four a second, is nobody's typing. */
  'staff-forms': new RateLimiterMemory({points: 240, duration: 60}),
  /**
   * Per account, for what open pages send by themselves while somebody types: each sends about twice a second, and several
   * may be open. 3,000 in a minute ends a flood and never stands between a letter and its being kept.
   */
  'open-pages': new RateLimiterMemory({points: 3000, duration: 60}),
  /** Per address, for the public forms that are kept, such as a report about a listing: 120 in ten minutes. */
  'public-reports': new RateLimiterMemory({points: 120, duration: 600}),
  /**
   * Per address, for measures answered by a private link: 240 in ten minutes. A whole surgery may stand behind one, and
   * reports about listings are none of theirs.
   */
  answers: new RateLimiterMemory({points: 240, duration: 600}),
  /** Per address: a code of six figures cannot be tried through, and each link ends at the fifth wrong one besides. */
  'private-links': new RateLimiterMemory({points: 60, duration: 600}),
  /** Per address: more than 20 requests for a link worker in ten minutes are held back for somebody to look at. */
  referrals: new RateLimiterMemory({points: 20, duration: 600}),
  /** Per address, for beginning one and for each of its pages: 600 in ten minutes. */
  'refer-pages': new RateLimiterMemory({points: 600, duration: 600}),
  /** Per address: 300 looks at a wallboard in a minute. A screen takes six, and several may hang behind one address. */
  wallboard: new RateLimiterMemory({points: 300, duration: 60}),
  /** Per address: 120 looks at calendars in a minute. One asks every few minutes, and a whole office may stand behind one. */
  calendar: new RateLimiterMemory({points: 120, duration: 60}),
  /** Per account: 90 searches for people in a minute, more than a call needs and too few to copy out a county. */
  'find-people': new RateLimiterMemory({points: 90, duration: 60}),
  /** Per account: 20 searches of the whole area in a minute, for one person in danger. */
  'find-in-emergency': new RateLimiterMemory({points: 20, duration: 60}),
};

/** Counts one more; false when there were too many. `whose` is an address or the id of an account. */
export function isWithinRate(what: keyof typeof limits, whose: string | null): Promise<boolean> {
  return limits[what].consume(whose ?? 'unknown').then(
    () => true,
    () => false,
  );
}
