/**
 * The SNOMED CT codes by which a GP practice records social prescribing. Only those that are verified stand in letters and
 * files; the others are kept so that nobody guesses them anew.
 */
export interface SnomedCode {
  code: string;
  display: string;
  isVerified: boolean;
  /** When it is used. */
  when: string;
  source: string;
}

const NHS = 'NHS England, social prescribing information standard: codes of the UK edition of SNOMED CT';

export const SNOMED_SYSTEM = 'http://snomed.info/sct';

export const SNOMED_CODES = {
  referral: {
    code: '871731000000106',
    display: 'Referral to social prescribing service',
    isVerified: true,
    when: 'The first interaction of an episode, and no other.',
    source: NHS,
  },
  declined: {
    code: '871711000000103',
    display: 'Social prescribing declined',
    isVerified: true,
    when: 'The person does not want it.',
    source: NHS,
  },
  offered: {
    code: '871691000000100',
    display: 'Social prescribing offered',
    isVerified: false,
    when: 'It was offered and not decided yet. To be checked against the browser of NHS Digital before it is used.',
    source: 'Unverified',
  },
} as const satisfies Record<string, SnomedCode>;
