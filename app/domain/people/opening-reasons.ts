/** On what basis a record may be opened, and reading the form that asks. Safe in the browser. */

const BASES = {
  consent: 'They agree to it now',
  direct_care: 'I am helping them under a call, referral or case',
  best_interests: 'They cannot agree, and it is in their best interests',
} as const;
type Basis = keyof typeof BASES | 'emergency';

export const AGREED_BY = {
  person: 'The person',
  carer: 'Their carer',
  parent: 'Their parent',
  attorney: 'Someone with power of attorney',
  deputy: 'A deputy of the Court of Protection',
  other: 'Someone else',
} as const;
export const AGREED_HOW = {
  spoken: 'In words',
  written: 'In writing',
  form: 'On a signed form',
  other: 'Another way',
} as const;
export const WORK = {call: 'Call', referral: 'Referral', case: 'Case'} as const;

/** Fewer letters than this are no reason for emergency access. The database refuses them too. */
const EMERGENCY_REASON_LENGTH = 20;
const REASON_LIMIT = 1000;

export interface OpeningForm {
  basis: string;
  consentBy: string;
  consentHow: string;
  workKind: string;
  workName: string;
  reason: string;
}

export interface Reason {
  basis: Basis;
  consentBy: string | null;
  consentHow: string | null;
  workKind: string | null;
  workName: string | null;
  reason: string | null;
}

type ReadReason = {ok: true; reason: Reason} | {ok: false; problems: Partial<Record<keyof OpeningForm, string>>};

export function typedOpening(form: FormData): OpeningForm {
  const text = (name: string) => String(form.get(name) ?? '').slice(0, 2000);
  return {
    basis: text('basis'),
    consentBy: text('consentBy') || 'person',
    consentHow: text('consentHow') || 'spoken',
    workKind: text('workKind') || 'call',
    workName: text('workName'),
    reason: text('reason'),
  };
}

export function readReason(typed: OpeningForm): ReadReason {
  const reason = typed.reason.replace(/\s+/g, ' ').trim().slice(0, REASON_LIMIT);
  const none = {consentBy: null, consentHow: null, workKind: null, workName: null, reason: null};
  switch (typed.basis) {
    case 'consent': {
      if (!Object.hasOwn(AGREED_BY, typed.consentBy)) return {ok: false, problems: {consentBy: 'Say who agreed'}};
      if (!Object.hasOwn(AGREED_HOW, typed.consentHow))
        return {ok: false, problems: {consentHow: 'Say how they agreed'}};
      return {ok: true, reason: {...none, basis: 'consent', consentBy: typed.consentBy, consentHow: typed.consentHow}};
    }
    case 'direct_care': {
      const workName = typed.workName.trim();
      if (!Object.hasOwn(WORK, typed.workKind)) return {ok: false, problems: {workKind: 'Say what kind of work it is'}};
      if (!workName) return {ok: false, problems: {workName: 'Say which call, referral or case'}};
      if (workName.length > 100) return {ok: false, problems: {workName: 'Use 100 letters at most'}};
      return {ok: true, reason: {...none, basis: 'direct_care', workKind: typed.workKind, workName}};
    }
    case 'best_interests':
      return reason
        ? {ok: true, reason: {...none, basis: 'best_interests', reason}}
        : {ok: false, problems: {reason: 'Say why it is in their best interests'}};
    case 'emergency':
      return [...reason].length >= EMERGENCY_REASON_LENGTH
        ? {ok: true, reason: {...none, basis: 'emergency', reason}}
        : {ok: false, problems: {reason: `Give a reason of at least ${EMERGENCY_REASON_LENGTH} letters`}};
    default:
      return {ok: false, problems: {basis: 'Say why you need to open this record'}};
  }
}

/** Why a record is open, for the line at its top. */
export function reasonInWords({basis, consentBy, consentHow, workKind, workName, reason}: Reason): string {
  switch (basis) {
    case 'consent':
      return `${AGREED_BY[consentBy as keyof typeof AGREED_BY]} agreed, ${AGREED_HOW[consentHow as keyof typeof AGREED_HOW].toLowerCase()}`;
    case 'direct_care':
      return `${WORK[workKind as keyof typeof WORK]} ${workName}`;
    case 'best_interests':
      return `Best interests: ${reason}`;
    case 'emergency':
      return `Emergency: ${reason}`;
  }
}
