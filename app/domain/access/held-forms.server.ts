/**
 * What someone had typed when their session ended. It is kept on the server for a few hours, for them alone, and given
 * back once they have signed in again and are on the same page.
 */
import type {Sql} from '../../../db/client.ts';
import {within} from '../../../db/within.ts';
import {hashToken, makeToken} from './secrets.server.ts';
import type {Viewer} from './viewer.ts';

/** Field names with what was typed; a name may come more than once, as with ticked boxes. */
export type Fields = [name: string, value: string][];

const KEPT_HOURS = 12;

/** Keeps the fields and returns the token for the cookie. `staffId` is whose session it was, where that is known. */
export function holdForm(sql: Sql, form: {staffId: string | null; path: string; fields: Fields}): Promise<string> {
  const token = makeToken();
  return within(sql, {purpose: 'sign-in'}, async (tx) => {
    await tx`delete from held_forms where expires_at < now()`;
    await tx`
      insert into held_forms (token_hash, staff_id, path, fields, expires_at)
      values (
        ${hashToken(token)}, ${form.staffId}, ${form.path}, ${tx.json(form.fields)},
        now() + make_interval(hours => ${KEPT_HOURS})
      )
    `;
    return token;
  });
}

/**
 * Gives back what was kept for this page, or null. Someone else at the same machine gets nothing of it. It stays until
 * it runs out, so that loading the page again does not lose it.
 */
export function heldForm(sql: Sql, token: string, viewer: Viewer, path: string): Promise<Fields | null> {
  return within(sql, {purpose: 'sign-in', viewer}, async (tx) => {
    const [held] = await tx<{fields: Fields}[]>`
      select fields
      from held_forms
      where token_hash = ${hashToken(token)}
        and path = ${path}
        and (staff_id = ${viewer.staffId} or staff_id is null)
        and expires_at > now()
    `;
    return held?.fields ?? null;
  });
}

/** Once it has been sent again there is nothing left to give back. */
export function dropHeldForm(sql: Sql, token: string, viewer: Viewer, path: string): Promise<void> {
  return within(sql, {purpose: 'sign-in', viewer}, async (tx) => {
    await tx`
      delete from held_forms
      where token_hash = ${hashToken(token)} and path = ${path} and (staff_id = ${viewer.staffId} or staff_id is null)
    `;
  });
}
