import type {Sql} from '../../../db/client.ts';
import {within, type Context} from '../../../db/within.ts';
import type {Role} from '../access/roles.ts';
import {recordAct} from '../audit/record-act.server.ts';

interface StaffToReview {
  id: string;
  name: string;
  roles: Role[];
  isDisabled: boolean;
  /** When they last did anything that is recorded. */
  lastAct: Date | null;
}

const A_PAGE = 50;

/** The staff of the viewer's own organisation by name, fifty at a time, from behind `after` on (an id of the page before). */
export function listStaffToReview(
  sql: Sql,
  context: Context,
  after: string | null,
): Promise<{staff: StaffToReview[]; next: string | null}> {
  return within(sql, context, async (tx) => {
    const rows = await tx<StaffToReview[]>`
      select
        staff.id,
        staff.name,
        array(select role from staff_roles where staff_roles.staff_id = staff.id order by role) as roles,
        staff.disabled_at is not null as is_disabled,
        (
          select entry.at from audit_entries as entry
          where entry.staff_id = staff.id
          order by entry.at desc, entry.seq desc
          limit 1
        ) as last_act
      from staff
      where
        staff.partner_id = viewer_partner()
        ${after ? tx`and (staff.name, staff.id) > (select name, id from staff where id = ${after})` : tx``}
      order by staff.name, staff.id
      limit ${A_PAGE + 1}
    `;
    const staff = rows.slice(0, A_PAGE);
    await recordAct(tx, {action: 'audit_viewed', details: {list: 'staff', shown: staff.length}});
    return {staff: [...staff], next: rows.length > A_PAGE ? staff.at(-1)!.id : null};
  });
}
