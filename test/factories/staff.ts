/** Partnerships, partners and staff for tests, put in as the owner of the database. */
import {randomUUID} from 'node:crypto';
import type {Sql} from '../../db/client.ts';
import {hashPassword} from '../../app/domain/access/passwords.server.ts';
import type {Role} from '../../app/domain/access/roles.ts';

export interface TestPartner {
  id: string;
  partnershipId: string;
  name: string;
}

/** An organisation: the host of a partnership of its own, or one more `beside` another. */
export async function insertPartner(
  sql: Sql,
  {name = 'Hub', beside}: {name?: string; beside?: TestPartner} = {},
): Promise<TestPartner> {
  const id = randomUUID();
  const partnershipId = beside?.partnershipId ?? randomUUID();
  if (!beside) {
    await sql`insert into partnerships (id, key, name) values (${partnershipId}, ${`area-${id}`}, 'Area')`;
  }
  await sql`
    insert into partners (id, partnership_id, name, kind, is_host)
    values (${id}, ${partnershipId}, ${name}, 'voluntary', ${!beside})
  `;
  return {id, partnershipId, name};
}

export interface TestStaff {
  staffId: string;
  partnerId: string;
  email: string;
}

/** Someone who works there. With a password they can sign in. */
export async function insertStaff(
  sql: Sql,
  partner: TestPartner,
  {
    roles = ['call_handler'],
    name = 'Somebody New',
    email = `${randomUUID()}@staff.example`,
    password,
    isDemonstration = false,
  }: {roles?: Role[]; name?: string; email?: string; password?: string; isDemonstration?: boolean} = {},
): Promise<TestStaff> {
  const staffId = randomUUID();
  await sql`
    insert into staff (id, partnership_id, partner_id, name, email, is_demonstration)
    values (${staffId}, ${partner.partnershipId}, ${partner.id}, ${name}, ${email}, ${isDemonstration})
  `;
  for (const role of roles) await sql`insert into staff_roles (staff_id, role) values (${staffId}, ${role})`;
  if (password) {
    await sql`
      insert into staff_credentials (staff_id, password_hash, password_set_at)
      values (${staffId}, ${await hashPassword(password)}, now())
    `;
  }
  return {staffId, partnerId: partner.id, email};
}
