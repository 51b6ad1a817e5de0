import {randomBytes} from 'node:crypto';
import {afterAll, beforeAll, describe, expect, it} from 'vitest';
import {within} from '../../../db/within.ts';
import {formOf} from '../../../test/factories/administration.ts';
import {insertStaff, twoOrganisations} from '../../../test/factories/staff.ts';
import {testDatabase, type TestDatabase} from '../../../test/setup/database.ts';
import {findSession, startSession} from '../access/sessions.server.ts';
import type {Viewer} from '../access/viewer.ts';
import {clearCodeApp, disableStaff, enableStaff, endSessionsForStaff} from './account.server.ts';

let database: TestDatabase;
let place: Awaited<ReturnType<typeof twoOrganisations>>;
beforeAll(async () => {
  database = await testDatabase();
  place = await twoOrganisations(database.sql);
});
afterAll(() => database?.drop());

const signIn = (staff: Viewer) =>
  within(database.web, {purpose: 'sign-in'}, (tx) => startSession(tx, staff.staffId, 'full', 'Firefox'));
const form = (viewer = place.hostAdmin) => formOf(database.web, viewer);
const actOf = async (action: string) => {
  const [entry] = await database.sql<{details: unknown}[]>`
    select details from audit_entries where action = ${action} order by seq desc limit 1
  `;
  return entry?.details;
};

describe('an account that is closed', () => {
  it('ends every session at once, and its links; opened again, it needs a new sign-in', async () => {
    const staff = await insertStaff(database.sql, place.guest);
    const tokens = [await signIn(staff), await signIn(staff)];
    await database.sql`
      insert into staff_links (token_hash, kind, staff_id, expires_at)
      values (${randomBytes(32)}, 'reset', ${staff.staffId}, now() + interval '1 hour')
    `;
    expect(await findSession(database.web, tokens[0]!)).toMatchObject({staffId: staff.staffId});
    expect(await disableStaff(form(), staff.staffId)).toEqual({ok: true});
    for (const token of tokens) expect(await findSession(database.web, token)).toBeNull();
    expect(
      await database.sql`select from staff_links where staff_id = ${staff.staffId} and expires_at > now()`,
    ).toEqual([]);
    expect(await actOf('staff_disabled')).toEqual({staff: staff.staffId, sessionsEnded: 1 + tokens.length});

    expect(await enableStaff(form(), staff.staffId)).toEqual({ok: true});
    for (const token of tokens) expect(await findSession(database.web, token)).toBeNull();
    expect(await findSession(database.web, await signIn(staff))).not.toBeNull();
  });

  it('is closed once, however often it is asked for', async () => {
    const staff = await insertStaff(database.sql, place.guest);
    await disableStaff(form(), staff.staffId);
    await disableStaff(form(), staff.staffId);
    const entries = await database.sql`
      select from audit_entries where action = 'staff_disabled' and details ->> 'staff' = ${staff.staffId}
    `;
    expect(entries).toHaveLength(1);
  });

  it('is never one’s own, nor one of another organisation, nor the last administrator of the host', async () => {
    const own = await disableStaff(form(), place.hostAdmin.staffId);
    expect(own).toEqual({ok: false, reason: 'own_account'});
    expect(await disableStaff(form(place.guestAdmin), place.hostAdmin.staffId)).toEqual({ok: false, reason: 'missing'});

    const second = await insertStaff(database.sql, place.host, {roles: ['administrator']});
    const outcomes = await Promise.all([
      disableStaff(form(place.hostAdmin), second.staffId),
      disableStaff(form(second), place.hostAdmin.staffId),
    ]);
    expect(outcomes.filter(({ok}) => ok)).toHaveLength(1);
    expect(outcomes).toContainEqual({ok: false, reason: 'last_administrator'});
  });
});

describe('someone who is signed out everywhere', () => {
  it('has no session left', async () => {
    const staff = await insertStaff(database.sql, place.guest);
    const token = await signIn(staff);
    expect(await endSessionsForStaff(form(place.guestAdmin), staff.staffId)).toEqual({ok: true});
    expect(await findSession(database.web, token)).toBeNull();
    expect(await actOf('sessions_ended')).toEqual({staff: staff.staffId, sessionsEnded: 2});
  });
});

describe('someone who has lost their telephone', () => {
  const withCodeApp = async () => {
    const staff = await insertStaff(database.sql, place.guest, {name: 'Lou Lost'});
    const {sql} = database;
    await sql`
      insert into staff_credentials (staff_id, password_hash, totp_secret, totp_confirmed_at, totp_last_step)
      values (${staff.staffId}, 'kept', ${randomBytes(40)}, now(), 7)
    `;
    await sql`insert into recovery_codes (staff_id, code_hash) values (${staff.staffId}, ${randomBytes(32)})`;
    return staff;
  };
  const credentials = (staff: Viewer) => database.sql`
    select password_hash, totp_secret, totp_confirmed_at, totp_last_step,
      (select count(*)::integer from recovery_codes where staff_id = staff_credentials.staff_id) as codes
    from staff_credentials where staff_id = ${staff.staffId}
  `;

  it('loses code app and recovery codes, keeps the password, is signed out and told by e-mail', async () => {
    const staff = await withCodeApp();
    const token = await signIn(staff);
    expect(await clearCodeApp(form(place.guestAdmin), staff.staffId)).toEqual({ok: true});
    expect(await credentials(staff)).toEqual([
      {passwordHash: 'kept', totpSecret: null, totpConfirmedAt: null, totpLastStep: 0, codes: 0},
    ]);
    expect(await findSession(database.web, token)).toBeNull();
    const [message] = await database.sql`select subject, body from messages order by created_at desc limit 1`;
    expect(message?.subject).toBe('Your Fingerpost code app was removed');
    expect(await actOf('codes_changed')).toEqual({staff: staff.staffId, how: 'cleared by an administrator'});
  });

  it('is helped by their own administrators only, who still see nothing of what proves who anyone is', async () => {
    const staff = await withCodeApp();
    const other = await twoOrganisations(database.sql);
    expect(await clearCodeApp(form(other.hostAdmin), staff.staffId)).toEqual({ok: false, reason: 'missing'});
    const directly = within(
      database.web,
      {purpose: 'administration', viewer: other.hostAdmin},
      (tx) => tx`select clear_code_app(${staff.staffId})`,
    );
    await expect(directly).rejects.toThrow('not administered');
    const seen = await within(database.web, {purpose: 'administration', viewer: place.guestAdmin}, async (tx) => {
      await tx`select clear_code_app(${staff.staffId})`;
      return tx`select staff_id from staff_credentials`;
    });
    expect(seen).toHaveLength(0);
  });
});
