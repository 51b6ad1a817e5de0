import {randomUUID} from 'node:crypto';
import {generate} from 'otplib';
import {afterAll, beforeAll, describe, expect, it} from 'vitest';
import {insertPartner, insertStaff, type TestPartner} from '../../../test/factories/staff.ts';
import {testDatabase, type TestDatabase} from '../../../test/setup/database.ts';
import {within} from '../../../db/within.ts';
import {changePassword, codeAppInWaiting, confirmCodeApp, renewRecoveryCodes, signOut} from './own-account.server.ts';
import {askForReset, findPasswordLink, spendPasswordLink} from './password-links.server.ts';
import {endSessionsOf, findSession, type Session} from './sessions.server.ts';
import {finishSignIn, signInToDemonstration, signInWithCode, signInWithPassword} from './sign-in.server.ts';
import {newSubmission} from './submissions.server.ts';

const PASSWORD = 'kettle river marble';
let database: TestDatabase;
let partner: TestPartner;
let setting: Parameters<typeof signInWithPassword>[0];
beforeAll(async () => {
  database = await testDatabase();
  partner = await insertPartner(database.sql);
  const siteSecret = 'a secret of forty characters, for a test';
  setting = {sql: database.web, siteSecret, isDemonstration: false, device: 'Chrome on Linux', address: '192.0.2.1'};
});
afterAll(() => database?.drop());

const tokenOf = (outcome: Awaited<ReturnType<typeof signInWithPassword>>) => {
  if (!outcome.ok) throw new Error(`refused: ${outcome.reason}`);
  return outcome.token;
};
const sessionOf = async (token: string) => (await findSession(database.web, token)) as Session;

/** The form with the first code of an app. */
const codeOf = async (secret: string) => ({typed: await generate({secret}), submission: newSubmission()});

/** Someone with a code app, and the secret that it holds. */
async function someoneWithApp() {
  const someone = await insertStaff(database.sql, partner, {password: PASSWORD});
  const half = await sessionOf(tokenOf(await signInWithPassword(setting, {email: someone.email, password: PASSWORD})));
  const secret = (await codeAppInWaiting(setting, half)) ?? '';
  const codes = await confirmCodeApp(setting, half, await codeOf(secret));
  return {...someone, secret, half, codes: codes ?? []};
}

describe('signing in for the first time', () => {
  it('asks for a code app before anything can be seen, then gives ten recovery codes', async () => {
    const {email} = await insertStaff(database.sql, partner, {password: PASSWORD});
    const outcome = await signInWithPassword(setting, {email: ` ${email.toUpperCase()} `, password: PASSWORD});
    expect(outcome).toMatchObject({ok: true, stage: 'set_up_code'});
    const half = await sessionOf(tokenOf(outcome));
    const secret = await codeAppInWaiting(setting, half);
    expect(await codeAppInWaiting(setting, half), 'the page loaded again').toBe(secret);
    expect(await confirmCodeApp(setting, half, {typed: '000000', submission: newSubmission()})).toBeNull();
    expect(await confirmCodeApp(setting, half, await codeOf(secret ?? ''))).toHaveLength(10);
    const token = await finishSignIn(setting, half);
    expect(await sessionOf(token)).toMatchObject({stage: 'full', roles: ['call_handler'], isHost: true});
    expect(await codeAppInWaiting(setting, half), 'once it is set up').toBeNull();
  });
});

describe('signing in', () => {
  it('takes a password and then a code, each code once, and leaves nothing of the half-made session', async () => {
    const {email, secret} = await someoneWithApp();
    await database.sql`update staff_credentials set totp_last_step = 0`;
    const first = tokenOf(await signInWithPassword(setting, {email, password: PASSWORD}));
    const half = await sessionOf(first);
    expect(half.stage).toBe('code');
    const code = await generate({secret});
    const [one, two] = await Promise.all([signInWithCode(setting, half, code), signInWithCode(setting, half, code)]);
    expect([one.ok, two.ok].sort()).toEqual([false, true]);
    expect(await findSession(database.web, first)).toBeNull();
    expect((await sessionOf(tokenOf(one.ok ? one : two))).stage).toBe('full');
  });

  it('takes a recovery code in place of the telephone, once', async () => {
    const {email, codes} = await someoneWithApp();
    const half = async () => sessionOf(tokenOf(await signInWithPassword(setting, {email, password: PASSWORD})));
    expect((await signInWithCode(setting, await half(), codes[3]!.toUpperCase())).ok).toBe(true);
    expect((await signInWithCode(setting, await half(), codes[3]!)).ok).toBe(false);
    const viewer = await sessionOf(tokenOf(await signInWithCode(setting, await half(), codes[4]!)));
    const fresh = await renewRecoveryCodes(setting, viewer, newSubmission());
    expect((await signInWithCode(setting, await half(), codes[5]!)).ok, 'an old one').toBe(false);
    expect((await signInWithCode(setting, await half(), fresh[0]!)).ok, 'a new one').toBe(true);
  });

  it('answers an unknown, a disabled and a wrong account alike, and locks all three alike', async () => {
    const known = await insertStaff(database.sql, partner, {password: PASSWORD});
    const disabled = await insertStaff(database.sql, partner, {password: PASSWORD});
    await database.sql`update staff set disabled_at = now() where id = ${disabled.staffId}`;
    for (const email of [known.email, disabled.email, 'nobody@staff.example']) {
      const password = email === disabled.email ? PASSWORD : 'another river marble';
      for (let turn = 1; turn <= 5; turn++) {
        expect(await signInWithPassword(setting, {email, password})).toEqual({ok: false, reason: 'wrong'});
      }
      expect(await signInWithPassword(setting, {email, password})).toEqual({ok: false, reason: 'locked', minutes: 1});
    }
    await database.sql`update sign_in_failures set locked_until = now()`;
    expect((await signInWithPassword(setting, {email: known.email, password: PASSWORD})).ok, 'after the lock').toBe(
      true,
    );
    const kept = await database.sql`select key_hash from sign_in_failures`;
    expect(JSON.stringify(kept)).not.toContain('staff.example');
  });

  it('counts a try before it is checked: of 25 wrong passwords at the same moment five are looked at', async () => {
    const {email} = await insertStaff(database.sql, partner, {password: PASSWORD});
    for (const name of [email, `${randomUUID()}@staff.example`]) {
      const outcomes = await Promise.all(
        Array.from({length: 25}, () => signInWithPassword(setting, {email: name, password: 'no'})),
      );
      const reasons = outcomes.map((outcome) => (outcome.ok ? 'in' : outcome.reason));
      expect(reasons.filter((reason) => reason === 'wrong')).toHaveLength(5);
      expect(reasons.filter((reason) => reason === 'locked')).toHaveLength(20);
    }
    expect(await signInWithPassword(setting, {email, password: PASSWORD})).toMatchObject({reason: 'locked'});
  });

  it('counts codes in the same way, and a right password in front of them counts for nothing', async () => {
    const {email} = await someoneWithApp();
    for (let turn = 0; turn < 8; turn++) {
      expect((await signInWithPassword(setting, {email, password: PASSWORD})).ok, `turn ${turn}`).toBe(true);
    }
    const half = await sessionOf(tokenOf(await signInWithPassword(setting, {email, password: PASSWORD})));
    const outcomes = await Promise.all(Array.from({length: 12}, () => signInWithCode(setting, half, '000000')));
    expect(outcomes.filter((outcome) => !outcome.ok && outcome.reason === 'wrong')).toHaveLength(5);
    expect(outcomes.filter((outcome) => !outcome.ok && outcome.reason === 'locked')).toHaveLength(7);
    expect(await signInWithPassword(setting, {email, password: PASSWORD})).toMatchObject({reason: 'locked'});
  });

  it('gives one set of recovery codes for a form that is sent five times, and the same when it is sent later', async () => {
    const viewer = (await someoneWithApp()).half;
    const submission = newSubmission();
    const sets = await Promise.all([1, 2, 3, 4, 5].map(() => renewRecoveryCodes(setting, viewer, submission)));
    sets.push(await renewRecoveryCodes(setting, viewer, submission));
    expect(new Set(sets.map((codes) => codes.join())).size).toBe(1);
    expect(new Set(sets[0]).size).toBe(10);
    const acts = await database.sql`
      select 1 from audit_entries
      where staff_id = ${viewer.staffId} and action = 'codes_changed' and details ->> 'how' = 'new recovery codes'
    `;
    expect(acts).toHaveLength(1);
    const kept = await database.sql`select outcome::text from submissions where id = ${submission}`;
    expect(JSON.stringify(kept)).not.toContain(sets[0]![0]!.slice(0, 9));
    expect((await signInWithCode(setting, viewer, sets[0]![2]!)).ok).toBe(true);
  });

  it('with a new code app, sent five times, shows the same codes each time', async () => {
    const {email} = await insertStaff(database.sql, partner, {password: PASSWORD});
    const half = await sessionOf(tokenOf(await signInWithPassword(setting, {email, password: PASSWORD})));
    const form = await codeOf((await codeAppInWaiting(setting, half))!);
    const sets = await Promise.all([1, 2, 3, 4, 5].map(() => confirmCodeApp(setting, half, form)));
    expect(new Set(sets.map((codes) => codes?.join())).size).toBe(1);
    expect(sets[0]).toHaveLength(10);
  });

  it('in one click is for made-up accounts in the demonstration only', async () => {
    const real = await insertStaff(database.sql, partner);
    const madeUp = await insertStaff(database.sql, partner, {isDemonstration: true});
    const demonstration = {...setting, isDemonstration: true};
    expect((await signInToDemonstration(setting, madeUp.staffId)).ok, 'where people are real').toBe(false);
    expect((await signInToDemonstration(demonstration, real.staffId)).ok, 'a real account').toBe(false);
    expect((await signInToDemonstration(demonstration, madeUp.staffId)).ok).toBe(true);
  });

  it('is written into the audit, and so is every refusal', async () => {
    const {email, staffId} = await insertStaff(database.sql, partner, {password: PASSWORD});
    await signInWithPassword(setting, {email, password: 'no'});
    await signInWithPassword(setting, {email: 'ghost@staff.example', password: 'no'});
    const entries = await database.sql`
      select staff_id, action, address from audit_entries order by seq desc limit 2
    `;
    expect(entries.map((entry) => ({...entry}))).toEqual([
      {staffId: null, action: 'sign_in_refused', address: '192.0.2.1'},
      {staffId, action: 'sign_in_refused', address: '192.0.2.1'},
    ]);
  });
});

describe('a session', () => {
  const start = async () => {
    const madeUp = await insertStaff(database.sql, partner, {isDemonstration: true});
    const token = tokenOf(await signInToDemonstration({...setting, isDemonstration: true}, madeUp.staffId));
    return {...madeUp, token, session: await sessionOf(token)};
  };
  const age = (sessionId: string, seen: string, made: string) => database.sql`
    update sessions
    set last_seen_at = now() - ${seen}::interval, created_at = now() - ${made}::interval
    where id = ${sessionId}
  `;

  it('ends after 30 minutes without use and after 12 hours in any case', async () => {
    const {token, session} = await start();
    await age(session.sessionId, '29 minutes', '11 hours 59 minutes');
    expect(await findSession(database.web, token)).not.toBeNull();
    const [seen] = await database.sql`
      select last_seen_at > now() - interval '1 minute' as just_now from sessions where id = ${session.sessionId}
    `;
    expect(seen?.justNow, 'use keeps it open').toBe(true);
    await age(session.sessionId, '31 minutes', '1 hour');
    expect(await findSession(database.web, token)).toBeNull();
    await age(session.sessionId, '0 minutes', '12 hours 1 minute');
    expect(await findSession(database.web, token)).toBeNull();
  });

  it.each([
    ['the account is closed', (id: string) => database.sql`update staff set disabled_at = now() where id = ${id}`],
    ['its owner signs out', async (_id: string, session: Session) => signOut(setting, session)],
    [
      'all are ended',
      (id: string, session: Session) =>
        within(database.web, {purpose: 'own-account', viewer: session}, (tx) => endSessionsOf(tx, id, 'revoked')),
    ],
  ])('ends at once when %s', async (_when, end) => {
    const {token, staffId, session} = await start();
    await end(staffId, session);
    expect(await findSession(database.web, token)).toBeNull();
  });

  it('is kept as a hash: who reads the table cannot use it', async () => {
    const {token} = await start();
    const all = await database.sql`select sessions::text as row from sessions`;
    expect(JSON.stringify(all)).not.toContain(token);
  });

  it('elsewhere ends when the password is changed; the one in use goes on', async () => {
    const {email} = await someoneWithApp();
    const halfA = await sessionOf(tokenOf(await signInWithPassword(setting, {email, password: PASSWORD})));
    const halfB = await sessionOf(tokenOf(await signInWithPassword(setting, {email, password: PASSWORD})));
    const [a, b] = [await finishSignIn(setting, halfA), await finishSignIn(setting, halfB)];
    const viewer = await sessionOf(a);
    expect(await changePassword(setting, viewer, {old: 'wrong', fresh: 'lantern hedge copper'})).toBe(false);
    expect(await changePassword(setting, viewer, {old: PASSWORD, fresh: 'lantern hedge copper'})).toBe(true);
    expect(await findSession(database.web, a)).not.toBeNull();
    expect(await findSession(database.web, b)).toBeNull();
  });
});

describe('a reset', () => {
  const ask = (email: string) => askForReset({...setting, siteAddress: 'https://help.example'}, email);
  const lastToken = async () => {
    const [message] = await database.sql`select body from messages order by created_at desc limit 1`;
    return /set-password\/([\w-]{43})/.exec(String(message?.body))?.[1] ?? '';
  };

  it('comes by e-mail, works once, ends every session, and leaves the code app in place', async () => {
    const {email, half} = await someoneWithApp();
    const session = await finishSignIn(setting, half);
    await ask(email);
    const token = await lastToken();
    expect(await findPasswordLink(setting, token)).toMatchObject({kind: 'reset', email});
    const uses = await Promise.all(
      ['lantern hedge copper', 'velvet gravel spoon'].map((password) => spendPasswordLink(setting, token, password)),
    );
    expect(uses.sort()).toEqual([false, true]);
    expect(await findPasswordLink(setting, token)).toBeNull();
    expect(await findSession(database.web, session)).toBeNull();
    const outcomes = await Promise.all(
      [PASSWORD, 'lantern hedge copper', 'velvet gravel spoon'].map((password) =>
        signInWithPassword(setting, {email, password}),
      ),
    );
    expect(outcomes.filter((one) => one.ok)).toEqual([expect.objectContaining({stage: 'code'})]);
  });

  it('runs out after an hour', async () => {
    const {email} = await insertStaff(database.sql, partner, {password: PASSWORD});
    await ask(email);
    const token = await lastToken();
    await database.sql`update staff_links set expires_at = now() - interval '1 second'`;
    expect(await findPasswordLink(setting, token)).toBeNull();
    expect(await spendPasswordLink(setting, token, 'lantern hedge copper')).toBe(false);
  });

  it('is sent to nobody who has no account, and to nobody again and again', async () => {
    const count = async () => Number((await database.sql`select count(*) from messages`)[0]?.count);
    const {email} = await insertStaff(database.sql, partner);
    const before = await count();
    await ask('nobody@staff.example');
    expect(await count()).toBe(before);
    for (let turn = 1; turn <= 6; turn++) await ask(email);
    expect(await count()).toBe(before + 3);
  });
});
