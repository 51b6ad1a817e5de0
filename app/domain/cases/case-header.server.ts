/** A case in a few words, for every page about it. */
import type {ISql, Sql} from '../../../db/client.ts';
import {within} from '../../../db/within.ts';
import type {Action} from '../audit/actions.ts';
import {recordAct} from '../audit/record-act.server.ts';
import type {Asker} from '../people/staff-request.ts';

export interface CaseHeader {
  id: string;
  reference: string;
  personId: string;
  /** What they are called; null where they do not let this provider see it. */
  personName: string | null;
  needs: string[];
  openedAt: Date;
  closedAt: Date | null;
  isOwn: boolean;
  phone: string | null;
}

/** The case and whom it is about, or null where the viewer sees no such case. Runs inside `caseload`. */
export async function getCaseHeader(tx: ISql, {viewer}: Asker, caseId: string): Promise<CaseHeader | null> {
  const [header] = await tx<CaseHeader[]>`
    select
      cases.id,
      cases.reference,
      cases.person_id,
      coalesce(people.known_as, concat_ws(' ', people.given_name, people.family_name)) as person_name,
      cases.needs,
      cases.opened_at,
      cases.closed_at,
      cases.partner_id = ${viewer.partnerId} as is_own,
      cases.phone
    from cases
    left join people on people.id = cases.person_id
    where cases.id = ${caseId}
  `;
  return header ? {...header, personName: header.personName || null} : null;
}

/**
 * Reads what a page shows of a case, and writes into the audit that it was looked at.
 * @returns what `read` gave, or null where the viewer sees no such case
 */
export function lookAtCase<Seen>(
  sql: Sql,
  asker: Asker,
  caseId: string,
  action: Action,
  read: (tx: ISql, header: CaseHeader) => Promise<Seen>,
): Promise<Seen | null> {
  const {viewer, address} = asker;
  return within(sql, {purpose: 'caseload', viewer, address}, async (tx) => {
    const header = await getCaseHeader(tx, asker, caseId);
    if (!header) return null;
    const seen = await read(tx, header);
    await recordAct(tx, {action, personId: header.personId, details: {case: caseId}});
    return seen;
  });
}
