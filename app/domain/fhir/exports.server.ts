/** A case and its outcome as a file for another system: made once, with consent, for one named organisation, and kept. */
import {randomUUID} from 'node:crypto';
import type {ISql, Sql} from '../../../db/client.ts';
import {uuidFrom} from '../../../db/uuid.ts';
import {within} from '../../../db/within.ts';
import {recordAct} from '../audit/record-act.server.ts';
import {inCase} from '../cases/in-case.server.ts';
import {checkSharing, type AgreedNow} from '../letters/check-letter.server.ts';
import type {LetterRefusal} from '../letters/letter-words.ts';
import {lookAtCase, type CaseHeader} from '../cases/case-header.server.ts';
import {getScale} from '../measures/scales.server.ts';
import {alertsAndNeedsOf, type AlertsAndNeeds} from '../people/alerts-and-needs.server.ts';
import type {Asker, Sender} from '../people/staff-request.ts';
import {planSchema} from '../plans/plan-schema.ts';
import type {ExportedOnward} from './onward-resources.ts';
import {toBundle, type ExportFacts} from './to-bundle.ts';

interface MadeExport {
  id: string;
  organisation: string;
  agreed: string;
  madeByName: string;
  madeAt: Date;
}

/** What was made of a case, the latest first; null where the viewer sees no such case. */
export function getExports(
  sql: Sql,
  asker: Asker,
  caseId: string,
): Promise<{header: CaseHeader; mustKnow: AlertsAndNeeds | null; made: MadeExport[]} | null> {
  return lookAtCase(sql, asker, caseId, 'case_exports_viewed', async (tx, header) => {
    const made = await tx<MadeExport[]>`
      select case_exports.id, organisation, agreed, staff.name as made_by_name, made_at
      from case_exports
      join staff on staff.id = made_by
      where case_id = ${caseId}
      order by made_at desc
      limit 40
    `;
    return {header, mustKnow: await alertsAndNeedsOf(tx, header.personId), made: [...made]};
  });
}

interface NewExport {
  organisation: string;
  agreedNow: AgreedNow | null;
  withPlan: boolean;
  withMeasures: boolean;
  withOnward: boolean;
  siteAddress: string;
}

type Exporting = {ok: true; id: string} | {ok: false; reason: 'gone' | LetterRefusal};

/** Whoever refused their doctor refused the practice, whatever it is called. */
const soundsLikePractice = (name: string) => /\b(gps?|doctors?|surgery|practice|medical|health centre)\b/i.test(name);

/** Makes the file, where the person agrees that this organisation has it. */
export function makeExport(sql: Sql, form: Sender, caseId: string, asked: NewExport): Promise<Exporting> {
  return inCase<Exporting>(sql, form, caseId, 'case_exported', async (tx, {personId}) => {
    const {organisation, agreedNow} = asked;
    const isPractice = soundsLikePractice(organisation);
    const check = await checkSharing(tx, {caseId, personId, organisation, agreedNow, isPractice});
    if (!check.ok) return {outcome: check};
    const id = randomUUID();
    const bundle = toBundle(await factsOf(tx, caseId, id, asked));
    await tx`
      insert into case_exports (id, case_id, partner_id, organisation, content, agreed, made_by)
      values (
        ${id}, ${caseId}, ${form.viewer.partnerId}, ${organisation}, ${tx.json(bundle as never)}, ${check.agreed},
        ${form.viewer.staffId}
      )
    `;
    await tx`
      insert into case_events (case_id, partner_id, kind, words, by_id)
      values (${caseId}, ${form.viewer.partnerId}, 'exported', ${`For ${organisation}`}, ${form.viewer.staffId})
    `;
    return {outcome: {ok: true, id}, details: {export: id, resources: bundle.entry.length}};
  });
}

/** The file as it was made, as text; null where the viewer sees no such case. */
export function getExport(
  sql: Sql,
  {viewer, address}: Asker,
  caseId: string,
  id: string,
): Promise<{reference: string; content: string} | null> {
  return within(sql, {purpose: 'caseload', viewer, address}, async (tx) => {
    const [found] = await tx<{reference: string; content: string; personId: string}[]>`
      select cases.reference, jsonb_pretty(content) as content, person_id
      from case_exports
      join cases on cases.id = case_id
      where case_exports.id = ${id} and case_id = ${caseId}
    `;
    if (!found) return null;
    await recordAct(tx, {action: 'case_export_downloaded', personId: found.personId, details: {export: id}});
    return {reference: found.reference, content: found.content};
  });
}

type CaseFacts = Omit<
  ExportFacts,
  'site' | 'bundleId' | 'madeAt' | 'referral' | 'person' | 'needs' | 'plan' | 'onward' | 'scores'
> & {
  personId: string;
  personReference: string | null;
  givenName: string | null;
  familyName: string | null;
  birthDate: string | null;
  referralId: string | null;
  referralReference: string;
  reason: string;
  referrer: string | null;
  urgency: NonNullable<ExportFacts['referral']>['urgency'];
};

async function factsOf(
  tx: ISql,
  caseId: string,
  bundleId: string,
  {siteAddress, withPlan, withMeasures, withOnward}: NewExport,
): Promise<ExportFacts> {
  const [[row], needs, [plan], scores, onward] = await Promise.all([
    tx<[CaseFacts]>`
      select
        cases.id as case_id, cases.reference, cases.person_id, people.reference as person_reference, people.given_name,
        people.family_name, people.birth_date::text as birth_date, partners.name as partner_name, staff.name as worker_name,
        cases.status, cases.referred_at, cases.opened_at, cases.closed_at, cases.close_reason, cases.outcome,
        referrals.id as referral_id, referrals.reference as referral_reference, referrals.reason, referrals.urgency,
        nullif(concat_ws(', ', referrer_name, referrer_organisation), '') as referrer
      from cases
      join partners on partners.id = cases.partner_id
      left join staff on staff.id = cases.worker_id
      left join people on people.id = cases.person_id
      left join referrals on referrals.id = cases.referral_id
      where cases.id = ${caseId}
    `,
    tx<{key: string; name: string}[]>`
      select needs.key, needs.name from needs join cases on needs.key = any(cases.needs) where cases.id = ${caseId} order by name
    `,
    withPlan
      ? tx<{content: string; madeAt: Date}[]>`
          select content::text as content, made_at from plan_versions where case_id = ${caseId} order by number desc limit 1
        `
      : [],
    withMeasures
      ? tx<{measureId: string; scale: string; score: string; value: number; takenOn: string}[]>`
          select measures.id as measure_id, scale, score, value::float8 as value, taken_on::text as taken_on
          from measures
          join measure_scores on measure_scores.measure_id = measures.id
          where measures.case_id = ${caseId} and struck_at is null
          order by taken_on, scale, score
          limit 300
        `
      : [],
    withOnward ? selectOnward(tx, caseId) : [],
  ]);
  const {personId, personReference, givenName, familyName, birthDate, referralId, ...facts} = row;
  const {referralReference, reason, referrer, urgency, ...rest} = facts;
  return {
    ...rest,
    ...{site: siteAddress, bundleId, madeAt: new Date(), needs: [...needs]},
    person: {id: personId, reference: personReference, givenName, familyName, birthDate},
    referral: referralId ? {id: referralId, reference: referralReference, reason, referrer, urgency} : null,
    plan: plan
      ? {id: uuidFrom(`plan:${caseId}`), content: planSchema.parse(JSON.parse(plan.content)), madeAt: plan.madeAt}
      : null,
    onward: onward.map(({needKey, needName, ...one}) => ({
      ...one,
      need: needKey && needName ? {key: needKey, name: needName} : null,
    })),
    scores: scores.map(({measureId, ...score}) => ({
      ...score,
      id: uuidFrom(`${score.score}:${measureId}`),
      scaleName: getScale(score.scale)?.name ?? score.scale,
    })),
  };
}

type OnwardFacts = Omit<ExportedOnward, 'need'> & {needKey: string | null; needName: string | null};

/** In the order in which they were made. What the services read stays here. */
const selectOnward = (tx: ISql, caseId: string) => tx<OnwardFacts[]>`
  select
    onward_referrals.id, service_name, state, need_key, needs.name as need_name, made_at, attended, decline_reason, ended_how,
    greatest(made_at, seen_at, answered_at, reply_at, withdrawn_at) as changed_at, withdrawn_at is not null as is_withdrawn
  from onward_referrals
  left join needs on needs.key = need_key
  where case_id = ${caseId}
  order by made_at, onward_referrals.id
  limit 50
`;
