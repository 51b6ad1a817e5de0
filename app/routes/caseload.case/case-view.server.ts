/** A case in the words of its page. */
import type {CaseView} from '../../components/caseload/case-view.ts';
import type {TimelineEntry} from '../../components/caseload/caseload-view.ts';
import {
  CLOSE_REASONS,
  eventWords,
  MODES,
  triesInWords,
  WHO_WITH,
  type LogStart,
} from '../../domain/cases/case-choices.ts';
import {guidance, startOfLog, waitWords} from '../../domain/cases/case-status.ts';
import type {Case} from '../../domain/caseload/get-case.server.ts';
import type {CaseContact, CaseEntry, CaseEvent} from '../../domain/cases/case-timeline.server.ts';
import {getScale} from '../../domain/measures/scales.server.ts';
import {saidNeeds} from '../../domain/referrals/said-needs.ts';
import {SOURCES} from '../../domain/referrals/referral-choices.ts';
import {daysBetween} from '../../domain/dates/calendar-date.ts';
import {dayWords} from '../../domain/dates/day-in-words.ts';
import {shortDay, shortMoment} from '../../http/moments.ts';
import {today} from '../../http/today.server.ts';
import {toCard} from '../caseload.home/case-cards.server.ts';

type Facts = {label: string; value: string}[];
const facts = (all: [string, string | null | undefined | false][]): Facts =>
  all.flatMap(([label, value]) => (value ? [{label, value}] : []));

export function toCaseView(one: Case, viewer: {partnerId: string}, now: Date): CaseView {
  const day = today(now);
  const isPaused = one.status === 'paused';
  return {
    ...toCard(withOwnStep(one, viewer), day, now),
    version: one.version,
    isMdtSuggested: one.isMdtSuggested && one.status !== 'closed',
    isOurs: one.partnerId === viewer.partnerId,
    isJoint: one.isJoint,
    partnerName: one.partnerName,
    whyNoName:
      one.name === null && one.partnerId !== viewer.partnerId
        ? `Their name shows here once ${one.partnerName} has written down in the record that they agree to share it with us. Ask ${one.workerName ?? 'them'}.`
        : null,
    alsoNext: stepsOfOthers(one, viewer),
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
      ['Not reached', triesInWords(one.attempts)],
      ['Record', one.personReference],
    ]),
    saidBefore: one.referral ? saidBefore(one.referral, one.mustKnow) : [],
    guidance: guidance(one.tier, one.contacts, today(one.openedAt), one.closedAt ? today(one.closedAt) : day),
    ended:
      one.closeReason && one.closedAt
        ? {why: CLOSE_REASONS[one.closeReason], outcome: one.outcome ?? '', at: shortDay(one.closedAt)}
        : null,
    attempts: one.attempts,
    paused: isPaused ? one.pauseReason : null,
    stillToDo: stillToDo(one, viewer, day),
    timeline: one.timeline.entries.map(toEntry),
    pages: pagesOf(one),
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

/** As long after a beginning or an end as it is still worth doing. */
const DAYS_TO_DO = 28;

/** Gently, and not for ever: what a case asks for once it has begun, and once it is over. */
function stillToDo(one: Case, viewer: {partnerId: string}, day: string): CaseView['stillToDo'] {
  const isRecent = (moment: Date | null) => moment !== null && daysBetween(today(moment), day) <= DAYS_TO_DO;
  if (one.partnerId !== viewer.partnerId) return [];
  const todo: [boolean, string, string][] =
    one.status === 'closed'
      ? [
          [one.closeReason !== 'died' && !one.isAskedAtEnd, 'measures', 'Ask how they are now: the last measure'],
          [!one.lettersSent.includes('gp_closure'), 'letters/gp_closure', 'Write to their GP that it has ended'],
        ]
      : [[!one.lettersSent.includes('gp_first'), 'letters/gp_first', 'Write to their GP that you have begun']];
  if (!isRecent(one.status === 'closed' ? one.closedAt : one.firstContactAt)) return [];
  return todo.filter(([isLeft]) => isLeft).map(([, to, words]) => ({to: `/caseload/cases/${one.id}/${to}`, words}));
}

/** The share by which the viewer's own organisation walks in a case of another's. */
const ownShare = (one: Case, {partnerId}: {partnerId: string}) =>
  one.isJoint ? one.sharedWith.find((share) => share.partnerId === partnerId) : undefined;

/** In a case of another organisation what comes next is what comes next for ours. */
function withOwnStep(one: Case, viewer: {partnerId: string}): Case {
  const share = ownShare(one, viewer);
  if (!share) return one;
  const {nextStep, nextStepOn, noStepReason} = share;
  const untaken = 'Nobody of ours has taken it on yet. Whoever writes a contact or a next step does.';
  return {...one, nextStep, nextStepOn, noStepReason: share.walkerName ? noStepReason : untaken};
}

/** What the form of a contact begins with. @param today 'YYYY-MM-DD' */
export function startOfCaseLog(one: Case, viewer: {partnerId: string}, today: string): LogStart {
  const last = one.timeline.entries.find((entry) => entry.what === 'contact');
  return startOfLog({...withOwnStep(one, viewer), lastMode: last?.mode ?? null}, today);
}

function stepsOfOthers(one: Case, viewer: {partnerId: string}): CaseView['alsoNext'] {
  const stepOf = (
    {nextStep, nextStepOn, noStepReason}: Pick<Case, 'nextStep' | 'nextStepOn' | 'noStepReason'>,
    who: (string | null)[],
  ) => ({
    who: who.filter(Boolean).join(', '),
    words: nextStep ?? noStepReason ?? 'nobody has taken it on yet',
    day: nextStepOn && dayWords(nextStepOn),
  });
  if (one.status === 'closed') return [];
  if (ownShare(one, viewer)) return [stepOf(one, [one.workerName, one.partnerName])];
  return one.partnerId === viewer.partnerId
    ? one.sharedWith
        .filter(({worksWithUs}) => worksWithUs)
        .map((share) => stepOf(share, [share.walkerName, share.name]))
    : [];
}

/**
 * What the referral says that whoever rings or visits must know: never folded away, and not said twice where the record says
 * it above.
 */
function saidBefore(
  {knownRisks, communication, ...said}: NonNullable<Case['referral']>,
  known: Case['mustKnow'],
): Facts {
  const isKnown = (words: string) => known?.needs.some(({need}) => asCompared(need) === asCompared(words)) ?? false;
  const isInterpreterKnown = said.needsInterpreter && said.language !== null && isKnown(said.language);
  return facts([
    ['Known risks', knownRisks],
    ['Communication', saidNeeds(communication).every(isKnown) ? null : communication],
    [
      'Language',
      !isInterpreterKnown && said.language && `${said.language}${said.needsInterpreter ? ', with an interpreter' : ''}`,
    ],
  ]);
}

const asCompared = (words: string) => words.toLowerCase().replace(/\s+/g, ' ').trim().replace(/\.$/, '');

const toEntry = (entry: CaseEntry): TimelineEntry => ({
  id: entry.id,
  at: shortMoment(entry.at),
  words: entry.words,
  ...(entry.what === 'contact'
    ? {kind: entry.wasReached ? 'reached' : 'tried', what: contactWords(entry)}
    : {kind: 'event', what: eventWords(entry.kind, entry.byName), words: wordsOf(entry)}),
});

/** A measure is written down with the key of its scale. */
const wordsOf = ({kind, words}: CaseEvent): string | null =>
  kind === 'measure' && words ? (getScale(words)?.shortName ?? words) : words;

/** Where the next pages of what happened are. The address names an entry, and nothing of what it says. */
function pagesOf({id, timeline: {entries, hasOlder, hasNewer}}: Case): CaseView['pages'] {
  const to = (turn: string, entry: CaseEntry | undefined) =>
    entry && `/caseload/cases/${id}?${turn}=${entry.id}#timeline`;
  return {
    newest: hasNewer ? `/caseload/cases/${id}#timeline` : null,
    newer: (hasNewer && to('after', entries[0])) || null,
    older: (hasOlder && to('before', entries.at(-1))) || null,
  };
}

function contactWords({mode, wasReached, minutes, whoWith, byName}: CaseContact): string {
  const withWhom = whoWith === 'person' ? '' : ` with ${WHO_WITH[whoWith].toLowerCase()}`;
  const length = minutes ? `, ${minutes} minutes` : '';
  return `${MODES[mode]}${withWhom}: ${wasReached ? 'reached' : 'not reached'}${length}, ${byName ?? 'Somebody'}`;
}
