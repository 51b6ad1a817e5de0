import {data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs} from '@remix-run/node';
import {useActionData, useLoaderData} from '@remix-run/react';
import {BackLink, Button} from 'nhsuk-react-components';
import {FeedMade} from '../../components/calendar/feed-made.tsx';
import {DoneBanner} from '../../components/staff/done-banner.tsx';
import {Submission} from '../../components/staff/submission.tsx';
import {newSubmission} from '../../domain/access/submissions.server.ts';
import {endOwnFeed, getOwnFeed, makeOwnFeed} from '../../domain/calendar/calendar-feed.server.ts';
import {momentInWords} from '../../http/moments.ts';
import {pageMeta} from '../../http/page-meta.ts';
import {siteAddress} from '../../http/secure.server.ts';
import {saidIn} from '../admin.home/admin-request.server.ts';
import {asker, sender} from '../people.record/people-request.server.ts';

export const handle = {door: 'own-account'};

const DONE = {ended: 'The address has ended. Calendars that used it are told nothing more.'};

export async function loader({request, context}: LoaderFunctionArgs) {
  const feed = await getOwnFeed(context.sql, asker(context));
  return {
    title: 'Your calendar',
    isIndexed: false,
    submission: newSubmission(),
    feed: feed && {
      made: momentInWords(feed.madeAt),
      seen: feed.seenAt ? momentInWords(feed.seenAt) : null,
    },
    done: saidIn(request, 'done', DONE),
  };
}

export async function action({request, context}: ActionFunctionArgs) {
  const form = await request.formData();
  const from = sender(context, form, 'own-account');
  if (form.get('act') === 'end') {
    await endOwnFeed(context.sql, from);
    return redirect('/account/calendar?done=ended', 303);
  }
  const token = await makeOwnFeed(context.sql, from, context.siteSecret);
  // Not sent on to another page: the address stands in this one answer and nowhere else.
  return data({address: `${siteAddress(context.config, request)}/calendar/${token}.ics`, submission: newSubmission()});
}

export const meta = pageMeta;

/** One's own work in the calendar of one's telephone. */
export default function OwnCalendar() {
  const {submission, feed, done} = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <div className="reading">
      <BackLink href="/account">Your account</BackLink>
      {!answer && <DoneBanner words={done} />}
      <h1>Your calendar</h1>
      <p>
        See your visits, next steps, plan reviews, promised calls and meetings in the calendar you use anyway. It says
        what and when, with the reference of a case: <strong>no name, no address and no reason</strong>.
      </p>
      {answer && <FeedMade address={answer.address} />}
      {feed && !answer && (
        <p>
          You have an address, made {feed.made}.{' '}
          {feed.seen ? `A calendar last asked ${feed.seen}.` : 'No calendar has asked yet.'}
        </p>
      )}
      <form method="post" action="/account/calendar">
        <Submission key={answer?.submission ?? submission} number={answer?.submission ?? submission} />
        {feed && <p>A new address ends the one before.</p>}
        <Button type="submit" secondary={feed !== null}>
          {feed ? 'Make a new address' : 'Make an address'}
        </Button>
      </form>
      {feed && (
        <form method="post" action="/account/calendar">
          <Submission number={submission} />
          <input type="hidden" name="act" value="end" />
          <Button type="submit" warning>
            End it
          </Button>
        </form>
      )}
    </div>
  );
}
