/** A case in the words of its page. */
import type {CaseView} from '../../components/caseload/case-view.ts';
import type {TimelineEntry} from '../../components/caseload/caseload-view.ts';
import {CLOSE_REASONS, eventWords, MODES, WHO_WITH} from '../../domain/cases/case-choices.ts';
import {guidance, waitWords} from '../../domain/cases/case-status.ts';
import type {Case} from '../../domain/caseload/get-case.server.ts';
import {SOURCES} from '../../domain/referrals/referral-choices.ts';
import {shortDay, shortMoment} from '../../http/moments.ts';
import {today} from '../../http/today.server.ts';
import {dayWords, toCard} from '../caseload.home/case-cards.server.ts';

type Facts = {label: string; value: string}[];
const facts = (all: [string, string | null | undefined | false][]): Facts =>
  all.flatMap(([label, value]) => (value ? [{label, value}] : []));

export function toCaseView(one: Case, viewer: {partnerId: string}, now: Date): CaseView {
  const day = today(now);
  const isPaused = one.status === 'paused';
  return {
    ...toCard(one, day, now),
    version: one.version,
    isMdtSuggested: one.isMdtSuggested && one.status !== 'closed',
    isOurs: one.partnerId === viewer.partnerId,
    partnerName: one.partnerName,
    personId: one.personId,
    state: one.status === 'closed' ? 'closed' : isPaused ? 'paused' : 'open',
    facts: facts([
      ['Walks with', one.workerName ?? 'Nobody yet'],
      ['Away until', one.cover && `${dayWords(one.cover.until)}; ${one.cover.name} covers`],
      ['Team', one.teamName],
      ['Asked by', SOURCES[one.source]],
      ['Needs', one.needNames.join(', ')],
      [
        'First contact',
        one.firstContactAt
          ? `${waitWords(one.referredAt, one.firstContactAt)} after they were referred`
          : one.status !== 'closed' && `not yet, waiting ${waitWords(one.referredAt, now)}`,
      ],
      ['Not reached', one.attempts > 0 && (one.attempts === 1 ? 'one try' : `${one.attempts} tries`)],
      ['Record', one.personReference],
    ]),
    saidBefore: one.referral ? saidBefore(one.referral) : [],
    guidance: guidance(one.tier, one.contacts, today(one.openedAt), one.closedAt ? today(one.closedAt) : day),
    ended:
      one.closeReason && one.closedAt
        ? {why: CLOSE_REASONS[one.closeReason], outcome: one.outcome ?? '', at: shortDay(one.closedAt)}
        : null,
    paused: isPaused ? one.pauseReason : null,
    timeline: timelineOf(one),
    referral: one.referral && {
      id: one.referral.id,
      reason: one.referral.reason,
      facts: facts([
        ['Reference', one.referral.reference],
        ['Referred by', [one.referral.referrerName, one.referral.referrerOrganisation].filter(Boolean).join(', ')],
        ['Whoever asked hears how it goes', one.referral.mayTellReferrer ? 'Yes' : 'No'],
      ]),
    },
  };
}

/** What the referral says that whoever rings or visits must know: never folded away. */
const saidBefore = ({knownRisks, communication, language, needsInterpreter}: NonNullable<Case['referral']>): Facts =>
  facts([
    ['Known risks', knownRisks],
    ['Communication', communication],
    ['Language', language && `${language}${needsInterpreter ? ', with an interpreter' : ''}`],
  ]);

/** Contacts and events in one order, newest first. */
function timelineOf({timeline, events}: Case): TimelineEntry[] {
  const contacts = timeline.map((contact) => ({
    id: contact.id,
    moment: contact.at,
    kind: contact.wasReached ? ('reached' as const) : ('tried' as const),
    what: contactWords(contact),
    words: contact.note,
  }));
  const others = events.map(({id, at, kind, byName, words}) => ({
    id,
    moment: at,
    kind: 'event' as const,
    what: eventWords(kind, byName),
    words,
  }));
  return [...contacts, ...others]
    .sort((one, other) => other.moment.getTime() - one.moment.getTime())
    .map(({moment, ...entry}) => ({...entry, at: shortMoment(moment)}));
}

function contactWords({mode, wasReached, minutes, whoWith, staffName}: Case['timeline'][number]): string {
  const withWhom = whoWith === 'person' ? '' : ` with ${WHO_WITH[whoWith].toLowerCase()}`;
  const length = minutes ? `, ${minutes} minutes` : '';
  return `${MODES[mode]}${withWhom}: ${wasReached ? 'reached' : 'not reached'}${length}, ${staffName}`;
}
