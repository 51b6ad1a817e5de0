import {data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs} from '@remix-run/node';
import {useActionData, useLoaderData} from '@remix-run/react';
import {BackLink} from 'nhsuk-react-components';
import {z} from 'zod';
import {toActView} from '../../components/records/act-view.ts';
import {ActsTable} from '../../components/records/acts-table.tsx';
import {FormProblems} from '../../components/staff/form-problems.tsx';
import {HeldNotice} from '../../components/staff/held-notice.tsx';
import {newSubmission, submissionOf} from '../../domain/access/submissions.server.ts';
import {getEmergency, reviewEmergency} from '../../domain/records/emergency-reviews.server.ts';
import {pageMeta} from '../../http/page-meta.ts';
import {contextOf, staffOf, typedBefore} from '../../http/staff.server.ts';
import {toEmergencyView} from './emergency-view.server.ts';
import {EmergencyFacts} from './emergency-facts.tsx';
import {ReviewForm} from './review-form.tsx';

export const handle = {door: 'records.review'};

export async function loader({request, params, context}: LoaderFunctionArgs) {
  const openingId = idOf(params);
  const found = await getEmergency(context.sql, contextOf(context, 'records-review'), openingId);
  if (!found) throw new Response(null, {status: 404});
  const held = await typedBefore(context, request);
  return {
    title: 'An emergency access',
    isIndexed: false,
    emergency: toEmergencyView(found.emergency, new Date()),
    acts: found.acts.map(toActView),
    submission: newSubmission(),
    wasHeld: held !== null,
    typed: typedIn(held),
  };
}

export async function action({request, params, context}: ActionFunctionArgs) {
  const openingId = idOf(params);
  const form = await request.formData();
  const typed = typedIn(form);
  const submission = submissionOf(form);
  const reviewed = await reviewEmergency(
    context.sql,
    {...contextOf(context, 'records-review'), viewer: staffOf(context)},
    openingId,
    {...typed, submission},
  );
  if (reviewed.ok) return redirect('/records/emergency?saved', 303);
  const problems = reviewed.because === 'problems' ? reviewed.problems : {};
  const isTooLate = reviewed.because === 'not waiting';
  return data({typed, submission, problems, isTooLate}, {status: isTooLate ? 409 : 422});
}

export const meta = pageMeta;

/** One emergency access: what was done under it, and what the records officer finds. */
export default function EmergencyPage() {
  const {emergency, acts, submission, wasHeld, typed} = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const isWaiting = !emergency.review && !emergency.isOwn;
  return (
    <div className="page__inner records">
      <BackLink href="/records/emergency">Emergency access</BackLink>
      <FormProblems problems={answer?.problems} />
      {wasHeld && isWaiting && !answer && <HeldNotice />}
      <h1>Emergency access to record {emergency.reference}</h1>
      <EmergencyFacts
        emergency={emergency}
        isTooLate={answer?.isTooLate ?? false}
        typedNote={answer?.typed.note ?? ''}
      />
      <h2>What they did</h2>
      {acts.length > 0 ? (
        <ActsTable
          acts={acts}
          caption="What was done under this access, the latest first"
          columns={['when', 'what', 'where']}
        />
      ) : (
        <p>Nothing is written down under this access.</p>
      )}
      {isWaiting && (
        <ReviewForm
          submission={answer?.submission ?? submission}
          typed={answer?.typed ?? typed}
          problems={answer?.problems ?? {}}
        />
      )}
    </div>
  );
}

function idOf(params: {id?: string}): string {
  const id = z.uuid().safeParse(params.id);
  if (!id.success) throw new Response(null, {status: 404});
  return id.data;
}

const typedIn = (form: FormData | null) => ({
  outcome: String(form?.get('outcome') ?? '').slice(0, 40),
  note: String(form?.get('note') ?? '').slice(0, 4000),
});
