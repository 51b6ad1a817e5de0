import {data, type ActionFunctionArgs, type LoaderFunctionArgs} from '@remix-run/node';
import {useActionData, useLoaderData} from '@remix-run/react';
import {PageLinks} from '../../components/admin/page-links.tsx';
import {CaseCard} from '../../components/caseload/case-card.tsx';
import {CaseloadNav} from '../../components/caseload/caseload-nav.tsx';
import {ListFilters, listPath, NoCases} from '../../components/caseload/list-filters.tsx';
import {ListOrBoard} from '../../components/caseload/list-or-board.tsx';
import {listCases} from '../../domain/caseload/list-cases.server.ts';
import {pageMeta} from '../../http/page-meta.ts';
import {typedBefore} from '../../http/staff.server.ts';
import {today} from '../../http/today.server.ts';
import {pageOf} from '../admin.home/admin-request.server.ts';
import {toCard} from '../caseload.home/case-cards.server.ts';
import {tabsOf} from '../caseload.home/tabs.server.ts';
import {asker} from '../people.record/people-request.server.ts';
import {chosenIn, narrowLists} from './chosen-cases.server.ts';

export const handle = {door: 'caseload'};

async function list({request, context}: LoaderFunctionArgs, words: string) {
  const now = new Date();
  const day = today(now);
  const asked = chosenIn(request);
  // A name is looked for among all of them.
  const chosen = words ? {...asked, whose: 'all', filter: 'open' as const, narrowed: {}} : asked;
  const found = await listCases(
    context.sql,
    asker(context),
    {...chosen, ...chosen.narrowed, words, page: words ? 1 : pageOf(request)},
    day,
  );
  return {
    chosen,
    words,
    cards: found.cases.map((row) => toCard(row, day, now)),
    count: found.count,
    page: found.page,
    pages: found.pages,
    walkers: found.walkers.map(({id, name}) => ({key: id, name})),
    lists: narrowLists(found.choices, chosen),
  };
}

export async function loader(args: LoaderFunctionArgs) {
  const [held, tabs, shown] = await Promise.all([
    typedBefore(args.context, args.request),
    tabsOf(args.context),
    list(args, ''),
  ]);
  return {title: 'Caseload', isIndexed: false, tabs, typed: wordsIn(held), ...shown};
}

const wordsIn = (form: FormData | null): string =>
  String(form?.get('words') ?? '')
    .trim()
    .slice(0, 100);

export async function action(args: ActionFunctionArgs) {
  return data(await list(args, wordsIn(await args.request.formData())));
}

export const meta = pageMeta;

/** Everybody the provider walks with. */
export default function Caseload() {
  const shown = useLoaderData<typeof loader>();
  const found = useActionData<typeof action>();
  const {chosen, words, cards, count, page, pages, walkers, lists} = found ?? shown;
  return (
    <div className="page__inner caseload">
      <CaseloadNav here="/caseload/all" {...shown.tabs} />
      <h1 className="caseload__title">Caseload</h1>
      <ListOrBoard here="list" chosen={chosen} />
      <ListFilters chosen={chosen} walkers={walkers} lists={lists} words={found ? words : shown.typed} />
      <p className="caseload__count" role="status">
        {count === 0 ? 'No case fits.' : `${count} ${count === 1 ? 'case' : 'cases'}`}
        {words && count > cards.length && ` The first ${cards.length} are shown: write more of the name.`}
      </p>
      {count === 0 && <NoCases chosen={chosen} words={words} />}
      <div className="case-cards">
        {cards.map((card) => (
          <CaseCard key={card.id} card={card} level="h2" showsWorker={chosen.whose !== 'mine'} />
        ))}
      </div>
      {!words && <PageLinks page={page} pages={pages} href={(to) => `${listPath(chosen)}&page=${to}`} />}
      <p>
        <a href="/caseload/contacts">Contacts at organisations</a>
      </p>
    </div>
  );
}
