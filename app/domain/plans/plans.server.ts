/** Plans: read, kept as versions, given to the person. Every look is in the audit. */
import type {ISql, Sql} from '../../../db/client.ts';
import {within} from '../../../db/within.ts';
import {hashToken, makeToken} from '../access/secrets.server.ts';
import {recordAct} from '../audit/record-act.server.ts';
import {inCase, type Done} from '../cases/in-case.server.ts';
import {getCaseHeader, type CaseHeader} from '../measures/case-measures.server.ts';
import {sendMessage} from '../messages/send-message.server.ts';
import {planMessage} from '../messages/texts.ts';
import type {Asker, Sender} from '../people/staff-request.ts';
import type {AgreedBy, Plan} from './plan-choices.ts';
import {planSchema} from './plan-schema.ts';

export interface PlanVersion {
  number: number;
  plan: Plan;
  agreedBy: AgreedBy;
  madeByName: string;
  madeAt: Date;
}

export interface CasePlan {
  header: CaseHeader;
  /** Newest first. */
  versions: PlanVersion[];
}

const VERSIONS_SHOWN = 20;

/** The plan of a case with its last versions; null where the viewer sees no such case. */
export function getPlan(sql: Sql, asker: Asker, caseId: string): Promise<CasePlan | null> {
  const {viewer, address} = asker;
  return within(sql, {purpose: 'caseload', viewer, address}, async (tx) => {
    const header = await getCaseHeader(tx, asker, caseId);
    if (!header) return null;
    const versions = await listVersions(tx, caseId);
    await recordAct(tx, {action: 'plan_viewed', personId: header.personId, details: {case: caseId}});
    return {header, versions};
  });
}

async function listVersions(tx: ISql, caseId: string): Promise<PlanVersion[]> {
  // As text: the client would turn the keys of a JSON value into camel case.
  const rows = await tx<(Omit<PlanVersion, 'plan'> & {content: string})[]>`
    select number, content::text as content, agreed_by, staff.name as made_by_name, made_at
    from plan_versions
    join staff on staff.id = plan_versions.made_by
    where case_id = ${caseId}
    order by number desc
    limit ${VERSIONS_SHOWN}
  `;
  return rows.map(({content, ...row}) => ({...row, plan: planSchema.parse(JSON.parse(content))}));
}

/**
 * Keeps a plan as the next version. `changed`: somebody else has kept one since this was shown.
 * @param seen the number of the version it was made from; 0 for the first
 */
export function keepPlan(
  sql: Sql,
  form: Sender,
  caseId: string,
  {plan, agreedBy, seen}: {plan: Plan; agreedBy: AgreedBy; seen: number},
): Promise<Done<'changed'>> {
  return inCase<Done<'changed'>>(sql, form, caseId, 'plan_changed', async (tx) => {
    // The primary key makes the second of two that were made from the same version come too late.
    const {count} = await tx`
      insert into plan_versions (case_id, partner_id, number, content, agreed_by, made_by)
      select ${caseId}, ${form.viewer.partnerId}, ${seen + 1}, ${tx.json(plan as never)}, ${agreedBy}, ${form.viewer.staffId}
      where ${seen} = coalesce((select max(number) from plan_versions where case_id = ${caseId}), 0)
      on conflict do nothing
    `;
    if (count === 0) return {outcome: {ok: false, reason: 'changed'}};
    await tx`
      insert into case_events (case_id, partner_id, kind, words, by_id)
      values (${caseId}, ${form.viewer.partnerId}, 'plan', ${`Version ${seen + 1}`}, ${form.viewer.staffId})
    `;
    return {outcome: {ok: true}, details: {version: seen + 1}};
  });
}

/** A copy that was sent can be read for so many days. */
export const COPY_DAYS = 60;

export interface PlanGiven {
  number: number;
  /** Where the link goes; null when it is printed. */
  email: string | null;
  consentBy: 'person' | 'carer' | 'attorney';
  consentHow: 'spoken' | 'written';
  siteAddress: string;
}

/** Gives the person their copy: writes down that it was printed, or puts a private link into the post. */
export function givePlan(
  sql: Sql,
  form: Sender,
  caseId: string,
  {number, email, consentBy, consentHow, siteAddress}: PlanGiven,
): Promise<Done<'not_safe' | 'refused'>> {
  return inCase<Done<'not_safe' | 'refused'>>(sql, form, caseId, 'plan_given', async (tx, {personId}) => {
    const {partnerId, staffId} = form.viewer;
    const [held] = await tx`select 1 from plan_versions where case_id = ${caseId} and number = ${number}`;
    if (!held) return {outcome: {ok: false, reason: 'gone'}};
    if (email) {
      const [row] = await tx<{unsafe: 'not_safe' | 'refused' | null}[]>`
        select unsafe_to_send(${personId}, 'email', ${email}) as unsafe
      `;
      if (row?.unsafe) return {outcome: {ok: false, reason: row.unsafe}};
    }
    const token = email ? makeToken() : null;
    await tx`
      insert into plan_copies (
        case_id, partner_id, number, token_hash, how, consent_by, consent_how, given_by, expires_at
      )
      values (
        ${caseId}, ${partnerId}, ${number}, ${token && hashToken(token)}, ${email ? 'email' : 'print'}, ${consentBy},
        ${consentHow}, ${staffId}, ${token ? tx`now() + make_interval(days => ${COPY_DAYS})` : null}
      )
    `;
    if (email && token) {
      const message = planMessage({link: `${siteAddress}/plan/${token}`, days: COPY_DAYS});
      await sendMessage(tx, {channel: 'email', to: email, ...message, partnerId});
    }
    return {outcome: {ok: true}, details: {version: number, how: email ? 'email' : 'print'}};
  });
}

/** The plan that a private link was made for; null when it holds no more. */
export function openCopy(
  {sql, address}: {sql: Sql; address: string | null},
  token: string,
): Promise<{plan: Plan; madeAt: Date} | null> {
  return within(sql, {purpose: 'answer', address}, async (tx) => {
    const [copy] = await tx<{content: string; madeAt: Date}[]>`
      select content::text as content, made_at from open_plan_copy(${hashToken(token)})
    `;
    return copy ? {plan: planSchema.parse(JSON.parse(copy.content)), madeAt: copy.madeAt} : null;
  });
}
