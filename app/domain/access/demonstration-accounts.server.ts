import type {Sql} from '../../../db/client.ts';
import {within} from '../../../db/within.ts';
import type {DemonstrationAccount} from './demonstration-account.ts';

/** The made-up accounts, host first, at most two hundred. Only for where this is a demonstration. */
export function listDemonstrationAccounts(sql: Sql): Promise<DemonstrationAccount[]> {
  return within(
    sql,
    {purpose: 'sign-in'},
    (tx) => tx<DemonstrationAccount[]>`
      select
        staff.id,
        staff.name,
        staff.email,
        partners.name as partner_name,
        array(select role from staff_roles where staff_roles.staff_id = staff.id order by role) as roles,
        array(
          select discipline from staff_disciplines where staff_disciplines.staff_id = staff.id order by discipline
        ) as disciplines
      from staff
      join partners on partners.id = staff.partner_id
      where staff.is_demonstration and staff.disabled_at is null and partners.closed_at is null
      order by partners.is_host desc, partners.name, staff.created_at, staff.name
      limit 200
    `,
  );
}
