/** The words of referrals: where they come from, how they stand, what is answered. Safe in the browser. */

/** Who asked. `self`, `someone_else` and `listing` come from the public pages, `call` from the desk, the rest from professionals. */
export const SOURCES = {
  self: 'The person themselves',
  someone_else: 'Someone who knows them',
  listing: 'From a page of the directory',
  call: 'A call to the desk',
  gp: 'GP practice',
  hospital: 'Hospital',
  social_care: 'Social care',
  fire: 'Fire service',
  police: 'Police',
  housing: 'Housing',
  pharmacy: 'Pharmacy',
  job_centre: 'Job centre',
  voluntary: 'Voluntary organisation',
} as const;
export type Source = keyof typeof SOURCES;

/** Where a professional may work. */
export const PROFESSIONAL_SOURCES = [
  'gp',
  'hospital',
  'social_care',
  'fire',
  'police',
  'housing',
  'pharmacy',
  'job_centre',
  'voluntary',
] as const satisfies readonly Source[];
export type ProfessionalSource = (typeof PROFESSIONAL_SOURCES)[number];

export const URGENCIES = {routine: 'When you can', soon: 'Within a week', urgent: 'In a day or two'} as const;
export type Urgency = keyof typeof URGENCIES;

export const REFERRAL_STATUSES = {
  received: 'New',
  more_asked: 'Waiting for an answer',
  accepted: 'Accepted',
  passed_on: 'Passed on',
  declined: 'Declined',
} as const;
export type ReferralStatus = keyof typeof REFERRAL_STATUSES;

/** Why a referral was declined. There is no eligibility gate: none of these says that somebody is not needy enough. */
export const DECLINE_REASONS = {
  not_wanted: 'They do not want it',
  already_helped: 'Somebody walks with them already',
  other_help_better: 'Other help suits them better',
  out_of_area: 'They live outside our area',
  no_space: 'We have no space just now',
  cannot_reach: 'They cannot be reached',
  not_a_request: 'It was no request for help',
} as const;
export type DeclineReason = keyof typeof DECLINE_REASONS;

export const REACH_BY = {
  phone: 'Phone',
  text: 'Text message',
  email: 'E-mail',
  post: 'Letter',
  through_referrer: 'Through whoever asked',
} as const;
export type ReachBy = keyof typeof REACH_BY;

/** Why something was held back from the inbox. */
export const HELD_BECAUSE = {
  trap: 'A field was filled in that no person sees',
  too_fast: 'It was sent faster than anyone types',
  too_many: 'Very many came from the same place',
  links: 'It was full of links',
} as const;
export type HeldBecause = keyof typeof HELD_BECAUSE;

export const CONSENT_BY = {
  person: 'The person',
  carer: 'A carer',
  parent: 'A parent',
  attorney: 'An attorney',
  deputy: 'A deputy',
  other: 'Somebody else',
} as const;
export const CONSENT_HOW = {
  spoken: 'By word',
  written: 'In writing',
  form: 'On a form',
  other: 'In another way',
} as const;

export const REFERRAL_EVENTS: Record<string, string> = {
  received: 'came in',
  let_through: 'let it through',
  matched: 'said who it is',
  more_asked: 'asked for more',
  answered: 'Whoever asked answered by their link',
  note: 'wrote a note',
  accepted: 'accepted it',
  passed_on: 'passed it on',
  came_on: 'passed it on to us',
  declined: 'declined it',
  reopened: 'took it up again',
  told_referrer: 'told whoever asked',
  referrer_checked: 'Whoever asked said that it came from them, by the link sent to their work address',
};
