/** What every change within a case has in common: once for its form, in a case of one's own provider, with its line in the audit. */
import type {ISql, Sql} from '../../../db/client.ts';
import {within} from '../../../db/within.ts';
import {onceOnly} from '../access/submissions.server.ts';
import type {Action} from '../audit/actions.ts';
import {recordAct, type Act} from '../audit/record-act.server.ts';
import type {Sender} from '../people/staff-request.ts';

export type CaseOutcome<Reason extends string = never> = {ok: true} | {ok: false; reason: 'gone' | Reason};

/** The case that a change is made in. */
export interface ChangedCase {
  id: string;
  personId: string;
  openedAt: Date;
}

/**
 * @param work what is to be done, told whether it was, and what the audit says of it beside the case
 * @returns `gone` where there is no such case, or it is another provider's, who may at most read it
 */
export function changeCase<Outcome extends {ok: true} | {ok: false; reason: string} = CaseOutcome>(
  sql: Sql,
  {viewer, address, submission, door}: Sender,
  caseId: string,
  action: Action,
  work: (tx: ISql, theCase: ChangedCase) => Promise<{outcome: Outcome; details?: Act['details']}>,
): Promise<Outcome | {ok: false; reason: 'gone'}> {
  return within(sql, {purpose: 'caseload', viewer, address}, (tx) =>
    onceOnly(tx, {submission, staffId: viewer.staffId, door}, async () => {
      const [theCase] = await tx<ChangedCase[]>`
        select id, person_id, opened_at
        from cases
        where id = ${caseId} and partner_id = ${viewer.partnerId}
      `;
      if (!theCase) return {ok: false, reason: 'gone'} as const;
      const {outcome, details} = await work(tx, theCase);
      if (outcome.ok) await recordAct(tx, {action, personId: theCase.personId, details: {case: caseId, ...details}});
      return outcome;
    }),
  );
}
