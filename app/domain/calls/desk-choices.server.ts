/** What a desk can choose from when it ends a call: colleagues, queues and organisations. Names only, never a caller. */
import type {Sql} from '../../../db/client.ts';
import {within} from '../../../db/within.ts';
import type {Discipline} from '../access/roles.ts';
import type {Asker} from '../people/staff-request.ts';

export interface DeskChoices {
  /** Who may ring back: those who work at this desk. */
  colleagues: {id: string; name: string}[];
  /** Who takes up what is handed on in this partnership. */
  disciplines: Discipline[];
  /** Whom a person may be referred to. */
  organisations: {id: string; name: string}[];
}

const MOST = 300;

export function deskChoices(sql: Sql, {viewer, address}: Asker): Promise<DeskChoices> {
  return within(sql, {purpose: 'desk', viewer, address}, async (tx) => {
    const [colleagues, queues, organisations] = await Promise.all([
      tx<DeskChoices['colleagues']>`
        select id, name
        from staff
        where
          partner_id = ${viewer.partnerId}
          and disabled_at is null
          and exists (
            select from staff_roles
            where staff_id = staff.id and role in ('call_handler', 'practitioner', 'team_lead')
          )
        order by id <> ${viewer.staffId}, name
        limit ${MOST}
      `,
      tx<{discipline: Discipline}[]>`select distinct discipline from queues order by discipline`,
      tx<DeskChoices['organisations']>`
        select id, name
        from partners
        where partnership_id = ${viewer.partnershipId} and closed_at is null
        order by name
        limit ${MOST}
      `,
    ]);
    return {
      colleagues: [...colleagues],
      disciplines: queues.map(({discipline}) => discipline),
      organisations: [...organisations],
    };
  });
}
