/** What the pages about people read from a request. */
import {redirect, type AppLoadContext} from '@remix-run/node';
import {toRecordView} from '../../components/people/record-view.ts';
import {submissionOf} from '../../domain/access/submissions.server.ts';
import type {Editor} from '../../domain/people/change-record.server.ts';
import {getRecord, type PersonRecord} from '../../domain/people/get-record.server.ts';
import {standingOpening} from '../../domain/people/open-record.server.ts';
import type {Asker, Sender} from '../../domain/people/staff-request.ts';
import {momentInWords} from '../../http/moments.ts';
import {staffOf} from '../../http/staff.server.ts';
import {today} from '../../http/today.server.ts';

export {idOf, missing} from '../../http/address.server.ts';

export const asker = (context: AppLoadContext): Asker => ({viewer: staffOf(context), address: context.address});

export const sender = (context: AppLoadContext, form: FormData, door: string): Sender => ({
  ...asker(context),
  door,
  submission: submissionOf(form),
});

/** The version that a form was shown with; 0 stands for a part that was never changed. */
export function versionOf(form: FormData): number {
  const version = Number(form.get('version'));
  return Number.isInteger(version) && version >= 0 && version < 2 ** 31 ? version : 0;
}

/** The record as this viewer has opened it; whoever has not is asked why they need it, and then brought back. */
export async function openedRecord({context, request}: Asked, personId: string, page?: string): Promise<PersonRecord> {
  const record = await getRecord(context.sql, asker(context), personId, page);
  if (!record) throw redirect(openPath(request, personId), 303);
  return record;
}

/**
 * For a form within a record: who sends it, under which opening. Where the opening has ended meanwhile, what was typed is
 * kept, and they are asked again why they need the record.
 */
export async function editorOf(
  {context, request}: Asked,
  personId: string,
  form: FormData,
  door: string,
): Promise<Editor> {
  const opening = await standingOpening(context.sql, asker(context), personId);
  if (opening) return {...sender(context, form, door), openingId: opening.id};
  return askAgain({context, request}, personId, form);
}

export async function askAgain({context, request}: Asked, personId: string, form: FormData): Promise<never> {
  const cookie = await context.holdForm(pathOf(request), form);
  throw redirect(openPath(request, personId), {status: 303, ...(cookie ? {headers: {'Set-Cookie': cookie}} : {})});
}

interface Asked {
  context: AppLoadContext;
  request: Request;
}

const pathOf = (request: Request) => new URL(request.url).pathname.replace(/\.data$/, '');

function openPath(request: Request, personId: string): string {
  const then = readThen(pathOf(request).replace(`/people/${personId}/`, ''));
  return `/people/${personId}/open${then ? `?then=${then}` : ''}`;
}

/** A page within a record to go on to; null for anything else. */
export function readThen(then: string | null): string | null {
  return then !== null && /^(edit\/[a-z]+|consents|merge)$/.test(then) ? then : null;
}

/** The record in words, for the page and the banner. */
export const viewOf = (record: PersonRecord) => toRecordView(record, today(), momentInWords(record.opening.expiresAt));
