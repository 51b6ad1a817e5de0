/** Safeguarding concerns: for the named lead and those who safeguard. Whoever raised one may see what came of it. */
import type {ISql, Sql} from '../../../db/client.ts';
import {within} from '../../../db/within.ts';
import {onceOnly} from '../access/submissions.server.ts';
import {recordAct} from '../audit/record-act.server.ts';
import type {PartOfThree} from '../calls/call-choices.ts';
import {readStoredCall, type Call} from '../calls/get-call.server.ts';
import {alertsAndNeedsOf, type AlertsAndNeeds} from '../people/alerts-and-needs.server.ts';
import type {Asker, Sender} from '../people/staff-request.ts';
import type {Decision} from './concern-choices.ts';

interface ConcernSummary {
  id: string;
  callReference: string | null;
  caseReference: string | null;
  isFromCall: boolean;
  fromPartnerName: string;
  raisedByName: string;
  raisedAt: Date;
  dueAt: Date;
  leadName: string | null;
  decision: Decision | null;
  decidedAt: Date | null;
}

interface Concern extends ConcernSummary {
  personId: string | null;
  hasCareNeeds: PartOfThree;
  isAtRisk: PartOfThree;
  cannotProtect: PartOfThree;
  concern: string;
  wishes: string | null;
  decisionNote: string | null;
  decidedByName: string | null;
  version: number;
  /** Whether the viewer decides: the named lead and those who safeguard. */
  isToDecide: boolean;
  /** What must be known of the person before anything else. */
  mustKnow: AlertsAndNeeds | null;
  call: Call | null;
}

interface ConcernList {
  concerns: ConcernSummary[];
  count: number;
  page: number;
  pages: number;
  /** Whether the viewer is one of those who safeguard, and not only somebody who raised some. */
  isSafeguarder: boolean;
}

const PAGE_SIZE = 20;

/** What is told of a concern wherever it stands, and of which tables. */
const told = (tx: ISql) => ({
  summary: tx`
    safeguarding_concerns.id, calls.reference as call_reference, case_reference, call_id is not null as is_from_call,
    partners.name as from_partner_name, raisers.name as raised_by_name, raised_at, due_at, leads.name as lead_name,
    decision, decided_at
  `,
  sources: tx`
    from safeguarding_concerns
    join partners on partners.id = from_partner_id
    join staff as raisers on raisers.id = raised_by
    left join staff as leads on leads.id = lead_id
    left join calls on calls.id = call_id
  `,
});

/** Those that the viewer may see: open ones by when they are due, or decided ones, the latest first. */
export function listConcerns(
  sql: Sql,
  {viewer, address}: Asker,
  {isDecided, page}: {isDecided: boolean; page: number},
): Promise<ConcernList> {
  return within(sql, {purpose: 'desk', viewer, address}, async (tx) => {
    const which = isDecided ? tx`decided_at is not null` : tx`decided_at is null`;
    const [{count, isSafeguarder}] = await tx<[{count: number; isSafeguarder: boolean}]>`
      select count(*), viewer_safeguards() as is_safeguarder from safeguarding_concerns where ${which}
    `;
    const pages = Math.max(1, Math.ceil(count / PAGE_SIZE));
    const shown = Math.min(Math.max(1, page), pages);
    const {summary, sources} = told(tx);
    const concerns = await tx<ConcernSummary[]>`
      select
        ${summary}
      ${sources}
      where ${which}
      order by ${isDecided ? tx`decided_at desc` : tx`due_at`}, safeguarding_concerns.id
      limit ${PAGE_SIZE}
      offset ${(shown - 1) * PAGE_SIZE}
    `;
    await recordAct(tx, {
      action: 'safeguarding_viewed',
      details: {list: isDecided ? 'decided' : 'open', items: concerns.length},
    });
    return {concerns: [...concerns], count, page: shown, pages, isSafeguarder};
  });
}

/** One concern with its call, or null for whoever may not see it. The look is in the audit before it is given. */
export function getConcern(sql: Sql, {viewer, address}: Asker, id: string): Promise<Concern | null> {
  return within(sql, {purpose: 'desk', viewer, address}, async (tx) => {
    const {summary, sources} = told(tx);
    const [found] = await tx<(Omit<Concern, 'mustKnow' | 'call'> & {callId: string | null})[]>`
      select
        ${summary},
        safeguarding_concerns.call_id,
        safeguarding_concerns.person_id,
        has_care_needs,
        is_at_risk,
        cannot_protect,
        concern,
        wishes,
        decision_note,
        deciders.name as decided_by_name,
        safeguarding_concerns.version,
        safeguarding_concerns.partner_id = ${viewer.partnerId}
          and (lead_id is not distinct from ${viewer.staffId} or viewer_safeguards()) as is_to_decide
      ${sources}
      left join staff as deciders on deciders.id = decided_by
      where safeguarding_concerns.id = ${id}
    `;
    if (!found) return null;
    const {callId, ...concern} = found;
    const call = callId ? await readStoredCall(tx, callId) : null;
    await recordAct(tx, {action: 'safeguarding_viewed', personId: concern.personId, details: {concern: id}});
    return {...concern, mustKnow: await alertsAndNeedsOf(tx, concern.personId), call};
  });
}

type DecisionOutcome = {ok: true} | {ok: false; reason: 'missing' | 'changed'};

/** What the lead decides, and why. Decided once: what another has decided meanwhile stands. */
export function decideConcern(
  sql: Sql,
  {viewer, address, door, submission}: Sender,
  id: string,
  {decision, note, version}: {decision: Decision; note: string; version: number},
): Promise<DecisionOutcome> {
  return within(sql, {purpose: 'desk', viewer, address}, (tx) =>
    onceOnly(tx, {submission, staffId: viewer.staffId, door}, async (): Promise<DecisionOutcome> => {
      const [decided] = await tx<{personId: string | null}[]>`
        update safeguarding_concerns
        set
          decision = ${decision},
          decision_note = ${note},
          decided_by = ${viewer.staffId},
          decided_at = clock_timestamp(),
          version = version + 1
        where id = ${id} and version = ${version} and decided_at is null
        returning person_id
      `;
      if (!decided) {
        const [seen] = await tx`select id from safeguarding_concerns where id = ${id}`;
        return {ok: false, reason: seen ? 'changed' : 'missing'};
      }
      await recordAct(tx, {
        action: 'safeguarding_decided',
        personId: decided.personId,
        details: {concern: id, decision},
      });
      return {ok: true};
    }),
  );
}
