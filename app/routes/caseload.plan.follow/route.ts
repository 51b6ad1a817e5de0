import type {ActionFunctionArgs} from '@remix-run/node';
import {z} from 'zod';
import {followPlan} from '../../domain/plans/plan-draft.server.ts';
import {jsonBody, nothingToSee} from '../../http/json-body.server.ts';
import {knownShape} from '../desk.call/changes.server.ts';
import {asker, idOf} from '../people.record/people-request.server.ts';

export const handle = {door: 'cases.plan'};
export const loader = nothingToSee;

const shape = z.object({page: z.uuid(), seen: z.int().min(0), field: z.string().max(80).nullable(), known: knownShape});

/** Says where the viewer is in a plan, and hears who else is there and what they have typed. */
export async function action({params, request, context}: ActionFunctionArgs) {
  const id = idOf(params.id);
  const followed = await followPlan(context.sql, asker(context), id, await jsonBody(request, shape));
  if (!followed.ok) return Response.json(followed);
  return Response.json({...followed, present: followed.present.map(({name, field}) => ({name, field}))});
}
