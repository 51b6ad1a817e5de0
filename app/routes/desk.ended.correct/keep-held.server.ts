/** A correction that was sent when the session had ended. */
import type {AppLoadContext} from '@remix-run/node';
import {takeInCorrection, type TakenIn} from '../../domain/calls/correction-draft.server.ts';
import {typedBefore} from '../../http/staff.server.ts';
import {asker} from '../people.record/people-request.server.ts';
import {readCorrection} from './correction-form.server.ts';

/** It is kept now, as anything typed in it is, and stands in the form again; null where nothing was sent. */
export async function keepHeld(
  context: AppLoadContext,
  request: Request,
  id: string,
): Promise<{kept: Record<string, string>; conflicts: (TakenIn & {ok: true})['conflicts']} | null> {
  const held = await typedBefore(context, request);
  if (!held) return null;
  const taken = await takeInCorrection(context.sql, asker(context), id, readCorrection(held));
  await context.dropHeldForm(new URL(request.url).pathname);
  return taken.ok ? {kept: taken.typed, conflicts: taken.conflicts} : null;
}
