/** Reads the forms of passing on, and of answering. */
import {z} from 'zod';
import {
  DECLINE_REASONS,
  ENDINGS,
  KINDS,
  type DeclineReason,
  type Ending,
  type OnwardKind,
  type OnwardState,
} from './onward-life.ts';

export interface OnwardAnswer {
  becomes: Extract<OnwardState, 'accepted' | 'declined' | 'started' | 'ended'>;
  reason: DeclineReason | null;
  times: number | null;
  how: Ending | null;
}

export interface NewOnward {
  kind: OnwardKind;
  needKey: string | null;
  /** Null where somebody was only told. */
  sent: {to: string; shared: string; consentBy: 'person' | 'attorney'; consentHow: 'spoken' | 'written'} | null;
}

type Problems = Record<string, string>;
type Read<Value> = {ok: true; value: Value} | {ok: false; problems: Problems};

const CONSENTS = {
  'person spoken': {consentBy: 'person', consentHow: 'spoken'},
  'person written': {consentBy: 'person', consentHow: 'written'},
  'attorney written': {consentBy: 'attorney', consentHow: 'written'},
} as const;

const isKey = <Key extends string>(table: Record<Key, unknown>, value: string): value is Key =>
  Object.hasOwn(table, value);
const textOf = (form: FormData, name: string, limit: number): string =>
  String(form.get(name) ?? '')
    .replaceAll('\r\n', '\n')
    .slice(0, limit);

/** What was typed, to be shown again. */
export const typedOnward = (form: FormData) => ({
  kind: textOf(form, 'kind', 20),
  need: textOf(form, 'need', 60),
  to: textOf(form, 'to', 254),
  shared: textOf(form, 'shared', 2001),
  consent: textOf(form, 'consent', 20),
});
export type TypedOnward = ReturnType<typeof typedOnward>;

export function readOnward(form: FormData): Read<NewOnward> {
  const typed = typedOnward(form);
  const {kind} = typed;
  if (!isKey(KINDS, kind)) return {ok: false, problems: {kind: 'Choose how you pass them on'}};
  const needKey = typed.need || null;
  if (kind === 'told') return {ok: true, value: {kind, needKey, sent: null}};
  const problems: Problems = {};
  const email = z.email().max(254).safeParse(typed.to.trim().toLowerCase());
  if (!email.success) problems.to = 'Type an e-mail address, such as name@example.org';
  const shared = typed.shared.trim();
  if (!shared) problems.shared = 'Write what the service may know';
  if (shared.length > 2000) problems.shared = 'Use at most 2,000 letters';
  if (!isKey(CONSENTS, typed.consent)) problems.consent = 'Say who agreed: without that nothing is sent';
  if (!needKey) problems.need = 'Choose what it is for';
  if (!email.success || !isKey(CONSENTS, typed.consent) || Object.keys(problems).length > 0) {
    return {ok: false, problems};
  }
  return {ok: true, value: {kind, needKey, sent: {to: email.data, shared, ...CONSENTS[typed.consent]}}};
}

/** What was typed into an answer, to be shown again. */
export const typedAnswer = (form: FormData) => ({
  becomes: textOf(form, 'becomes', 20),
  reason: textOf(form, 'reason', 20),
  times: textOf(form, 'times', 10),
  how: textOf(form, 'how', 20),
});
export type TypedAnswer = ReturnType<typeof typedAnswer>;
export type AnswerField = keyof TypedAnswer;

/** An answer, or the field in which something is wrong or missing. What to say about it, each language knows. */
export function readAnswer(form: FormData): {ok: true; value: OnwardAnswer} | {ok: false; field: AnswerField} {
  const {becomes, reason, times, how} = typedAnswer(form);
  if (becomes === 'accepted') return {ok: true, value: {becomes, reason: null, times: null, how: null}};
  if (becomes === 'declined') {
    if (!isKey(DECLINE_REASONS, reason)) return {ok: false, field: 'reason'};
    return {ok: true, value: {becomes, reason, times: null, how: null}};
  }
  if (becomes !== 'started' && becomes !== 'ended') return {ok: false, field: 'becomes'};
  const count = times.trim() === '' ? 0 : Number(times);
  if (!Number.isInteger(count) || count < 0 || count > 500) return {ok: false, field: 'times'};
  if (becomes === 'started') return {ok: true, value: {becomes, reason: null, times: count, how: null}};
  if (!isKey(ENDINGS, how)) return {ok: false, field: 'how'};
  return {ok: true, value: {becomes, reason: null, times: count, how}};
}
