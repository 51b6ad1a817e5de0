import {data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs} from '@remix-run/node';
import {useActionData, useLoaderData} from '@remix-run/react';
import {z} from 'zod';
import {DeskHome} from '../../components/desk/desk-home.tsx';
import {CHANNELS, type Channel} from '../../domain/calls/call-choices.ts';
import {countUnseenReviews} from '../../domain/lead/reviews.server.ts';
import {listCallBacks} from '../../domain/second-level/call-backs.server.ts';
import {listBegunCorrections} from '../../domain/calls/correction-draft.server.ts';
import {listDrafts, startCall} from '../../domain/calls/drafts.server.ts';
import {listCalls, listUndelivered} from '../../domain/calls/list-calls.server.ts';
import {newSubmission} from '../../domain/access/submissions.server.ts';
import {pageMeta} from '../../http/page-meta.ts';
import {today} from '../../http/today.server.ts';
import {asker, sender} from '../people.record/people-request.server.ts';
import {callBackRow, callRow, dayOf, draftRow, undeliveredRow} from './desk-rows.server.ts';

export const handle = {door: 'desk.home'};

export async function loader({request, context}: LoaderFunctionArgs) {
  const {searchParams} = new URL(request.url);
  const pageOf = (name: string) =>
    z.coerce
      .number()
      .int()
      .min(1)
      .max(1000)
      .catch(1)
      .parse(searchParams.get(name) ?? 1);
  const pages = {drafts: pageOf('drafts'), calls: pageOf('calls')};
  const [drafts, calls, callBacks, reviews, undelivered, corrections] = await Promise.all([
    listDrafts(context.sql, asker(context), {whose: 'mine', page: pages.drafts}),
    listCalls(context.sql, asker(context), {...dayOf(today()), whose: 'mine', page: pages.calls}),
    listCallBacks(context.sql, asker(context), {isMineOnly: true, page: 1}),
    countUnseenReviews(context.sql, asker(context)),
    listUndelivered(context.sql, asker(context)),
    listBegunCorrections(context.sql, asker(context)),
  ]);
  return {
    title: 'Your desk',
    isIndexed: false,
    submission: newSubmission(),
    reviews,
    undelivered: undelivered.map(undeliveredRow),
    corrections,
    callBacks: {rows: callBacks.callBacks.slice(0, 5).map((one) => callBackRow(one)), total: callBacks.count},
    drafts: {rows: drafts.drafts.map(draftRow), total: drafts.total, page: pages.drafts},
    calls: {rows: calls.calls.map(callRow), total: calls.total, page: pages.calls},
  };
}

/** Begins a call. Sent twice, it is one. */
export async function action({request, context}: ActionFunctionArgs) {
  const form = await request.formData();
  const channel = String(form.get('channel') ?? 'phone');
  if (!Object.hasOwn(CHANNELS, channel)) return data({problem: 'Choose how they came to you'}, {status: 422});
  const {id} = await startCall(context.sql, sender(context, form, 'desk.home'), channel as Channel);
  return redirect(`/desk/calls/${id}`, 303);
}

export const meta = pageMeta;

/** A handler's own page. */
export default function Desk() {
  return <DeskHome {...useLoaderData<typeof loader>()} problem={useActionData<typeof action>()?.problem ?? null} />;
}
