/** The page about somebody who is brought to a meeting, and how its form is read. Safe in the browser. */
import {z} from 'zod';
import {AGREED_BY, AGREED_HOW} from '../people/opening-reasons.ts';
import {BASES, type Basis} from './mdt-choices.ts';

const LONG = 2000;

/** In the order in which they stand on the page. One page: each part says what may be left out. */
export const SUMMARY_PARTS = {
  about: {label: 'Who they are', hint: 'Their age, where and with whom they live. No more than the others need.'},
  matters: {label: 'What matters to them', hint: 'In their own words.'},
  around: {label: 'People around them', hint: 'Family, friends, neighbours, carers.'},
  inPlace: {label: 'Health, and help they have now', hint: 'Who else sees them, and how often.'},
  reason: {label: 'Why now', hint: 'What has changed, or does not change.'},
  asks: {
    label: 'What you ask of the others',
    title: 'What is asked of the meeting',
    hint: 'A question they can answer in five minutes.',
  },
} as const;
type SummaryPart = keyof typeof SUMMARY_PARTS;
export const SUMMARY_KEYS = Object.keys(SUMMARY_PARTS) as SummaryPart[];

const part = z.string().max(LONG);
export const summarySchema = z.object({
  name: z.string().min(1).max(200),
  about: part,
  matters: part,
  around: part,
  inPlace: part,
  reason: part,
  asks: part,
});
export type Summary = z.infer<typeof summarySchema>;

/** On what basis somebody is spoken of, with what was written down about it. */
export interface BasisFacts {
  basis: Basis;
  consentBy: string | null;
  consentHow: string | null;
  basisNote: string | null;
}

type Typed = Record<string, string>;
type Read<T> = {ok: true; value: T} | {ok: false; problems: Record<string, string>};

const words = (typed: Typed, name: string) => (typed[name] ?? '').normalize('NFC').replace(/\r\n?/g, '\n').trim();

/** The page itself: a name, why now and what is asked have to be there. */
export function readSummary(typed: Typed): Read<Summary> {
  const problems: Record<string, string> = {};
  const value = {name: words(typed, 'name')} as Summary;
  for (const key of SUMMARY_KEYS) {
    value[key] = words(typed, key);
    if (value[key].length > LONG) problems[key] = `Use ${LONG.toLocaleString('en-GB')} letters at most`;
  }
  if (!value.name) problems.name = 'Write whom it is about';
  else if (value.name.length > 200) problems.name = 'Use 200 letters at most';
  if (!value.reason) problems.reason = 'Write why now';
  if (!value.asks) problems.asks = 'Write what you ask of the others';
  return Object.keys(problems).length > 0 ? {ok: false, problems} : {ok: true, value};
}

const isOne = (choices: object, key: string) => Object.hasOwn(choices, key);

/** Nobody is brought without a basis that says enough. */
export function readBasis(typed: Typed): Read<BasisFacts> {
  const problems: Record<string, string> = {};
  const basis = words(typed, 'basis');
  const note = words(typed, 'basisNote');
  if (!isOne(BASES, basis)) return {ok: false, problems: {basis: 'Say on what basis they are spoken of'}};
  const isConsent = basis === 'consent';
  if (isConsent && !isOne(AGREED_BY, words(typed, 'consentBy'))) problems.consentBy = 'Say who agreed';
  if (isConsent && !isOne(AGREED_HOW, words(typed, 'consentHow'))) problems.consentHow = 'Say how they agreed';
  if ((basis === 'best_interests' || basis === 'safeguarding') && !note) problems.basisNote = 'Say why';
  if (note.length > 1000) problems.basisNote = 'Use 1,000 letters at most';
  if (Object.keys(problems).length > 0) return {ok: false, problems};
  return {
    ok: true,
    value: {
      basis: basis as Basis,
      consentBy: isConsent ? words(typed, 'consentBy') : null,
      consentHow: isConsent ? words(typed, 'consentHow') : null,
      basisNote: note || null,
    },
  };
}
