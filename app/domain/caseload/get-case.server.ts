/** One case with everything that happened in it, newest first. */
import type {Sql} from '../../../db/client.ts';
import {within} from '../../../db/within.ts';
import {recordAct} from '../audit/record-act.server.ts';
import {coverOf} from '../cover/cover.server.ts';
import {flagged, type AlertsAndNeeds} from '../people/alerts-and-needs.server.ts';
import type {LetterKind} from '../letters/letter-words.ts';
import type {RingWarning} from '../people/ring-warnings.ts';
import type {Asker} from '../people/staff-request.ts';
import type {Source} from '../referrals/referral-choices.ts';
import type {CloseReason} from '../cases/case-choices.ts';
import {caseColumns, listWalkers, type CaseRow} from '../cases/case-rows.server.ts';
import {readTimeline, type CaseTimeline, type TimelineTurn} from '../cases/case-timeline.server.ts';
import {openVisitsOf, type VisitRow} from '../visits/list-visits.server.ts';
import {openContactDraft} from '../cases/contact-draft.server.ts';
import type {OwnDraft} from '../drafts/own-draft.server.ts';

export interface Case extends CaseRow {
  partnerId: string;
  partnerName: string;
  /** Another organisation's, in which the viewer's walks too. */
  isJoint: boolean;
  teamName: string | null;
  /** What must be known before anything else. */
  mustKnow: AlertsAndNeeds | null;
  /** What the record says against ringing the number of the case. */
  ringWarning: RingWarning | null;
  personReference: string | null;
  source: Source;
  version: number;
  /** Something suggests that several professionals should think along, and nobody has brought them yet. */
  isMdtSuggested: boolean;
  pauseReason: string | null;
  closedAt: Date | null;
  closeReason: CloseReason | null;
  outcome: string | null;
  /** Whether it was asked at its end how they are. */
  isAskedAtEnd: boolean;
  /** Kinds of letter that were sent from it. */
  lettersSent: LetterKind[];
  referral: CaseReferral | null;
  timeline: CaseTimeline;
  walkers: {id: string; name: string}[];
  /** To whoever it is shared with, their own organisation alone. */
  sharedWith: CaseShare[];
  /** Visits that somebody is out on, or will be today. */
  visits: VisitRow[];
  /** Who stands in for the worker today; null where they are not away. */
  cover: {name: string; until: string} | null;
  partners: {id: string; name: string}[];
  /** A contact that the viewer was writing. */
  draft: OwnDraft | null;
}

/** An organisation that reads the case, or walks in it too: with a step of its own then, and who does it. */
interface CaseShare {
  partnerId: string;
  name: string;
  worksWithUs: boolean;
  walkerName: string | null;
  nextStep: string | null;
  nextStepOn: string | null;
  noStepReason: string | null;
}

interface CaseReferral {
  id: string;
  reference: string;
  reason: string;
  referrerName: string | null;
  referrerOrganisation: string | null;
  knownRisks: string | null;
  communication: string | null;
  language: string | null;
  needsInterpreter: boolean;
  mayTellReferrer: boolean;
}

/**
 * A case of the viewer's provider, or one that is shared with it; null for any other, whether or not it exists. The look
 * stands in the audit before it is shown.
 * @param turn which page of what happened
 */
export function getCase(sql: Sql, asker: Asker, caseId: string, turn: TimelineTurn = {}): Promise<Case | null> {
  const {viewer, address} = asker;
  return within(sql, {purpose: 'caseload', viewer, address}, async (tx) => {
    const [row] = await tx<
      Omit<
        Case,
        | 'mustKnow'
        | 'ringWarning'
        | 'referral'
        | 'timeline'
        | 'walkers'
        | 'sharedWith'
        | 'visits'
        | 'cover'
        | 'partners'
        | 'draft'
      >[]
    >`
      select
        ${caseColumns(tx)},
        cases.partner_id,
        partners.name as partner_name,
        cases.partner_id <> ${viewer.partnerId} and works_jointly(cases.id) as is_joint,
        teams.name as team_name,
        people.reference as person_reference,
        cases.source,
        cases.version,
        (
          exists (select from case_flags where case_flags.case_id = cases.id and case_flags.ended_at is null)
          or exists (select from referrals where referrals.id = cases.referral_id and referrals.wants_mdt)
        )
        and not exists (select from mdt_subjects where mdt_subjects.case_id = cases.id) as is_mdt_suggested,
        cases.pause_reason,
        cases.closed_at,
        cases.close_reason,
        cases.outcome,
        exists (
          select from measures
          where measures.case_id = cases.id and measures.occasion = 'close' and measures.struck_at is null
        ) as is_asked_at_end,
        array(select distinct kind from case_letters where case_letters.case_id = cases.id) as letters_sent
      from cases
      join partners on partners.id = cases.partner_id
      left join people on people.id = cases.person_id
      left join staff on staff.id = cases.worker_id
      left join teams on teams.id = cases.team_id
      where cases.id = ${caseId}
    `;
    if (!row) return null;
    const [[known], timeline, referrals, walkers, sharedWith, partners, draft, visits, cover] = await Promise.all([
      flagged(tx, [row]),
      readTimeline(tx, row, turn),
      tx<CaseReferral[]>`
        select
          referrals.id, referrals.reference, referrals.reason, referrer_name, referrer_organisation, known_risks,
          communication, language, needs_interpreter, may_tell_referrer
        from cases
        join referrals on referrals.id = cases.referral_id
        where cases.id = ${caseId}
      `,
      listWalkers(tx, viewer.partnerId),
      tx<Case['sharedWith']>`
        select
          case_shares.to_partner_id as partner_id, partners.name, works_with_us, staff.name as walker_name, next_step,
          next_step_on, no_step_reason
        from case_shares
        join partners on partners.id = case_shares.to_partner_id
        left join staff on staff.id = case_shares.walker_id
        where case_id = ${caseId} and ended_at is null
        order by partners.name
      `,
      tx<{id: string; name: string}[]>`
        select referral_providers.partner_id as id, partners.name
        from referral_providers
        join partners on partners.id = referral_providers.partner_id
        where referral_providers.partner_id <> ${viewer.partnerId} and partners.closed_at is null
        order by partners.name
      `,
      openContactDraft(tx, asker, caseId),
      openVisitsOf(tx, caseId),
      coverOf(tx, caseId),
    ]);
    await recordAct(tx, {action: 'case_viewed', personId: row.personId, details: {case: caseId}});
    return {
      ...row,
      mustKnow: known?.mustKnow ?? null,
      ringWarning: known?.ringWarning ?? null,
      timeline,
      referral: referrals[0] ?? null,
      walkers: [...walkers],
      sharedWith: [...sharedWith],
      partners: [...partners],
      draft,
      visits: [...visits],
      cover,
    };
  });
}
