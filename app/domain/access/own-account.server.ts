/** One's own account: the password, the code app, the codes for a lost telephone. */
import type {ISql, Sql} from '../../../db/client.ts';
import {within} from '../../../db/within.ts';
import {recordAct} from '../audit/record-act.server.ts';
import {
  hashRecoveryCode,
  makeCodeSecret,
  recoveryCodesOf,
  sealCodeSecret,
  stepOfCode,
  unsealCodeSecret,
} from './code-app.server.ts';
import {hashPassword, passwordMatches} from './passwords.server.ts';
import {setPassword} from './password-links.server.ts';
import {makeToken} from './secrets.server.ts';
import {endSession, endSessionsOf, listSessions, type OwnSession, type Session} from './sessions.server.ts';
import {newSubmission, onceOnly, outcomeOf} from './submissions.server.ts';

interface Setting {
  sql: Sql;
  address: string | null;
}

interface SecretSetting extends Setting {
  siteSecret: string;
}

interface OwnAccount {
  email: string;
  hasCodeApp: boolean;
  recoveryCodesLeft: number;
}

/** One's own account and where one is signed in now, the latest first. Written down, as every look at an account is. */
export function getOwnAccount(setting: Setting, viewer: Session): Promise<OwnAccount & {sessions: OwnSession[]}> {
  return within(setting.sql, {purpose: 'own-account', viewer, address: setting.address}, async (tx) => {
    const [account] = await tx<OwnAccount[]>`
      select
        staff.email,
        coalesce(staff_credentials.totp_confirmed_at is not null, false) as has_code_app,
        (
          select count(*)::integer from recovery_codes where staff_id = staff.id and used_at is null
        ) as recovery_codes_left
      from staff
      left join staff_credentials on staff_credentials.staff_id = staff.id
      where staff.id = ${viewer.staffId}
    `;
    const sessions = await listSessions(tx, viewer.staffId);
    await recordAct(tx, {action: 'own_account_viewed', details: {page: 'account'}});
    return {...(account as OwnAccount), sessions};
  });
}

/** Changes the password and ends all other sessions. False when the old one is wrong. Sent again, it is changed once. */
export async function changePassword(
  setting: Setting,
  viewer: Session,
  {old, fresh, submission = newSubmission()}: {old: string; fresh: string; submission?: string},
): Promise<boolean> {
  const context = {purpose: 'own-account', viewer, address: setting.address} as const;
  const form = {submission, staffId: viewer.staffId, door: 'own-account'};
  const hash = await within(setting.sql, context, async (tx) => {
    const [row] = await tx<{passwordHash: string | null}[]>`
      select password_hash from staff_credentials where staff_id = ${viewer.staffId}
    `;
    return row?.passwordHash ?? null;
  });
  // The old password of a form that has been sent before is wrong by now.
  if (!(await passwordMatches(hash, old)))
    return within(setting.sql, context, async (tx) => (await outcomeOf(tx, form)) !== null);
  const freshHash = await hashPassword(fresh);
  return within(setting.sql, context, (tx) =>
    onceOnly(tx, form, async () => {
      await setPassword(tx, viewer.staffId, freshHash);
      const ended = await endSessionsOf(tx, viewer.staffId, 'password_changed', {except: viewer.sessionId});
      await recordAct(tx, {action: 'password_changed', details: {how: 'own account', sessionsEnded: ended}});
      return true;
    }),
  );
}

/**
 * The secret of a code app that is being set up: made the first time, and the same when the page is loaded again, so that
 * a code already scanned stays right. Null once there is a code app.
 */
export function codeAppInWaiting({sql, siteSecret, address}: SecretSetting, owner: Session): Promise<string | null> {
  return within(sql, {purpose: 'sign-in', viewer: owner, address}, async (tx) => {
    await recordAct(tx, {action: 'own_account_viewed', details: {page: 'code app'}});
    await tx`insert into staff_credentials (staff_id) values (${owner.staffId}) on conflict (staff_id) do nothing`;
    const [row] = await tx<{totpSecret: Buffer | null}[]>`
      select totp_secret from staff_credentials
      where staff_id = ${owner.staffId} and totp_confirmed_at is null
      for update
    `;
    if (!row) return null;
    if (row.totpSecret) return unsealCodeSecret(siteSecret, row.totpSecret);
    const secret = makeCodeSecret();
    await tx`
      update staff_credentials set totp_secret = ${sealCodeSecret(siteSecret, secret)} where staff_id = ${owner.staffId}
    `;
    return secret;
  });
}

/**
 * Confirms the code app with its first code. Returns the codes for a lost telephone, to be shown once; null when the
 * code is wrong. The same form sent again shows the same codes.
 */
export async function confirmCodeApp(
  setting: SecretSetting,
  owner: Session,
  {typed, submission}: {typed: string; submission: string},
): Promise<string[] | null> {
  const {sql, siteSecret, address} = setting;
  const outcome = await within(sql, {purpose: 'sign-in', viewer: owner, address}, (tx) =>
    onceOnly<Made | {ok: false}>(tx, {submission, staffId: owner.staffId, door: 'sign-in'}, async () => {
      const [row] = await tx<{totpSecret: Buffer | null}[]>`
        select totp_secret from staff_credentials
        where staff_id = ${owner.staffId} and totp_confirmed_at is null
        for update
      `;
      if (!row?.totpSecret) return {ok: false};
      const step = await stepOfCode(unsealCodeSecret(siteSecret, row.totpSecret), typed, 0);
      if (step === null) return {ok: false};
      await tx`
        update staff_credentials
        set totp_confirmed_at = now(), totp_last_step = ${step}
        where staff_id = ${owner.staffId}
      `;
      return replaceCodes(tx, siteSecret, owner.staffId, 'code app set up');
    }),
  );
  return 'seed' in outcome ? recoveryCodesOf(siteSecret, outcome.seed) : null;
}

/** New codes for a lost telephone; the old ones stop working. The same form sent again shows the same codes. */
export async function renewRecoveryCodes(
  {sql, siteSecret, address}: SecretSetting,
  viewer: Session,
  submission: string,
): Promise<string[]> {
  const {seed} = await within(sql, {purpose: 'own-account', viewer, address}, (tx) =>
    onceOnly<Made>(tx, {submission, staffId: viewer.staffId, door: 'own-account'}, () =>
      replaceCodes(tx, siteSecret, viewer.staffId, 'new recovery codes'),
    ),
  );
  return recoveryCodesOf(siteSecret, seed);
}

/** What codes are worked out from again, with the secret of the site. */
interface Made {
  seed: string;
}

async function replaceCodes(tx: ISql, siteSecret: string, staffId: string, how: string): Promise<Made> {
  const seed = makeToken();
  await tx`delete from recovery_codes where staff_id = ${staffId}`;
  await tx`
    insert into recovery_codes ${tx(
      recoveryCodesOf(siteSecret, seed).map((code) => ({staffId, codeHash: hashRecoveryCode(code)})),
    )}
  `;
  await recordAct(tx, {action: 'codes_changed', details: {how}});
  return {seed};
}

export function signOut(setting: Setting, viewer: Session): Promise<void> {
  return within(setting.sql, {purpose: 'own-account', viewer, address: setting.address}, async (tx) => {
    if (await endSession(tx, viewer.sessionId, 'signed_out')) await recordAct(tx, {action: 'sign_out'});
  });
}

/** Ends one of one's own sessions elsewhere, or with null all but this one. Returns how many ended. */
export function endOwnSessions(setting: Setting, viewer: Session, sessionId: string | null): Promise<number> {
  return within(setting.sql, {purpose: 'own-account', viewer, address: setting.address}, async (tx) => {
    const ended =
      sessionId === null
        ? await endSessionsOf(tx, viewer.staffId, 'revoked', {except: viewer.sessionId})
        : Number(await endSession(tx, sessionId, 'revoked'));
    if (ended > 0) await recordAct(tx, {action: 'sessions_ended', details: {count: ended}});
    return ended;
  });
}

/** The page where someone's work begins says who they are and what they do: that they saw it is written down. */
export function noteStartSeen(setting: Setting, viewer: Session): Promise<void> {
  return within(setting.sql, {purpose: 'own-account', viewer, address: setting.address}, (tx) =>
    recordAct(tx, {action: 'own_account_viewed', details: {page: 'start'}}),
  );
}

/** Turns single keys on or off for someone, wherever they sign in. */
export function setKeys(setting: Setting, viewer: Session, areOn: boolean): Promise<void> {
  return within(setting.sql, {purpose: 'own-account', viewer, address: setting.address}, async (tx) => {
    const {count} = await tx`
      update staff set keys_are_on = ${areOn} where id = ${viewer.staffId} and keys_are_on is distinct from ${areOn}
    `;
    if (count > 0) await recordAct(tx, {action: 'own_account_changed', details: {keys: areOn ? 'on' : 'off'}});
  });
}
