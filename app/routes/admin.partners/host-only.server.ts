import type {AppLoadContext} from '@remix-run/node';
import {staffOf} from '../../http/staff.server.ts';

/** The organisations are looked after by the one that runs the site; the database holds that too. */
export async function hostOnly(context: AppLoadContext): Promise<void> {
  if (staffOf(context).isHost) return;
  await context.noteRefusal('admin.partners');
  throw new Response(null, {status: 403});
}
