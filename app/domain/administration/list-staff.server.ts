import type {ISql} from '../../../db/client.ts';
import type {Role} from '../access/roles.ts';
import {look, type AdminSetting} from './change.server.ts';
import type {StaffState, StaffSummary} from './staff.ts';

interface StaffFilter {
  /** A part of a name or of an e-mail address. */
  name?: string;
  partnerId?: string | null;
  role?: Role | null;
  state?: StaffState | null;
  /** From 1. */
  page?: number;
}

export const STAFF_PAGE = 25;

/** The state of an account, from its own row and its links. Needs `staff` in the query around it. */
export const stateOfStaff = (tx: ISql) => tx`
  case
    when staff.disabled_at is not null then 'disabled'
    when exists (select from staff_links where staff_id = staff.id and kind = 'invitation')
      and not exists (select from staff_links where staff_id = staff.id and used_at is not null)
    then 'invited'
    else 'active'
  end
`;

/** The accounts that the viewer looks after, by name, 25 at a time, and how many there are. */
export function listStaff(
  setting: AdminSetting,
  {name = '', partnerId = null, role = null, state = null, page = 1}: StaffFilter = {},
): Promise<{staff: StaffSummary[]; total: number}> {
  return look(setting, {list: 'staff'}, async (tx) => {
    const words = `%${name.trim().replaceAll(/[\\%_]/g, String.raw`\$&`)}%`;
    const found = tx`
      from staff
      join partners on partners.id = staff.partner_id
      where administers(staff.partner_id)
        and (staff.name ilike ${words} or staff.email ilike ${words})
        ${partnerId ? tx`and staff.partner_id = ${partnerId}` : tx``}
        ${role ? tx`and exists (select from staff_roles where staff_id = staff.id and role = ${role})` : tx``}
        ${state ? tx`and ${stateOfStaff(tx)} = ${state}` : tx``}
    `;
    const staff = await tx<StaffSummary[]>`
      select
        staff.id,
        staff.name,
        staff.email,
        partners.name as partner_name,
        array(select role from staff_roles where staff_id = staff.id order by role) as roles,
        ${stateOfStaff(tx)} as state
      ${found}
      order by staff.name, staff.id
      limit ${STAFF_PAGE} offset ${(page - 1) * STAFF_PAGE}
    `;
    const [{total}] = await tx<[{total: number}]>`select count(*) as total ${found}`;
    return {staff, total};
  });
}
