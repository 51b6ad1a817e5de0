/** A call that has ended, in words. */
import {
  CALLER_KINDS,
  CHANNELS,
  DANGER,
  DOMAINS,
  EMERGENCY_SERVICES,
  GAP_REASONS,
  PERSON_KNOWN,
  SEND_BY,
} from '../../domain/calls/call-choices.ts';
import {PRIORITIES} from '../../domain/queues/priorities.ts';
import {sustainedOf, type Sustained} from '../../domain/calls/sustained.ts';
import {changesOf, type NeedNames} from '../../domain/calls/version-changes.ts';
import {disciplines} from '../../domain/access/roles.ts';
import {callValues} from '../../domain/calls/call-values.ts';
import {DISPOSITIONS} from '../../domain/calls/dispositions.ts';
import type {Call} from '../../domain/calls/get-call.server.ts';
import {numberInWords} from '../../domain/people/ring-warnings.ts';
import {clockInWords} from './call-clock.ts';

export interface Fact {
  label: string;
  value: string;
}

export interface EndedView {
  id: string;
  reference: string;
  isRestricted: boolean;
  when: string;
  first: {words: string; kind: 'resolved' | 'passed on' | 'left out'};
  /** Whether it held; null for a call that does not claim to have been resolved. */
  held: {words: string; kind: Sustained['kind']} | null;
  endings: {name: string; facts: Fact[]}[];
  services: {href: string; name: string}[];
  about: Fact[];
  person: {href: string; reference: string} | null;
  story: Fact[];
  next: Fact[];
  closingText: string | null;
  /** How what was agreed went to them, or did not. */
  sent: {words: string; isWarning: boolean};
  version: number;
  versions: {version: number; words: string; reason: string; was: Fact[]}[];
  /** How many earlier versions stood in the record of somebody else, and are not shown. */
  apart: number;
}

const facts = (list: [string, string | null | undefined][]): Fact[] =>
  list.flatMap(([label, value]) => (value ? [{label, value}] : []));

interface Seen {
  /** A moment as people say it. */
  inWords(moment: Date): string;
  now: Date;
  needNames: NeedNames;
  /** Whether it is a call of the viewer's own desk: only they are told whether somebody came back. */
  isOwnDesk: boolean;
}

export function endedView(call: Call, {inWords, now, needNames, isOwnDesk}: Seen): EndedView {
  const {talkSeconds, heldSeconds, afterSeconds} = call;
  return {
    id: call.id,
    reference: call.reference,
    isRestricted: call.isRestricted,
    when: `${inWords(call.startedAt)}, ${CHANNELS[call.channel].toLowerCase()}, taken by ${call.handlerName} of ${call.partnerName}`,
    first: firstContact(call),
    held: heldInWords(isOwnDesk ? sustainedOf(call, now) : null, inWords),
    endings: call.endings.map((ending) => ({
      name: DISPOSITIONS[ending.kind].name,
      facts: facts([
        ['Practice', ending.practice],
        ['Service', ending.emergencyService && EMERGENCY_SERVICES[ending.emergencyService]],
        ['Where they were helped to go', ending.helpedTo],
        ['Note', ending.note],
      ]),
    })),
    services: call.services.map(({slug, name}) => ({href: `/services/${slug}`, name})),
    about: facts([
      ['Danger', call.danger === 'no' ? 'No' : `${DANGER[call.danger]}: ${call.dangerNote}`],
      ['Stayed on the line', call.stayedOnLine === null ? null : call.stayedOnLine ? 'Yes' : 'No'],
      ['Caller', [CALLER_KINDS[call.callerKind], call.callerName, call.callerRelation].filter(Boolean).join(', ')],
      ['Their number', call.callerPhone && numberInWords(call.callerPhone, call.ringWarning)],
      ['Their organisation', call.callerOrganisation],
      ['Person', call.personKnown === 'identified' ? null : PERSON_KNOWN[call.personKnown]],
      ['On the call', clockInWords(talkSeconds)],
      ['On hold', heldSeconds > 0 ? clockInWords(heldSeconds) : null],
      ['After the call', clockInWords(afterSeconds)],
    ]),
    person: call.personId
      ? {href: `/people/${call.personId}`, reference: call.personReference ?? 'Their record'}
      : null,
    story: facts([
      ['Story', call.story],
      ['Needs', call.needs.map(({name}) => name).join(', ')],
      ['Part of life', DOMAINS[call.domain]],
      ['Place', call.outcode],
      ['What is going well', call.goingWell],
      ['Who is around', call.peopleAround],
      ['What has been tried', call.triedBefore],
    ]),
    next: nextFacts(call, inWords),
    closingText: call.closingText,
    sent: sentInWords(call),
    version: call.version,
    apart: call.version - 1 - call.versions.length,
    versions: call.versions.map(({version, reason, changedByName, changedAt, was}, place) => ({
      version,
      words: `${inWords(changedAt)}, by ${changedByName}${version === call.apartUntil ? '. With this the call came into the record in which it stands' : ''}`,
      reason,
      // Newest first: what came after stands before it.
      was: changesOf(was, call.versions[place - 1]?.was ?? callValues(call), needNames),
    })),
  };
}

/** A letter goes when somebody has printed it; a message when it was delivered, which may take a while or never come about. */
function sentInWords({sentBy, messageState}: Call): EndedView['sent'] {
  if (!sentBy) return {words: 'Not sent', isWarning: false};
  const what = SEND_BY[sentBy].toLowerCase();
  if (sentBy === 'letter') return {words: 'Goes as a printed letter: print it from here', isWarning: false};
  if (messageState === 'failed')
    return {words: `The ${what} could not be delivered: ring them, or send it in another way`, isWarning: true};
  return {words: `${messageState === 'waiting' ? 'On its way' : 'Sent'}: ${what}`, isWarning: false};
}

function firstContact({isResolved, isEligible}: Call): EndedView['first'] {
  if (isResolved) return {words: 'Resolved at first contact', kind: 'resolved'};
  return isEligible
    ? {words: 'Not resolved at first contact: somebody else acts', kind: 'passed on'}
    : {words: 'Does not count for first contact', kind: 'left out'};
}

function heldInWords(held: Sustained | null, inWords: (moment: Date) => string): EndedView['held'] {
  switch (held?.kind) {
    case undefined:
      return null;
    case 'pending':
      return {kind: held.kind, words: `Whether it holds is known on ${inWords(held.at)}`};
    case 'held':
      return {kind: held.kind, words: `It held: nobody got in touch again about this until ${inWords(held.at)}`};
    case 'came_back':
      return {kind: held.kind, words: `It did not hold: somebody got in touch again on ${inWords(held.at)}`};
    case 'not_followed':
      return {kind: held.kind, words: 'Whether it holds cannot be followed: it is about nobody whom we know'};
  }
}

function nextFacts({handoffs, callBack, referral, gaps}: Call, inWords: (moment: Date) => string): Fact[] {
  const state = {waiting: 'waiting', claimed: 'taken up', closed: 'finished'};
  return facts([
    ...handoffs.map(({discipline, priority, dueAt, status, reason}): [string, string] => [
      `Handed to ${disciplines[discipline].toLowerCase()}`,
      `${PRIORITIES[priority].name}, by ${inWords(dueAt)}, ${state[status]}. ${reason}`,
    ]),
    [
      'Call-back',
      callBack &&
        `${inWords(callBack.dueAt)}${callBack.staffName ? `, by ${callBack.staffName}` : ''}${callBack.doneAt ? ', done' : ''}. ${callBack.about}`,
    ],
    ['Referral', referral && `${referral.reference}, to ${referral.partnerName}. ${referral.reason}`],
    [
      'Gap',
      gaps.length > 0
        ? `${gaps.map(({needName}) => needName).join(', ')}: ${GAP_REASONS[gaps[0]!.reason].toLowerCase()}`
        : null,
    ],
  ]);
}
