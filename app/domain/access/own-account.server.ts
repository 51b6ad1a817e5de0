/** One's own account: the password, the code app, the codes for a lost telephone. */
import type {Sql} from '../../../db/client.ts';
import {within} from '../../../db/within.ts';
import {recordAct} from '../audit/record-act.server.ts';
import {
  hashRecoveryCode,
  makeCodeSecret,
  makeRecoveryCodes,
  sealCodeSecret,
  stepOfCode,
  unsealCodeSecret,
} from './code-app.server.ts';
import {hashPassword, passwordMatches} from './passwords.server.ts';
import {setPassword} from './password-links.server.ts';
import {endSession, endSessionsOf, listSessions, type OwnSession, type Session} from './sessions.server.ts';

export interface OwnAccount {
  email: string;
  hasCodeApp: boolean;
  recoveryCodesLeft: number;
}

export function getOwnAccount(sql: Sql, viewer: Session): Promise<OwnAccount> {
  return within(sql, {purpose: 'own-account', viewer}, async (tx) => {
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
    return account as OwnAccount;
  });
}

/** Changes the password and ends all other sessions. False when the old one is wrong. */
export async function changePassword(
  setting: {sql: Sql; address: string | null},
  viewer: Session,
  {old, fresh}: {old: string; fresh: string},
): Promise<boolean> {
  const context = {purpose: 'own-account', viewer, address: setting.address} as const;
  const hash = await within(setting.sql, context, async (tx) => {
    const [row] = await tx<{passwordHash: string | null}[]>`
      select password_hash from staff_credentials where staff_id = ${viewer.staffId}
    `;
    return row?.passwordHash ?? null;
  });
  if (!(await passwordMatches(hash, old))) return false;
  const freshHash = await hashPassword(fresh);
  return within(setting.sql, context, async (tx) => {
    await setPassword(tx, viewer.staffId, freshHash);
    const ended = await endSessionsOf(tx, viewer.staffId, 'password_changed', {except: viewer.sessionId});
    await recordAct(tx, {action: 'password_changed', details: {how: 'own account', sessionsEnded: ended}});
    return true;
  });
}

/**
 * The secret of a code app that is being set up: made the first time, and the same when the page is loaded again, so that
 * a code already scanned stays right. Null once there is a code app.
 */
export function codeAppInWaiting(sql: Sql, siteSecret: string, owner: Session): Promise<string | null> {
  return within(sql, {purpose: 'sign-in', viewer: owner}, async (tx) => {
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
 * code is wrong.
 */
export function confirmCodeApp(
  setting: {sql: Sql; siteSecret: string; address: string | null},
  owner: Session,
  typed: string,
): Promise<string[] | null> {
  return within(setting.sql, {purpose: 'sign-in', viewer: owner, address: setting.address}, async (tx) => {
    const [row] = await tx<{totpSecret: Buffer | null}[]>`
      select totp_secret from staff_credentials
      where staff_id = ${owner.staffId} and totp_confirmed_at is null
      for update
    `;
    if (!row?.totpSecret) return null;
    const step = await stepOfCode(unsealCodeSecret(setting.siteSecret, row.totpSecret), typed, 0);
    if (step === null) return null;
    await tx`
      update staff_credentials
      set totp_confirmed_at = now(), totp_last_step = ${step}
      where staff_id = ${owner.staffId}
    `;
    const codes = makeRecoveryCodes();
    await tx`delete from recovery_codes where staff_id = ${owner.staffId}`;
    await tx`
      insert into recovery_codes ${tx(codes.map((code) => ({staffId: owner.staffId, codeHash: hashRecoveryCode(code)})))}
    `;
    await recordAct(tx, {action: 'codes_changed', details: {how: 'code app set up'}});
    return codes;
  });
}

/** New codes for a lost telephone; the old ones stop working. */
export function renewRecoveryCodes(setting: {sql: Sql; address: string | null}, viewer: Session): Promise<string[]> {
  return within(setting.sql, {purpose: 'own-account', viewer, address: setting.address}, async (tx) => {
    const codes = makeRecoveryCodes();
    await tx`delete from recovery_codes where staff_id = ${viewer.staffId}`;
    await tx`
      insert into recovery_codes ${tx(codes.map((code) => ({staffId: viewer.staffId, codeHash: hashRecoveryCode(code)})))}
    `;
    await recordAct(tx, {action: 'codes_changed', details: {how: 'new recovery codes'}});
    return codes;
  });
}

export function signOut(setting: {sql: Sql; address: string | null}, viewer: Session): Promise<void> {
  return within(setting.sql, {purpose: 'own-account', viewer, address: setting.address}, async (tx) => {
    if (await endSession(tx, viewer.sessionId, 'signed_out')) await recordAct(tx, {action: 'sign_out'});
  });
}

/** Ends one of one's own sessions elsewhere, or with null all but this one. Returns how many ended. */
export function endOwnSessions(
  setting: {sql: Sql; address: string | null},
  viewer: Session,
  sessionId: string | null,
): Promise<number> {
  return within(setting.sql, {purpose: 'own-account', viewer, address: setting.address}, async (tx) => {
    const ended =
      sessionId === null
        ? await endSessionsOf(tx, viewer.staffId, 'revoked', {except: viewer.sessionId})
        : Number(await endSession(tx, sessionId, 'revoked'));
    if (ended > 0) await recordAct(tx, {action: 'sessions_ended', details: {count: ended}});
    return ended;
  });
}

/** Where one is signed in now, the latest first. */
export function listOwnSessions(sql: Sql, viewer: Session): Promise<OwnSession[]> {
  return within(sql, {purpose: 'own-account', viewer}, (tx) => listSessions(tx, viewer.staffId));
}

/** Turns single keys on or off for someone, wherever they sign in. */
export function setKeys(setting: {sql: Sql; address: string | null}, viewer: Session, areOn: boolean): Promise<void> {
  return within(setting.sql, {purpose: 'own-account', viewer, address: setting.address}, async (tx) => {
    const {count} = await tx`
      update staff set keys_are_on = ${areOn} where id = ${viewer.staffId} and keys_are_on is distinct from ${areOn}
    `;
    if (count > 0) await recordAct(tx, {action: 'own_account_changed', details: {keys: areOn ? 'on' : 'off'}});
  });
}
