import {data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs} from '@remix-run/node';
import {useActionData, useLoaderData} from '@remix-run/react';
import {ConcernForm} from '../../components/caseload/concern-form.tsx';
import {WhoField} from '../../components/caseload/who-field.tsx';
import {newSubmission} from '../../domain/access/submissions.server.ts';
import {mayPass} from '../../domain/access/doors.ts';
import {typedFields} from '../../domain/cases/read-case-forms.ts';
import {readAbout, readConcern} from '../../domain/second-level/concern-choices.ts';
import {getOwnConcerns, raiseConcernAbout} from '../../domain/second-level/raise-concern.server.ts';
import {pageMeta} from '../../http/page-meta.ts';
import {staffOf, typedBefore} from '../../http/staff.server.ts';
import {saidIn} from '../admin.home/admin-request.server.ts';
import {CONCERN_DONE, leadInWords, NOBODY_NAMED, raisedInWords} from '../caseload.safeguarding/concern-page.server.ts';
import {asker, sender} from '../people.record/people-request.server.ts';

export const handle = {door: 'concern'};

export async function loader({request, context}: LoaderFunctionArgs) {
  const {lead, raised} = await getOwnConcerns(context.sql, asker(context));
  const held = await typedBefore(context, request);
  return {
    title: 'Raise a safeguarding concern',
    isIndexed: false,
    canFind: mayPass('people.find', 'POST', staffOf(context)) === 'yes',
    lead: leadInWords(lead),
    raised: raised.map(raisedInWords),
    submission: newSubmission(),
    typed: held ? typedFields(held) : {},
    isHeld: held !== null,
    done: saidIn(request, 'done', CONCERN_DONE),
  };
}

export async function action({request, context}: ActionFunctionArgs) {
  const form = await request.formData();
  const typed = typedFields(form);
  const again = (refusal: string | null, problems: Record<string, string> = {}) =>
    data({typed, problems, refusal}, {status: refusal ? 409 : 422});
  const [about, read] = [readAbout(typed), readConcern(typed)];
  if (!about.ok || !read.ok)
    return again(null, {...(about.ok ? {} : about.problems), ...(read.ok ? {} : read.problems)});
  const raised = await raiseConcernAbout(context.sql, sender(context, form, 'concern'), about.value, read.value);
  return raised.ok ? redirect('/concern?done=raised', 303) : again(NOBODY_NAMED);
}

export const meta = pageMeta;

/** A worry about somebody’s safety, from a page that is about nobody in particular. */
export default function Concern() {
  const {canFind, ...page} = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const typed = answer?.typed ?? page.typed;
  return (
    <ConcernForm {...page} back={{href: '/staff', words: 'Your start page'}} answer={answer}>
      <WhoField typed={typed} problem={answer?.problems.about} canFind={canFind} />
    </ConcernForm>
  );
}
