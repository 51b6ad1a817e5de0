import type {ActionFunctionArgs} from '@remix-run/node';
import {z} from 'zod';
import {closeCall} from '../../domain/calls/close-call.server.ts';
import {jsonBody, nothingToSee} from '../../http/json-body.server.ts';
import {changesShape} from '../desk.call/changes.server.ts';
import {asker, idOf} from '../people.record/people-request.server.ts';

export const handle = {door: 'desk.call'};
export const loader = nothingToSee;

/** Ends a call, with what was typed in the last moment. Sent again, it is still one call. */
export async function action({params, request, context}: ActionFunctionArgs) {
  const id = idOf(params.id);
  const {page, changes} = await jsonBody(request, z.object({page: z.uuid(), changes: changesShape}));
  const closing = await closeCall(context, asker(context), {id, page, changes});
  if (closing.ok) return Response.json({ok: true, to: `/desk/ended/${closing.id}`});
  if (closing.reason === 'problems') return Response.json({ok: false, reason: 'problems', problems: closing.problems});
  return Response.json(closing);
}
