/** What the form of a call does where no script runs: each button is named for what it does. */
import type {AppLoadContext} from '@remix-run/node';
import type {FoundView} from '../../components/people/person-words.ts';
import {submissionOf} from '../../domain/access/submissions.server.ts';
import type {CallProblems} from '../../domain/calls/read-call.ts';
import {closeCall} from '../../domain/calls/close-call.server.ts';
import {turnTimer} from '../../domain/calls/draft-turns.server.ts';
import {putAside, saveFields} from '../../domain/calls/drafts.server.ts';
import type {Change, DraftConflict} from '../../domain/drafts/draft-fields.server.ts';
import {SEARCH_LIMIT} from '../../domain/people/search-words.ts';
import {isWithinRate} from '../../http/rate-limits.server.ts';
import {staffOf, typedBefore} from '../../http/staff.server.ts';
import {asker, missing} from '../people.record/people-request.server.ts';
import {changesOf} from './changes.server.ts';
import {chooseFor, findFor, leaveFor} from './person-acts.server.ts';

interface FormAnswer {
  problems?: CallProblems;
  conflicts?: Omit<DraftConflict, 'by'>[];
  /** What was typed in fields that somebody else has changed meanwhile: it stays in the form. */
  kept?: Record<string, string>;
  found?: {people: FoundView[]; total: number; words: string};
  isSaved?: true;
}

type Turned = FormAnswer | {to: string};

export async function actOn(context: AppLoadContext, id: string, form: FormData): Promise<Turned> {
  const {page, changes} = changesOf(form);
  const [act = 'save', detail = ''] = String(form.get('act') ?? 'save').split(':');
  if (act === 'end') return end(context, {id, page, changes});
  if (act === 'aside') {
    await putAside(context.sql, {...asker(context), door: 'desk.call', submission: submissionOf(form)}, id);
    return {to: '/desk'};
  }
  const saved = await saveFields(context.sql, asker(context), id, page, changes);
  if (!saved.ok && saved.reason === 'closed') return {to: `/desk/ended/${id}`};
  if (!saved.ok) throw missing();
  if (saved.conflicts.length > 0) return withConflicts(saved.conflicts, changes);
  switch (act) {
    case 'hold':
    case 'resume':
    case 'hang_up':
      await turnTimer(context.sql, asker(context), id, act);
      return {isSaved: true};
    case 'find':
      return findIn(context, String(form.get('personWords') ?? '').slice(0, SEARCH_LIMIT));
    case 'choose':
      if (!(await chooseFor(context, id, detail, submissionOf(form)))) throw missing();
      return {to: `/desk/calls/${id}#part-person`};
    case 'leave':
      await leaveFor(context, id);
      return {to: `/desk/calls/${id}#part-person`};
    default:
      return {isSaved: true};
  }
}

/**
 * What a page without scripts sent when the session had ended: it is kept now, as anything typed in a call is, and stands in
 * the page again. What somebody else has changed meanwhile is answered as it is when a form is sent.
 */
export async function keepHeld(context: AppLoadContext, request: Request, id: string): Promise<FormAnswer | null> {
  const held = await typedBefore(context, request);
  if (!held) return null;
  const {page, changes} = changesOf(held);
  const saved = await saveFields(context.sql, asker(context), id, page, changes);
  if (saved.ok && saved.conflicts.length > 0) return withConflicts(saved.conflicts, changes);
  await context.dropHeldForm(new URL(request.url).pathname);
  return saved.ok ? {isSaved: true} : null;
}

async function end(context: AppLoadContext, ending: {id: string; page: string; changes: Change[]}): Promise<Turned> {
  const closing = await closeCall(context, asker(context), ending);
  if (closing.ok) return {to: `/desk/ended/${closing.id}`};
  if (closing.reason === 'problems') return {problems: closing.problems};
  if (closing.reason === 'conflicts') return withConflicts(closing.conflicts, ending.changes);
  throw missing();
}

function withConflicts(conflicts: DraftConflict[], changes: Change[]): FormAnswer {
  const names = new Set(conflicts.map(({name}) => name));
  return {
    conflicts: conflicts.map(({by: _by, ...conflict}) => conflict),
    kept: Object.fromEntries(changes.filter(({name}) => names.has(name)).map(({name, value}) => [name, value])),
  };
}

async function findIn(context: AppLoadContext, words: string): Promise<FormAnswer> {
  if (!(await isWithinRate('find-people', staffOf(context).staffId))) return {found: {people: [], total: 0, words}};
  return {found: {...(await findFor(context, words)), words}};
}
