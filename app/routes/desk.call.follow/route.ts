import type {ActionFunctionArgs} from '@remix-run/node';
import {z} from 'zod';
import {notePresence} from '../../domain/calls/draft-turns.server.ts';
import {followDraft} from '../../domain/calls/follow-draft.server.ts';
import {jsonBody, nothingToSee} from '../../http/json-body.server.ts';
import {knownShape} from '../desk.call/changes.server.ts';
import {asker, idOf} from '../people.record/people-request.server.ts';

export const handle = {door: 'desk.call'};
export const loader = nothingToSee;

const shape = z.object({page: z.uuid(), field: z.string().max(80).nullable(), known: knownShape});

/** Says where the viewer is in a call, and hears who else is there and what they have typed. */
export async function action({params, request, context}: ActionFunctionArgs) {
  const id = idOf(params.id);
  const {page, field, known} = await jsonBody(request, shape);
  const followed = await followDraft(context.sql, asker(context), id, page, known);
  if (!followed.ok) return Response.json(followed);
  const present = await notePresence(context.sql, asker(context), id, field);
  return Response.json({...followed, present: present.map(({name, field}) => ({name, field}))});
}
