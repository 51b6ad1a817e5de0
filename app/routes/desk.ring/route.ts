import {redirect, type ActionFunctionArgs, type LoaderFunctionArgs} from '@remix-run/node';
import {currentRing, noteTaken, takeRing} from '../../domain/telephony/rings.server.ts';
import {today} from '../../http/today.server.ts';
import {asker, idOf, missing, sender} from '../people.record/people-request.server.ts';

export const handle = {door: 'desk.ring'};

/** What rings at the viewer's own telephone. */
export async function loader({context}: LoaderFunctionArgs) {
  return Response.json({ring: await currentRing(context.sql, asker(context), today())});
}

/** A new call with the number in it; or only that the number was put into one that is open. */
export async function action({request, context}: ActionFunctionArgs) {
  const form = await request.formData();
  const ring = idOf(String(form.get('ring')));
  if (form.get('act') === 'note') {
    await noteTaken(context.sql, asker(context), ring);
    return new Response(null, {status: 204});
  }
  const call = await takeRing(context.sql, sender(context, form, 'desk.ring'), ring);
  if (!call) throw missing();
  return redirect(`/desk/calls/${call.id}`, 303);
}
