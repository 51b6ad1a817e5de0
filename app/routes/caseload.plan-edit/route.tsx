import {data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs} from '@remix-run/node';
import {useActionData, useLoaderData} from '@remix-run/react';
import {BackLink, InsetText} from 'nhsuk-react-components';
import {PlanForm} from '../../components/plans/plan-form.tsx';
import styles from '../../components/plans/plans.scss?url';
import type {PlanAnswer} from '../../components/plans/use-plan-draft.ts';
import {FormProblems} from '../../components/staff/form-problems.tsx';
import {newSubmission} from '../../domain/access/submissions.server.ts';
import {readPlan, typedPlan} from '../../domain/plans/plan-form.ts';
import {keepPlan, keepTyped, openPlan} from '../../domain/plans/plans.server.ts';
import {pageMeta} from '../../http/page-meta.ts';
import {staffOf, typedBefore} from '../../http/staff.server.ts';
import {saidIn} from '../admin.home/admin-request.server.ts';
import {asker, idOf, missing, sender} from '../people.record/people-request.server.ts';
import {refusal, sentIn, tooLong} from './sent.server.ts';

export const handle = {door: 'cases.plan', isTurnedToThem: true};
export const links = () => [{rel: 'stylesheet', href: styles}];

const DONE = {found: 'It stands in the plan below. Say who does it and by when, then keep the plan.'};

export async function loader({params, request, context}: LoaderFunctionArgs) {
  const id = idOf(params.id);
  const held = await typedBefore(context, request);
  const typed = held && sentIn(held);
  // What was typed when the session had ended goes into the draft now, as anything typed in a plan does.
  const conflicts = typed && (await keepTyped(context.sql, asker(context), id, typed));
  const opened = await openPlan(context.sql, asker(context), id);
  if (!opened) throw missing();
  if (typed && conflicts?.length === 0 && Object.keys(tooLong(typed)).length === 0)
    await context.dropHeldForm(new URL(request.url).pathname);
  return {
    title: 'What matters to me',
    isIndexed: false,
    caseId: opened.header.id,
    me: staffOf(context).staffId,
    now: Date.now(),
    page: newSubmission(),
    submission: newSubmission(),
    seen: opened.seen,
    standing: typedPlan(opened.latest),
    fields: opened.fields.map(({name, value, version}) => ({name, value, version})),
    begun: begunBy(opened.fields, staffOf(context).staffId),
    present: opened.present.map(({name, field}) => ({name, field})),
    kept: typed ? refusal(typed, {}, conflicts ?? []) : null,
    done: saidIn(request, 'done', DONE),
  };
}

/** Who typed what is not kept yet, the viewer first. */
function begunBy(fields: {by: string; byName: string}[], me: string): string[] {
  const others = new Set(fields.filter(({by}) => by !== me).map(({byName}) => byName));
  return [...(fields.some(({by}) => by === me) ? ['you'] : []), ...[...others].sort()];
}

export async function action({params, request, context}: ActionFunctionArgs) {
  const id = idOf(params.id);
  const form = await request.formData();
  const sent = sentIn(form);
  const by = sender(context, form, 'cases.plan');
  const refuse = (status: number, answer: PlanAnswer) => data(answer, {status});
  // With scripts all of it is in the draft already; without them it comes along with the form.
  const isInDraft = form.get('inDraft') === 'yes';
  if (!isInDraft) {
    const read = readPlan(sent.typed);
    if (!read.ok) {
      const conflicts = await keepTyped(context.sql, by, id, sent);
      if (!conflicts) throw missing();
      return refuse(422, refusal(sent, read.problems, conflicts));
    }
  }
  const outcome = await keepPlan(context.sql, by, id, {seen: sent.seen, sent: isInDraft ? null : sent});
  if (outcome.ok) return redirect(`/caseload/cases/${id}/plan?done=kept`, 303);
  switch (outcome.reason) {
    case 'gone':
      throw missing();
    case 'problems':
      return refuse(422, {problems: outcome.problems});
    case 'conflicts':
      return refuse(409, refusal(sent, {}, outcome.conflicts));
    case 'moved_on':
      return refuse(409, {
        moved: `${outcome.isYou ? 'You have kept the plan in another window' : `${outcome.byName} has kept the plan meanwhile`}. What you wrote here is laid over it below: look at it together, then keep it.`,
      });
  }
}

export const meta = pageMeta;

/** The plan is written, or changed, together. */
export default function WritePlan() {
  const {kept, done, ...shown} = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  const answer = sent ?? kept ?? {};
  return (
    <div className="page__inner">
      <BackLink href={`/caseload/cases/${shown.caseId}/plan`}>The plan</BackLink>
      <FormProblems problems={answer.problems} />
      <h1>What matters to me</h1>
      {answer.moved && <InsetText role="alert">{answer.moved}</InsetText>}
      {done && !sent && <InsetText role="status">{done}</InsetText>}
      <PlanForm key={shown.page} {...shown} answer={answer} />
    </div>
  );
}
