import type {ActionFunctionArgs} from '@remix-run/node';
import {z} from 'zod';
import {jsonBody, nothingToSee} from '../../http/json-body.server.ts';
import {besideView} from '../desk.call/call-view.server.ts';

export const handle = {door: 'desk.call'};
export const loader = nothingToSee;

const shape = z.object({
  story: z.string().max(20_000),
  needs: z.array(z.string().regex(/^[a-z0-9-]{1,60}$/)).max(20),
  near: z.string().max(100),
  given: z.array(z.uuid()).max(20),
});

/** What is near for the story so far. A POST, so that nothing of the story stands in an address; nothing of it is noted. */
export async function action({request, context}: ActionFunctionArgs) {
  return Response.json(await besideView(context, await jsonBody(request, shape)));
}
