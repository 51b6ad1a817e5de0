/** To whom the one-page summary may be given, and reading the form that says so. Safe in the browser. */
import {AGREED_BY, AGREED_HOW} from '../people/opening-reasons.ts';

export const GIVEN_TO = {
  person: 'The person',
  carer: 'Their carer or family',
  ward: 'A hospital ward',
  care_home: 'A care home',
  ambulance: 'An ambulance crew',
  care_provider: 'A care or support provider',
  practice: 'Their GP practice',
  other: 'Somebody else who helps them',
} as const;

export interface Handover {
  givenTo: keyof typeof GIVEN_TO;
  consentBy: string;
  consentHow: string;
}

export type ReadHandover = {ok: true; handover: Handover} | {ok: false; problems: Record<string, string>};

export const typedHandover = (form: FormData) => ({
  givenTo: String(form.get('givenTo') ?? ''),
  consentBy: String(form.get('consentBy') ?? ''),
  consentHow: String(form.get('consentHow') ?? ''),
});

export function readHandover(typed: ReturnType<typeof typedHandover>): ReadHandover {
  const problems: Record<string, string> = {};
  if (!Object.hasOwn(GIVEN_TO, typed.givenTo)) problems.givenTo = 'Say to whom it is given';
  if (!Object.hasOwn(AGREED_BY, typed.consentBy)) problems.consentBy = 'Say who agreed';
  if (!Object.hasOwn(AGREED_HOW, typed.consentHow)) problems.consentHow = 'Say how they agreed';
  if (Object.keys(problems).length > 0) return {ok: false, problems};
  return {ok: true, handover: typed as Handover};
}
