/** Reads the form by which somebody gets a copy of their plan. */
import type {PlanGiven} from '../../domain/plans/plans.server.ts';
import {readEmail} from '../caseload.measures/measure-forms.server.ts';

const CONSENTS: Record<string, Pick<PlanGiven, 'consentBy' | 'consentHow'>> = {
  'person spoken': {consentBy: 'person', consentHow: 'spoken'},
  'person written': {consentBy: 'person', consentHow: 'written'},
  'attorney written': {consentBy: 'attorney', consentHow: 'written'},
};

interface TypedGiven {
  by: string;
  email: string;
  consent: string;
}

export const typedGiven = (form: FormData): TypedGiven => ({
  by: String(form.get('by') ?? 'print'),
  email: String(form.get('email') ?? '').slice(0, 254),
  consent: String(form.get('consent') ?? ''),
});

type ReadGiven = {ok: true; given: Omit<PlanGiven, 'siteAddress'>} | {ok: false; problems: Record<string, string>};

export function readGiven(form: FormData): ReadGiven {
  const problems: Record<string, string> = {};
  const consent = CONSENTS[String(form.get('consent') ?? '')];
  if (!consent) problems.consent = 'Say who wants it: without that nothing is given';
  const isByEmail = form.get('by') === 'email';
  const email = isByEmail ? readEmail(String(form.get('email') ?? '')) : null;
  if (isByEmail && !email) problems.email = 'Type an e-mail address, such as name@example.org';
  const number = Number(form.get('number'));
  if (!consent || Object.keys(problems).length > 0) return {ok: false, problems};
  return {ok: true, given: {...consent, email, number: Number.isInteger(number) && number > 0 ? number : 1}};
}
