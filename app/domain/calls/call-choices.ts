/** What can be chosen while a call is taken, in the words of the desk. Safe in the browser. */

export const CHANNELS = {
  phone: 'Telephone',
  professional_line: 'Professionals’ line',
  walk_in: 'Walk-in',
  email: 'E-mail',
  web_form: 'Web form',
  video: 'Video',
  hospital_discharge: 'Hospital discharge request',
  trusted_assessor: 'Trusted assessor request',
} as const;
export type Channel = keyof typeof CHANNELS;

export const DANGER = {no: 'No', yes: 'Yes', not_sure: 'Not sure'} as const;
export type Danger = keyof typeof DANGER;

export const CALLER_KINDS = {
  person: 'The person themselves',
  carer: 'Carer',
  relative: 'Relative',
  friend: 'Friend or neighbour',
  gp: 'GP or practice',
  nurse: 'Nurse or therapist',
  hospital: 'Hospital',
  care_home: 'Care home',
  police: 'Police',
  ambulance: 'Ambulance',
  fire: 'Fire service',
  housing: 'Housing',
  school: 'School or college',
  social_care: 'Social care',
  voluntary: 'Voluntary organisation',
  other: 'Somebody else',
  not_said: 'Not said',
} as const;
export type CallerKind = keyof typeof CALLER_KINDS;

export const DOMAINS = {
  adult_social_care: 'Adult social care',
  health: 'Health',
  mental_health: 'Mental health',
  carers: 'Carers',
  safeguarding: 'Safeguarding',
  hospital_discharge: 'Hospital discharge',
  community: 'Community',
  none: 'None of these',
} as const;
export type CallDomain = keyof typeof DOMAINS;

export const PERSON_KNOWN = {
  identified: 'Somebody we know, or have just written down',
  anonymous: 'They do not want to say',
  nobody: 'Nobody in particular',
} as const;
export type PersonKnown = keyof typeof PERSON_KNOWN;

export const GAP_REASONS = {
  none_exists: 'There is none',
  full: 'Full',
  too_far: 'Too far',
  cost: 'Costs too much',
  access: 'They cannot get in or use it',
  not_eligible: 'They are not eligible',
  hours: 'Wrong days or hours',
  language: 'Not in their language',
} as const;
export type GapReason = keyof typeof GAP_REASONS;

export const EMERGENCY_SERVICES = {
  ambulance: 'Ambulance',
  police: 'Police',
  fire: 'Fire',
  coastguard: 'Coastguard',
  mental_health_crisis: 'Mental health crisis team',
} as const;
export type EmergencyService = keyof typeof EMERGENCY_SERVICES;

export const SEND_BY = {none: 'Nothing', text: 'Text message', email: 'E-mail', letter: 'Printed letter'} as const;
export type SendBy = keyof typeof SEND_BY;

export const PARTS_OF_THREE = {yes: 'Yes', no: 'No', not_known: 'Not known'} as const;
export type PartOfThree = keyof typeof PARTS_OF_THREE;
