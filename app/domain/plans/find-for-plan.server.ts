/** Where a search of the directory inside a plan begins, and how what was chosen becomes steps. */
import type {Sql} from '../../../db/client.ts';
import {within} from '../../../db/within.ts';
import {recordAct} from '../audit/record-act.server.ts';
import {inCase} from '../cases/in-case.server.ts';
import {getCaseHeader} from '../cases/case-header.server.ts';
import type {Asker, Sender} from '../people/staff-request.ts';
import {addSteps, type FoundService} from './add-steps.ts';
import {MOST_GOALS} from './plan-choices.ts';
import {draftFields, draftValues, writeDraft} from './plan-draft.server.ts';
import {getVersion} from './plan-versions.server.ts';

interface FindStart {
  caseId: string;
  /** Keys of the needs of the case. */
  needs: string[];
  /** The postcode of their referral, or the first half of the one in their record; '' where neither is known. */
  near: string;
  /** The goals of the plan as it is written just now, with their places in it. */
  goals: {place: number; words: string}[];
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
    const typed = await draftValues(tx, caseId, await getVersion(tx, caseId));
    const goals = Array.from({length: MOST_GOALS}, (_, goal) => ({
      place: goal,
      words: typed[`goal.${goal}.words`] ?? '',
    }));
    await recordAct(tx, {action: 'plan_viewed', personId: header.personId, details: {case: caseId}});
    return {caseId, needs: header.needs, near: place?.near ?? '', goals: goals.filter(({words}) => words !== '')};
  });
}

type Taken = {ok: true} | {ok: false; reason: 'gone' | 'full' | 'no_goal'};

/**
 * Puts services under a goal of the plan that is being written, each as a step: who does it and by when is still to be said,
 * and what others are typing stays as it is.
 */
export function takeIntoPlan(
  sql: Sql,
  form: Sender,
  caseId: string,
  {goal, services}: {goal: number; services: FoundService[]},
): Promise<Taken> {
  return inCase<Taken>(sql, form, caseId, 'plan_changed', async (tx) => {
    const typed = await draftValues(tx, caseId, await getVersion(tx, caseId));
    const added = addSteps(typed, goal, services);
    if (!added.ok) return {outcome: added};
    const versions = new Map((await draftFields(tx, caseId)).map(({name, version}) => [name, version]));
    const changes = Object.entries(added.changes).map(([name, value]) => ({
      name,
      value,
      base: versions.get(name) ?? 0,
    }));
    await writeDraft(tx, form, caseId, form.submission, changes);
    return {outcome: {ok: true}, details: {found: services.length}};
  });
}
