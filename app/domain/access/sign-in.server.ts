/** Signing in: a password, then a code from an app, in two steps. */
import type {ISql, Sql} from '../../../db/client.ts';
import {within} from '../../../db/within.ts';
import {recordAct} from '../audit/record-act.server.ts';
import {hashRecoveryCode, stepOfCode, unsealCodeSecret} from './code-app.server.ts';
import {passwordMatches} from './passwords.server.ts';
import {endSession, sessionOfForm, startSessionOnce, type Session, type Stage} from './sessions.server.ts';
import {countTry, forgetTries, takeBackTry} from './sign-in-lock.server.ts';
import {newSubmission} from './submissions.server.ts';

/** What every step needs of the site and of the request. */
interface SignInSetting {
  sql: Sql;
  siteSecret: string;
  isDemonstration: boolean;
  /** The browser and system, as the request says, for the list of one's sessions. */
  device: string;
  address: string | null;
}

type SignInOutcome = {ok: true; token: string; stage: Stage} | {ok: false; reason: 'wrong'} | Locked;
type Locked = {ok: false; reason: 'locked'; minutes: number};

interface Account {
  id: string;
  partnerId: string;
  passwordHash: string | null;
  hasCodeApp: boolean;
  isDemonstration: boolean;
}

/**
 * Checks a name and password and starts a session. The answer, and the time it takes, are the same for an account that
 * does not exist, one that is disabled and a wrong password. However often the form is sent, it is one session.
 */
export async function signInWithPassword(
  setting: SignInSetting,
  {email, password, submission = newSubmission()}: {email: string; password: string; submission?: string},
): Promise<SignInOutcome> {
  const {sql, siteSecret, address} = setting;
  const known = await within(sql, {purpose: 'sign-in', address}, async (tx) => ({
    ...(await countTry(tx, siteSecret, email)),
    account: await findAccount(tx, email),
  }));
  const context = {purpose: 'sign-in', address, viewer: asViewer(known.account)} as const;
  if (known.minutesLocked > 0) return within(sql, context, (tx) => refuseLocked(tx, known.minutesLocked));
  // Outside the transaction: it takes some 30 ms of processor time, and a connection is not to wait for that.
  const isRight = await passwordMatches(known.account?.passwordHash ?? null, password);
  const account = isRight ? known.account : null;
  return within(sql, context, async (tx) => {
    if (!account) {
      await recordAct(tx, {action: 'sign_in_refused', details: {because: 'password'}});
      return {ok: false, reason: 'wrong'} as const;
    }
    return begin(tx, setting, account, {email, count: known.count, submission});
  });
}

async function refuseLocked(tx: ISql, minutes: number): Promise<Locked> {
  await recordAct(tx, {action: 'sign_in_refused', details: {because: 'locked'}});
  return {ok: false, reason: 'locked', minutes};
}

/** One click in the demonstration: only for accounts that are made up, and only where nothing is real. */
export async function signInToDemonstration(
  setting: SignInSetting,
  staffId: string,
  submission = newSubmission(),
): Promise<SignInOutcome> {
  if (!setting.isDemonstration) return {ok: false, reason: 'wrong'};
  const {sql, address} = setting;
  const account = await within(sql, {purpose: 'sign-in', address}, async (tx) => {
    const [row] = await tx<{email: string}[]>`
      select email from staff where id = ${staffId} and is_demonstration and disabled_at is null
    `;
    return row ? findAccount(tx, row.email) : null;
  });
  if (!account) return {ok: false, reason: 'wrong'};
  return within(sql, {purpose: 'sign-in', address, viewer: asViewer(account)}, async (tx) => {
    const begun = {staffId: account.id, stage: 'full', device: setting.device, form: submission} as const;
    const {token, isNew} = await startSessionOnce(tx, setting.siteSecret, begun);
    if (isNew) await recordAct(tx, {action: 'sign_in', details: {how: 'demonstration'}});
    return {ok: true, token, stage: 'full'} as const;
  });
}

async function begin(
  tx: ISql,
  setting: SignInSetting,
  account: Account,
  {email, count, submission}: {email: string; count: number; submission: string},
): Promise<SignInOutcome> {
  const needsNoCode = account.isDemonstration && setting.isDemonstration;
  const stage: Stage = account.hasCodeApp ? 'code' : needsNoCode ? 'full' : 'set_up_code';
  const begun = {staffId: account.id, stage, device: setting.device, form: submission};
  const {token, isNew} = await startSessionOnce(tx, setting.siteSecret, begun);
  if (stage !== 'full') await takeBackTry(tx, setting.siteSecret, email, count);
  else {
    await forgetTries(tx, setting.siteSecret, email);
    if (isNew) await recordAct(tx, {action: 'sign_in', details: {how: 'password'}});
  }
  return {ok: true, token, stage};
}

/**
 * The second step: a code from the app, or one of the codes for a lost telephone. A new session takes the place of the
 * half-made one, so that a token seen before the code is worth nothing after it. The same form sent again, also once the
 * half-made session has ended, comes to the session that the first made.
 */
export async function signInWithCode(
  setting: SignInSetting,
  half: Session,
  typed: string,
  submission = newSubmission(),
): Promise<SignInOutcome> {
  const {sql, siteSecret, address} = setting;
  return within(sql, {purpose: 'sign-in', address, viewer: half}, async (tx) => {
    const tried = await countTry(tx, siteSecret, half.email);
    if (tried.minutesLocked > 0) return refuseLocked(tx, tried.minutesLocked);
    const how = (await takeAppCode(tx, siteSecret, half.staffId, typed))
      ? 'code'
      : (await takeRecoveryCode(tx, half.staffId, typed))
        ? 'recovery code'
        : null;
    const before = how ? null : await sessionOfForm(tx, siteSecret, formOf(half, submission));
    if (before) {
      await takeBackTry(tx, siteSecret, half.email, tried.count);
      return {ok: true, token: before, stage: 'full'} as const;
    }
    if (!how) {
      await recordAct(tx, {action: 'sign_in_refused', details: {because: 'code'}});
      return {ok: false, reason: 'wrong'} as const;
    }
    const {token} = await completeSignIn(tx, setting, half, submission);
    await recordAct(tx, {action: 'sign_in', details: {how}});
    return {ok: true, token, stage: 'full'} as const;
  });
}

/** After a code app was set up with its first code: that was the second step. Returns the new token. */
export function finishSignIn(setting: SignInSetting, half: Session, submission = newSubmission()): Promise<string> {
  return within(setting.sql, {purpose: 'sign-in', address: setting.address, viewer: half}, async (tx) => {
    const {token, isNew} = await completeSignIn(tx, setting, half, submission);
    if (isNew) await recordAct(tx, {action: 'sign_in', details: {how: 'code app set up'}});
    return token;
  });
}

/** Turns a half-made session into a full one with a token of its own. */
async function completeSignIn(tx: ISql, setting: SignInSetting, half: Session, submission: string) {
  const {siteSecret, device} = setting;
  await forgetTries(tx, siteSecret, half.email);
  await endSession(tx, half.sessionId, 'replaced');
  return startSessionOnce(tx, siteSecret, {...formOf(half, submission), stage: 'full', device});
}

/** A form of the second step belongs to the half-made session in which it was shown. */
const formOf = ({staffId, sessionId}: Session, submission: string) => ({staffId, form: `${submission} ${sessionId}`});

const asViewer = (account: Account | null) => account && {staffId: account.id, partnerId: account.partnerId};

async function findAccount(tx: ISql, email: string): Promise<Account | null> {
  const [account] = await tx<Account[]>`
    select
      staff.id,
      staff.partner_id,
      staff.is_demonstration,
      staff_credentials.password_hash,
      staff_credentials.totp_confirmed_at is not null as has_code_app
    from staff
    join partners on partners.id = staff.partner_id
    left join staff_credentials on staff_credentials.staff_id = staff.id
    where staff.email = ${email.trim().toLowerCase()}
      and staff.disabled_at is null
      and partners.closed_at is null
  `;
  return account ?? null;
}

/** The row is locked first: the same code sent twice at once works once. */
async function takeAppCode(tx: ISql, siteSecret: string, staffId: string, typed: string): Promise<boolean> {
  const [app] = await tx<{totpSecret: Buffer | null; totpLastStep: number}[]>`
    select totp_secret, totp_last_step
    from staff_credentials
    where staff_id = ${staffId} and totp_confirmed_at is not null
    for update
  `;
  if (!app?.totpSecret) return false;
  const step = await stepOfCode(unsealCodeSecret(siteSecret, app.totpSecret), typed, app.totpLastStep);
  if (step === null) return false;
  await tx`update staff_credentials set totp_last_step = ${step} where staff_id = ${staffId}`;
  return true;
}

async function takeRecoveryCode(tx: ISql, staffId: string, typed: string): Promise<boolean> {
  const taken = await tx`
    update recovery_codes
    set used_at = now()
    where staff_id = ${staffId} and code_hash = ${hashRecoveryCode(typed)} and used_at is null
    returning staff_id
  `;
  return taken.length > 0;
}
