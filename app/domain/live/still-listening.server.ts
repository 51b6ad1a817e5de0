import type {Sql} from '../../../db/client.ts';
import {within} from '../../../db/within.ts';
import type {Role} from '../access/roles.ts';

/** What someone may hear may have changed since they began to listen. */
interface Standing {
  sessionId: string;
  roles: Role[];
  safeguards: boolean;
}

/** Of these sessions, those that still stand, and what their owners are now. It does not count as using them. */
export function stillListening(sql: Sql, sessionIds: string[]): Promise<Standing[]> {
  return within(
    sql,
    {purpose: 'sign-in'},
    (tx) => tx<Standing[]>`
      select
        sessions.id as session_id,
        array(select role from staff_roles where staff_roles.staff_id = staff.id order by role) as roles,
        exists (
          select from staff_disciplines
          where staff_disciplines.staff_id = staff.id and discipline = 'safeguarding'
        ) as safeguards
      from sessions
      join staff on staff.id = sessions.staff_id
      join partners on partners.id = staff.partner_id
      where sessions.id = any(${sessionIds})
        and sessions.stage = 'full'
        and session_stands(sessions)
        and staff.disabled_at is null
        and partners.closed_at is null
    `,
  );
}
