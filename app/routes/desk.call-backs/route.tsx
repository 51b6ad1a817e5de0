import {data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs} from '@remix-run/node';
import {useActionData, useLoaderData} from '@remix-run/react';
import {z} from 'zod';
import {DoneBanner} from '../../components/staff/done-banner.tsx';
import {PageLinks} from '../../components/admin/page-links.tsx';
import {LiveNote} from '../../components/desk/live-note.tsx';
import {useLive} from '../../components/live/use-live.ts';
import {CallBackCards} from '../../components/second-level/call-back-cards.tsx';
import {HeldNotice} from '../../components/staff/held-notice.tsx';
import {clockView} from '../../components/second-level/clock-view.ts';
import {newSubmission} from '../../domain/access/submissions.server.ts';
import {showPhone} from '../../domain/people/phone.ts';
import {ringWarningInWords} from '../../domain/people/ring-warnings.ts';
import {ATTEMPTS, readAttempt} from '../../domain/second-level/call-back-choices.ts';
import {listCallBacks, recordAttempt} from '../../domain/second-level/call-backs.server.ts';
import {dueInWords} from '../../domain/queues/response-clock.ts';
import {pageMeta} from '../../http/page-meta.ts';
import {staffOf, typedBefore} from '../../http/staff.server.ts';
import {pageOf, saidIn} from '../admin.home/admin-request.server.ts';
import {asker, idOf, sender} from '../people.record/people-request.server.ts';

export const handle = {door: 'desk.call-backs'};

const DONE = {tried: 'The try is written down.', done: 'The call-back is done.'};

export async function loader({request, context}: LoaderFunctionArgs) {
  const now = new Date();
  const viewer = staffOf(context);
  const show = z.enum(['all', 'mine']).catch('all').parse(new URL(request.url).searchParams.get('show'));
  const held = await typedBefore(context, request);
  const list = await listCallBacks(context.sql, asker(context), {isMineOnly: show === 'mine', page: pageOf(request)});
  return {
    title: 'Call-backs',
    isIndexed: false,
    now: now.getTime(),
    topics: [`desk:${viewer.partnerId}`, `staff:${viewer.staffId}`],
    show,
    page: list.page,
    pages: list.pages,
    done: saidIn(request, 'done', DONE),
    isHeld: held !== null,
    callBacks: list.callBacks.map(({attempts, ...one}) => ({
      id: one.id,
      submission: newSubmission(),
      reference: one.callReference ?? 'A restricted call',
      about: one.about,
      mustKnow: one.mustKnow,
      phone: one.phone,
      phoneShown: one.phone && showPhone(one.phone),
      warning: ringWarningInWords(one.ringWarning),
      by: one.staffId === viewer.staffId ? 'You' : (one.staffName ?? 'Anyone at the desk'),
      clock: clockView(one.dueAt, now),
      note: held?.get('id') === one.id ? String(held.get('note') ?? '').slice(0, 1000) : '',
      attempts: attempts.map(
        ({result, triedAt, staffName, note}) =>
          `${ATTEMPTS[result]}: ${staffName}, ${dueInWords(triedAt, now)}${note ? `. ${note}` : ''}`,
      ),
    })),
  };
}

/** Writes down a try, or that it is done. */
export async function action({request, context}: ActionFunctionArgs) {
  const form = await request.formData();
  const id = idOf(String(form.get('id') ?? ''));
  const attempt = readAttempt(form);
  if (!attempt) return data({refusal: 'Choose what came of it.'}, {status: 422});
  const outcome = await recordAttempt(context.sql, sender(context, form, 'desk.call-backs'), id, attempt);
  if (!outcome.ok) return data({refusal: 'Somebody has finished this call-back already.'}, {status: 409});
  return redirect(`/desk/call-backs?done=${outcome.isDone ? 'done' : 'tried'}`, 303);
}

export const meta = pageMeta;

/** Promises to ring somebody back that are still to be kept. */
export default function CallBacks() {
  const {now, topics, show, page, pages, done, isHeld, callBacks} = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const live = useLive(topics, now);
  return (
    <div className="page__inner second-level">
      {answer ? <DoneBanner words={answer.refusal} isRefusal /> : <DoneBanner words={done} />}
      <h1>Call-backs</h1>
      {isHeld && !answer && <HeldNotice />}
      <LiveNote state={live} />
      <nav className="acts-more" aria-label="Which to show">
        <a href="/desk/call-backs" aria-current={show === 'all' ? 'page' : undefined}>
          The whole desk
        </a>
        <a href="/desk/call-backs?show=mine" aria-current={show === 'mine' ? 'page' : undefined}>
          Mine, and anyone’s
        </a>
      </nav>
      <CallBackCards callBacks={callBacks} />
      <PageLinks page={page} pages={pages} href={(to) => `/desk/call-backs?show=${show}&page=${to}`} />
    </div>
  );
}
