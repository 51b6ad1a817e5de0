/** What every change in a case has in common: once for its form, in a case of one's own provider, with its line in the audit. */
import type {ISql, Sql} from '../../../db/client.ts';
import {within} from '../../../db/within.ts';
import {onceOnly} from '../access/submissions.server.ts';
import type {Action} from '../audit/actions.ts';
import {recordAct, type Act} from '../audit/record-act.server.ts';
import type {Sender} from '../people/staff-request.ts';
import type {CaseStatus} from './case-choices.ts';

export type Done<Reason extends string = never> = {ok: true} | {ok: false; reason: 'gone' | Reason};

/** The case that a change is made in, held until the change is done. */
export interface HeldCase {
  id: string;
  /** Whose case it is: the viewer's own organisation, unless both walk in it together. */
  partnerId: string;
  personId: string;
  referralId: string | null;
  status: CaseStatus;
  version: number;
  openedAt: Date;
  firstContactAt: Date | null;
}

/**
 * @param isForJoint whether whoever walks in the case together with its organisation may do it too
 * @param work what is to be done, told whether it was, and what the audit says of it beside the case
 * @returns `gone` where there is no such case, or it is another provider's, who may at most read it
 */
export function inCase<Outcome extends {ok: true} | {ok: false; reason: string} = Done>(
  sql: Sql,
  {viewer, address, submission, door}: Sender,
  caseId: string,
  action: Action,
  work: (tx: ISql, theCase: HeldCase) => Promise<{outcome: Outcome; details?: Act['details']}>,
  isForJoint = false,
): Promise<Outcome | {ok: false; reason: 'gone'}> {
  return within(sql, {purpose: 'caseload', viewer, address}, (tx) =>
    onceOnly(tx, {submission, staffId: viewer.staffId, door}, async () => {
      const [theCase] = await tx<HeldCase[]>`
        select id, partner_id, person_id, referral_id, status, version, opened_at, first_contact_at
        from cases
        where
          id = ${caseId}
          and (partner_id = ${viewer.partnerId} ${isForJoint ? tx`or works_jointly(id)` : tx``})
        for update
      `;
      if (!theCase) return {ok: false, reason: 'gone'} as const;
      const {outcome, details} = await work(tx, theCase);
      if (outcome.ok) await recordAct(tx, {action, personId: theCase.personId, details: {case: caseId, ...details}});
      return outcome;
    }),
  );
}
