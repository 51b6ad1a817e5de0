/** The words of multidisciplinary teams and their meetings. Safe in the browser. */

export const MEETING_KINDS = {
  mdt: {name: 'Meeting', says: 'Some 8 to 12 people are spoken of, new ones and those who were spoken of before.'},
  huddle: {name: 'Huddle', says: 'A quarter of an hour, about one to four people.'},
} as const;
export type MeetingKind = keyof typeof MEETING_KINDS;

/** On what basis somebody is spoken of. Each says what has to be written down with it. */
export const BASES = {
  consent: {name: 'The person agrees', says: 'Say who agreed, and how.'},
  direct_care: {
    name: 'Direct care',
    says: 'All who meet look after the person already, and the person expects them to talk. Not against what they said.',
  },
  best_interests: {
    name: 'In their best interests',
    says: 'They cannot decide this themselves at present (Mental Capacity Act 2005). Say who decided so, and why.',
  },
  safeguarding: {name: 'To keep somebody safe', says: 'Say why it cannot wait for their agreement.'},
} as const;
export type Basis = keyof typeof BASES;

export const ATTENDANCE = {asked: 'Not said yet', came: 'Came', apologies: 'Sent apologies'} as const;
export type Attendance = keyof typeof ATTENDANCE;

/** Where somebody was brought from. */
const SUBJECT_SOURCES = {
  case: 'A link worker’s case',
  call: 'A call',
  handoff: 'Second level',
  referral: 'A referral',
} as const;
export type SubjectSource = keyof typeof SUBJECT_SOURCES;

/** How many people a meeting has time for (Bexley, Croydon, Leeds: 8 to 12). A huddle is short. */
const ROOM: Record<MeetingKind, {least: number; most: number}> = {
  mdt: {least: 8, most: 12},
  huddle: {least: 1, most: 4},
};

/** What stands beside the number of people on a list. It is guidance: nothing stops at it. */
export function listGuidance(kind: MeetingKind, isNew: readonly boolean[]): string {
  const {least, most} = ROOM[kind];
  const count = isNew.length;
  const fresh = isNew.filter(Boolean).length;
  const people = `${count} ${count === 1 ? 'person' : 'people'}`;
  if (count === 0) return `Nobody yet. There is time for ${least} to ${most}.`;
  const mixed = `${people}: ${fresh} new, ${count - fresh} known from before.`;
  if (count > most) return `${mixed} That is more than ${most}: think of who can wait, or of more time.`;
  if (count < least) return `${mixed} There is time for ${least} to ${most}.`;
  return mixed;
}
