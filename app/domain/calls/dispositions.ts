/**
 * How a call ends: the one list, in the order in which it is offered. Safe in the browser.
 *
 * Whether a call was resolved at first contact follows from these and is never typed: the functions `call_is_eligible` and
 * `call_is_resolved` of the database work it out. What they say is told in docs/first-contact.md, and a test compares.
 */
export const DISPOSITIONS = {
  information_given: {
    name: 'Advice or information given',
    says: 'They know what they wanted to know.',
    counts: 'resolved',
  },
  self_care: {name: 'Self-care', says: 'They know what to do for themselves.', counts: 'resolved'},
  signposted: {
    name: 'Signposted to services',
    says: 'You gave them one or more services from the directory.',
    counts: 'resolved',
  },
  reconnected: {
    name: 'Reconnected',
    says: 'They are back in touch with a service that already helps them.',
    counts: 'resolved',
  },
  call_back_promised: {
    name: 'Call-back promised',
    says: 'Somebody will ring them, at a time you agreed.',
    counts: 'left out',
  },
  handed_on: {
    name: 'Handed to second level',
    says: 'A professional takes it up, within the time of its priority.',
    counts: 'passed on',
  },
  link_worker_referral: {
    name: 'Referred to a link worker',
    says: 'They agreed that a link worker gets in touch.',
    counts: 'passed on',
  },
  passed_to_gp: {name: 'Passed to their own GP', says: 'Their practice has to act.', counts: 'passed on'},
  emergency_services: {name: 'Emergency services', says: 'Ambulance, police or fire were called.', counts: 'passed on'},
  safeguarding: {
    name: 'Safeguarding concern',
    says: 'You are worried that someone is abused or neglected. The named lead looks at it the same working day.',
    counts: 'passed on',
  },
  nothing_suitable: {
    name: 'Nothing suitable',
    says: 'They needed something that was not to be had. It is counted as a gap.',
    counts: 'passed on',
  },
  caller_ended: {name: 'Caller ended the call', says: 'They rang off before you were done.', counts: 'passed on'},
  wrong_number: {name: 'Wrong number', says: 'They wanted somebody else, and you told them whom.', counts: 'left out'},
  test_call: {name: 'Test call', says: 'Nobody needed anything.', counts: 'left out'},
} as const satisfies Record<string, {name: string; says: string; counts: 'resolved' | 'passed on' | 'left out'}>;

export type DispositionKind = keyof typeof DISPOSITIONS;

export const dispositionKinds = Object.keys(DISPOSITIONS) as DispositionKind[];

export const isDispositionKind = (kind: string): kind is DispositionKind => Object.hasOwn(DISPOSITIONS, kind);

/** What has a life of its own by now is looked after where it lives: a correction of the call neither adds it nor takes it out. */
export const LIVING: readonly DispositionKind[] = [
  'call_back_promised',
  'handed_on',
  'link_worker_referral',
  'safeguarding',
];
