/**
 * Reads a whole call out of what was typed, when it is to be ended. What is wrong or missing is said beside the field it
 * belongs to. Safe in the browser.
 */
import {londonMoment} from '../dates/calendar-date.ts';
import {readEmail} from '../people/email.ts';
import {readPhone} from '../people/phone.ts';
import {
  CALLER_KINDS,
  DANGER,
  DOMAINS,
  PERSON_KNOWN,
  SEND_BY,
  type CallDomain,
  type CallerKind,
  type Danger,
  type PersonKnown,
  type SendBy,
} from './call-choices.ts';
import {callFields, listOf, type CallField, type CallValues} from './call-fields.ts';
import {isDispositionKind, type DispositionKind} from './dispositions.ts';
import {endingShape, type Ending} from './ending-schema.ts';

/** A call as it is about to be ended. */
export interface EndedCall {
  danger: Danger;
  dangerNote: string | null;
  stayedOnLine: boolean | null;
  callerKind: CallerKind;
  callerName: string | null;
  /** E.164 */
  callerPhone: string | null;
  callerRelation: string | null;
  callerOrganisation: string | null;
  personKnown: PersonKnown;
  story: string;
  /** Keys of the one list, the main need first. */
  needs: string[];
  domain: CallDomain;
  /** A postcode or a place, as typed. */
  near: string | null;
  goingWell: string | null;
  peopleAround: string | null;
  triedBefore: string | null;
  endings: Ending[];
  closingText: string | null;
  send: {by: Exclude<SendBy, 'none'>; to: string | null} | null;
  /** What guides and the forms of a channel add, by their keys. */
  extra: {guides?: Record<string, unknown>; forms?: Record<string, unknown>};
}

export type CallProblems = Partial<Record<CallField, string>>;
type ReadCall = {ok: true; call: EndedCall} | {ok: false; problems: CallProblems};

/** Ways of ending in which nobody got as far as a need. */
const WITHOUT_NEED = new Set<DispositionKind>(['wrong_number', 'test_call', 'caller_ended']);

interface About {
  /** Whether somebody of the records was chosen as the person whom the call is about. */
  isPersonChosen: boolean;
  now: Date;
  /** Ways in which the call has ended already and which are not typed again. */
  standing?: readonly DispositionKind[];
}

export function readCall(typed: CallValues, {isPersonChosen, now, standing = []}: About): ReadCall {
  const problems: CallProblems = {};
  const text = (name: CallField): string => (typed[name] ?? '').replace(/\r\n?/g, '\n').trim();
  const orNone = (name: CallField): string | null => text(name) || null;
  const choice = <T extends object>(name: CallField, choices: T, problem: string): keyof T & string => {
    if (!Object.hasOwn(choices, text(name))) problems[name] = problem;
    return text(name) as keyof T & string;
  };
  for (const [name, limit] of Object.entries(callFields)) {
    if ((typed[name] ?? '').length > limit) problems[name as CallField] = `Use ${limit} letters at most`;
  }

  const endings = readEndings(typed, text, now, problems);
  const kinds = [...endings.map(({kind}) => kind), ...standing];
  if (kinds.length === 0 && listOf(typed.endings).length === 0) problems.endings = 'Say how the call ends';
  const isAboutNothing = kinds.length > 0 && kinds.every((kind) => WITHOUT_NEED.has(kind));

  const danger = choice('danger', DANGER, 'Say whether anyone is in danger now');
  if ((danger === 'yes' || danger === 'not_sure') && !text('dangerNote'))
    problems.dangerNote = 'Say what the danger is and what you did';
  const stayed = text('stayedOnLine');
  if (danger === 'yes' && stayed !== 'yes' && stayed !== 'no')
    problems.stayedOnLine = 'Say whether you stayed on the line';
  const callerKind = choice('callerKind', CALLER_KINDS, 'Say who is calling');
  const callerPhone = text('callerPhone') ? readPhone(text('callerPhone')) : null;
  if (text('callerPhone') && !callerPhone) problems.callerPhone = 'Write a telephone number like 01632 960001';
  const personKnown: PersonKnown = isPersonChosen
    ? 'identified'
    : choice('personKnown', PERSON_KNOWN, 'Choose the person, or say that they do not want to say');
  if (personKnown === 'identified' && !isPersonChosen) problems.personKnown = 'Find the person, or write them down';

  const domain =
    isAboutNothing && !text('domain') ? 'none' : choice('domain', DOMAINS, 'Say what part of life it is about');
  const needs = listOf(typed.needs);
  if (needs.length === 0 && !isAboutNothing) problems.needs = 'Choose at least one need';
  if (needs.length > 8) problems.needs = 'Choose 8 needs at most';
  if (!text('story') && !isAboutNothing) problems.story = 'Write down what is wrong, in a few words';

  if (kinds.includes('link_worker_referral') && !isPersonChosen)
    problems.referTo = 'A referral is for somebody: find the person first, or write them down';
  // Of a promise that stands already the number is kept with it.
  const isPromised = listOf(typed.endings).includes('call_back_promised');
  if (callerPhone === null && isPromised && !text('callBackPhone') && !problems.callBackPhone)
    problems.callBackPhone = 'Write down the number to ring';

  const send = readSending(text, problems);
  if (Object.keys(problems).length > 0) return {ok: false, problems};
  return {
    ok: true,
    call: {
      danger,
      dangerNote: orNone('dangerNote'),
      stayedOnLine: danger === 'no' || !stayed ? null : stayed === 'yes',
      callerKind,
      callerName: orNone('callerName'),
      callerPhone,
      callerRelation: orNone('callerRelation'),
      callerOrganisation: orNone('callerOrganisation'),
      personKnown,
      story: text('story'),
      needs,
      domain,
      near: orNone('near'),
      goingWell: orNone('goingWell'),
      peopleAround: orNone('peopleAround'),
      triedBefore: orNone('triedBefore'),
      endings,
      closingText: orNone('closingText'),
      send,
      extra: readExtra(typed),
    },
  };
}

function readEndings(
  typed: CallValues,
  text: (name: CallField) => string,
  now: Date,
  problems: CallProblems,
): Ending[] {
  const kinds = listOf(typed.endings).filter(isDispositionKind);
  if (kinds.length > 1 && kinds.some((kind) => kind === 'wrong_number' || kind === 'test_call'))
    problems.endings = 'A wrong number or a test call ends in no other way';
  const phone = text('callBackPhone') ? readPhone(text('callBackPhone')) : null;
  const parts = {
    ...Object.fromEntries(Object.keys(callFields).map((name) => [name, text(name as CallField)])),
    services: listOf(typed.services),
    gapNeeds: listOf(typed.gapNeed),
    gapService: text('gapService') || null,
    callBackDue: readDue(text('callBackOn'), text('callBackAt')),
    callBackBy: text('callBackBy') || null,
    // A number that is none is told of; no number at all is looked for among the caller's.
    callBackPhone: text('callBackPhone') ? (phone ?? undefined) : null,
  };
  return kinds.flatMap((kind) => {
    const read = endingShape.safeParse({...parts, kind});
    if (read.success) {
      if (read.data.kind === 'call_back_promised' && read.data.callBackDue <= now)
        problems.callBackAt = 'This time has passed: choose one that is to come';
      return [read.data];
    }
    for (const {path, message} of read.error.issues) {
      const field = FIELD_OF[String(path[0])] ?? (path[0] as CallField);
      problems[field] ??= message;
    }
    return [];
  });
}

/** Parts of an ending that are made of fields with other names. */
const FIELD_OF: Record<string, CallField> = {callBackDue: 'callBackAt', gapNeeds: 'gapNeed'};

/** '2026-03-03' and '14:30' as the moment at which the clock on the wall says so. */
function readDue(on: string, at: string): Date | undefined {
  const [, day, month, year] = /^(\d{1,2})[/. ](\d{1,2})[/. ](\d{4})$/.exec(on) ?? [];
  const date = year ? `${year}-${month?.padStart(2, '0')}-${day?.padStart(2, '0')}` : on;
  const [, hour, minute] = /^([01]?\d|2[0-3])[:.]([0-5]\d)$/.exec(at) ?? [];
  if (!hour || !isDay(date)) return undefined;
  return londonMoment(date, `${hour.padStart(2, '0')}:${minute}`);
}

/** Whether there is such a day: 31 February is none. */
const isDay = (date: string) =>
  /^\d{4}-\d{2}-\d{2}$/.test(date) &&
  !Number.isNaN(Date.parse(date)) &&
  new Date(date).toISOString().slice(0, 10) === date;

function readSending(text: (name: CallField) => string, problems: CallProblems): EndedCall['send'] {
  const by = (text('sendBy') || 'none') as SendBy;
  if (!Object.hasOwn(SEND_BY, by)) problems.sendBy = 'Choose how to send it';
  if (by === 'none' || problems.sendBy) return null;
  if (!text('closingText')) problems.closingText = 'Write what is to be sent';
  if (by === 'letter') return {by, to: null};
  const to = by === 'text' ? readPhone(text('sendTo')) : readEmail(text('sendTo'));
  if (!to) {
    problems.sendTo =
      by === 'text' ? 'Write a mobile number like 07700 900123' : 'Write an e-mail address like nell@mail.example';
  }
  return {by, to};
}

function readExtra(typed: CallValues): EndedCall['extra'] {
  const of = (prefix: string) =>
    Object.fromEntries(
      Object.entries(typed).flatMap(([name, value]) =>
        name.startsWith(prefix) && value ? [[name.slice(prefix.length), readJson(value)]] : [],
      ),
    );
  const [guides, forms] = [of('guide.'), of('form.')];
  return {
    ...(Object.keys(guides).length > 0 ? {guides} : {}),
    ...(Object.keys(forms).length > 0 ? {forms} : {}),
  };
}

/** What is no JSON stays the text it is. */
function readJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return text;
  }
}
