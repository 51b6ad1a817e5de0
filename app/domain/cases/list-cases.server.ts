/** The caseload: what is due today, and every case with its filters. Each look is in the audit before it is shown. */
import type {ISql, Sql} from '../../../db/client.ts';
import {within} from '../../../db/within.ts';
import {recordAct} from '../audit/record-act.server.ts';
import {addDays, type CalendarDate} from '../dates/calendar-date.ts';
import {measuresDue, type DueMeasure} from '../measures/measures-due.server.ts';
import {listActionsDue, type ActionDue} from '../mdt/actions-due.server.ts';
import {onwardDue, type OnwardDue} from '../onward/onward-day.server.ts';
import {flagged, type Flagged} from '../people/alerts-and-needs.server.ts';
import type {Asker} from '../people/staff-request.ts';
import type {CaseFilter, CaseOrder} from './case-choices.ts';
import {caseColumns, listWalkers, type CaseRow} from './case-rows.server.ts';
import {listPromisedCalls, listReviews, type DueReview, type PromisedCall} from './day-lists.server.ts';

export const PAGE_SIZE = 20;
/** A day with more than this is no day any more; the rest is in the caseload. */
const MOST_TODAY = 50;
/** Of what stands beside the next steps, as many of each. */
const MOST_BESIDE = 10;

export interface MyDay {
  late: Flagged<CaseRow>[];
  today: Flagged<CaseRow>[];
  soon: Flagged<CaseRow>[];
  /** Nothing is said about what comes next: worth a look now and then. */
  withoutStep: Flagged<CaseRow>[];
  /** What they took on at a meeting, due within seven days. */
  agreed: ActionDue[];
  /** What services answered, and what they have not for 14 days. */
  onward: OnwardDue[];
  open: number;
  inboxWaiting: number;
  /** What is to be asked now, the longest overdue first. */
  measures: DueMeasure[];
  /** What the desk promised in their name. */
  calls: Flagged<PromisedCall>[];
  /** Plans to look at again within seven days. */
  reviews: DueReview[];
}

/** The viewer's day: what is late first, then today, then the seven days to come. @param today 'YYYY-MM-DD' */
export function myDay(sql: Sql, {viewer, address}: Asker, today: CalendarDate): Promise<MyDay> {
  return within(sql, {purpose: 'caseload', viewer, address}, async (tx) => {
    const [cases, [counts], agreed, onward, measures, promised, reviews] = await Promise.all([
      tx<CaseRow[]>`
        select ${caseColumns(tx)}
        from cases
        left join people on people.id = cases.person_id
        left join staff on staff.id = cases.worker_id
        where
          cases.partner_id = ${viewer.partnerId}
          and cases.worker_id = ${viewer.staffId}
          and cases.status <> 'closed'
          and (
            cases.next_step_on <= ${today}::date + 7
            or cases.paused_until <= ${today}::date
            or (cases.next_step_on is null and cases.status <> 'paused')
          )
        order by least(cases.next_step_on, cases.paused_until), cases.referred_at, cases.id
        limit ${MOST_TODAY}
      `,
      tx<[{open: number; inboxWaiting: number}]>`
        select
          (
            select count(*)
            from cases
            where partner_id = ${viewer.partnerId} and worker_id = ${viewer.staffId} and status <> 'closed'
          ) as open,
          (
            select count(*)
            from referrals
            where
              to_partner_id = ${viewer.partnerId}
              and status in ('received', 'more_asked')
              and (held_because is null or held_until is not null)
          ) as inbox_waiting
      `,
      listActionsDue(tx, {viewer}, addDays(today, 7)),
      onwardDue(tx, viewer),
      measuresDue(tx, viewer, today, MOST_BESIDE),
      listPromisedCalls(tx, viewer, MOST_BESIDE),
      listReviews(tx, viewer, addDays(today, 7), MOST_BESIDE),
    ]);
    const [rows, calls] = await Promise.all([flagged(tx, cases), flagged(tx, promised)]);
    await recordAct(tx, {action: 'cases_listed', details: {list: 'my_day', items: rows.length}});
    const on = (row: CaseRow) => row.nextStepOn ?? row.pausedUntil;
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
      ...counts,
    };
  });
}

export interface CaseSearch {
  filter: CaseFilter;
  order: CaseOrder;
  /** Whose: the viewer's own, everybody's of the provider, those that nobody has, or one worker's. */
  whose: 'mine' | 'all' | 'nobody' | string;
  /** A name or a reference. */
  words: string;
  page: number;
}

export interface CaseList {
  cases: Flagged<CaseRow>[];
  count: number;
  page: number;
  pages: number;
  walkers: {id: string; name: string}[];
}

/** Cases of the viewer's provider, and those that are shared with it. @param today 'YYYY-MM-DD' */
export function listCases(sql: Sql, {viewer, address}: Asker, search: CaseSearch, today: string): Promise<CaseList> {
  return within(sql, {purpose: 'caseload', viewer, address}, async (tx) => {
    // Names are asked for all at once, and only where they decide what is shown or in which order.
    const isByName = search.order === 'name' || search.words !== '';
    const from = tx`
      cases
      ${isByName ? tx`left join caseload_names(${search.filter !== 'closed'}) as names on names.case_id = cases.id` : tx``}
      where
        ${stands(tx, search.filter, today)}
        ${belongs(tx, search.whose, viewer)}
        ${matches(tx, search.words)}
    `;
    const [{count}] = await tx<[{count: number}]>`select count(*) from ${from}`;
    const pages = Math.max(1, Math.ceil(count / PAGE_SIZE));
    const page = Math.min(Math.max(1, search.page), pages);
    const [rows, walkers] = await Promise.all([
      tx<CaseRow[]>`
        with page as materialized (
          select cases.id, row_number() over (order by ${ordered(tx, search.order)}, cases.id) as place
          from ${from}
          order by place
          limit ${PAGE_SIZE}
          offset ${(page - 1) * PAGE_SIZE}
        )
        select ${caseColumns(tx)}
        from page
        join cases on cases.id = page.id
        left join people on people.id = cases.person_id
        left join staff on staff.id = cases.worker_id
        order by page.place
      `,
      listWalkers(tx, viewer.partnerId),
    ]);
    await recordAct(tx, {
      action: 'cases_listed',
      details: {list: search.filter, searched: search.words !== '', items: rows.length},
    });
    return {cases: await flagged(tx, rows), count, page, pages, walkers: [...walkers]};
  });
}

function stands(tx: ISql, filter: CaseFilter, today: string) {
  switch (filter) {
    case 'open':
      return tx`cases.status <> 'closed'`;
    case 'overdue':
      return tx`cases.status <> 'closed' and cases.next_step_on < ${today}`;
    case 'no_contact':
      return tx`cases.status in ('referred', 'contact_attempted')`;
    case 'paused':
      return tx`cases.status = 'paused'`;
    case 'closed':
      return tx`cases.status = 'closed'`;
  }
}

function belongs(tx: ISql, whose: string, viewer: Asker['viewer']) {
  if (whose === 'all') return tx``;
  if (whose === 'nobody') return tx`and cases.worker_id is null and cases.partner_id = ${viewer.partnerId}`;
  return tx`and cases.worker_id = ${whose === 'mine' ? viewer.staffId : whose}`;
}

/** Every word must begin a name, or be in the reference. */
function matches(tx: ISql, typed: string) {
  const words = typed.normalize('NFC').toLowerCase().split(/\s+/).filter(Boolean).slice(0, 5);
  const conditions = words.map((word) => {
    const plain = word.replace(/[\\%_]/g, '\\$&');
    return tx`and (
      lower(cases.reference) like ${`%${plain}%`}
      or names.words like ${`% ${plain}%`}
    )`;
  });
  return conditions.reduce((all, one) => tx`${all} ${one}`, tx``);
}

function ordered(tx: ISql, order: CaseOrder) {
  switch (order) {
    case 'next':
      return tx`coalesce(cases.next_step_on, cases.paused_until) nulls last, cases.referred_at`;
    case 'quiet':
      return tx`cases.last_contact_at nulls first, cases.referred_at`;
    case 'newest':
      return tx`cases.opened_at desc`;
    case 'name':
      return tx`lower(names.name) nulls last`;
  }
}
