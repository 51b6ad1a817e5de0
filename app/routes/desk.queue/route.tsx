import type {LoaderFunctionArgs} from '@remix-run/node';
import {useLoaderData} from '@remix-run/react';
import {BackLink} from 'nhsuk-react-components';
import {z} from 'zod';
import {PageLinks} from '../../components/admin/page-links.tsx';
import {LiveNote} from '../../components/desk/live-note.tsx';
import {useLive} from '../../components/live/use-live.ts';
import {clockView} from '../../components/second-level/clock-view.ts';
import {AskList, ForOthers, QueueList} from '../../components/second-level/queue-list.tsx';
import {disciplines} from '../../domain/access/roles.ts';
import {PRIORITIES} from '../../domain/queues/priorities.ts';
import {FILTERS, type Filter} from '../../domain/second-level/queue-filters.ts';
import {listQueue} from '../../domain/second-level/list-work.server.ts';
import {dueInWords} from '../../domain/queues/response-clock.ts';
import {pageMeta} from '../../http/page-meta.ts';
import {staffOf} from '../../http/staff.server.ts';
import {asker, missing} from '../people.record/people-request.server.ts';
import {hoursInWords} from '../desk.queues/queue-words.ts';

export const handle = {door: 'desk.queues'};

const asked = z.object({
  show: z.enum(Object.keys(FILTERS) as [Filter, ...Filter[]]).catch('all'),
  page: z.coerce.number().int().min(1).max(10_000).catch(1),
});

export async function loader({params, request, context}: LoaderFunctionArgs) {
  const now = new Date();
  const {show, page} = asked.parse(Object.fromEntries(new URL(request.url).searchParams));
  const list = await listQueue(context.sql, asker(context), params.discipline ?? '', {filter: show, page});
  if (!list) throw missing();
  const {items, asks, discipline, hours, outOfHours, count, isForOthers, pages} = list;
  return {
    title: `${disciplines[discipline]}: second level`,
    isIndexed: false,
    now: now.getTime(),
    topics: [`queue:${staffOf(context).partnerId}`],
    name: disciplines[discipline],
    path: `/desk/queues/${discipline}`,
    hours: hoursInWords(hours, outOfHours, now).words,
    show,
    count,
    isForOthers,
    page: list.page,
    pages,
    items: items.map((item) => ({
      id: item.id,
      reference: item.callReference ?? 'A restricted call',
      from: item.fromPartnerName,
      priority: PRIORITIES[item.priority].name,
      need: item.needName ?? 'Not said',
      arrived: dueInWords(item.createdAt, now),
      clock: clockView(item.dueAt, now),
      claimedBy: item.claimedBy,
      isMine: item.isMine,
      isRestricted: item.isRestricted,
    })),
    asks: asks.map(({handoffId, callReference, isJoint, askedBy, askedAt}) => ({
      handoffId,
      reference: callReference ?? 'that is restricted',
      isJoint,
      askedBy,
      asked: dueInWords(askedAt, now),
    })),
  };
}

export const meta = pageMeta;

/** One queue: what waits and what is being worked on. */
export default function Queue() {
  const {now, topics, name, path, hours, show, count, isForOthers, page, pages, items, asks} =
    useLoaderData<typeof loader>();
  const live = useLive(topics, now);
  return (
    <div className="page__inner second-level">
      <BackLink href="/desk/queues">Second level</BackLink>
      <h1>{name}</h1>
      <p className="reading__lede">{hours}</p>
      <LiveNote state={live} />
      <AskList asks={asks} />
      <nav className="acts-more" aria-label="Which to show">
        {Object.entries(FILTERS).map(([key, words]) => (
          <a key={key} href={`${path}?show=${key}`} aria-current={key === show ? 'page' : undefined}>
            {words}
          </a>
        ))}
      </nav>
      {isForOthers && count > items.length && <ForOthers count={count} name={name} />}
      {count === 0 && (
        <p>
          {show === 'all'
            ? 'Nothing is waiting in this queue. What is passed to it shows up here.'
            : 'Nothing in this queue fits that choice. Choose another above to see the rest.'}
        </p>
      )}
      {items.length > 0 && <QueueList items={items} caption={`${name}, ${FILTERS[show]}`} />}
      <PageLinks page={page} pages={pages} href={(to) => `${path}?show=${show}&page=${to}`} />
    </div>
  );
}
