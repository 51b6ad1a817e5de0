/** What is typed about a case becomes what is kept, or kind words beside each field. */
import {londonMoment} from '../dates/calendar-date.ts';
import {readDate} from '../people/birth-words.ts';
import {
  CLOSE_REASONS,
  MODES,
  TIERS,
  WHO_WITH,
  type CloseReason,
  type Mode,
  type Tier,
  type WhoWith,
} from './case-choices.ts';

export type Typed = Record<string, string>;
export type Problems = Record<string, string>;
export type ReadForm<T> = {ok: true; value: T} | {ok: false; problems: Problems};

/** What comes next, or why nothing does. */
export type NextStep = {step: string; on: string; whyNone: null} | {step: null; on: null; whyNone: string};

export interface Contact {
  mode: Mode;
  wasReached: boolean;
  minutes: number | null;
  whoWith: WhoWith;
  note: string | null;
  at: Date;
  next: NextStep;
  /** The draft that it was written in, where it was. */
  draft?: string | null;
}

/** The fields of a form as plain text, cut to what can be kept. */
export function typedFields(form: FormData): Typed {
  const typed: Typed = {};
  for (const [name, value] of form.entries())
    if (typeof value === 'string' && !['submission', 'version'].includes(name)) typed[name] = value.slice(0, 9000);
  return typed;
}

const words = (typed: Typed, name: string) => (typed[name] ?? '').normalize('NFC').replace(/\r\n?/g, '\n').trim();
const isKey = <T extends object>(choices: T, key: string): key is Extract<keyof T, string> =>
  Object.hasOwn(choices, key);

/** A day that is typed like 3/12/2026, or chosen in a calendar. */
export function readDay(text: string, today: string): string | null {
  if (/^\d{4}-\d{2}-\d{2}$/.test(text)) return Number.isNaN(Date.parse(text)) ? null : text;
  const words = text.toLowerCase();
  if (words === 'today') return today;
  const found = /^(\d{1,2})\s?[/.-]\s?(\d{1,2})\s?[/.-]\s?(\d{4})$/.exec(words);
  if (!found) return readDate(text, today);
  const [, day = '', month = '', year = ''] = found;
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return Number.isNaN(Date.parse(date)) || new Date(date).getUTCDate() !== Number(day) ? null : date;
}

/** @param today 'YYYY-MM-DD' */
export function readNextStep(typed: Typed, today: string): ReadForm<NextStep> {
  const [step, on, whyNone] = [words(typed, 'nextStep'), words(typed, 'nextOn'), words(typed, 'whyNone')];
  const problems: Problems = {};
  // A step may stand there because it was proposed; why there is none, nobody writes but on purpose.
  if (whyNone) {
    return whyNone.length > 500
      ? {ok: false, problems: {whyNone: 'Use 500 letters at most'}}
      : {ok: true, value: {step: null, on: null, whyNone}};
  }
  if (!step) problems.nextStep = 'Say what comes next, or why nothing does';
  else if (step.length > 500) problems.nextStep = 'Use 500 letters at most';
  const day = on ? readDay(on, today) : null;
  if (!on) problems.nextOn = 'Say on which day';
  else if (!day) problems.nextOn = 'Write a day like 3/12/2026';
  else if (day < today) problems.nextOn = 'Choose today or a day to come';
  if (Object.keys(problems).length > 0 || !day) return {ok: false, problems};
  return {ok: true, value: {step, on: day, whyNone: null}};
}

/** @param now the moment of the request */
export function readContact(typed: Typed, today: string, now: Date): ReadForm<Contact> {
  const problems: Problems = {};
  const [mode, was, minutes, whoWith] = ['mode', 'was', 'minutes', 'whoWith'].map((name) => words(typed, name));
  const note = words(typed, 'note');
  if (!isKey(MODES, mode!)) problems.mode = 'Choose how';
  if (was !== 'reached' && was !== 'tried') problems.was = 'Say whether you reached them';
  if (minutes && !/^\d{1,3}$/.test(minutes)) problems.minutes = 'Write a number of minutes, such as 20';
  else if (minutes && (Number(minutes) < 1 || Number(minutes) > 600)) problems.minutes = 'Between 1 and 600 minutes';
  if (note.length > 8000) problems.note = 'Use 8,000 letters at most';
  if (was === 'reached' && !note) problems.note = 'Write a line about it';
  const at = readMoment(typed, today, now);
  if (!at) problems.onDay = 'Write a day like 27/11/2026, not one to come';
  const next = readNextStep(typed, today);
  if (!next.ok) Object.assign(problems, next.problems);
  if (Object.keys(problems).length > 0 || !next.ok || !at) return {ok: false, problems};
  return {
    ok: true,
    value: {
      mode: mode as Mode,
      wasReached: was === 'reached',
      minutes: minutes ? Number(minutes) : null,
      whoWith: isKey(WHO_WITH, whoWith ?? '') ? (whoWith as WhoWith) : 'person',
      note: note || null,
      at,
      next: next.value,
      draft: /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(typed.draft ?? '') ? typed.draft! : null,
    },
  };
}

/** Now, unless another day is said; a contact of another day stands at noon. */
function readMoment(typed: Typed, today: string, now: Date): Date | null {
  const text = words(typed, 'onDay');
  if (!text) return now;
  const day = readDay(text, today);
  if (!day || day > today) return null;
  return day === today ? now : londonMoment(day, '12:00');
}

export interface Close {
  reason: CloseReason;
  outcome: string;
}

export function readClose(typed: Typed): ReadForm<Close> {
  const [reason, outcome] = [words(typed, 'closeReason'), words(typed, 'outcome')];
  const problems: Problems = {};
  if (!isKey(CLOSE_REASONS, reason)) problems.closeReason = 'Choose why it ends';
  if (!outcome) problems.outcome = 'Write what came of it';
  else if (outcome.length > 2000) problems.outcome = 'Use 2,000 letters at most';
  if (Object.keys(problems).length > 0) return {ok: false, problems};
  return {ok: true, value: {reason: reason as CloseReason, outcome}};
}

export interface Pause {
  reason: string;
  until: string | null;
}

export function readPause(typed: Typed, today: string): ReadForm<Pause> {
  const reason = words(typed, 'pauseReason');
  const until = words(typed, 'pausedUntil');
  const day = until ? readDay(until, today) : null;
  const problems: Problems = {};
  if (!reason) problems.pauseReason = 'Say why it is paused';
  else if (reason.length > 500) problems.pauseReason = 'Use 500 letters at most';
  if (until && (!day || day < today)) problems.pausedUntil = 'Write a day to come, like 3/12/2026';
  if (Object.keys(problems).length > 0) return {ok: false, problems};
  return {ok: true, value: {reason, until: day}};
}

export const readTier = (typed: Typed): Tier | null =>
  isKey(TIERS, words(typed, 'tier')) ? (words(typed, 'tier') as Tier) : null;

/** A line that must be there. */
export function readLine(typed: Typed, name: string, missing: string, limit = 1000): ReadForm<string> {
  const text = words(typed, name);
  if (!text) return {ok: false, problems: {[name]: missing}};
  return text.length > limit
    ? {ok: false, problems: {[name]: `Use ${limit} letters at most`}}
    : {ok: true, value: text};
}
