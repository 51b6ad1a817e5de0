/** Partnerships, partners and staff for tests, put in as the owner of the database. */
import {randomBytes, randomUUID} from 'node:crypto';
import type {ISql} from '../../db/client.ts';
import {hashPassword} from '../../app/domain/access/passwords.server.ts';
import type {Role} from '../../app/domain/access/roles.ts';
import type {Viewer} from '../../app/domain/access/viewer.ts';

export type TestPartner = Pick<Viewer, 'partnerId' | 'partnerName' | 'partnershipId' | 'isHost'>;

/** Someone who works there, as the viewer of a request. */
export interface TestStaff extends Viewer {
  email: string;
}

let made = 0;

/** A partnership of its own, so that tests do not meet each other. */
export async function insertPartnership(sql: ISql): Promise<string> {
  const id = randomUUID();
  await sql`insert into partnerships (id, key, name) values (${id}, ${`shire-${id}`}, 'Testshire')`;
  return id;
}

/** An organisation: the host of a partnership of its own, or one more `beside` another. */
export async function insertPartner(
  sql: ISql,
  {name, beside}: {name?: string; beside?: Pick<TestPartner, 'partnershipId'>} = {},
): Promise<TestPartner> {
  const partner = {
    partnerId: randomUUID(),
    partnerName: name ?? `Organisation ${++made}`,
    partnershipId: beside?.partnershipId ?? (await insertPartnership(sql)),
    isHost: !beside,
  };
  await sql`
    insert into partners (id, partnership_id, name, kind, is_host)
    values (${partner.partnerId}, ${partner.partnershipId}, ${partner.partnerName}, 'voluntary', ${partner.isHost})
  `;
  return partner;
}

/** The organisation that runs the demonstration, for browser tests. */
export async function demonstrationHost(sql: ISql): Promise<TestPartner> {
  const [host] = await sql<TestPartner[]>`
    select id as partner_id, name as partner_name, partnership_id, is_host from partners where is_host
  `;
  return host!;
}

/** Someone who works there and is signed in. With a password they can sign in themselves. */
export async function insertStaff(
  sql: ISql,
  partner: TestPartner,
  {
    roles = ['call_handler'],
    name = 'Sam Example',
    email,
    password,
    isDemonstration = false,
  }: {roles?: Role[]; name?: string; email?: string; password?: string; isDemonstration?: boolean} = {},
): Promise<TestStaff> {
  const staffId = randomUUID();
  const address = email ?? `${staffId}@staff.example`;
  await sql`
    insert into staff (id, partnership_id, partner_id, name, email, is_demonstration)
    values (${staffId}, ${partner.partnershipId}, ${partner.partnerId}, ${name}, ${address}, ${isDemonstration})
  `;
  for (const role of roles) await sql`insert into staff_roles (staff_id, role) values (${staffId}, ${role})`;
  if (password) {
    await sql`
      insert into staff_credentials (staff_id, password_hash, password_set_at)
      values (${staffId}, ${await hashPassword(password)}, now())
    `;
  }
  return {...partner, staffId, name, email: address, roles, sessionId: await insertSession(sql, staffId)};
}

/** A session in which someone is signed in; nobody has its token. */
export async function insertSession(sql: ISql, staffId: string): Promise<string> {
  const [session] = await sql<[{id: string}]>`
    insert into sessions (token_hash, staff_id, stage, device)
    values (${randomBytes(32)}, ${staffId}, 'full', 'A test')
    returning id
  `;
  return session.id;
}

/** A host with an administrator, and a second organisation with one of its own. */
export async function twoOrganisations(sql: ISql) {
  const host = await insertPartner(sql, {name: `Testshire Council ${++made}`});
  const guest = await insertPartner(sql, {beside: host, name: `Test Wellbeing ${++made}`});
  return {
    host,
    guest,
    hostAdmin: await insertStaff(sql, host, {name: 'Hana Host', roles: ['administrator']}),
    guestAdmin: await insertStaff(sql, guest, {name: 'Gus Guest', roles: ['administrator']}),
  };
}
