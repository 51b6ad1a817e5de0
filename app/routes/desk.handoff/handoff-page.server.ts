/** A handoff in the words of its page. */
import {clockView} from '../../components/second-level/clock-view.ts';
import type {CallView, Fact, HandoffView, StepView} from '../../components/second-level/handoff-view.ts';
import {disciplines} from '../../domain/access/roles.ts';
import {hasRole, type Viewer} from '../../domain/access/viewer.ts';
import {CALLER_KINDS} from '../../domain/calls/call-choices.ts';
import {PRIORITIES} from '../../domain/queues/priorities.ts';
import type {ExtraPart} from '../../domain/guides/extra-in-words.server.ts';
import type {Call} from '../../domain/calls/get-call.server.ts';
import {numberInWords} from '../../domain/people/ring-warnings.ts';
import type {Handoff, Step} from '../../domain/second-level/get-handoff.server.ts';
import {OUTCOMES, STEPS, TOLD_HOW, type ToldHow} from '../../domain/second-level/handoff-choices.ts';
import {dueInWords} from '../../domain/queues/response-clock.ts';

/** @param extra what guides and forms added to the call, in words */
export function toView(handoff: Handoff, viewer: Viewer, now: Date, extra: ExtraPart[]): HandoffView {
  const at = (moment: Date) => dueInWords(moment, now);
  const {call, outcome, closedAt, callerToldAt, toldHow} = handoff;
  return {
    id: handoff.id,
    version: handoff.version,
    discipline: handoff.discipline,
    disciplineName: disciplines[handoff.discipline],
    priority: PRIORITIES[handoff.priority].name,
    reason: handoff.reason,
    handedOn: `By ${handoff.createdByName} of ${handoff.fromPartnerName}, ${at(handoff.createdAt)}`,
    clock: handoff.status === 'closed' ? null : clockView(handoff.dueAt, now),
    status: handoff.status,
    claimedByName: handoff.claimedByName,
    isMine: handoff.claimedBy === viewer.staffId,
    isRestricted: handoff.isRestricted,
    mayTake: handoff.mayTake && hasRole(viewer, 'practitioner', 'team_lead'),
    isLead: handoff.partnerId === viewer.partnerId && hasRole(viewer, 'team_lead'),
    closed:
      outcome && closedAt
        ? {
            outcome: OUTCOMES[outcome],
            arranged: handoff.arranged ?? '',
            by: `${handoff.closedByName}, ${at(closedAt)}`,
          }
        : null,
    told: callerToldAt && toldHow ? `${TOLD_HOW[toldHow]}, ${at(callerToldAt)}` : null,
    call: call && toCallView(call, extra),
    hasPerson: handoff.personId !== null,
    steps: handoff.steps.map((step) => toStep(step, at)),
    asks: handoff.asks.map((ask) => ({
      id: ask.id,
      discipline: disciplines[ask.discipline],
      isJoint: ask.isJoint,
      question: ask.question,
      asked: `${ask.askedByName}, ${at(ask.askedAt)}`,
      answer: ask.answer,
      answered: ask.answeredAt && `${ask.answeredByName}, ${at(ask.answeredAt)}`,
      isForViewer: ask.isForViewer,
    })),
  };
}

function toStep({id, kind, at, staffName, whomName, discipline, words}: Step, inWords: (at: Date) => string): StepView {
  const who = staffName ?? '';
  const where = discipline ? disciplines[discipline].toLowerCase() : '';
  const what = {
    lapsed: STEPS.lapsed,
    assigned: `${who} gave it to ${whomName}`,
    moved: `${who} passed it on to ${where}`,
    asked: `${who} asked ${where}`,
    answered: `${who} answered for ${where}`,
    told: `${who} told the caller. ${TOLD_HOW[words as ToldHow] ?? ''}`,
    claimed: `${who} ${STEPS.claimed}`,
    released: `${who} ${STEPS.released}`,
    note: `${who} ${STEPS.note}`,
    closed: `${who} ${STEPS.closed}`,
    put_right: `${who} ${STEPS.put_right}`,
  }[kind];
  return {id, what, at: inWords(at), words: kind === 'told' ? null : words};
}

/** @param extra what guides and forms added, in words */
export function toCallView(call: Call, extra: ExtraPart[]): CallView {
  const facts = (all: [string, string | null | undefined][]): Fact[] =>
    all.flatMap(([label, value]) => (value ? [{label, value}] : []));
  return {
    reference: call.reference,
    danger: call.danger === 'no' ? null : call.dangerNote,
    story: call.story,
    needs: call.needs.map(({name}) => name),
    caller: facts([
      ['Who rang', CALLER_KINDS[call.callerKind]],
      ['Name', call.callerName],
      ['Number', call.callerPhone && numberInWords(call.callerPhone, call.ringWarning)],
      ['To the person', call.callerRelation],
      ['Organisation', call.callerOrganisation],
      ['Read back to them', call.closingText],
    ]),
    strengths: facts([
      ['Going well', call.goingWell],
      ['Who is around', call.peopleAround],
      ['Tried already', call.triedBefore],
    ]),
    services: call.services.map(({slug, name}) => ({slug, name})),
    extra,
  };
}
