/** Plans: read, kept as versions, given to the person. Every look is in the audit. */
import type {Sql} from '../../../db/client.ts';
import {within} from '../../../db/within.ts';
import {hashToken, makeToken} from '../access/secrets.server.ts';
import {recordAct} from '../audit/record-act.server.ts';
import {inCase, type Done} from '../cases/in-case.server.ts';
import type {DraftConflict, DraftField, Present} from '../drafts/draft-fields.server.ts';
import {getCaseHeader, lookAtCase, type CaseHeader} from '../cases/case-header.server.ts';
import {sendMessage} from '../messages/send-message.server.ts';
import {planMessage} from '../messages/texts.ts';
import type {Asker, Sender} from '../people/staff-request.ts';
import {EMPTY_PLAN, type AgreedBy, type Plan} from './plan-choices.ts';
import {
  clearDraft,
  draftFields,
  draftValues,
  holdDraft,
  noteWriting,
  takeIn,
  type SentPlan,
} from './plan-draft.server.ts';
import {agreedByOf, readPlan} from './plan-form.ts';
import {planSchema} from './plan-schema.ts';
import {getVersion, listVersions, type PlanVersion} from './plan-versions.server.ts';

interface CasePlan {
  header: CaseHeader;
  /** Newest first. */
  versions: PlanVersion[];
  /** Somebody has begun to change it and has not kept that yet; never for those who may only read it. */
  isBegun: boolean;
}

/** The plan of a case with its last versions; null where the viewer sees no such case. */
export function getPlan(sql: Sql, asker: Asker, caseId: string): Promise<CasePlan | null> {
  return lookAtCase(sql, asker, caseId, 'plan_viewed', async (tx, header) => {
    const versions = await listVersions(tx, caseId);
    const [begun] = await tx`select 1 from plan_draft_fields where draft_id = ${caseId} limit 1`;
    return {header, versions, isBegun: begun !== undefined};
  });
}

/** A plan about to be written: the newest version, what was typed since, and who else writes in it. */
interface PlanToWrite {
  header: CaseHeader;
  /** The number of the newest version; 0 where there is none. */
  seen: number;
  latest: Plan;
  fields: DraftField[];
  present: Present[];
}

/** Null where the case is not the viewer's to write in. */
export function openPlan(sql: Sql, asker: Asker, caseId: string): Promise<PlanToWrite | null> {
  const {viewer, address} = asker;
  return within(sql, {purpose: 'caseload', viewer, address}, async (tx) => {
    const header = await getCaseHeader(tx, asker, caseId);
    const held = header?.isOwn ? await holdDraft(tx, asker, caseId) : null;
    if (!header || !held) return null;
    const fields = await draftFields(tx, caseId);
    const present = await noteWriting(tx, asker, caseId, null);
    await recordAct(tx, {action: 'plan_viewed', personId: header.personId, details: {case: caseId, towrite: true}});
    return {header, seen: held.latest?.number ?? 0, latest: held.latest?.plan ?? EMPTY_PLAN, fields, present};
  });
}

type KeptPlan =
  | {ok: true}
  | {ok: false; reason: 'problems'; problems: Record<string, string>}
  /** Somebody else has changed these meanwhile, in the draft or by keeping a version: nothing was kept yet. */
  | {ok: false; reason: 'conflicts'; conflicts: DraftConflict[]}
  /** Somebody has kept a version meanwhile. What was typed is laid over it, to be looked at before it is kept. */
  | {ok: false; reason: 'moved_on'; byName: string; isYou: boolean}
  | {ok: false; reason: 'gone'};

/**
 * Keeps what was typed as the next version.
 * @param sent the form, where it is not all in the draft already
 */
export function keepPlan(
  sql: Sql,
  form: Sender,
  caseId: string,
  {seen, sent}: {seen: number; sent: SentPlan | null},
): Promise<KeptPlan> {
  return inCase<KeptPlan>(sql, form, caseId, 'plan_changed', async (tx) => {
    const latest = await getVersion(tx, caseId);
    const conflicts = sent ? await takeIn(tx, form, caseId, latest, sent) : [];
    if (conflicts.length > 0) return {outcome: {ok: false, reason: 'conflicts', conflicts}};
    const number = (latest?.number ?? 0) + 1;
    if (latest && latest.number !== seen) {
      const isYou = latest.madeBy === form.viewer.staffId;
      return {outcome: {ok: false, reason: 'moved_on', byName: latest.madeByName, isYou}};
    }
    const values = await draftValues(tx, caseId, latest);
    const read = readPlan(values);
    if (!read.ok) return {outcome: {ok: false, reason: 'problems', problems: read.problems}};
    await tx`
      insert into plan_versions (case_id, partner_id, number, content, agreed_by, made_by)
      values (
        ${caseId}, ${form.viewer.partnerId}, ${number}, ${tx.json(read.plan as never)}, ${agreedByOf(values)},
        ${form.viewer.staffId}
      )
    `;
    await clearDraft(tx, caseId);
    await tx`
      insert into case_events (case_id, partner_id, kind, words, by_id)
      values (${caseId}, ${form.viewer.partnerId}, 'plan', ${`Version ${number}`}, ${form.viewer.staffId})
    `;
    return {outcome: {ok: true}, details: {version: number}};
  });
}

/** Takes a whole form into the draft without keeping a version of it. Null: not theirs to write in. */
export function keepTyped(sql: Sql, asker: Asker, caseId: string, sent: SentPlan): Promise<DraftConflict[] | null> {
  const {viewer, address} = asker;
  return within(sql, {purpose: 'caseload', viewer, address}, async (tx) => {
    const held = await holdDraft(tx, asker, caseId);
    return held && takeIn(tx, asker, caseId, held.latest, sent);
  });
}

/** A copy that was sent can be read for so many days. */
const COPY_DAYS = 60;

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
): Promise<{plan: Plan; agreedBy: AgreedBy; madeAt: Date} | null> {
  return within(sql, {purpose: 'answer', address}, async (tx) => {
    const [copy] = await tx<{content: string; agreedBy: AgreedBy; madeAt: Date}[]>`
      select content::text as content, agreed_by, made_at from open_plan_copy(${hashToken(token)})
    `;
    if (!copy) return null;
    const {content, ...about} = copy;
    return {...about, plan: planSchema.parse(JSON.parse(content))};
  });
}
