/** What the public and professional forms ask, page by page, and how it is read. Safe in the browser. */
import {readDate} from '../people/birth-words.ts';
import {readPhone} from '../people/phone.ts';
import {readPostcode} from '../people/record-fields.ts';
import {CONSENT_BY, CONSENT_HOW, PROFESSIONAL_SOURCES, REACH_BY, URGENCIES} from './referral-choices.ts';

/** What was typed, by field. Needs stand in one, with a space between. */
export type TypedReferral = Record<string, string>;

const PUBLIC_STEPS = ['who', 'you', 'person', 'help', 'reach', 'check'] as const;
export type Step = (typeof PUBLIC_STEPS)[number] | 'professional';

interface FieldRule {
  kind: 'text' | 'long' | 'date' | 'age' | 'phone' | 'postcode' | 'email' | 'choice' | 'tick' | 'needs';
  /** What is said when it is left out. */
  required?: ReferProblem;
  options?: readonly string[];
  limit?: number;
}

export type ReferProblem =
  | 'chooseWho'
  | 'yourName'
  | 'theirName'
  | 'relation'
  | 'yourReach'
  | 'doTheyKnow'
  | 'date'
  | 'age'
  | 'phone'
  | 'postcode'
  | 'email'
  | 'tooLong'
  | 'reason'
  | 'oneWay'
  | 'chooseReach'
  | 'reachNeedsPhone'
  | 'reachNeedsEmail'
  | 'agree'
  | 'chooseOne'
  | 'organisation'
  | 'workEmail'
  | 'consentBy'
  | 'consentHow'
  | 'tooMany';

const KNOWS = ['agrees', 'may_decide', 'not_yet'] as const;
const YES_NO = ['yes', 'no'] as const;

const about: Record<string, FieldRule> = {
  givenName: {kind: 'text', limit: 100, required: 'theirName'},
  familyName: {kind: 'text', limit: 100},
  birthDate: {kind: 'date'},
  postcode: {kind: 'postcode'},
  practice: {kind: 'text'},
};
const help: Record<string, FieldRule> = {
  needs: {kind: 'needs'},
  reason: {kind: 'long', limit: 4000, required: 'reason'},
};
const reach: Record<string, FieldRule> = {
  phone: {kind: 'phone'},
  email: {kind: 'email'},
  reachBy: {kind: 'choice', options: Object.keys(REACH_BY), required: 'chooseReach'},
  safeToLeaveMessage: {kind: 'choice', options: YES_NO},
  reachNote: {kind: 'text', limit: 400},
  language: {kind: 'text', limit: 60},
  needsInterpreter: {kind: 'tick'},
  communication: {kind: 'long', limit: 1000},
};

export const STEP_FIELDS: Record<Step, Record<string, FieldRule>> = {
  who: {forWhom: {kind: 'choice', options: ['self', 'someone_else'], required: 'chooseWho'}},
  you: {
    referrerName: {kind: 'text', required: 'yourName'},
    referrerRelation: {kind: 'text', limit: 100, required: 'relation'},
    referrerPhone: {kind: 'phone'},
    referrerEmail: {kind: 'email'},
    knows: {kind: 'choice', options: KNOWS, required: 'doTheyKnow'},
    mayTellReferrer: {kind: 'tick'},
  },
  person: about,
  help,
  reach,
  check: {agree: {kind: 'tick'}},
  professional: {
    source: {kind: 'choice', options: PROFESSIONAL_SOURCES, required: 'chooseOne'},
    referrerName: {kind: 'text', required: 'yourName'},
    referrerOrganisation: {kind: 'text', required: 'organisation'},
    referrerEmail: {kind: 'email', required: 'workEmail'},
    referrerPhone: {kind: 'phone'},
    referrerReference: {kind: 'text', limit: 100},
    ...about,
    addressLines: {kind: 'long', limit: 400},
    town: {kind: 'text', limit: 100},
    phone: {kind: 'phone'},
    email: {kind: 'email'},
    ...help,
    urgency: {kind: 'choice', options: Object.keys(URGENCIES), required: 'chooseOne'},
    knownRisks: {kind: 'long', limit: 2000},
    safeToLeaveMessage: {kind: 'choice', options: YES_NO},
    reachNote: {kind: 'text', limit: 400},
    language: {kind: 'text', limit: 60},
    needsInterpreter: {kind: 'tick'},
    communication: {kind: 'long', limit: 1000},
    consentBy: {kind: 'choice', options: Object.keys(CONSENT_BY), required: 'consentBy'},
    consentHow: {kind: 'choice', options: Object.keys(CONSENT_HOW), required: 'consentHow'},
    mayTellReferrer: {kind: 'tick'},
    wantsMdt: {kind: 'tick'},
  },
};

/** The pages that this person is asked, in order: whoever asks for themselves is not asked who they are twice. */
export const stepsFor = (typed: TypedReferral): (typeof PUBLIC_STEPS)[number][] =>
  PUBLIC_STEPS.filter((step) => step !== 'you' || typed.forWhom === 'someone_else');

export type ReferProblems = Partial<Record<string, ReferProblem>>;

/** What of a form belongs to a page, cut to a length that can be kept. */
export function typedOf(step: Step, form: FormData): TypedReferral {
  return Object.fromEntries(
    Object.entries(STEP_FIELDS[step]).map(([name, {kind}]) => {
      const values = form.getAll(name).map((value) => (typeof value === 'string' ? value : ''));
      return [name, (kind === 'needs' ? values.join(' ') : (values[0] ?? '')).slice(0, 6000)];
    }),
  );
}

export type ReferralValues = Record<string, string | number | boolean | string[] | null>;

/** Reads one page. @param today 'YYYY-MM-DD' */
export function readStep(
  step: Step,
  typed: TypedReferral,
  today: string,
): {values: ReferralValues; problems: ReferProblems} {
  const values: ReferralValues = {};
  const problems: ReferProblems = {};
  for (const [name, rule] of Object.entries(STEP_FIELDS[step])) {
    const text = (typed[name] ?? '').normalize('NFC').replace(/\r\n?/g, '\n').trim();
    const read = readOne(rule, text, today);
    if ('problem' in read) problems[name] = read.problem;
    else values[name] = read.value;
  }
  if (
    step === 'you' &&
    !values.referrerPhone &&
    !values.referrerEmail &&
    !problems.referrerPhone &&
    !problems.referrerEmail
  )
    problems.referrerPhone = 'yourReach';
  if (step === 'reach') Object.assign(problems, reachProblems(values, problems, typed));
  if (step === 'check' && typed.forWhom !== 'someone_else' && values.agree !== true) problems.agree = 'agree';
  if (
    step === 'professional' &&
    !values.phone &&
    !values.email &&
    !values.addressLines &&
    !problems.phone &&
    !problems.email
  )
    problems.phone = 'oneWay';
  // In the order of the page, where scripts do not put them so.
  const inOrder = Object.keys(STEP_FIELDS[step]).flatMap((name) => (problems[name] ? [[name, problems[name]]] : []));
  return {values, problems: Object.fromEntries(inOrder) as ReferProblems};
}

function reachProblems(values: ReferralValues, found: ReferProblems, typed: TypedReferral): ReferProblems {
  const {reachBy, phone, email} = values;
  if (found.reachBy || found.phone || found.email) return {};
  if (reachBy === 'through_referrer') return typed.forWhom === 'someone_else' ? {} : {reachBy: 'chooseReach'};
  if ((reachBy === 'phone' || reachBy === 'text') && !phone) return {phone: 'reachNeedsPhone'};
  if (reachBy === 'email' && !email) return {email: 'reachNeedsEmail'};
  return {};
}

function readOne(
  rule: FieldRule,
  text: string,
  today: string,
): {value: ReferralValues[string]} | {problem: ReferProblem} {
  const {kind, required, options, limit = 200} = rule;
  if (kind === 'tick') return {value: text !== ''};
  if (kind === 'needs')
    return {
      value: text
        .split(/\s+/)
        .filter((key) => /^[a-z][a-z-]{0,59}$/.test(key))
        .slice(0, 20),
    };
  if (text === '') return required ? {problem: required} : {value: null};
  if (text.length > limit) return {problem: 'tooLong'};
  const or = (value: string | null, problem: ReferProblem) => (value === null ? {problem} : {value});
  switch (kind) {
    case 'choice':
      return or(options?.includes(text) ? text : null, required ?? 'chooseOne');
    case 'date':
      return or(readDate(text, today), 'date');
    case 'phone':
      return or(readPhone(text), 'phone');
    case 'postcode':
      return or(readPostcode(text), 'postcode');
    case 'email':
      return or(text.length <= 254 && /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text) ? text : null, 'email');
    case 'age':
      return /^\d{1,3}$/.test(text) && Number(text) <= 120 ? {value: Number(text)} : {problem: 'age'};
    case 'text':
    case 'long':
      return {value: text};
  }
}

/** All pages together: the values, or the first page that has to be put right. */
export function readWhole(
  kind: 'public' | 'professional',
  typed: TypedReferral,
  today: string,
): {ok: true; values: ReferralValues} | {ok: false; step: Step; problems: ReferProblems} {
  const steps: readonly Step[] = kind === 'professional' ? ['professional'] : stepsFor(typed);
  const values: ReferralValues = {};
  for (const step of steps) {
    const read = readStep(step, typed, today);
    if (Object.keys(read.problems).length > 0) return {ok: false, step, problems: read.problems};
    Object.assign(values, read.values);
  }
  return {ok: true, values};
}
