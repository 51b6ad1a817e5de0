import type {LoaderFunctionArgs} from '@remix-run/node';
import {useLoaderData} from '@remix-run/react';
import {CaseBoard, type BoardCardView, type BoardColumnView} from '../../components/caseload/case-board.tsx';
import {CaseloadNav} from '../../components/caseload/caseload-nav.tsx';
import {boardPath, ListFilters, NoCases, type Chosen} from '../../components/caseload/list-filters.tsx';
import {ListOrBoard} from '../../components/caseload/list-or-board.tsx';
import {DoneBanner} from '../../components/staff/done-banner.tsx';
import {boardCases, type BoardColumn, type BoardRow} from '../../domain/caseload/board-cases.server.ts';
import {CASE_STATUSES, MOVES, movesFrom, type CaseStatus} from '../../domain/cases/case-choices.ts';
import type {Flagged} from '../../domain/people/alerts-and-needs.server.ts';
import {pageMeta} from '../../http/page-meta.ts';
import {today} from '../../http/today.server.ts';
import {saidIn} from '../admin.home/admin-request.server.ts';
import {DONE} from '../caseload.case/case-acts.server.ts';
import {toCard} from '../caseload.home/case-cards.server.ts';
import {tabsOf} from '../caseload.home/tabs.server.ts';
import {chosenIn, narrowLists} from '../caseload.list/chosen-cases.server.ts';
import {asker} from '../people.record/people-request.server.ts';

export const handle = {door: 'caseload'};

export async function loader({request, context}: LoaderFunctionArgs) {
  const now = new Date();
  const day = today(now);
  const chosen = chosenIn(request);
  const pages = pagesIn(request);
  const [{columns, walkers, choices}, tabs] = await Promise.all([
    boardCases(context.sql, asker(context), {...chosen, ...chosen.narrowed}, pages, day),
    tabsOf(context),
  ]);
  return {
    title: 'Caseload as a board',
    isIndexed: false,
    tabs,
    chosen,
    back: withPages(boardPath(chosen), pages),
    walkers: walkers.map(({id, name}) => ({key: id, name})),
    lists: narrowLists(choices, chosen),
    columns: columns.map((column) => toColumn(column, chosen, pages, (row) => toBoardCard(row, chosen, day, now))),
    done: saidIn(request, 'done', DONE),
  };
}

type Pages = Partial<Record<CaseStatus, number>>;

/** `?active=2`: the second page of that column. */
function pagesIn(request: Request): Pages {
  const asked = new URL(request.url).searchParams;
  const read = (Object.keys(CASE_STATUSES) as CaseStatus[]).flatMap((status) => {
    const page = Number(asked.get(status));
    return Number.isInteger(page) && page > 1 && page <= 10_000 ? [[status, page] as const] : [];
  });
  return Object.fromEntries(read);
}

const withPages = (path: string, pages: Pages) =>
  Object.entries(pages).reduce((all, [status, page]) => (page > 1 ? `${all}&${status}=${page}` : all), path);

function toColumn(
  {status, count, page, pages: last, cases}: BoardColumn,
  chosen: Chosen,
  pages: Pages,
  toCardView: (row: Flagged<BoardRow>) => BoardCardView,
): BoardColumnView {
  const to = (other: number) => `${withPages(boardPath(chosen), {...pages, [status]: other})}#column-${status}`;
  return {
    key: status,
    name: CASE_STATUSES[status],
    count,
    page,
    pages: last,
    previous: page > 1 ? to(page - 1) : null,
    next: page < last ? to(page + 1) : null,
    cards: cases.map(toCardView),
  };
}

function toBoardCard(row: Flagged<BoardRow>, chosen: Chosen, day: string, now: Date): BoardCardView {
  const card = toCard(row, day, now);
  const flags = [
    row.isOut && 'Visit now',
    (row.mustKnow?.alerts ?? []).length > 0 && 'Alert',
    row.hasRiskFlag && 'Risk flag',
    !row.isOurs && (card.together ?? 'Shared with us'),
  ];
  return {
    ...card,
    worker: chosen.whose === 'mine' ? null : (card.worker ?? 'Nobody yet'),
    flags: flags.filter((flag) => flag !== false),
    moves: row.isOurs ? movesFrom(row.status).map((to) => ({to, words: MOVES[to].words})) : [],
  };
}

export const meta = pageMeta;

/** The caseload by how each case stands. */
export default function Board() {
  const {tabs, chosen, back, walkers, lists, columns, done} = useLoaderData<typeof loader>();
  return (
    <div className="page__inner caseload">
      <CaseloadNav here="/caseload/all" {...tabs} />
      <DoneBanner words={done} />
      <h1 className="caseload__title">Caseload</h1>
      <ListOrBoard here="board" chosen={chosen} />
      <ListFilters chosen={chosen} walkers={walkers} lists={lists} words="" action="/caseload/board" />
      {columns.every(({count}) => count === 0) && <NoCases chosen={chosen} />}
      <CaseBoard columns={columns} back={back} />
    </div>
  );
}
