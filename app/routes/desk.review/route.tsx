import {data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs} from '@remix-run/node';
import {useActionData, useLoaderData} from '@remix-run/react';
import {BackLink, InsetText} from 'nhsuk-react-components';
import styles from '../../components/lead/lead.scss?url';
import {ReviewFields} from '../../components/lead/review-fields.tsx';
import {FormProblems} from '../../components/staff/form-problems.tsx';
import {HeldNotice} from '../../components/staff/held-notice.tsx';
import {newSubmission} from '../../domain/access/submissions.server.ts';
import {DISPOSITIONS} from '../../domain/calls/dispositions.ts';
import {getCall} from '../../domain/calls/get-call.server.ts';
import {readReview, reviewParts, typedReview, type ReviewTyped} from '../../domain/lead/review-form.ts';
import {reviewOf, saveReview} from '../../domain/lead/reviews.server.ts';
import {momentInWords} from '../../http/moments.ts';
import {pageMeta} from '../../http/page-meta.ts';
import {staffOf, typedBefore} from '../../http/staff.server.ts';
import {asker, idOf, missing, sender, versionOf} from '../people.record/people-request.server.ts';

export const handle = {door: 'desk.lead'};
export const links = () => [{rel: 'stylesheet', href: styles}];

export async function loader({params, request, context}: LoaderFunctionArgs) {
  const id = idOf(params.id);
  const viewer = staffOf(context);
  const call = await getCall(context.sql, asker(context), id);
  if (!call || call.partnerId !== viewer.partnerId) throw missing();
  const review = await reviewOf(context.sql, asker(context), id);
  const held = await typedBefore(context, request);
  const stored = Object.fromEntries(
    [...reviewParts, 'wentWell' as const, 'toTry' as const].map((name) => [name, String(review?.[name] ?? '')]),
  ) as ReviewTyped;
  return {
    title: 'Review of a call',
    isIndexed: false,
    submission: newSubmission(),
    facts: {
      reference: call.reference,
      handler: call.handlerName,
      at: momentInWords(call.startedAt),
      story: call.story,
      endings: call.endings.map(({kind, note}) => ({name: DISPOSITIONS[kind].name, note})),
      closingText: call.closingText,
    },
    cannot:
      call.handlerId === viewer.staffId
        ? 'You took this call yourself, so somebody else reviews it.'
        : review && review.reviewerId !== viewer.staffId
          ? `${review.reviewerName} has reviewed this call.`
          : null,
    version: held ? versionOf(held) : (review?.version ?? 0),
    typed: held ? typedReview(held) : stored,
    isHeld: held !== null,
  };
}

export async function action({params, request, context}: ActionFunctionArgs) {
  const id = idOf(params.id);
  const form = await request.formData();
  const typed = typedReview(form);
  const seen = versionOf(form);
  const read = readReview(typed);
  const refuse = (status: number, problems: Record<string, string>, changed: string | null, version = seen) =>
    data({typed, problems, changed, version, submission: newSubmission()}, {status});
  if (!read.ok) return refuse(422, read.problems, null);
  const chosen = new URL(request.url).searchParams.get('chosen') === 'sample' ? 'sample' : 'by_hand';
  const outcome = await saveReview(context.sql, sender(context, form, 'desk.lead'), id, {
    review: read.review,
    seen,
    chosen,
  });
  if (outcome.ok) return redirect('/desk/lead?done=reviewed', 303);
  if (outcome.reason !== 'changed') throw missing();
  const {reviewerName, version, reviewerId} = outcome.now;
  const isOwn = reviewerId === staffOf(context).staffId;
  const changed = isOwn
    ? 'You have saved another review of this call meanwhile. Saved again, this one takes its place.'
    : `${reviewerName} has reviewed this call meanwhile. What you wrote is still below, to copy.`;
  return refuse(409, {}, changed, isOwn ? version : seen);
}

export const meta = pageMeta;

/** A lead reviews how a call was taken. */
export default function ReviewCall() {
  const shown = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const {facts, cannot} = shown;
  const {typed, version, submission} = answer ?? shown;
  return (
    <div className="page__inner">
      <BackLink href="/desk/lead">The desk today</BackLink>
      <FormProblems problems={answer?.problems} />
      <h1>Review of a call</h1>
      {answer?.changed && <InsetText role="alert">{answer.changed}</InsetText>}
      {shown.isHeld && !answer && <HeldNotice />}
      <section className="reviewed-call" aria-label="The call">
        <p>
          <strong>{facts.reference}</strong>, taken by {facts.handler} on {facts.at}
        </p>
        <p className="keeps-lines">{facts.story}</p>
        <ul>
          {facts.endings.map(({name, note}) => (
            <li key={name}>
              {name}
              {note && `: ${note}`}
            </li>
          ))}
        </ul>
        {facts.closingText && <p className="keeps-lines">Read back: {facts.closingText}</p>}
      </section>
      {cannot && !answer ? (
        <p>{cannot}</p>
      ) : (
        <ReviewFields
          key={version}
          typed={typed}
          problems={answer?.problems ?? {}}
          submission={submission}
          version={version}
        />
      )}
    </div>
  );
}
