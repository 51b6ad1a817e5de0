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
    const counts = await tx<{status: CaseStatus; count: number}[]>`
      select cases.status, count(*) as count from ${from} group by cases.status
    `;
    const columns = statusesOf(search.filter).map(async (status): Promise<BoardColumn> => {
      const count = counts.find((one) => one.status === status)?.count ?? 0;
      const last = Math.max(1, Math.ceil(count / COLUMN_SIZE));
      const page = Math.min(Math.max(1, pages[status] ?? 1), last);
      if (count === 0) return {status, count, page, pages: last, cases: []};
      const cases = await tx<(JointCaseRow & OnBoard)[]>`
        with page as materialized (
          select cases.id, row_number() over (order by ${ordered(tx, search.order)}, cases.id) as place
          from ${from} and cases.status = ${status}
          order by place
          limit ${COLUMN_SIZE}
          offset ${(page - 1) * COLUMN_SIZE}
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
        from page
        join cases on cases.id = page.id
        ${joinJoint(tx, viewer)}
        left join people on people.id = cases.person_id
        left join staff on staff.id = ${ownWalker(tx)}
        order by page.place
      `;
      return {status, count, page, pages: last, cases: await flagged(tx, cases.map(asOurs))};
    });
    const all = casesWanted(tx, wholeOf(search), viewer, today);
    const [board, walkers, choices] = await Promise.all([
      Promise.all(columns),
      listWalkers(tx, viewer.partnerId),
      narrowChoices(tx, all, viewer, today),
    ]);
    const items = board.reduce((sum, {cases}) => sum + cases.length, 0);
    await recordAct(tx, {action: 'cases_listed', details: {list: `board ${search.filter}`, items}});
    return {columns: board, walkers: [...walkers], choices};
  });
}
