/** What can be chosen and said when working on what was handed on. Safe in the browser. */

/** How long a claim holds without anything being done, in minutes. The database goes by the same (`lapse_claims`). */
export const IDLE_CLAIM_MINUTES = 10;

export const OUTCOMES = {
  crisis_health: 'Crisis intervention: health',
  crisis_social: 'Crisis intervention: social care',
  crisis_therapy: 'Crisis intervention: therapy',
  crisis_mental: 'Crisis intervention: mental health',
  own_gp: 'Own GP',
  community_nursing: 'Community nursing',
  community_therapy: 'Community therapy',
  hospice: 'Hospice or end-of-life care',
  adult_social_care: 'Adult social care',
  carers_services: 'Carers’ services',
  safeguarding: 'Safeguarding',
  intermediate_care_home: 'Intermediate care at home',
  intermediate_care_bed: 'Intermediate care in a bed',
  community_resource: 'Community resource',
} as const;
export type Outcome = keyof typeof OUTCOMES;

export const TOLD_HOW = {
  phone: 'By telephone',
  text: 'By text message, sent from here',
  email: 'By e-mail, sent from here',
  in_person: 'Face to face',
  not_possible: 'They could not be reached',
} as const;
export type ToldHow = keyof typeof TOLD_HOW;

const HANDOFF_STATUS = {waiting: 'Nobody has taken it up', claimed: 'Taken up', closed: 'Finished'} as const;
export type HandoffStatus = keyof typeof HANDOFF_STATUS;

/** What each step of a handoff says after the name of whoever did it. */
export const STEPS = {
  claimed: 'took it up',
  assigned: 'gave it to somebody',
  released: 'put it back',
  lapsed: 'It went back into the queue after ten idle minutes',
  moved: 'passed it on',
  asked: 'asked another discipline',
  answered: 'answered',
  note: 'wrote',
  closed: 'finished it',
  told: 'told the caller',
  put_right: 'put right whom the call is about. What was written before that was written about somebody else',
} as const;
export type StepKind = keyof typeof STEPS;
