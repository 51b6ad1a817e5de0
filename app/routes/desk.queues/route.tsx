import type {LoaderFunctionArgs} from '@remix-run/node';
import {useLoaderData} from '@remix-run/react';
import {LiveNote} from '../../components/desk/live-note.tsx';
import {useLive} from '../../components/live/use-live.ts';
import {QueueBoard} from '../../components/second-level/queue-board.tsx';
import {hasRole} from '../../domain/access/viewer.ts';
import {listQueueWork} from '../../domain/second-level/list-work.server.ts';
import {pageMeta} from '../../http/page-meta.ts';
import {staffOf} from '../../http/staff.server.ts';
import {asker} from '../people.record/people-request.server.ts';
import {toCard} from './queue-words.ts';

export const handle = {door: 'desk.queues'};

export async function loader({context}: LoaderFunctionArgs) {
  const now = new Date();
  const viewer = staffOf(context);
  const queues = await listQueueWork(context.sql, asker(context));
  return {
    title: 'Second level',
    isIndexed: false,
    now: now.getTime(),
    topics: [`queue:${viewer.partnerId}`],
    partnerName: viewer.partnerName,
    isLead: hasRole(viewer, 'team_lead'),
    queues: queues.map((queue) => toCard(queue, now)),
  };
}

export const meta = pageMeta;

/** All queues that the viewer's organisation works. */
export default function Queues() {
  const {now, topics, partnerName, isLead, queues} = useLoaderData<typeof loader>();
  const live = useLive(topics, now);
  return (
    <div className="page__inner second-level">
      <h1>Second level</h1>
      <p className="reading__lede">What was handed on to {partnerName}.</p>
      <LiveNote state={live} />
      {queues.length === 0 && <p>Your organisation works no queue. What you hand on goes to others.</p>}
      <QueueBoard queues={queues} />
      <p className="second-level__more">
        <a href="/desk/call-backs">Call-backs</a> <a href="/desk/safeguarding">Safeguarding concerns</a>{' '}
        {isLead && <a href="/desk/settings">Opening hours</a>}
      </p>
    </div>
  );
}
