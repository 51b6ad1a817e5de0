/** Makes organisations and staff for tests. */
import {randomUUID} from 'node:crypto';
import type {ISql, Sql} from '../../../db/client.ts';
import type {AdminForm} from './admin-change.server.ts';
import type {Role} from './roles.ts';
import type {Viewer} from './viewer.ts';

interface Partner {
  partnerId: string;
  partnershipId: string;
  partnerName: string;
  isHost: boolean;
}

let made = 0;

/** An organisation; of a partnership of its own unless one is named. */
export async function insertPartner(
  sql: ISql,
  {partnershipId, isHost = false, name}: {partnershipId?: string; isHost?: boolean; name?: string} = {},
): Promise<Partner> {
  const partnership = partnershipId ?? randomUUID();
  const partnerName = name ?? `Organisation ${++made}`;
  if (!partnershipId) {
    await sql`
      insert into partnerships (id, key, name)
      values (${partnership}, ${`shire-${partnership}`}, 'Testshire')
    `;
  }
  const [partner] = await sql<[{id: string}]>`
    insert into partners (partnership_id, name, kind, is_host)
    values (${partnership}, ${partnerName}, 'council', ${isHost})
    returning id
  `;
  return {partnerId: partner.id, partnershipId: partnership, partnerName, isHost};
}

/** Someone who works there, as the viewer of a request. */
export async function insertStaff(
  sql: ISql,
  partner: Partner,
  {name, email, roles = []}: {name?: string; email?: string; roles?: Role[]} = {},
): Promise<Viewer> {
  const staffName = name ?? `Sam Sample ${++made}`;
  const address = email ?? `sample-${randomUUID()}@testshire.example`;
  const [staff] = await sql<[{id: string}]>`
    insert into staff (partnership_id, partner_id, name, email)
    values (${partner.partnershipId}, ${partner.partnerId}, ${staffName}, ${address})
    returning id
  `;
  for (const role of roles) await sql`insert into staff_roles (staff_id, role) values (${staff.id}, ${role})`;
  return {...partner, staffId: staff.id, name: staffName, roles, sessionId: randomUUID()};
}

/** A host with an administrator, and a second organisation with one of its own. */
export async function twoOrganisations(sql: ISql) {
  const host = await insertPartner(sql, {isHost: true, name: `Testshire Council ${++made}`});
  const guest = await insertPartner(sql, {partnershipId: host.partnershipId, name: `Test Wellbeing ${++made}`});
  return {
    host,
    guest,
    hostAdmin: await insertStaff(sql, host, {name: 'Hana Host', roles: ['administrator']}),
    guestAdmin: await insertStaff(sql, guest, {name: 'Gus Guest', roles: ['administrator']}),
  };
}

/** A form of this viewer, as it was just shown. */
export const formOf = (sql: Sql, viewer: Viewer, door: AdminForm['door'] = 'admin.staff'): AdminForm => ({
  sql,
  viewer,
  address: '192.0.2.1',
  door,
  submission: randomUUID(),
});
