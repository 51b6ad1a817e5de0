import type {ActionFunctionArgs} from '@remix-run/node';
import {z} from 'zod';
import {keepContactDraft} from '../../domain/cases/contact-draft.server.ts';
import {jsonBody, nothingToSee} from '../../http/json-body.server.ts';
import {changesShape} from '../desk.call/changes.server.ts';
import {asker, idOf} from '../people.record/people-request.server.ts';

export const handle = {door: 'caseload'};
export const loader = nothingToSee;

const MOST_LETTERS = 9000;
const shape = z.object({page: z.uuid(), draft: z.uuid(), changes: changesShape});

/** What was typed of a contact in the last moment. */
export async function action({params, request, context}: ActionFunctionArgs) {
  const id = idOf(params.id);
  const {changes, ...from} = await jsonBody(request, shape);
  // What is too long, or for no field at all, is left out rather than cut: the page still has it.
  const kept = changes.filter(({name, value}) => /^[a-zA-Z]{1,40}$/.test(name) && value.length <= MOST_LETTERS);
  return Response.json(await keepContactDraft(context.sql, asker(context), id, {...from, changes: kept}));
}
