/** Reads the form that makes a link by which somebody answers. */
import {z} from 'zod';
import {LINK_SENT, type LinkSent} from '../../domain/measures/measure-choices.ts';
import {allScales} from '../../domain/measures/scales.server.ts';
import {isOccasion, type Occasion} from '../../domain/measures/occasions.ts';
import {canGoByLink} from '../../domain/measures/wording.ts';
import {readPhone} from '../../domain/people/phone.ts';

interface TypedAsk {
  scales: string[];
  occasion: string;
  sentBy: string;
  to: string;
}

export const NOTHING_TYPED: TypedAsk = {scales: [], occasion: 'start', sentBy: 'by_hand', to: ''};

export const typedAsk = (form: FormData): TypedAsk => ({
  scales: form.getAll('scales').map(String),
  occasion: String(form.get('occasion') ?? ''),
  sentBy: String(form.get('sentBy') ?? ''),
  to: String(form.get('to') ?? '').trim(),
});

/** Why a measure does not count, as it was typed, and of which. */
export const typedStrike = (form: FormData) => ({
  measure: String(form.get('measure') ?? ''),
  reason: String(form.get('reason') ?? '')
    .trim()
    .slice(0, 400),
});

type ReadAsk =
  | {ok: true; ask: {scales: string[]; occasion: Occasion; sentBy: LinkSent; to: string | null}}
  | {ok: false; problems: Record<string, string>};

export function readAsk(typed: TypedAsk): ReadAsk {
  const problems: Record<string, string> = {};
  const askable = allScales().filter(canGoByLink);
  const scales = askable.map(({key}) => key).filter((key) => typed.scales.includes(key));
  if (scales.length === 0) problems.scales = 'Choose what to ask';
  const occasion = isOccasion(typed.occasion) ? typed.occasion : 'other';
  const sentBy = Object.hasOwn(LINK_SENT, typed.sentBy) ? (typed.sentBy as LinkSent) : null;
  if (!sentBy) problems.sentBy = 'Choose how it reaches them';
  const to = sentBy === 'text' ? readPhone(typed.to) : sentBy === 'email' ? readEmail(typed.to) : null;
  if (sentBy === 'text' && !to) problems.to = 'Type a mobile number, such as 07700 900123';
  if (sentBy === 'email' && !to) problems.to = 'Type an e-mail address, such as name@example.org';
  if (!sentBy || Object.keys(problems).length > 0) return {ok: false, problems};
  return {ok: true, ask: {scales, occasion, sentBy, to}};
}

export function readEmail(typed: string): string | null {
  const read = z.email().max(254).safeParse(typed.trim().toLowerCase());
  return read.success ? read.data : null;
}
