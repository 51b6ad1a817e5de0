/** The caseload as a board: a column for each status, each with its first cases. */
import type {Sql} from '../../../db/client.ts';
import {within} from '../../../db/within.ts';
import {recordAct} from '../audit/record-act.server.ts';
import {flagged, type Flagged} from '../people/alerts-and-needs.server.ts';
import type {Asker} from '../people/staff-request.ts';
import {statusesOf, type CaseStatus} from '../cases/case-choices.ts';
import {caseColumns, listWalkers} from '../cases/case-rows.server.ts';
import {
  asOurs,
  joinJoint,
  jointColumns,
  ownWalker,
  type JointCaseRow,
  type ListedCase,
} from '../cases/joint-steps.server.ts';
import {casesWanted, ordered, wholeOf, type CaseSearch} from './case-search.server.ts';
import {narrowChoices, type NarrowChoices} from './narrow-cases.server.ts';

/** Of one column: what two screens of a telephone hold. */
export const COLUMN_SIZE = 8;

interface OnBoard {
  isOurs: boolean;
  hasRiskFlag: boolean;
  isOut: boolean;
}
export type BoardRow = ListedCase & OnBoard;

export interface BoardColumn {
  status: CaseStatus;
  count: number;
  page: number;
  pages: number;
  cases: Flagged<BoardRow>[];
}

/**
 * Cases of the viewer's provider and those shared with it, by status. A name is not looked for here: that is the list's.
 * @param pages which page of each column
 * @param today 'YYYY-MM-DD'
 */
export function boardCases(
  sql: Sql,
  {viewer, address}: Asker,
  search: Omit<CaseSearch, 'words' | 'page'>,
  pages: Partial<Record<CaseStatus, number>>,
  today: string,
): Promise<{columns: BoardColumn[]; walkers: {id: string; name: string}[]; choices: NarrowChoices}> {
  return within(sql, {purpose: 'caseload', viewer, address}, async (tx) => {
    const from = casesWanted(tx, {...search, words: ''}, viewer, today);
    // Counted without names where they only decide the order.
    const counted = casesWanted(tx, {...search, words: '', order: 'next'}, viewer, today);
    const counts = await tx<{status: CaseStatus; count: number}[]>`
      select cases.status, count(*) as count from ${counted} group by cases.status
    `;
    const columns = statusesOf(search.filter).map((status) => {
      const count = counts.find((one) => one.status === status)?.count ?? 0;
      const last = Math.max(1, Math.ceil(count / COLUMN_SIZE));
      return {status, count, page: Math.min(Math.max(1, pages[status] ?? 1), last), pages: last};
    });
    // All columns at once: by name, each by itself would ask for every name there is.
    const listed = tx<(JointCaseRow & OnBoard)[]>`
      with
        placed as (
          select
            cases.id,
            cases.status,
            row_number() over (partition by cases.status order by ${ordered(tx, search.order)}, cases.id) as place
          from ${from}
        ),
        shown as materialized (
          select placed.id, placed.place
          from placed
          join unnest(
            ${columns.map(({status}) => status)}::text[],
            ${columns.map(({page}) => (page - 1) * COLUMN_SIZE)}::integer[]
          ) as asked (status, above) on asked.status = placed.status
          where placed.place > asked.above and placed.place <= asked.above + ${COLUMN_SIZE}::integer
        )
      select
        ${caseColumns(tx)},
        ${jointColumns(tx)},
        cases.partner_id = ${viewer.partnerId} as is_ours,
        exists (
          select from case_flags where case_flags.case_id = cases.id and case_flags.ended_at is null
        ) as has_risk_flag,
        exists (
          select
          from case_visits
          where
            case_visits.case_id = cases.id
            and case_visits.leaves_at <= now()
            and case_visits.back_at is null
            and case_visits.called_off_at is null
        ) as is_out
      from shown
      join cases on cases.id = shown.id
      ${joinJoint(tx, viewer)}
      left join people on people.id = cases.person_id
      left join staff on staff.id = ${ownWalker(tx)}
      order by shown.place
    `;
    const all = casesWanted(tx, wholeOf(search), viewer, today);
    const [rows, walkers, choices] = await Promise.all([
      listed,
      listWalkers(tx, viewer.partnerId),
      narrowChoices(tx, all, viewer, today),
    ]);
    await recordAct(tx, {action: 'cases_listed', details: {list: `board ${search.filter}`, items: rows.length}});
    const cases = await flagged(tx, rows.map(asOurs));
    return {
      columns: columns.map((column) => ({...column, cases: cases.filter(({status}) => status === column.status)})),
      walkers: [...walkers],
      choices,
    };
  });
}
