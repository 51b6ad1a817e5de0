/** To whom the one-page summary may be given, and reading the form that says so. Safe in the browser. */
import {readEmail} from '../people/email.ts';
import {readPhone} from '../people/phone.ts';
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

export const WAYS = {
  paper: 'Printed, or read out',
  email: 'A link by e-mail',
  text: 'A link by text message',
} as const;

export interface Handover {
  way: keyof typeof WAYS;
  /** Where a link goes: an e-mail address, or a number as it is dialled. Null on paper. */
  to: string | null;
  givenTo: keyof typeof GIVEN_TO;
  consentBy: string;
  consentHow: string;
}

type ReadHandover = {ok: true; handover: Handover} | {ok: false; problems: Record<string, string>};

export const typedHandover = (form: FormData) => ({
  way: String(form.get('way') ?? 'paper'),
  sendTo: String(form.get('sendTo') ?? '').slice(0, 254),
  givenTo: String(form.get('givenTo') ?? ''),
  consentBy: String(form.get('consentBy') ?? ''),
  consentHow: String(form.get('consentHow') ?? ''),
});

export function readHandover(typed: ReturnType<typeof typedHandover>): ReadHandover {
  const problems: Record<string, string> = {};
  if (!Object.hasOwn(GIVEN_TO, typed.givenTo)) problems.givenTo = 'Say to whom it is given';
  if (!Object.hasOwn(AGREED_BY, typed.consentBy)) problems.consentBy = 'Say who agreed';
  if (!Object.hasOwn(AGREED_HOW, typed.consentHow)) problems.consentHow = 'Say how they agreed';
  if (!Object.hasOwn(WAYS, typed.way)) problems.way = 'Say how it is given';
  const to = typed.way === 'email' ? readEmail(typed.sendTo) : typed.way === 'text' ? readPhone(typed.sendTo) : null;
  if (typed.way === 'email' && !to) problems.sendTo = 'Write an e-mail address like name@example.org';
  if (typed.way === 'text' && !to) problems.sendTo = 'Write a mobile number like 07700 900123';
  if (Object.keys(problems).length > 0) return {ok: false, problems};
  const {sendTo: _sendTo, ...rest} = typed;
  return {ok: true, handover: {...rest, to} as Handover};
}
