/** Where a search of the directory inside a plan begins, and how what was chosen becomes steps. */
import type {Sql} from '../../../db/client.ts';
import {within} from '../../../db/within.ts';
import {recordAct} from '../audit/record-act.server.ts';
import {getCaseHeader} from '../measures/case-measures.server.ts';
import type {Asker, Sender} from '../people/staff-request.ts';
import {addSteps} from './add-steps.ts';
import {getPlan, keepPlan} from './plans.server.ts';

export interface FindStart {
  caseId: string;
  /** Keys of the needs of the case. */
  needs: string[];
  /** The postcode of their referral, or the first half of the one in their record; '' where neither is known. */
  near: string;
}

/** Null where the case is not the viewer's to write in. */
export function startFinding(sql: Sql, asker: Asker, caseId: string): Promise<FindStart | null> {
  return within(sql, {purpose: 'caseload', viewer: asker.viewer, address: asker.address}, async (tx) => {
    const header = await getCaseHeader(tx, asker, caseId);
    if (!header?.isOwn) return null;
    const [place] = await tx<{near: string | null}[]>`
      select coalesce(referrals.postcode, people.outcode) as near
      from cases
      left join referrals on referrals.id = cases.referral_id
      left join people on people.id = cases.person_id
      where cases.id = ${caseId}
    `;
    await recordAct(tx, {action: 'plan_viewed', personId: header.personId, details: {case: caseId}});
    return {caseId, needs: header.needs, near: place?.near ?? ''};
  });
}

export type Taken = {ok: true} | {ok: false; reason: 'gone' | 'changed' | 'full' | 'no_goal'};

/** Puts services under a goal, each as a step; the plan becomes a new version, which nobody has agreed to yet. */
export async function takeIntoPlan(
  sql: Sql,
  form: Sender,
  caseId: string,
  {goal, seen, names}: {goal: number; seen: number; names: string[]},
): Promise<Taken> {
  const found = await getPlan(sql, form, caseId);
  const base = found?.versions.find(({number}) => number === seen);
  if (!found || !base) return {ok: false, reason: 'gone'};
  const added = addSteps(base.plan, goal, names);
  if (!added.ok) return added;
  return keepPlan(sql, form, caseId, {plan: added.plan, agreedBy: 'not_yet', seen});
}
