import type {ActionFunctionArgs} from '@remix-run/node';
import {z} from 'zod';
import {saveDraft} from '../../domain/plans/plan-draft.server.ts';
import {jsonBody, nothingToSee} from '../../http/json-body.server.ts';
import {changesShape} from '../desk.call/changes.server.ts';
import {asker, idOf} from '../people.record/people-request.server.ts';

export const handle = {door: 'cases.plan'};
export const loader = nothingToSee;

const shape = z.object({page: z.uuid(), seen: z.int().min(0), changes: changesShape});

/** What was typed in a plan in the last moment. Asked for again and again while somebody types, so it says little. */
export async function action({params, request, context}: ActionFunctionArgs) {
  const id = idOf(params.id);
  return Response.json(await saveDraft(context.sql, asker(context), id, await jsonBody(request, shape)));
}
