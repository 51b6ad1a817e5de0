/** Why a case may be one for several professionals, and what came of it there. */
import type {ISql, Sql} from '../../../db/client.ts';
import {inCase, type Done} from '../cases/in-case.server.ts';
import {lookAtCase, type CaseHeader} from '../cases/case-header.server.ts';
import {alertsAndNeedsOf, type AlertsAndNeeds} from '../people/alerts-and-needs.server.ts';
import type {Asker, Sender} from '../people/staff-request.ts';

interface CaseMdt {
  header: CaseHeader;
  mustKnow: AlertsAndNeeds | null;
  flags: string[];
  /** Whoever referred asks for it. */
  isAskedFor: boolean;
  brought: BroughtCase[];
}

/** One time that a case was brought, with what each meeting decided, the newest first. */
interface BroughtCase {
  id: string;
  mdtName: string;
  madeAt: Date;
  madeByName: string;
  settledAt: Date | null;
  withdrawnAt: Date | null;
  version: number;
  decisions: {decision: string; decidedAt: Date; actions: {what: string; ownerName: string; isDone: boolean}[]}[];
}

/** What a case has to do with multidisciplinary teams; null where the viewer sees no such case. */
export function getCaseMdt(sql: Sql, asker: Asker, caseId: string): Promise<CaseMdt | null> {
  return lookAtCase(sql, asker, caseId, 'mdt_case_viewed', async (tx, header) => {
    const [mustKnow, flags, [referral], brought] = await Promise.all([
      alertsAndNeedsOf(tx, header.personId),
      listCaseFlags(tx, caseId),
      tx<{wantsMdt: boolean}[]>`
        select wants_mdt from referrals join cases on cases.referral_id = referrals.id where cases.id = ${caseId}
      `,
      listBrought(tx, caseId),
    ]);
    return {header, mustKnow, flags, isAskedFor: referral?.wantsMdt ?? false, brought};
  });
}

export async function listCaseFlags(tx: ISql, caseId: string): Promise<string[]> {
  const rows = await tx<{flag: string}[]>`
    select flag from case_flags where case_id = ${caseId} and ended_at is null order by recorded_at, flag
  `;
  return rows.map(({flag}) => flag);
}

async function listBrought(tx: ISql, caseId: string): Promise<BroughtCase[]> {
  const [subjects, decisions, actions] = await Promise.all([
    tx<Omit<BroughtCase, 'decisions'>[]>`
      select
        mdt_subjects.id, mdts.name as mdt_name, mdt_subjects.made_at, staff.name as made_by_name, settled_at, withdrawn_at,
        mdt_subjects.version
      from mdt_subjects
      join mdts on mdts.id = mdt_subjects.mdt_id
      join staff on staff.id = mdt_subjects.made_by
      where case_id = ${caseId}
      order by mdt_subjects.made_at desc
      limit 20
    `,
    tx<{id: string; subjectId: string; decision: string; decidedAt: Date}[]>`
      select mdt_items.id, subject_id, decision, decided_at
      from mdt_items
      join mdt_subjects on mdt_subjects.id = subject_id
      where case_id = ${caseId} and decision is not null
      order by decided_at desc
      limit 50
    `,
    tx<{itemId: string; what: string; ownerName: string; isDone: boolean}[]>`
      select item_id, what, staff.name as owner_name, done_at is not null as is_done
      from mdt_actions
      join mdt_subjects on mdt_subjects.id = subject_id
      join staff on staff.id = owner_id
      where case_id = ${caseId}
      order by due_on, mdt_actions.made_at
      limit 100
    `,
  ]);
  return subjects.map((subject) => ({
    ...subject,
    decisions: decisions
      .filter(({subjectId}) => subjectId === subject.id)
      .map(({id, decision, decidedAt}) => ({
        decision,
        decidedAt,
        actions: actions
          .filter(({itemId}) => itemId === id)
          .map(({what, ownerName, isDone}) => ({what, ownerName, isDone})),
      })),
  }));
}

/** Keeps which flags a case has: those that are new are added, those that are gone end. */
export function keepFlags(sql: Sql, form: Sender, caseId: string, flags: string[]): Promise<Done> {
  return inCase(sql, form, caseId, 'mdt_flags_changed', async (tx) => {
    await tx`
      update case_flags
      set ended_at = now()
      where case_id = ${caseId} and ended_at is null and flag <> all(${flags}::text[])
    `;
    await tx`
      insert into case_flags (case_id, partner_id, flag, recorded_by)
      select ${caseId}, ${form.viewer.partnerId}, flag, ${form.viewer.staffId}
      from unnest(${flags}::text[]) as flag
      on conflict (case_id, flag) do update
      set ended_at = null, recorded_by = excluded.recorded_by, recorded_at = now()
      where case_flags.ended_at is not null
    `;
    return {outcome: {ok: true}, details: {flags}};
  });
}

/** Takes a person back from a team: they do not want it, or it was a mistake. Nobody else sees any of it from then on. */
export function withdrawFromMdt(
  sql: Sql,
  form: Sender,
  caseId: string,
  {subjectId, why}: {subjectId: string; why: string},
): Promise<Done> {
  return inCase<Done>(sql, form, caseId, 'mdt_withdrawn', async (tx) => {
    const {count} = await tx`
      update mdt_subjects
      set withdrawn_at = now(), withdrawn_by = ${form.viewer.staffId}, withdrawn_why = ${why}, version = version + 1
      where id = ${subjectId} and case_id = ${caseId} and withdrawn_at is null
    `;
    if (count === 0) return {outcome: {ok: false, reason: 'gone'}};
    await tx`
      insert into case_events (case_id, partner_id, kind, words, by_id)
      values (${caseId}, ${form.viewer.partnerId}, 'mdt_withdrawn', ${why}, ${form.viewer.staffId})
    `;
    return {outcome: {ok: true}, details: {subject: subjectId}};
  });
}
