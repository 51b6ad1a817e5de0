import type {ActionFunctionArgs} from '@remix-run/node';
import {z} from 'zod';
import {turnTimer} from '../../domain/calls/draft-turns.server.ts';
import {jsonBody, nothingToSee} from '../../http/json-body.server.ts';
import {asker, idOf} from '../people.record/people-request.server.ts';

export const handle = {door: 'desk.call'};
export const loader = nothingToSee;

/** Puts the caller on hold, takes them back, or notes that they hung up. */
export async function action({params, request, context}: ActionFunctionArgs) {
  const {turn} = await jsonBody(request, z.object({turn: z.enum(['hold', 'resume', 'hang_up'])}));
  await turnTimer(context.sql, asker(context), idOf(params.id), turn);
  return Response.json({ok: true});
}
