/** Links by e-mail that let someone choose a password: an invitation for a new account, a reset for a forgotten one. */
import {setTimeout as pause} from 'node:timers/promises';
import type {ISql, Sql} from '../../../db/client.ts';
import {within} from '../../../db/within.ts';
import {recordAct} from '../audit/record-act.server.ts';
import {sendMessage} from '../messages/send-message.server.ts';
import {resetMessage} from '../messages/texts.ts';
import {hashPassword} from './passwords.server.ts';
import {hashToken, keyedHash} from './secrets.server.ts';
import {endSessionsOf} from './sessions.server.ts';
import {newSubmission, onceOnly, outcomeOf} from './submissions.server.ts';

const RESET_HOURS = 1;
const ANSWERS_AFTER_MS = 150;

interface PasswordLink {
  kind: 'invitation' | 'reset';
  staffId: string;
  name: string;
  email: string;
  partnerId: string;
}

/**
 * Sends a reset link if there is such an account. It says nothing of whether there is, and answers after the same time:
 * writing a message down takes a few thousandths of a second, so everybody waits for somewhat more. The form sent again sends no second one: the link is worked
 * out from its number.
 */
export async function askForReset(
  setting: {sql: Sql; siteSecret: string; siteAddress: string; address: string | null},
  email: string,
  submission = newSubmission(),
): Promise<void> {
  const answersAfter = pause(ANSWERS_AFTER_MS);
  await within(setting.sql, {purpose: 'sign-in', address: setting.address}, async (tx) => {
    const [account] = await tx<{id: string; name: string; recent: number}[]>`
      select
        staff.id,
        staff.name,
        (
          select count(*)::integer from staff_links
          where staff_links.staff_id = staff.id and kind = 'reset' and staff_links.created_at > now() - interval '1 hour'
        ) as recent
      from staff
      where email = ${email.trim().toLowerCase()} and disabled_at is null and not is_demonstration
    `;
    // Nobody is to be buried in letters by someone who types their address again and again.
    if (!account || account.recent >= 3) return;
    const token = keyedHash(setting.siteSecret, 'reset link', `${account.id} ${submission}`).toString('base64url');
    const {count} = await tx`
      insert into staff_links (token_hash, kind, staff_id, expires_at)
      values (${hashToken(token)}, 'reset', ${account.id}, now() + make_interval(hours => ${RESET_HOURS}))
      on conflict (token_hash) do nothing
    `;
    if (count === 0) return;
    const link = `${setting.siteAddress}/set-password/${token}`;
    await sendMessage(tx, {channel: 'email', to: email.trim().toLowerCase(), partnerId: null, ...resetMessage({link})});
  });
  await answersAfter;
}

/** What a link stands for while it holds, or null. */
export function findPasswordLink(
  {sql, address}: {sql: Sql; address: string | null},
  token: string,
): Promise<PasswordLink | null> {
  return within(sql, {purpose: 'sign-in', address}, async (tx) => {
    const link = await readLink(tx, token);
    if (link) await recordAct(tx, {action: 'link_opened', details: {kind: link.kind, staff: link.staffId}});
    return link;
  });
}

async function readLink(tx: ISql, token: string): Promise<PasswordLink | null> {
  const [link] = await tx<PasswordLink[]>`
    select staff_links.kind, staff.id as staff_id, staff.name, staff.email, staff.partner_id
    from staff_links
    join staff on staff.id = staff_links.staff_id
    where staff_links.token_hash = ${hashToken(token)}
      and staff_links.used_at is null
      and staff_links.expires_at > now()
      and staff.disabled_at is null
    for update of staff_links
  `;
  return link ?? null;
}

const DOOR = 'set-password';

/**
 * Sets the password and makes the link, all other links and all sessions useless. False when the link no longer holds:
 * of two that use it at once, one comes too late, unless it is the same form sent again. The code app stays: a letter box is
 * not enough to take an account.
 */
export async function spendPasswordLink(
  setting: {sql: Sql; address: string | null},
  token: string,
  password: string,
  submission = newSubmission(),
): Promise<boolean> {
  const hash = await hashPassword(password);
  return within(setting.sql, {purpose: 'sign-in', address: setting.address}, async (tx) => {
    const link = await readLink(tx, token);
    if (!link) return sentBefore(tx, token, submission);
    await actAs(tx, link);
    await onceOnly(tx, {submission, staffId: link.staffId, door: DOOR}, () => spend(tx, link, hash));
    return true;
  });
}

async function spend(tx: ISql, link: PasswordLink, hash: string): Promise<true> {
  await setPassword(tx, link.staffId, hash);
  await tx`update staff_links set used_at = now() where staff_id = ${link.staffId} and used_at is null`;
  await endSessionsOf(tx, link.staffId, 'password_changed');
  await recordAct(tx, {action: 'password_changed', details: {how: link.kind}});
  return true;
}

/** Whether this link has been spent by this very form. */
export function wasLinkSpent(
  {sql, address}: {sql: Sql; address: string | null},
  token: string,
  submission: string,
): Promise<boolean> {
  return within(sql, {purpose: 'sign-in', address}, (tx) => sentBefore(tx, token, submission));
}

async function sentBefore(tx: ISql, token: string, submission: string): Promise<boolean> {
  const [link] = await tx<{staffId: string; partnerId: string}[]>`
    select staff.id as staff_id, staff.partner_id
    from staff_links
    join staff on staff.id = staff_links.staff_id
    where staff_links.token_hash = ${hashToken(token)} and staff_links.used_at is not null
  `;
  if (!link) return false;
  await actAs(tx, link);
  return (await outcomeOf(tx, {submission, staffId: link.staffId, door: DOOR})) !== null;
}

/** From here on the transaction is theirs: a link stands for whoever it was sent to. */
async function actAs(tx: ISql, {staffId, partnerId}: {staffId: string; partnerId: string}): Promise<void> {
  await tx`
    select set_config('fingerpost.staff', ${staffId}, true), set_config('fingerpost.partner', ${partnerId}, true)
  `;
}

/** Runs inside `sign-in` or `own-account`. */
export async function setPassword(tx: ISql, staffId: string, hash: string): Promise<void> {
  await tx`
    insert into staff_credentials (staff_id, password_hash, password_set_at)
    values (${staffId}, ${hash}, now())
    on conflict (staff_id) do update set password_hash = excluded.password_hash, password_set_at = now()
  `;
}
