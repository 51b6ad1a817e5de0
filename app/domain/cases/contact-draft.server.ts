import type {Sql} from '../../../db/client.ts';
import {within} from '../../../db/within.ts';
import type {Sender} from '../people/staff-request.ts';

/** Keeps a contact that somebody is writing, for them alone. False when the case is not theirs to write in. */
export function keepContactDraft(
  sql: Sql,
  {viewer, address}: Pick<Sender, 'viewer' | 'address'>,
  caseId: string,
  fields: Record<string, string>,
): Promise<boolean> {
  return within(sql, {purpose: 'caseload', viewer, address}, async (tx) => {
    const {count} = await tx`
      insert into case_drafts (case_id, partner_id, staff_id, fields)
      select id, partner_id, ${viewer.staffId}, ${tx.json(fields)}
      from cases
      where id = ${caseId} and partner_id = ${viewer.partnerId} and status <> 'closed'
      on conflict (case_id, staff_id) do update set fields = excluded.fields, changed_at = now()
    `;
    return count > 0;
  });
}
