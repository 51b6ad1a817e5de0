/** Planning a visit, and how it ends. Each act counts once for its form and stands in timeline and audit. */
import type {ISql, Sql} from '../../../db/client.ts';
import {inCase} from '../cases/in-case.server.ts';
import type {Problems} from '../cases/read-case-forms.ts';
import type {Asker, Sender} from '../people/staff-request.ts';
import {alertKindsOf} from './list-visits.server.ts';
import {alertProblems, type Visit} from './read-visit.ts';
import {MORE_MINUTES} from './visit-choices.ts';

type VisitOutcome = {ok: true} | {ok: false; reason: 'gone' | 'closed' | 'over' | 'say_how' | 'not_left'};
export type PlanOutcome = VisitOutcome | {ok: false; reason: 'problems'; problems: Problems};

type Viewer = Asker['viewer'];

/** A line of the timeline. */
async function note(tx: ISql, viewer: Viewer, caseId: string, kind: string, words: string | null = null) {
  await tx`
    insert into case_events (case_id, partner_id, kind, words, by_id)
    values (${caseId}, ${viewer.partnerId}, ${kind}, ${words}, ${viewer.staffId})
  `;
}

/** Plans a visit of the viewer's own, or begins one: from `leavesAt` on they are out. What alerts ask for is asked for. */
export function planVisit(sql: Sql, sender: Sender, caseId: string, visit: Visit): Promise<PlanOutcome> {
  const {viewer} = sender;
  return inCase<PlanOutcome>(sql, sender, caseId, 'visit_planned', async (tx, {status, personId}) => {
    if (status === 'closed') return {outcome: {ok: false, reason: 'closed'}};
    const problems = alertProblems(await alertKindsOf(tx, personId), visit);
    if (Object.keys(problems).length > 0) return {outcome: {ok: false, reason: 'problems', problems}};
    const place = await placeOf(tx, caseId, visit);
    if (!place)
      return {outcome: {ok: false, reason: 'problems', problems: {where: 'Choose an address that is still there'}}};
    const {mode, companion, leavesAt, backBy} = visit;
    await tx`
      insert into case_visits ${tx({
        caseId,
        partnerId: viewer.partnerId,
        staffId: viewer.staffId,
        mode,
        place,
        companion,
        leavesAt,
        backBy,
      })}
    `;
    await note(tx, viewer, caseId, 'visit');
    return {outcome: {ok: true}, details: {mode, alone: companion === null}};
  });
}

async function placeOf(tx: ISql, caseId: string, {place}: Visit): Promise<string | null> {
  if ('words' in place) return place.words;
  const [found] = await tx<{words: string}[]>`
    select left(words, 400) as words from case_places(${caseId}) where id = ${place.recordId}
  `;
  return found?.words ?? null;
}

interface HeldVisit {
  id: string;
  staffId: string;
  isBack: boolean;
  isOff: boolean;
  hasLeft: boolean;
}

/** One act on a visit of the viewer's own, or for a lead on anybody's of their provider. */
const onVisit = (
  sql: Sql,
  sender: Sender,
  {caseId, visitId}: {caseId: string; visitId: string},
  action: 'visit_ended' | 'visit_changed' | 'visit_called_off',
  work: (tx: ISql, held: HeldVisit) => Promise<VisitOutcome>,
): Promise<VisitOutcome> =>
  inCase<VisitOutcome>(sql, sender, caseId, action, async (tx) => {
    const [held] = await tx<HeldVisit[]>`
      select id, staff_id, back_at is not null as is_back, called_off_at is not null as is_off,
        leaves_at <= now() as has_left
      from case_visits
      where id = ${visitId} and case_id = ${caseId}
      for update
    `;
    return {
      outcome: held ? await work(tx, held) : {ok: false, reason: 'gone'},
      details: {visit: visitId, own: held?.staffId === sender.viewer.staffId},
    };
  });

/**
 * They are back. Said again, also on another page, it stays as it was first said.
 * @param words how somebody else knows that they are safe; the worker need not say anything
 */
export function sayBack(
  sql: Sql,
  sender: Sender,
  which: {caseId: string; visitId: string},
  words: string | null,
): Promise<VisitOutcome> {
  const {viewer} = sender;
  return onVisit(sql, sender, which, 'visit_ended', async (tx, held) => {
    if (held.isOff) return {ok: false, reason: 'over'};
    if (held.isBack) return {ok: true};
    // Said too early by somebody else, nobody would look for them once they are out.
    if (held.staffId !== viewer.staffId && !held.hasLeft) return {ok: false, reason: 'not_left'};
    if (held.staffId !== viewer.staffId && !words) return {ok: false, reason: 'say_how'};
    await tx`
      update case_visits
      set back_at = now(), back_said_by = ${viewer.staffId}, back_words = ${words}
      where id = ${held.id}
    `;
    await note(tx, viewer, which.caseId, held.staffId === viewer.staffId ? 'visit_back' : 'visit_safe', words);
    return {ok: true};
  });
}

/** Half an hour more, from when they were to be back or from now, whichever is later. Whoever is told of it is told anew. */
export function needLonger(sql: Sql, sender: Sender, which: {caseId: string; visitId: string}): Promise<VisitOutcome> {
  return onVisit(sql, sender, which, 'visit_changed', async (tx, held) => {
    if (held.isBack || held.isOff) return {ok: false, reason: 'over'};
    await tx`
      update case_visits
      set
        back_by = least(
          greatest(back_by, now()) + make_interval(mins => ${MORE_MINUTES}),
          leaves_at + interval '24 hours'
        ),
        told_at = null
      where id = ${held.id}
    `;
    return {ok: true};
  });
}

/** It does not take place after all. */
export function callOff(sql: Sql, sender: Sender, which: {caseId: string; visitId: string}): Promise<VisitOutcome> {
  return onVisit(sql, sender, which, 'visit_called_off', async (tx, held) => {
    if (held.isOff) return {ok: true};
    if (held.isBack) return {ok: false, reason: 'over'};
    await tx`update case_visits set called_off_at = now() where id = ${held.id}`;
    await note(tx, sender.viewer, which.caseId, 'visit_off');
    return {ok: true};
  });
}
