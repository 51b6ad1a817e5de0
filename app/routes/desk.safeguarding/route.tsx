import type {LoaderFunctionArgs} from '@remix-run/node';
import {useLoaderData} from '@remix-run/react';
import {Table} from 'nhsuk-react-components';
import {PageLinks} from '../../components/admin/page-links.tsx';
import {LiveNote} from '../../components/desk/live-note.tsx';
import {useLive} from '../../components/live/use-live.ts';
import {ClockMark} from '../../components/second-level/clock-mark.tsx';
import {clockView} from '../../components/second-level/clock-view.ts';
import {DECISIONS, fromInWords} from '../../domain/second-level/concern-choices.ts';
import {listConcerns} from '../../domain/second-level/concerns.server.ts';
import {dueInWords} from '../../domain/queues/response-clock.ts';
import {pageMeta} from '../../http/page-meta.ts';
import {staffOf} from '../../http/staff.server.ts';
import {pageOf} from '../admin.home/admin-request.server.ts';
import {asker} from '../people.record/people-request.server.ts';

export const handle = {door: 'desk.safeguarding'};

export async function loader({request, context}: LoaderFunctionArgs) {
  const now = new Date();
  const viewer = staffOf(context);
  const isDecided = new URL(request.url).searchParams.get('show') === 'decided';
  const list = await listConcerns(context.sql, asker(context), {isDecided, page: pageOf(request)});
  return {
    title: 'Safeguarding concerns',
    isIndexed: false,
    now: now.getTime(),
    topics: [`staff:${viewer.staffId}`, ...(list.isSafeguarder ? [`safeguarding:${viewer.partnerId}`] : [])],
    isSafeguarder: list.isSafeguarder,
    isDecided,
    page: list.page,
    pages: list.pages,
    concerns: list.concerns.map((one) => ({
      id: one.id,
      reference: one.callReference ?? fromInWords(one),
      raised: `${one.raisedByName} of ${one.fromPartnerName}, ${dueInWords(one.raisedAt, now)}`,
      lead: one.leadName ?? 'Whoever safeguards',
      clock: one.decision ? null : clockView(one.dueAt, now),
      decision: one.decision && DECISIONS[one.decision].name,
    })),
  };
}

export const meta = pageMeta;

/** Concerns that the viewer looks at, or has raised. */
export default function Safeguarding() {
  const {now, topics, isSafeguarder, isDecided, page, pages, concerns} = useLoaderData<typeof loader>();
  const live = useLive(topics, now);
  const show = isDecided ? 'decided' : 'open';
  return (
    <div className="page__inner second-level">
      <h1>Safeguarding concerns</h1>
      <p className="reading__lede">
        {isSafeguarder
          ? 'Each is looked at by the end of the working day on which it was raised.'
          : 'Those that you have raised. Only you and those who safeguard can see them.'}
      </p>
      <LiveNote state={live} />
      <nav className="acts-more" aria-label="Which to show">
        <a href="/desk/safeguarding" aria-current={isDecided ? undefined : 'page'}>
          To be decided
        </a>
        <a href="/desk/safeguarding?show=decided" aria-current={isDecided ? 'page' : undefined}>
          Decided
        </a>
      </nav>
      {concerns.length === 0 && <p>None.</p>}
      {concerns.length > 0 && (
        <Table responsive caption="Concerns" captionProps={{className: 'nhsuk-u-visually-hidden'}}>
          <Table.Head>
            <Table.Row>
              <Table.Cell>{isDecided ? 'Decision' : 'Clock'}</Table.Cell>
              <Table.Cell>From</Table.Cell>
              <Table.Cell>Raised by</Table.Cell>
              <Table.Cell>Named lead</Table.Cell>
            </Table.Row>
          </Table.Head>
          <Table.Body>
            {concerns.map((one) => (
              <Table.Row key={one.id}>
                <Table.Cell>{one.clock ? <ClockMark clock={one.clock} /> : one.decision}</Table.Cell>
                <Table.Cell>
                  <a className="queue-row__call" href={`/desk/safeguarding/${one.id}`}>
                    {one.reference}
                  </a>
                </Table.Cell>
                <Table.Cell>{one.raised}</Table.Cell>
                <Table.Cell>{one.lead}</Table.Cell>
              </Table.Row>
            ))}
          </Table.Body>
        </Table>
      )}
      <PageLinks page={page} pages={pages} href={(to) => `/desk/safeguarding?show=${show}&page=${to}`} />
    </div>
  );
}
