import type {ISql} from '../../../db/client.ts';
import {look, type AdminSetting} from './change.server.ts';
import {stateOfStaff} from './list-staff.server.ts';
import type {StaffDetails} from './staff.ts';

/** One account with what can be changed about it, or null when it is not one that the viewer looks after. */
export function getStaff(setting: AdminSetting, staffId: string): Promise<StaffDetails | null> {
  return look(setting, {staff: staffId}, (tx) => readStaff(tx, staffId));
}

/** The same, inside a transaction of administration. */
export async function readStaff(tx: ISql, staffId: string): Promise<StaffDetails | null> {
  const [staff] = await tx<StaffDetails[]>`
    select
      staff.id,
      staff.name,
      staff.email,
      staff.partner_id,
      staff.version,
      partners.name as partner_name,
      ${stateOfStaff(tx)} as state,
      array(select role from staff_roles where staff_id = staff.id order by role) as roles,
      array(select discipline from staff_disciplines where staff_id = staff.id order by discipline) as disciplines,
      array(select team_id from staff_teams where staff_id = staff.id order by team_id) as team_ids,
      (select max(expires_at) from staff_links where staff_id = staff.id and kind = 'invitation') as invited_until,
      (
        select count(*)::integer from sessions
        where staff_id = staff.id and stage = 'full' and session_stands(sessions)
      ) as open_sessions,
      (select max(last_seen_at) from sessions where staff_id = staff.id and stage = 'full') as last_seen_at
    from staff
    join partners on partners.id = staff.partner_id
    where staff.id = ${staffId} and administers(staff.partner_id)
  `;
  return staff ?? null;
}
