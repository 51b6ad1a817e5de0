/** What a safeguarding lead decides, and the test they go by. Safe in the browser. */

import {PARTS_OF_THREE, type PartOfThree} from '../calls/call-choices.ts';

/** Care Act 2014, section 42: all three make it the council's duty to enquire. */
export const THREE_PARTS = {
  hasCareNeeds: 'Do they need care and support, whether or not anyone gives it?',
  isAtRisk: 'Are they, or may they be, abused or neglected?',
  cannotProtect: 'Because of those needs, can they not protect themselves?',
} as const;
export type ThreePart = keyof typeof THREE_PARTS;

export const DECISIONS = {
  enquiry: {name: 'Enquiry', says: 'The duty to enquire is met, and an enquiry begins (section 42).'},
  passed_to_partner: {name: 'Passed to another organisation', says: 'It is theirs to look into. Say who took it.'},
  other_action: {name: 'Other action', says: 'No enquiry, and something else is done to keep them safe.'},
  no_action: {name: 'No further action', says: 'Say why nothing more is needed.'},
} as const;
export type Decision = keyof typeof DECISIONS;

/** What a concern was raised from: a case or a referral by its reference, a call, or nothing of these. */
export function fromInWords(from: {
  caseReference: string | null;
  callReference: string | null;
  isFromCall: boolean;
}): string {
  const {caseReference, callReference, isFromCall} = from;
  if (caseReference) return `${caseReference.startsWith('R-') ? 'Referral' : 'Case'} ${caseReference}`;
  if (!isFromCall) return 'No call and no case';
  return callReference ? `Call ${callReference}` : 'A restricted call';
}

/** What the three answers say together. It supports a decision and does not make it. */
export function testSays(answers: Record<ThreePart, 'yes' | 'no' | 'not_known'>): string {
  const all = Object.values(answers);
  if (all.every((answer) => answer === 'yes')) return 'All three are yes: the duty to enquire is met.';
  if (all.includes('no')) return 'Not all three are yes: the duty to enquire is not met by what was said.';
  return 'Something is not known yet: find it out before you decide.';
}

type ReadDecision =
  {ok: true; value: {decision: Decision; note: string}} | {ok: false; problems: Record<string, string>};

export function readDecision(typed: Record<string, string | undefined>): ReadDecision {
  const decision = typed.decision ?? '';
  const note = (typed.note ?? '').replace(/\r\n?/g, '\n').trim();
  const problems: Record<string, string> = {};
  if (!Object.hasOwn(DECISIONS, decision)) problems.decision = 'Choose what you decide';
  if (note === '') problems.note = 'Write why, and what happens next';
  if (note.length > 4000) problems.note = 'Use 4,000 letters at most';
  return Object.keys(problems).length > 0
    ? {ok: false, problems}
    : {ok: true, value: {decision: decision as Decision, note}};
}

/** Whom a concern is about, where it is raised from no case and no referral. */
export interface About {
  /** As it is said: a name, and what else tells who it is. */
  about: string;
  /** Of a record that was found while it was said. */
  personId: string | null;
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

export function readAbout(
  typed: Record<string, string | undefined>,
): {ok: true; value: About} | {ok: false; problems: Record<string, string>} {
  const about = (typed.about ?? '').normalize('NFC').replace(/\s+/g, ' ').trim().replace(/\.$/, '');
  if (!about) return {ok: false, problems: {about: 'Say who it is about, as well as you know'}};
  if (about.length > 300) return {ok: false, problems: {about: 'Use 300 letters at most'}};
  const personId = typed.personId ?? '';
  return {ok: true, value: {about, personId: UUID.test(personId) ? personId : null}};
}

/** A concern as it is raised. */
export interface NewConcern extends Record<ThreePart, PartOfThree> {
  concern: string;
  wishes: string | null;
}

export function readConcern(
  typed: Record<string, string | undefined>,
): {ok: true; value: NewConcern} | {ok: false; problems: Record<string, string>} {
  const words = (name: string) => (typed[name] ?? '').normalize('NFC').replace(/\r\n?/g, '\n').trim();
  const problems: Record<string, string> = {};
  const parts = {} as Record<ThreePart, PartOfThree>;
  if (!words('concern')) problems.concern = 'Say what worries you, in the words you heard';
  else if (words('concern').length > 4000) problems.concern = 'Use 4,000 letters at most';
  if (words('wishes').length > 2000) problems.wishes = 'Use 2,000 letters at most';
  for (const part of Object.keys(THREE_PARTS) as ThreePart[]) {
    const answer = typed[part] ?? '';
    if (Object.hasOwn(PARTS_OF_THREE, answer)) parts[part] = answer as PartOfThree;
    else problems[part] = 'Choose an answer, or say that you do not know';
  }
  return Object.keys(problems).length > 0
    ? {ok: false, problems}
    : {ok: true, value: {...parts, concern: words('concern'), wishes: words('wishes') || null}};
}
