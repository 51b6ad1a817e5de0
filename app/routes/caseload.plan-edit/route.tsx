import {data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs} from '@remix-run/node';
import {useActionData, useLoaderData} from '@remix-run/react';
import {BackLink, InsetText} from 'nhsuk-react-components';
import {PlanForm} from '../../components/plans/plan-form.tsx';
import styles from '../../components/plans/plans.scss?url';
import {FormProblems} from '../../components/staff/form-problems.tsx';
import {HeldNotice} from '../../components/staff/held-notice.tsx';
import {newSubmission} from '../../domain/access/submissions.server.ts';
import {AGREED_BY, EMPTY_PLAN, type AgreedBy} from '../../domain/plans/plan-choices.ts';
import {readPlan, typedPlan, type TypedPlan} from '../../domain/plans/plan-form.ts';
import {getPlan, keepPlan} from '../../domain/plans/plans.server.ts';
import {pageMeta} from '../../http/page-meta.ts';
import {typedBefore} from '../../http/staff.server.ts';
import {asker, idOf, missing, sender} from '../people.record/people-request.server.ts';

export const handle = {door: 'cases.plan'};
export const links = () => [{rel: 'stylesheet', href: styles}];

const typedIn = (form: FormData): TypedPlan =>
  Object.fromEntries([...form.keys()].map((name) => [name, String(form.get(name) ?? '')]));
const seenIn = (typed: TypedPlan) => (/^\d{1,6}$/.test(typed.seen ?? '') ? Number(typed.seen) : 0);

export async function loader({params, request, context}: LoaderFunctionArgs) {
  const found = await getPlan(context.sql, asker(context), idOf(params.id));
  if (!found?.header.isOwn) throw missing();
  const held = await typedBefore(context, request);
  const latest = found.versions[0];
  const typed = held ? typedIn(held) : typedPlan(latest?.plan ?? EMPTY_PLAN);
  return {
    title: 'What matters to me',
    isIndexed: false,
    caseId: found.header.id,
    submission: newSubmission(),
    seen: held ? seenIn(typed) : (latest?.number ?? 0),
    typed,
    isHeld: held !== null,
  };
}

export async function action({params, request, context}: ActionFunctionArgs) {
  const id = idOf(params.id);
  const form = await request.formData();
  const typed = typedIn(form);
  const seen = seenIn(typed);
  const refuse = (status: number, problems: Record<string, string>, changed: string | null, from = seen) =>
    data({typed, problems, changed, seen: from, submission: newSubmission()}, {status});
  const read = readPlan(typed);
  if (!read.ok) return refuse(422, read.problems, null);
  const agreedBy = Object.hasOwn(AGREED_BY, typed.agreedBy ?? '') ? (typed.agreedBy as AgreedBy) : 'not_yet';
  const by = sender(context, form, 'cases.plan');
  const outcome = await keepPlan(context.sql, by, id, {plan: read.plan, agreedBy, seen});
  if (outcome.ok) return redirect(`/caseload/cases/${id}/plan?done=kept`, 303);
  const found = outcome.reason === 'changed' ? await getPlan(context.sql, asker(context), id) : null;
  const latest = found?.versions[0];
  if (!latest) throw missing();
  const changed = `${latest.madeByName} has kept version ${latest.number} meanwhile. What you wrote is still below; kept again, it becomes the next version, and theirs stays among the versions.`;
  return refuse(409, {}, changed, latest.number);
}

export const meta = pageMeta;

/** The plan is written, or changed, together. */
export default function WritePlan() {
  const shown = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const {typed, submission, seen} = answer ?? shown;
  return (
    <div className="page__inner">
      <BackLink href={`/caseload/cases/${shown.caseId}/plan`}>The plan</BackLink>
      <FormProblems problems={answer?.problems} />
      <h1>What matters to me</h1>
      {answer?.changed && <InsetText role="alert">{answer.changed}</InsetText>}
      {shown.isHeld && !answer && <HeldNotice />}
      <PlanForm key={submission} typed={typed} problems={answer?.problems ?? {}} submission={submission} seen={seen} />
    </div>
  );
}
