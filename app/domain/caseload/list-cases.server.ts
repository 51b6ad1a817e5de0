/** The caseload: what is due today, and every case with its filters. Each look is in the audit before it is shown. */
import type {Sql} from '../../../db/client.ts';
import {within} from '../../../db/within.ts';
import {recordAct} from '../audit/record-act.server.ts';
import {coveringToday, type Covering} from '../cover/cover.server.ts';
import {addDays, type CalendarDate} from '../dates/calendar-date.ts';
import {measuresDue, type DueMeasure} from '../measures/measures-due.server.ts';
import {listActionsDue, type ActionDue} from '../mdt/actions-due.server.ts';
import {onwardDue, type OnwardDue} from '../onward/onward-day.server.ts';
import {flagged, flaggedLists, type Flagged} from '../people/alerts-and-needs.server.ts';
import type {Asker} from '../people/staff-request.ts';
import {listSupervisionDue, type SupervisionDue} from '../team/supervision.server.ts';
import {visitsOfDay, type VisitRow} from '../visits/list-visits.server.ts';
import {caseColumns, dayColumns, listWalkers, type DayRow} from '../cases/case-rows.server.ts';
import {casesWanted, ordered, wholeOf, type CaseSearch} from './case-search.server.ts';
import {narrowChoices, type NarrowChoices} from './narrow-cases.server.ts';
import {listPromisedCalls, listReviews, type DueReview, type PromisedCall} from '../cases/day-lists.server.ts';
import {
  asOurs,
  joinJoint,
  jointCaseIds,
  jointColumns,
  listJointSteps,
  ownWalker,
  type DayCase,
  type JointCaseRow,
  type ListedCase,
} from '../cases/joint-steps.server.ts';

const PAGE_SIZE = 20;
/** A day with more than this is no day any more; the rest is in the caseload. */
const MOST_TODAY = 50;
/** Of what stands beside the next steps, as many of each. */
const MOST_BESIDE = 10;

interface MyDay {
  late: Flagged<DayCase>[];
  today: Flagged<DayCase>[];
  soon: Flagged<DayCase>[];
  /** Nothing is said about what comes next: worth a look now and then. */
  withoutStep: Flagged<DayCase>[];
  /** What they took on at a meeting, due within seven days. */
  agreed: ActionDue[];
  /** What they said in supervision that they would do, due within seven days. */
  supervision: SupervisionDue[];
  /** What services answered, and what they have not for 14 days. */
  onward: OnwardDue[];
  open: number;
  /** What is to be asked now, the longest overdue first. */
  measures: DueMeasure[];
  /** What the desk promised in their name. */
  calls: Flagged<PromisedCall>[];
  /** Plans to look at again within seven days. */
  reviews: DueReview[];
  /** Visits they are out on, and those of today. */
  visits: Flagged<VisitRow>[];
  /** For colleagues who are away. */
  covering: Covering[];
}

/** The viewer's day: what is late first, then today, then the seven days to come. @param today 'YYYY-MM-DD' */
export function myDay(sql: Sql, {viewer, address}: Asker, today: CalendarDate): Promise<MyDay> {
  return within(sql, {purpose: 'caseload', viewer, address}, async (tx) => {
    const [cases, joint, [{open}], agreed, onward, measures, promised, reviews, going, covering, supervision] =
      await Promise.all([
        tx<DayRow[]>`
        -- Chosen first: names, which cost more than all else, are asked only of those that are shown.
        with due as materialized (
          select
            cases.id,
            row_number() over (
              order by least(cases.next_step_on, cases.paused_until), cases.referred_at, cases.id
            ) as place
          from cases
          where
            cases.partner_id = ${viewer.partnerId}
            and cases.worker_id = ${viewer.staffId}
            and cases.status <> 'closed'
            and (
              cases.next_step_on <= ${today}::date + 7
              or cases.paused_until <= ${today}::date
              or (cases.next_step_on is null and cases.status <> 'paused')
            )
          order by place
          limit ${MOST_TODAY}
        )
        select ${dayColumns(tx, viewer)}
        from due
        join cases on cases.id = due.id
        left join people on people.id = cases.person_id
        left join staff on staff.id = cases.worker_id
        order by due.place
      `,
        listJointSteps(tx, viewer, {staffIds: [viewer.staffId], withUntaken: true}, addDays(today, 7), MOST_TODAY),
        tx<[{open: number}]>`
        select
          (
            select count(*)
            from cases
            where partner_id = ${viewer.partnerId} and worker_id = ${viewer.staffId} and status <> 'closed'
          ) + (
            select count(*)
            from cases
            where id = any(array(${jointCaseIds(tx, viewer, viewer.staffId)})) and status <> 'closed'
          ) as open
      `,
        listActionsDue(tx, {viewer}, addDays(today, 7)),
        onwardDue(tx, viewer),
        measuresDue(tx, viewer, today, MOST_BESIDE),
        listPromisedCalls(tx, viewer, MOST_BESIDE),
        listReviews(tx, viewer, addDays(today, 7), MOST_BESIDE),
        visitsOfDay(tx, viewer, today),
        coveringToday(tx, viewer, today),
        listSupervisionDue(tx, viewer, addDays(today, 7), MOST_BESIDE),
      ]);
    // Of all of them at once.
    const [own, jointOnes, calls, visits] = await flaggedLists(tx, cases, joint, promised, going);
    const on = (row: DayCase) => row.nextStepOn ?? row.pausedUntil;
    const rows: Flagged<DayCase>[] = [...own, ...jointOnes].toSorted((one, other) =>
      (on(one) ?? '').localeCompare(on(other) ?? ''),
    );
    await recordAct(tx, {action: 'cases_listed', details: {list: 'my_day', items: rows.length}});
    return {
      late: rows.filter((row) => on(row) !== null && on(row)! < today),
      today: rows.filter((row) => on(row) === today),
      soon: rows.filter((row) => on(row) !== null && on(row)! > today),
      withoutStep: rows.filter((row) => on(row) === null),
      agreed,
      onward,
      measures,
      calls,
      reviews,
      visits,
      covering,
      supervision,
      open,
    };
  });
}

interface CaseList {
  cases: Flagged<ListedCase>[];
  count: number;
  page: number;
  pages: number;
  walkers: {id: string; name: string}[];
  /** What they can be narrowed by. */
  choices: NarrowChoices;
}

/** Cases of the viewer's provider, and those that are shared with it. @param today 'YYYY-MM-DD' */
export function listCases(sql: Sql, {viewer, address}: Asker, search: CaseSearch, today: string): Promise<CaseList> {
  return within(sql, {purpose: 'caseload', viewer, address}, async (tx) => {
    const from = casesWanted(tx, search, viewer, today);
    const all = casesWanted(tx, wholeOf(search), viewer, today);
    const [listed, walkers, choices] = await Promise.all([
      // Found and counted in one go: names cost more than all else. A page beyond the last is the last.
      tx<(JointCaseRow & {count: number; page: number})[]>`
        with
          found as materialized (
            select cases.id, row_number() over (order by ${ordered(tx, search.order)}, cases.id) as place from ${from}
          ),
          counted as (select count(*) from found),
          page as materialized (
            select found.id, found.place, counted.count, asked.page
            from counted
            cross join lateral (
              select greatest(1, least(${search.page}::integer, ceil(counted.count / ${PAGE_SIZE}::numeric)))::integer as page
            ) as asked
            join found
              on found.place > (asked.page - 1) * ${PAGE_SIZE}::integer and found.place <= asked.page * ${PAGE_SIZE}::integer
          )
        select ${caseColumns(tx)}, ${jointColumns(tx)}, page.count, page.page
        from page
        join cases on cases.id = page.id
        ${joinJoint(tx, viewer)}
        left join people on people.id = cases.person_id
        left join staff on staff.id = ${ownWalker(tx)}
        order by page.place
      `,
      listWalkers(tx, viewer.partnerId),
      narrowChoices(tx, all, viewer, today),
    ]);
    const [{count, page} = {count: 0, page: 1}] = listed;
    const rows = listed.map(({count: _count, page: _page, ...row}) => row);
    await recordAct(tx, {
      action: 'cases_listed',
      details: {list: search.filter, searched: search.words !== '', items: rows.length},
    });
    const pages = Math.max(1, Math.ceil(count / PAGE_SIZE));
    return {cases: await flagged(tx, rows.map(asOurs)), count, page, pages, walkers: [...walkers], choices};
  });
}
