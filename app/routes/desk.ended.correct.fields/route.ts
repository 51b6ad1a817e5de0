import type {ActionFunctionArgs} from '@remix-run/node';
import {z} from 'zod';
import {keepCorrection} from '../../domain/calls/correction-draft.server.ts';
import {jsonBody, nothingToSee} from '../../http/json-body.server.ts';
import {changesShape} from '../desk.call/changes.server.ts';
import {asker, idOf} from '../people.record/people-request.server.ts';

export const handle = {door: 'desk.ended'};
export const loader = nothingToSee;

const seen = z
  .int()
  .min(1)
  .max(2 ** 31 - 1);
const shape = z.object({page: z.uuid(), draft: z.uuid(), seen, changes: changesShape});

/** What was typed in a correction in the last moment. Asked for again and again while somebody types, so it says little. */
export async function action({params, request, context}: ActionFunctionArgs) {
  const id = idOf(params.id);
  return Response.json(await keepCorrection(context.sql, asker(context), id, await jsonBody(request, shape)));
}
