/** The parts of a life that may have got better or worse, as a person and a worker look back together. Safe in the browser. */

export const OUTCOME_DOMAINS = {
  social_life: 'Seeing people',
  mood: 'Mood',
  mobility: 'Getting about',
  independence: 'Managing by oneself',
  carer_stress: 'Strain of caring for someone',
  health: 'Living with one’s health',
  money: 'Money',
  home: 'Home',
  confidence: 'Confidence',
} as const;
export type OutcomeDomain = keyof typeof OUTCOME_DOMAINS;

export const OUTCOME_VERDICTS = {improved: 'Better', unchanged: 'The same', worse: 'Worse'} as const;

/** Services whose use is counted in the twelve months before the case began and after. */
export const SERVICE_USES = {
  gp: 'GP appointments',
  ae: 'Visits to A&E',
  admissions: 'Admissions to hospital',
} as const;
export type ServiceUse = keyof typeof SERVICE_USES;

/** Who says so: a number that somebody remembers is no record. */
export const USE_SOURCES = {
  person: 'The person remembers',
  gp_record: 'GP record',
  hospital_record: 'Hospital record',
  shared_record: 'Shared care record',
} as const;
