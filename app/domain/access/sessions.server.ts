/**
 * Sessions, kept in PostgreSQL: they end after 30 minutes without use, after 12 hours in any case (`session_stands` in the
 * database knows), when someone ends them, and with the account. Every request asks here, so a disabled account is out
 * with its next one; and every record that was opened in a session is shut with it.
 */
import type {ISql, Sql} from '../../../db/client.ts';
import {within} from '../../../db/within.ts';
import type {Role} from './roles.ts';
import {hashToken, keyedHash, makeToken} from './secrets.server.ts';
import type {Viewer} from './viewer.ts';

/** `code`: the password was right, a code is awaited; `set_up_code`: there is no code app yet; `full`: signed in. */
export type Stage = 'code' | 'set_up_code' | 'full';
type EndReason = 'signed_out' | 'idle' | 'too_long' | 'revoked' | 'disabled' | 'replaced' | 'password_changed';

/** A session that holds. Only at the stage `full` is anybody signed in. */
export interface Session extends Viewer {
  stage: Stage;
  email: string;
  /** Whether pages act on single keys for them. */
  keysAreOn: boolean;
  /** Whether their telephone is linked, so that what rings there is shown. */
  hasPhone: boolean;
}

/** Starts a session and returns its token, for the cookie: it stands nowhere else. Runs inside `sign-in`. */
export async function startSession(tx: ISql, staffId: string, stage: Stage, device: string): Promise<string> {
  const token = makeToken();
  await insertSession(tx, token, {staffId, stage, device});
  return token;
}

/** What stands before a session: who, how far, where, and the form that asked for it. */
interface Begun {
  staffId: string;
  stage: Stage;
  device: string;
  /** The number of the form, and whatever else it must be sent with to count as the same one. */
  form: string;
}

/**
 * Starts a session for a form that may be sent twice. Its token is worked out from the number of the form and the secret of
 * the site, so that all of them come to the same session; nobody without the secret can work it out. Once that session has
 * ended, the same form starts another. Runs inside `sign-in`.
 */
export async function startSessionOnce(
  tx: ISql,
  siteSecret: string,
  {form, ...begun}: Begun,
): Promise<{token: string; isNew: boolean}> {
  const token = tokenOfForm(siteSecret, begun.staffId, form);
  if (await insertSession(tx, token, begun)) return {token, isNew: true};
  if (await standsStill(tx, token)) return {token, isNew: false};
  return {token: await startSession(tx, begun.staffId, begun.stage, begun.device), isNew: true};
}

/** The token of the session that this form has started already and that still stands, or null. */
export async function sessionOfForm(
  tx: ISql,
  siteSecret: string,
  {staffId, form}: Pick<Begun, 'staffId' | 'form'>,
): Promise<string | null> {
  const token = tokenOfForm(siteSecret, staffId, form);
  return (await standsStill(tx, token)) ? token : null;
}

const tokenOfForm = (siteSecret: string, staffId: string, form: string) =>
  keyedHash(siteSecret, 'session of a form', `${staffId} ${form}`).toString('base64url');

async function insertSession(tx: ISql, token: string, {staffId, stage, device}: Omit<Begun, 'form'>): Promise<boolean> {
  const {count} = await tx`
    insert into sessions (token_hash, staff_id, stage, device)
    values (${hashToken(token)}, ${staffId}, ${stage}, ${device.slice(0, 200)})
    on conflict (token_hash) do nothing
  `;
  return count > 0;
}

async function standsStill(tx: ISql, token: string): Promise<boolean> {
  const rows = await tx`select from sessions where token_hash = ${hashToken(token)} and session_stands(sessions)`;
  return rows.length > 0;
}

/**
 * The session that a cookie's token stands for, or null. Notes that it is in use, once a minute at most, unless it is a page
 * that asks and not a person.
 *
 * @param wasReplaced asks for a half-made session that a full one has just taken the place of, for a form of signing in that
 *   is sent a second time. It stands for nobody.
 */
export function findSession(
  sql: Sql,
  token: string,
  {countsAsUse = true, wasReplaced = false}: {countsAsUse?: boolean; wasReplaced?: boolean} = {},
): Promise<Session | null> {
  return within(sql, {purpose: 'sign-in'}, async (tx) => {
    const [session] = await tx<(Session & {isStale: boolean})[]>`
      select
        sessions.id as session_id,
        sessions.stage,
        sessions.last_seen_at < now() - interval '1 minute' as is_stale,
        staff.id as staff_id,
        staff.name,
        staff.email,
        staff.keys_are_on,
        exists (select from staff_phones where staff_phones.staff_id = staff.id) as has_phone,
        partners.id as partner_id,
        partners.name as partner_name,
        partners.partnership_id,
        partners.is_host,
        array(select role from staff_roles where staff_roles.staff_id = staff.id order by role) as roles
      from sessions
      join staff on staff.id = sessions.staff_id
      join partners on partners.id = staff.partner_id
      where sessions.token_hash = ${hashToken(token)}
        and ${wasReplaced ? tx`sessions.end_reason = 'replaced' and sessions.ended_at > now() - interval '2 minutes'` : tx`session_stands(sessions)`}
        and staff.disabled_at is null
        and partners.closed_at is null
    `;
    if (!session) return null;
    const {isStale, ...found} = session;
    if (isStale && countsAsUse && !wasReplaced)
      await tx`update sessions set last_seen_at = now() where id = ${found.sessionId}`;
    return {...found, roles: found.roles as Role[]};
  });
}

/** Whose session a token was, also when it has run out: what they had typed is kept for them and nobody else. */
export function ownerOfSession(sql: Sql, token: string): Promise<string | null> {
  return within(sql, {purpose: 'sign-in'}, async (tx) => {
    const [session] = await tx<{staffId: string}[]>`
      select staff_id from sessions where token_hash = ${hashToken(token)}
    `;
    return session?.staffId ?? null;
  });
}

/** Ends one session. False when it had ended already, or is not one that this transaction may end. */
export async function endSession(tx: ISql, sessionId: string, reason: EndReason): Promise<boolean> {
  const ended = await tx`
    update sessions
    set ended_at = now(), end_reason = ${reason}
    where id = ${sessionId} and ended_at is null
    returning id
  `;
  return ended.length > 0;
}

/** Ends all sessions of someone, but for the one that may stay. Returns how many. */
export async function endSessionsOf(
  tx: ISql,
  staffId: string,
  reason: EndReason,
  {except = null}: {except?: string | null} = {},
): Promise<number> {
  const ended = await tx`
    update sessions
    set ended_at = now(), end_reason = ${reason}
    where staff_id = ${staffId} and ended_at is null and id is distinct from ${except}
    returning id
  `;
  return ended.length;
}

export interface OwnSession {
  id: string;
  device: string;
  createdAt: Date;
  lastSeenAt: Date;
}

/** The sessions of someone that still hold, the latest first. Nobody has many, as each ends within 12 hours. */
export async function listSessions(tx: ISql, staffId: string): Promise<OwnSession[]> {
  return tx<OwnSession[]>`
    select id, device, created_at, last_seen_at
    from sessions
    where staff_id = ${staffId}
      and stage = 'full'
      and session_stands(sessions)
    order by last_seen_at desc
    limit 50
  `;
}
