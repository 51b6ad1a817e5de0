/** What the page of a concern shows and does, from a case or from a referral. */
import {data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs} from '@remix-run/node';
import {newSubmission} from '../../domain/access/submissions.server.ts';
import {typedFields} from '../../domain/cases/read-case-forms.ts';
import {DECISIONS, readConcern} from '../../domain/second-level/concern-choices.ts';
import {
  getConcernsFrom,
  raiseConcern,
  type ConcernsFrom,
  type Origin,
  type RaisedConcern,
} from '../../domain/second-level/raise-concern.server.ts';
import {momentInWords, shortMoment} from '../../http/moments.ts';
import {typedBefore} from '../../http/staff.server.ts';
import {saidIn} from '../admin.home/admin-request.server.ts';
import {asker, idOf, missing, sender} from '../people.record/people-request.server.ts';

export const CONCERN_DONE = {
  raised: 'The concern is raised. It is with the named lead now, and what comes of it shows here.',
};
const PLACES = {
  case: {path: '/caseload/cases', words: 'Case', door: 'caseload'},
  referral: {path: '/caseload/inbox', words: 'Referral', door: 'caseload.inbox'},
} as const;

export const NOBODY_NAMED =
  'Nobody is named for safeguarding here. Ring your team lead now: what you typed is still here.';

export const leadInWords = (lead: ConcernsFrom['lead']): string | null =>
  lead && `Goes to ${lead.name ?? 'those who safeguard'} at once. Looked at by ${shortMoment(lead.dueAt)}.`;

export const raisedInWords = (one: RaisedConcern) => ({
  id: one.id,
  at: momentInWords(one.raisedAt),
  state: one.decision
    ? `${DECISIONS[one.decision].name.toLowerCase()}, decided ${one.decidedAt ? momentInWords(one.decidedAt) : ''}`
    : `with ${one.leadName ?? 'those who safeguard'}, to be looked at by ${momentInWords(one.dueAt)}`,
});

export async function concernPage({params, request, context}: LoaderFunctionArgs, kind: Origin['kind']) {
  const id = idOf(params.id);
  const found = await getConcernsFrom(context.sql, asker(context), {kind, id});
  if (!found) throw missing();
  const {reference, who, lead, raised} = found;
  const held = await typedBefore(context, request);
  const {path, words} = PLACES[kind];
  return {
    title: 'Raise a safeguarding concern',
    isIndexed: false,
    mustKnow: found.mustKnow,
    back: {href: `${path}/${id}`, words: `${words} ${reference}`},
    lead: leadInWords(lead),
    raised: raised.map(raisedInWords),
    submission: newSubmission(),
    typed: held ? typedFields(held) : who ? {concern: `About ${who}.\n\n`} : {},
    isHeld: held !== null,
    done: saidIn(request, 'done', CONCERN_DONE),
  };
}

export async function concernSent({params, request, context}: ActionFunctionArgs, kind: Origin['kind']) {
  const id = idOf(params.id);
  const form = await request.formData();
  const typed = typedFields(form);
  const read = readConcern(typed);
  if (!read.ok) return data({typed, problems: read.problems, refusal: null}, {status: 422});
  const {path, door} = PLACES[kind];
  const raised = await raiseConcern(context.sql, sender(context, form, door), {kind, id}, read.value);
  if (raised.ok) return redirect(`${path}/${id}/safeguarding?done=raised`, 303);
  if (raised.reason === 'gone') throw missing();
  return data({typed, problems: {}, refusal: NOBODY_NAMED}, {status: 409});
}
