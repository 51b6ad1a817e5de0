/** Consents as dated facts: their words, and reading the form. Safe in the browser. */
import {AGREED_BY, AGREED_HOW} from './opening-reasons.ts';
import {readDate} from './birth-words.ts';

export const CONSENTS = {
  share_with_partner: 'To share this record with an organisation of the partnership',
  share_with_organisation: 'To share with another organisation',
  be_referred: 'To be referred',
  contact_by_phone: 'To be telephoned',
  contact_by_text: 'To be sent text messages',
  contact_by_email: 'To be sent e-mails',
  contact_by_post: 'To be sent post',
} as const;
type ConsentKind = keyof typeof CONSENTS;

export const DECISIONS = {given: 'Given', refused: 'Refused', withdrawn: 'Withdrawn'} as const;
type Decision = keyof typeof DECISIONS;

export interface ConsentForm {
  kind: string;
  partnerId: string;
  organisation: string;
  decision: string;
  decidedOn: string;
  decidedBy: string;
  decidedByName: string;
  how: string;
  note: string;
}
export type ConsentField = keyof ConsentForm;

export interface ConsentFact {
  kind: ConsentKind;
  partnerId: string | null;
  organisation: string | null;
  decision: Decision;
  /** 'YYYY-MM-DD' */
  decidedOn: string;
  decidedBy: string;
  decidedByName: string | null;
  how: string;
  note: string | null;
}

export function typedConsent(form: FormData): ConsentForm {
  const text = (name: ConsentField) => String(form.get(name) ?? '').slice(0, 1000);
  return {
    kind: text('kind'),
    partnerId: text('partnerId'),
    organisation: text('organisation'),
    decision: text('decision'),
    decidedOn: text('decidedOn'),
    decidedBy: text('decidedBy') || 'person',
    decidedByName: text('decidedByName'),
    how: text('how') || 'spoken',
    note: text('note'),
  };
}

/** @param today 'YYYY-MM-DD', which also stands for a date that was left out */
export function readConsent(
  typed: ConsentForm,
  today: string,
  partnerIds: string[],
): {ok: true; fact: ConsentFact} | {ok: false; problems: Partial<Record<ConsentField, string>>} {
  const problems: Partial<Record<ConsentField, string>> = {};
  const isOne = (options: object, value: string) => Object.hasOwn(options, value);
  if (!isOne(DECISIONS, typed.decision)) problems.decision = 'Say what was decided';
  if (!isOne(CONSENTS, typed.kind)) problems.kind = 'Choose what it is about';
  if (!isOne(AGREED_BY, typed.decidedBy)) problems.decidedBy = 'Say who decided';
  if (!isOne(AGREED_HOW, typed.how)) problems.how = 'Say how';
  if (typed.kind === 'share_with_partner' && !partnerIds.includes(typed.partnerId))
    problems.partnerId = 'Choose the organisation';
  const organisation = typed.organisation.trim().slice(0, 200);
  if (typed.kind === 'share_with_organisation' && !organisation) problems.organisation = 'Name the organisation';
  const decidedByName = typed.decidedByName.trim().slice(0, 200);
  if (typed.decidedBy !== 'person' && !decidedByName) problems.decidedByName = 'Name who decided';
  const decidedOn = typed.decidedOn.trim() === '' ? today : readDate(typed.decidedOn, today);
  if (!decidedOn) problems.decidedOn = 'Write a date like 27/3/2026';
  else if (decidedOn > today) problems.decidedOn = 'The date must not be to come';
  const note = typed.note.trim();
  if (note.length > 400) problems.note = 'Use 400 letters at most';
  if (Object.keys(problems).length > 0) return {ok: false, problems};
  return {
    ok: true,
    fact: {
      kind: typed.kind as ConsentKind,
      partnerId: typed.kind === 'share_with_partner' ? typed.partnerId : null,
      organisation: typed.kind === 'share_with_organisation' ? organisation : null,
      decision: typed.decision as Decision,
      decidedOn: decidedOn!,
      decidedBy: typed.decidedBy,
      decidedByName: typed.decidedBy === 'person' ? null : decidedByName,
      how: typed.how,
      note: note || null,
    },
  };
}

/** What stands now, of facts in the order in which they were recorded: of each kind and recipient the last. */
export function standing<Fact extends Pick<ConsentFact, 'kind' | 'partnerId' | 'organisation'>>(facts: Fact[]): Fact[] {
  const last = new Map<string, Fact>();
  for (const fact of facts) last.set(`${fact.kind} ${fact.partnerId ?? fact.organisation?.toLowerCase() ?? ''}`, fact);
  return [...last.values()];
}
