import {data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs} from '@remix-run/node';
import {useActionData, useLoaderData} from '@remix-run/react';
import {DoneBanner} from '../../components/staff/done-banner.tsx';
import {LiveNote} from '../../components/desk/live-note.tsx';
import {useLive} from '../../components/live/use-live.ts';
import {LeadDay} from '../../components/lead/lead-day.tsx';
import {LeadReviews} from '../../components/lead/lead-reviews.tsx';
import styles from '../../components/lead/lead.scss?url';
import {FormProblems} from '../../components/staff/form-problems.tsx';
import {HeldNotice} from '../../components/staff/held-notice.tsx';
import {getLeadDay, giveCallBack, giveDraft} from '../../domain/lead/lead-day.server.ts';
import {callByReference, reviewFigures, sampleForReview} from '../../domain/lead/reviews.server.ts';
import {pageMeta} from '../../http/page-meta.ts';
import {typedBefore} from '../../http/staff.server.ts';
import {today} from '../../http/today.server.ts';
import {saidIn} from '../admin.home/admin-request.server.ts';
import {asker, idOf, sender} from '../people.record/people-request.server.ts';
import {leadView} from './lead-view.server.ts';

export const handle = {door: 'desk.lead'};
export const links = () => [{rel: 'stylesheet', href: styles}];

const SAID = {
  given: 'It is given. It stands on the page of whoever has it now.',
  reviewed: 'The review is saved. Whoever took the call is told on their page.',
};
const REFUSED = {
  changed: 'Somebody was quicker. What stands here now is shown below.',
  nobody: 'Choose somebody of your desk to give it to.',
};

export async function loader({request, context}: LoaderFunctionArgs) {
  const who = asker(context);
  const held = await typedBefore(context, request);
  const now = new Date();
  const {partnerId} = who.viewer;
  const [day, sample, figures] = await Promise.all([
    getLeadDay(context.sql, who),
    sampleForReview(context.sql, who, today()),
    reviewFigures(context.sql, who),
  ]);
  const at = new Intl.DateTimeFormat('en-GB', {
    timeZone: 'Europe/London',
    weekday: 'long',
    day: 'numeric',
    month: 'long',
  });
  return {
    title: 'The desk today',
    isIndexed: false,
    now: now.getTime(),
    topics: [`queue:${partnerId}`, `desk:${partnerId}`],
    day: leadView(day, now),
    sample: sample.map(({startedAt, ...call}) => ({...call, at: at.format(startedAt)})),
    figures,
    isHeld: held !== null,
    kept: held && {id: String(held.get('id') ?? ''), to: String(held.get('to') ?? '')},
    typed: String(held?.get('reference') ?? '').slice(0, 40),
    done: saidIn(request, 'done', SAID),
    refused: saidIn(request, 'refused', REFUSED),
  };
}

export async function action({request, context}: ActionFunctionArgs) {
  const form = await request.formData();
  const text = (name: string) => String(form.get(name) ?? '').trim();
  if (text('act') === 'find') {
    const id = await callByReference(context.sql, asker(context), text('reference'));
    if (id) return redirect(`/desk/lead/reviews/${id}`, 303);
    const problem = 'No call of your desk that you may read has this reference';
    return data({problem, typed: text('reference').slice(0, 40)}, {status: 422});
  }
  const from = sender(context, form, 'desk.lead');
  if (text('to') === '') return redirect('/desk/lead?refused=nobody', 303);
  const [id, to] = [idOf(text('id')), idOf(text('to'))];
  const outcome =
    text('act') === 'give-draft'
      ? await giveDraft(context.sql, from, id, {from: idOf(text('was')), to})
      : await giveCallBack(context.sql, from, id, {version: Number(text('was')) || 0, to});
  return redirect(`/desk/lead?${outcome.ok ? 'done=given' : `refused=${outcome.reason}`}`, 303);
}

export const meta = pageMeta;

/** The desk as its lead sees it. */
export default function LeadPage() {
  const {now, topics, day, sample, figures, isHeld, kept, typed, done, refused} = useLoaderData<typeof loader>();
  const live = useLive(topics, now);
  const answer = useActionData<typeof action>();
  return (
    <div className="page__inner lead-page">
      <FormProblems problems={answer ? {reference: answer.problem} : undefined} />
      {!answer && <DoneBanner words={refused ?? done} isRefusal={refused !== null} />}
      <h1>The desk today</h1>
      {isHeld && !answer && <HeldNotice />}
      <p>
        <a href="/desk/guides">Guides</a> · <a href="/desk/wallboard">Wallboard</a>
      </p>
      <LiveNote state={live} />
      <div className="lead-page__day">
        <LeadDay {...day} kept={kept} />
      </div>
      <LeadReviews sample={sample} figures={figures} problem={answer?.problem ?? null} typed={answer?.typed ?? typed} />
    </div>
  );
}
