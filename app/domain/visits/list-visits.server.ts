/** Visits as they are shown: to whoever goes, in the case, and to those who lead. All but `getVisits` run inside `caseload`. */
import type {ISql, Sql} from '../../../db/client.ts';
import {within} from '../../../db/within.ts';
import {recordAct} from '../audit/record-act.server.ts';
import {nameOf} from '../cases/case-rows.server.ts';
import {addDays, londonMoment, type CalendarDate} from '../dates/calendar-date.ts';
import {alertsAndNeedsOf, type AlertsAndNeeds} from '../people/alerts-and-needs.server.ts';
import type {ADDRESSES} from '../people/record-choices.ts';
import type {Asker} from '../people/staff-request.ts';
import type {VisitMode, VisitTimes} from './visit-choices.ts';

export interface VisitRow extends VisitTimes {
  id: string;
  caseId: string;
  personId: string | null;
  reference: string;
  /** Of whom they visit; missing where the person no longer lets the provider come near. */
  name: string | null;
  staffId: string;
  staffName: string;
  mode: VisitMode;
  /** Null once it is cleared, 30 days after. */
  place: string | null;
  companion: string | null;
  toldAt: Date | null;
  backWords: string | null;
}

interface CaseVisits {
  reference: string;
  isClosed: boolean;
  /** What must be known before anybody goes there. */
  mustKnow: AlertsAndNeeds | null;
  /** Where the person can be visited, by their record. */
  places: {id: string; kind: keyof typeof ADDRESSES; words: string}[];
  /** Of alerts that still hold. */
  alertKinds: string[];
  visits: VisitRow[];
}

const MOST = 20;

const columns = (tx: ISql) => tx`
  case_visits.id,
  case_visits.case_id,
  cases.person_id,
  cases.reference,
  ${nameOf(tx)} as name,
  case_visits.staff_id,
  staff.name as staff_name,
  case_visits.mode,
  case_visits.place,
  case_visits.companion,
  case_visits.leaves_at,
  case_visits.back_by,
  case_visits.back_at,
  case_visits.back_words,
  case_visits.called_off_at,
  case_visits.told_at
`;

const joined = (tx: ISql) => tx`
  case_visits
  join cases on cases.id = case_visits.case_id
  join staff on staff.id = case_visits.staff_id
  left join people on people.id = cases.person_id
`;

const isOpen = (tx: ISql) => tx`case_visits.back_at is null and case_visits.called_off_at is null`;
const endOf = (today: CalendarDate) => londonMoment(addDays(today, 1), '00:00');

/** The viewer's own visits that are not over: those they are out on, and those of today. */
export async function visitsOfDay(tx: ISql, viewer: Asker['viewer'], today: CalendarDate): Promise<VisitRow[]> {
  return tx<VisitRow[]>`
    select ${columns(tx)}
    from ${joined(tx)}
    where
      case_visits.staff_id = ${viewer.staffId}
      and case_visits.partner_id = ${viewer.partnerId}
      and ${isOpen(tx)}
      and case_visits.leaves_at < ${endOf(today)}
    order by case_visits.leaves_at, case_visits.id
    limit ${MOST}
  `;
}

/** Everybody of the provider who is out, whoever should be back longest first, and who goes out later today. */
export async function visitsOfTeam(tx: ISql, viewer: Asker['viewer'], today: CalendarDate): Promise<VisitRow[]> {
  return tx<VisitRow[]>`
    select ${columns(tx)}
    from ${joined(tx)}
    where
      case_visits.partner_id = ${viewer.partnerId}
      and ${isOpen(tx)}
      and case_visits.leaves_at < ${endOf(today)}
    order by case_visits.back_by, case_visits.id
    limit 100
  `;
}

/** Visits of a case that somebody is out on just now, or will be today: for the page of the case. */
export async function openVisitsOf(tx: ISql, caseId: string): Promise<VisitRow[]> {
  return tx<VisitRow[]>`
    select ${columns(tx)}
    from ${joined(tx)}
    where case_visits.case_id = ${caseId} and ${isOpen(tx)} and london_day(case_visits.leaves_at) <= london_day(now())
    order by case_visits.leaves_at, case_visits.id
    limit 5
  `;
}

/**
 * What is needed to plan a visit, and the visits of a case, the latest first. Null where it is no case of the viewer's own
 * provider. An address of the record is shown, so the look stands in the audit.
 */
export function getVisits(sql: Sql, {viewer, address}: Asker, caseId: string): Promise<CaseVisits | null> {
  return within(sql, {purpose: 'caseload', viewer, address}, async (tx) => {
    const [one] = await tx<{personId: string; reference: string; isClosed: boolean}[]>`
      select person_id, reference, status = 'closed' as is_closed
      from cases
      where id = ${caseId} and partner_id = ${viewer.partnerId}
    `;
    if (!one) return null;
    const [mustKnow, places, alertKinds, visits] = await Promise.all([
      alertsAndNeedsOf(tx, one.personId),
      tx<CaseVisits['places']>`select id, kind, words from case_places(${caseId})`,
      alertKindsOf(tx, one.personId),
      tx<VisitRow[]>`
        select ${columns(tx)}
        from ${joined(tx)}
        where case_visits.case_id = ${caseId}
        order by case_visits.leaves_at desc, case_visits.id
        limit ${MOST}
      `,
    ]);
    await recordAct(tx, {action: 'visits_viewed', personId: one.personId, details: {case: caseId}});
    const {reference, isClosed} = one;
    return {reference, isClosed, mustKnow, places: [...places], alertKinds, visits: [...visits]};
  });
}

/** What kinds of alerts of somebody still hold. */
export async function alertKindsOf(tx: ISql, personId: string): Promise<string[]> {
  const rows = await tx<{kind: string}[]>`
    select distinct kind from alerts_and_needs(${[personId]}::uuid[]) where what = 'alert'
  `;
  return rows.map(({kind}) => kind);
}
