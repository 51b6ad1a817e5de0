import {afterAll, beforeAll, describe, expect, it} from 'vitest';
import {formOf} from '../../../test/factories/administration.ts';
import {insertStaff, twoOrganisations} from '../../../test/factories/staff.ts';
import {testDatabase, type TestDatabase} from '../../../test/setup/database.ts';
import {findPasswordLink, spendPasswordLink} from '../access/password-links.server.ts';
import type {Role} from '../access/roles.ts';
import {disableStaff} from './account.server.ts';
import {getStaff} from './get-staff.server.ts';
import {inviteAgain, inviteStaff} from './invite-staff.server.ts';
import {listStaff} from './list-staff.server.ts';

const SITE = 'https://help.example';
let database: TestDatabase;
let place: Awaited<ReturnType<typeof twoOrganisations>>;
beforeAll(async () => {
  database = await testDatabase();
  place = await twoOrganisations(database.sql);
});
afterAll(() => database?.drop());

let made = 0;
const someone = (partnerId: string) => ({
  name: 'Nia New',
  email: `nia.new.${++made}@testshire.example`,
  partnerId,
  roles: ['call_handler', 'practitioner'] as Role[],
  disciplines: ['nursing' as const],
});
const mailTo = (email: string) => database.sql<{partnerId: string; body: string}[]>`
  select partner_id, body from messages where recipient = ${email} order by created_at
`;
const tokenIn = (body = '') => /https:\/\/help\.example\/set-password\/([\w-]{43})\s/.exec(body)?.[1] ?? '';
const hostForm = () => formOf(database.web, place.hostAdmin);
async function invite(invited = someone(place.guest.partnerId)) {
  const outcome = await inviteStaff(hostForm(), SITE, invited);
  if (!outcome.ok) throw new Error(outcome.reason);
  return {...invited, staffId: outcome.staffId};
}
const stateOf = async (staffId: string) =>
  (await getStaff({sql: database.web, viewer: place.hostAdmin, address: null}, staffId))?.state;

describe('an invitation', () => {
  it('makes an account without a password and sends a link, which lets its owner choose one', async () => {
    const invited = await invite();
    expect(await stateOf(invited.staffId)).toBe('invited');
    const [mail, ...more] = await mailTo(invited.email);
    expect(more).toEqual([]);
    expect(mail?.partnerId).toBe(place.host.partnerId);
    const token = tokenIn(mail?.body);
    expect(await findPasswordLink({sql: database.web, address: null}, token)).toMatchObject({
      kind: 'invitation',
      staffId: invited.staffId,
    });
    await spendPasswordLink({sql: database.web, address: null}, token, 'seven green bicycles');
    expect(await stateOf(invited.staffId)).toBe('active');
    expect(await findPasswordLink({sql: database.web, address: null}, token)).toBeNull();
  });

  it('gives the roles and professions that were ticked, and is in the audit', async () => {
    const invited = await invite();
    const setting = {sql: database.web, viewer: place.hostAdmin, address: null};
    expect(await getStaff(setting, invited.staffId)).toMatchObject({
      roles: ['call_handler', 'practitioner'],
      disciplines: ['nursing'],
      partnerName: place.guest.partnerName,
    });
    const [entry] =
      await database.sql`select details from audit_entries where action = 'staff_invited' order by seq desc`;
    expect(entry?.details).toEqual({
      staff: invited.staffId,
      partner: place.guest.partnerId,
      roles: ['call_handler', 'practitioner'],
    });
    expect((await listStaff(setting, {state: 'invited'})).staff.map(({id}) => id)).toContain(invited.staffId);
  });

  it('sent five times makes one account and one e-mail', async () => {
    const invited = someone(place.guest.partnerId);
    const form = hostForm();
    const outcomes = await Promise.all([1, 2, 3, 4, 5].map(() => inviteStaff(form, SITE, invited)));
    expect(new Set(outcomes.map((outcome) => outcome.ok && outcome.staffId)).size).toBe(1);
    expect(await mailTo(invited.email)).toHaveLength(1);
  });

  it('to an address that is in use changes nothing, and may be put right under the same number', async () => {
    const known = await insertStaff(database.sql, place.guest, {email: 'known@testshire.example'});
    const form = hostForm();
    const invited = {...someone(place.guest.partnerId), email: 'known@testshire.example'};
    expect(await inviteStaff(form, SITE, invited)).toEqual({ok: false, reason: 'email_taken'});
    expect(await mailTo(invited.email)).toHaveLength(0);
    expect(await stateOf(known.staffId)).toBe('active');
    expect(await inviteStaff(form, SITE, someone(place.guest.partnerId))).toMatchObject({ok: true});
  });

  it('into another organisation is for the host alone, and never into another partnership', async () => {
    const form = formOf(database.web, place.guestAdmin);
    const refused = {ok: false, reason: 'not_yours'};
    expect(await inviteStaff(form, SITE, someone(place.host.partnerId))).toEqual(refused);
    const elsewhere = await twoOrganisations(database.sql);
    expect(await inviteStaff(hostForm(), SITE, someone(elsewhere.host.partnerId))).toEqual(refused);
    expect(await inviteStaff(form, SITE, someone(place.guest.partnerId))).toMatchObject({ok: true});
  });
});

describe('an invitation that is sent again', () => {
  it('brings a new link and makes the old one useless', async () => {
    const invited = await invite();
    expect(await inviteAgain(hostForm(), SITE, invited.staffId)).toEqual({ok: true});
    const [first, second] = await mailTo(invited.email);
    expect(await findPasswordLink({sql: database.web, address: null}, tokenIn(first?.body))).toBeNull();
    expect(await findPasswordLink({sql: database.web, address: null}, tokenIn(second?.body))).toMatchObject({
      staffId: invited.staffId,
    });
    expect(await stateOf(invited.staffId)).toBe('invited');
  });

  it('is refused once a password is chosen, and for a closed account', async () => {
    const active = await insertStaff(database.sql, place.guest);
    expect(await inviteAgain(hostForm(), SITE, active.staffId)).toEqual({ok: false});
    const invited = await invite();
    const [mail] = await mailTo(invited.email);
    await disableStaff(hostForm(), invited.staffId);
    expect(await inviteAgain(hostForm(), SITE, invited.staffId)).toEqual({ok: false});
    expect(await findPasswordLink({sql: database.web, address: null}, tokenIn(mail?.body))).toBeNull();
  });
});
