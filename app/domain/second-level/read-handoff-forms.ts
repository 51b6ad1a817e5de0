/** Reads the forms with which something handed on is worked on. Every problem has kind words and the name of its field. */
import {z} from 'zod';
import {disciplines, type Discipline} from '../access/roles.ts';
import {readPhone} from '../people/phone.ts';
import {OUTCOMES, TOLD_HOW, type Outcome, type ToldHow} from './handoff-choices.ts';

type Typed = Record<string, string | undefined>;
type Read<T> = {ok: true; value: T} | {ok: false; problems: Record<string, string>};

const oneOf = <Key extends string>(choices: Record<Key, unknown>, words: string) =>
  z.enum(Object.keys(choices) as [Key, ...Key[]], words);
const words = (missing: string, most: number) =>
  z
    .string()
    .default('')
    .transform((typed) => typed.replace(/\r\n?/g, '\n').trim())
    .pipe(z.string().min(1, missing).max(most, `Use ${most} letters at most`));
const version = z.coerce.number().int().min(0).catch(0);
const discipline = (missing: string) => oneOf<Discipline>(disciplines, missing);

function readAs<T>(shape: z.ZodType<T>, typed: Typed): Read<T> {
  const read = shape.safeParse(typed);
  if (read.success) return {ok: true, value: read.data};
  const problems: Record<string, string> = {};
  for (const {path, message} of read.error.issues) problems[String(path[0])] ??= message;
  return {ok: false, problems};
}

const noteShape = z.object({note: words('Write what you want to note', 4000)});
export const readNote = (typed: Typed) => readAs(noteShape, typed);

export function readAsk(typed: Typed): Read<{disciplines: Discipline[]; question: string; isJoint: boolean}> {
  const shape = z.object({
    disciplines: z
      .string()
      .default('')
      .transform((list) => list.split(',').filter(Boolean))
      .pipe(z.array(discipline('Choose from the list')).min(1, 'Choose whom to ask')),
    question: words('Write what you want to know', 2000),
  });
  const read = readAs(shape, typed);
  return read.ok ? {ok: true, value: {...read.value, isJoint: typed.how === 'joint'}} : read;
}

/** The field of an answer carries the id of what was asked, as several stand on one page. */
export function readAnswer(typed: Typed): Read<{ask: string; answer: string}> {
  const ask = z.uuid().safeParse(typed.ask);
  if (!ask.success) return {ok: false, problems: {note: 'Open the page again and answer there'}};
  const field = `answer-${ask.data}`;
  const read = words('Write your answer', 4000).safeParse(typed[field]);
  if (!read.success) return {ok: false, problems: {[field]: read.error.issues[0]?.message ?? 'Write your answer'}};
  return {ok: true, value: {ask: ask.data, answer: read.data}};
}

export function readMove(typed: Typed): Read<{discipline: Discipline; version: number; why: string}> {
  const read = readAs(
    z.object({moveTo: discipline('Choose a queue'), why: words('Say why, for those who go on with it', 2000), version}),
    typed,
  );
  return read.ok
    ? {ok: true, value: {discipline: read.value.moveTo, version: read.value.version, why: read.value.why}}
    : read;
}

export interface Telling {
  how: ToldHow;
  /** Of a message that is sent from here. */
  message: {to: string; body: string} | null;
}

export function readTelling(typed: Typed): Read<{telling: Telling}> {
  const how = oneOf<ToldHow>(TOLD_HOW, 'Say whether and how the caller was told').safeParse(typed.told);
  if (!how.success) return {ok: false, problems: {told: how.error.issues[0]!.message}};
  if (how.data !== 'text' && how.data !== 'email') return {ok: true, value: {telling: {how: how.data, message: null}}};
  const to = how.data === 'text' ? readPhone(typed.tellTo ?? '') : readEmail(typed.tellTo ?? '');
  const body = words('Write what the message says', 1000).safeParse(typed.tellWords);
  const problems: Record<string, string> = {};
  if (!to)
    problems.tellTo = how.data === 'text' ? 'Write a mobile number like 07700 900123' : 'Write an e-mail address';
  if (!body.success) problems.tellWords = body.error.issues[0]!.message;
  return to && body.success
    ? {ok: true, value: {telling: {how: how.data, message: {to, body: body.data}}}}
    : {ok: false, problems};
}

const readEmail = (typed: string): string | null =>
  z.email().max(254).safeParse(typed.trim().toLowerCase()).data ?? null;

export function readClosing(typed: Typed): Read<{outcome: Outcome; arranged: string; telling: Telling | null}> {
  const read = readAs(
    z.object({
      outcome: oneOf<Outcome>(OUTCOMES, 'Choose what came of it'),
      arranged: words('Write what was arranged', 4000),
    }),
    typed,
  );
  const told: Read<{telling: Telling | null}> =
    typed.told === 'later' ? {ok: true, value: {telling: null}} : readTelling(typed);
  if (read.ok && told.ok) return {ok: true, value: {...read.value, telling: told.value.telling}};
  return {ok: false, problems: {...(read.ok ? {} : read.problems), ...(told.ok ? {} : told.problems)}};
}
