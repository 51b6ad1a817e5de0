/** The words of cases and contacts. Safe in the browser. */
import type {Nation} from '../dates/nation.ts';

export const CASE_STATUSES = {
  referred: 'Not reached yet',
  contact_attempted: 'Tried to reach',
  active: 'Active',
  follow_up: 'Follow-up',
  paused: 'Paused',
  closed: 'Closed',
} as const;
export type CaseStatus = keyof typeof CASE_STATUSES;

export const TIERS = {
  signposting: {name: 'Signposting', says: 'Pointing the way: one to three contacts'},
  plan: {name: 'Plan', says: 'Walking along: a plan, and some 6 to 12 contacts'},
} as const;
export type Tier = keyof typeof TIERS;

export const MODES = {
  phone: 'Phone',
  home: 'At home',
  community_venue: 'In the community',
  surgery: 'At the surgery',
  video: 'Video',
  text: 'Text',
  email: 'E-mail',
  letter: 'Letter',
  group: 'In a group',
} as const;
export type Mode = keyof typeof MODES;

export const WHO_WITH = {
  person: 'The person',
  carer: 'Their carer',
  family: 'Family',
  professional: 'A professional',
  service: 'A group or service',
  other: 'Somebody else',
} as const;
export type WhoWith = keyof typeof WHO_WITH;

export const CLOSE_REASONS = {
  goals_met: 'They have what they wanted',
  not_needed: 'Not needed any more',
  passed_on: 'Somebody else walks with them now',
  declined: 'They do not want it any more',
  no_contact: 'Not reached after several tries',
  moved: 'They moved away',
  died: 'They died',
  other: 'Something else',
} as const;
export type CloseReason = keyof typeof CLOSE_REASONS;

/** How often somebody was not reached; null for never. */
export const triesInWords = (attempts: number): string | null =>
  attempts === 0 ? null : attempts === 1 ? 'one try' : `${attempts} tries`;

/** Why a case may end, naming how often nobody was reached: whoever closes it sees whether that was enough. */
export const closeReasons = (attempts: number) => {
  const tries = triesInWords(attempts);
  return tries ? {...CLOSE_REASONS, no_contact: `Not reached, after ${tries}`} : CLOSE_REASONS;
};

/** What the form of a contact begins with, where nothing was typed yet. */
export interface LogStart {
  /** 'YYYY-MM-DD' */
  today: string;
  /** Whose bank holidays are kept: the page proposes days as well. */
  nation: Nation;
  /** As they were last in touch. */
  mode: Mode;
  /** What is proposed next, and on which day. */
  step: string;
  on: string;
}

/** What a note often says; one press puts it in, and it can be changed. */
export const NOTE_TEMPLATES = [
  {
    name: 'No answer',
    was: 'tried',
    note: 'Rang, no answer. Will try again at another time of day.',
    next: 'Ring again',
    days: 2,
  },
  {
    name: 'Left a message',
    was: 'tried',
    note: 'Left a message asking them to ring back.',
    next: 'Ring again if they have not rung',
    days: 3,
  },
  {
    name: 'First talk',
    was: 'reached',
    note: 'First talk. What matters to them: ',
    next: 'Meet and talk about what matters',
    days: 7,
  },
  {name: 'Checked in', was: 'reached', note: 'Checked in. How it is going: ', next: 'Check in again', days: 14},
  {name: 'Went along', was: 'reached', note: 'Went along with them to ', next: 'Ask how it was', days: 7},
] as const;

const CASE_EVENTS: Record<string, string> = {
  opened: 'opened the case',
  status: 'changed how it stands',
  tier: 'changed the kind of support',
  next_step: 'set the next step',
  paused: 'paused it',
  resumed: 'went on with it',
  transferred: 'passed it to somebody else',
  closed: 'closed it',
  reopened: 'opened it again',
  note: 'wrote a note',
  shared: 'shared it',
  unshared: 'ended the sharing',
  measure: 'wrote down a measure',
  plan: 'changed the plan',
  told_referrer: 'told whoever asked',
  mdt: 'brought them to a multidisciplinary team',
  mdt_withdrawn: 'took them back from a multidisciplinary team',
  letter: 'sent a letter',
  onward: 'passed them on',
  visit: 'planned a visit',
  visit_back: 'is back from a visit',
  visit_safe: 'said that a colleague is back from a visit',
  visit_off: 'called off a visit',
  exported: 'made a file for another system',
};

/** What happened in a case, and by whom: nobody is named where a service or the person answered by a link, or time did it. */
export function eventWords(kind: string, byName: string | null): string {
  if (kind === 'onward' && !byName) return 'Passing on';
  if (kind === 'measure' && !byName) return 'They answered by their own link';
  return `${byName ?? 'Somebody who has left'} ${CASE_EVENTS[kind] ?? kind}`;
}

export const CASE_FILTERS = {
  open: 'Open',
  overdue: 'Overdue',
  no_contact: 'Not reached yet',
  paused: 'Paused',
  closed: 'Closed',
} as const;
export type CaseFilter = keyof typeof CASE_FILTERS;

export const CASE_ORDERS = {
  next: 'Next step',
  quiet: 'Longest silence',
  newest: 'Newest',
  name: 'Name',
} as const;
export type CaseOrder = keyof typeof CASE_ORDERS;

/** The statuses that a filter shows, in the order in which a case goes through them. */
export function statusesOf(filter: CaseFilter): CaseStatus[] {
  switch (filter) {
    case 'no_contact':
      return ['referred', 'contact_attempted'];
    case 'paused':
    case 'closed':
      return [filter];
    default:
      return ['referred', 'contact_attempted', 'active', 'follow_up', 'paused'];
  }
}

/**
 * Where a case can be moved by hand, and the act of its page that moves it. Into the first columns nobody moves it: a
 * contact, or an attempt at one, does that.
 */
export const MOVES = {
  active: {words: 'Active', act: 'resume', from: ['follow_up', 'paused']},
  follow_up: {words: 'Follow-up', act: 'follow_up', from: ['active', 'paused']},
  paused: {words: 'Paused', act: 'pause', from: ['referred', 'contact_attempted', 'active', 'follow_up']},
  closed: {words: 'Closed', act: 'close', from: ['referred', 'contact_attempted', 'active', 'follow_up', 'paused']},
  open: {words: 'Open again', act: 'reopen', from: ['closed']},
} as const satisfies Record<string, {words: string; act: string; from: readonly CaseStatus[]}>;
export type Move = keyof typeof MOVES;

export const movesFrom = (status: CaseStatus): Move[] =>
  (Object.keys(MOVES) as Move[]).filter((move) => (MOVES[move].from as readonly CaseStatus[]).includes(status));
