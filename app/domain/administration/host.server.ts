import type {ISql} from '../../../db/client.ts';

/**
 * Whether the organisation that runs the site keeps an administrator when `staffId` stops being one. It locks the host
 * until the transaction ends, so that the last two cannot take each other out at the same moment.
 */
export async function hostKeepsAdministrator(tx: ISql, staffId: string): Promise<boolean> {
  const [host] = await tx<{id: string}[]>`
    select partners.id
    from partners
    join staff on staff.partner_id = partners.id
    where staff.id = ${staffId} and partners.is_host
    for no key update of partners
  `;
  if (!host) return true;
  const others = await tx`
    select from staff
    join staff_roles on staff_roles.staff_id = staff.id and staff_roles.role = 'administrator'
    where staff.partner_id = ${host.id}
      and staff.id <> ${staffId}
      and staff.disabled_at is null
    limit 1
  `;
  return others.length > 0;
}
