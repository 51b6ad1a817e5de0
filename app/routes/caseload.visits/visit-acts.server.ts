/** What the forms about visits do. Those on the cards stand on other pages too, and lead back to where they were pressed. */
import {z} from 'zod';
import {partOf} from '../../domain/access/submissions.server.ts';
import type {Sql} from '../../../db/client.ts';
import type {Typed} from '../../domain/cases/read-case-forms.ts';
import type {Sender} from '../../domain/people/staff-request.ts';
import {callOff, needLonger, planVisit, sayBack, type PlanOutcome} from '../../domain/visits/change-visit.server.ts';
import {readVisit} from '../../domain/visits/read-visit.ts';

/** Said on whichever page somebody goes on to. */
export const VISIT_DONE: Record<string, string> = {
  visit_plan: 'The visit is saved. Say when you are back, here or in your day.',
  visit_back: 'Good that you are back. Write down how it was while it is fresh.',
  visit_safe: 'It is written down that they are safe.',
  visit_longer: 'You have half an hour more.',
  visit_off: 'The visit is called off.',
};

export const VISIT_REFUSED: Record<string, string> = {
  closed: 'This case is closed. Open it again first.',
  over: 'This visit is over already.',
  not_left: 'They have not left yet. If the visit does not take place, call it off.',
};

/** Null for an act that is none. @param now the moment of the request */
export async function actOnVisit(
  sql: Sql,
  sender: Sender,
  caseId: string,
  typed: Typed,
  {today, now}: {today: string; now: Date},
): Promise<PlanOutcome | null> {
  if (typed.act === 'plan') {
    const read = readVisit(typed, today, now);
    return read.ok
      ? planVisit(sql, sender, caseId, read.value)
      : {ok: false, reason: 'problems', problems: read.problems as Record<string, string>};
  }
  const which = {caseId, visitId: typed.visit ?? ''};
  if (!z.uuid().safeParse(which.visitId).success) return null;
  // The buttons of a card share its form. 'I am back' right after 'more time' is another act, and must not be taken for it.
  const from = {...sender, submission: partOf(sender.submission, `${typed.act}`)};
  switch (typed.act) {
    case 'back':
      return sayBack(sql, from, which, (typed.words ?? '').trim().slice(0, 500) || null);
    case 'longer':
      return needLonger(sql, from, which);
    case 'off':
      return callOff(sql, from, which);
    default:
      return null;
  }
}

/** Where to go on after an act, with the key of what is said there. */
export function afterVisit(caseId: string, {act, from, words}: Typed): string {
  const key = act === 'back' && words ? 'visit_safe' : `visit_${act}`;
  switch (from) {
    case 'day':
      return `/caseload?done=${key}`;
    case 'lead':
      return `/caseload/lead?done=${key}`;
    case 'case':
      return `/caseload/cases/${caseId}?done=${key}`;
    default:
      return `/caseload/cases/${caseId}/visits?done=${key}`;
  }
}
