/** Finding and choosing the person in whose record a call belongs, while it is corrected. */
import type {AppLoadContext} from '@remix-run/node';
import {partOf, submissionOf} from '../../domain/access/submissions.server.ts';
import {settleRightPerson} from '../../domain/calls/correction-draft.server.ts';
import {getCall} from '../../domain/calls/get-call.server.ts';
import {openRecord} from '../../domain/people/open-record.server.ts';
import {SEARCH_LIMIT} from '../../domain/people/search-words.ts';
import type {RightPerson} from '../../components/desk/right-person.tsx';
import {isWithinRate} from '../../http/rate-limits.server.ts';
import {staffOf} from '../../http/staff.server.ts';
import {z} from 'zod';
import {personOf} from '../desk.call/call-view.server.ts';
import {findFor} from '../desk.call/person-acts.server.ts';
import {asker, missing} from '../people.record/people-request.server.ts';
import type {CorrectionForm} from './correction-form.server.ts';

const readId = (typed: unknown): string | null => z.uuid().safeParse(typed).data ?? null;

/** Whoever was chosen, while their record is open to the viewer; else the search goes on. */
export async function rightPersonOf(context: AppLoadContext, id: string | undefined, words = ''): Promise<RightPerson> {
  const person = await personOf(context, readId(id));
  return {chosen: person === 'shut' ? null : person, found: null, words};
}

/** What a button of that part does; null for a form that is to be saved. */
export async function actOnRightPerson(
  context: AppLoadContext,
  callId: string,
  form: FormData,
  sent: CorrectionForm,
): Promise<RightPerson | null> {
  const [act, detail] = String(form.get('act') ?? '').split(':');
  const words = String(form.get('rightWords') ?? '')
    .trim()
    .slice(0, SEARCH_LIMIT);
  switch (act) {
    case 'find':
      return {chosen: null, found: await find(context, words), words};
    case 'choose': {
      const personId = await openFor(context, callId, form, readId(detail));
      await settleRightPerson(context.sql, asker(context), callId, sent, personId);
      return rightPersonOf(context, personId, words);
    }
    case 'leave':
      await settleRightPerson(context.sql, asker(context), callId, sent, null);
      return {chosen: null, found: null, words};
    default:
      return null;
  }
}

async function find(context: AppLoadContext, words: string): Promise<RightPerson['found']> {
  if (words === '') return {people: [], total: 0, isTooOften: false};
  if (!(await isWithinRate('find-people', staffOf(context).staffId))) return {people: [], total: 0, isTooOften: true};
  return {...(await findFor(context, words)), isTooOften: false};
}

/** Writes down that the record is opened for this very call, as choosing somebody in a call does, before any of it is shown. */
async function openFor(
  context: AppLoadContext,
  callId: string,
  form: FormData,
  personId: string | null,
): Promise<string> {
  const call = await getCall(context.sql, asker(context), callId);
  if (!personId || !call || call.partnerId !== staffOf(context).partnerId) throw missing();
  const submission = partOf(submissionOf(form), `open ${personId}`);
  const opening = await openRecord(context.sql, {...asker(context), door: 'desk.ended', submission}, personId, {
    basis: 'direct_care',
    workKind: 'call',
    workName: call.reference,
    consentBy: null,
    consentHow: null,
    reason: null,
  });
  if (!opening) throw missing();
  return personId;
}
