import type {ActionFunctionArgs} from '@remix-run/node';
import {z} from 'zod';
import {listGuides} from '../../domain/guides/get-guides.server.ts';
import {jsonBody, nothingToSee} from '../../http/json-body.server.ts';
import {asker, missing} from '../people.record/people-request.server.ts';

export const handle = {door: 'desk.call'};
export const loader = nothingToSee;

/** A guide that is opened while a call is taken, in the version that is in use now. */
export async function action({request, context}: ActionFunctionArgs) {
  const {key} = await jsonBody(request, z.object({key: z.string().max(60)}));
  const found = (await listGuides(context.sql, asker(context))).find(({guide}) => guide.key === key);
  if (!found) throw missing();
  return Response.json({id: found.id, guide: found.guide});
}
