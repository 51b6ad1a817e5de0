import type {ActionFunctionArgs} from '@remix-run/node';
import {z} from 'zod';
import {limitOf} from '../../domain/calls/call-fields.ts';
import {saveFields} from '../../domain/calls/drafts.server.ts';
import {jsonBody, nothingToSee} from '../../http/json-body.server.ts';
import {changesShape} from '../desk.call/changes.server.ts';
import {asker, idOf} from '../people.record/people-request.server.ts';

export const handle = {door: 'desk.call'};
export const loader = nothingToSee;

/** What was typed in the last moment. Asked for again and again while somebody types, so it says little. */
export async function action({params, request, context}: ActionFunctionArgs) {
  const id = idOf(params.id);
  const {page, changes} = await jsonBody(request, z.object({page: z.uuid(), changes: changesShape}));
  // What is too long for its field, or for no field at all, is left out rather than cut: the page still has it.
  const kept = changes.filter(({name, value}) => value.length <= (limitOf(name) ?? -1));
  return Response.json(await saveFields(context.sql, asker(context), id, page, kept));
}
