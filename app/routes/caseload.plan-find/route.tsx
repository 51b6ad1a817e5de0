import {data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs} from '@remix-run/node';
import {useActionData, useLoaderData} from '@remix-run/react';
import {BackLink} from 'nhsuk-react-components';
import {FindForPlan} from '../../components/plans/find-for-plan.tsx';
import styles from '../../components/plans/plans.scss?url';
import {FormProblems} from '../../components/staff/form-problems.tsx';
import {HeldNotice} from '../../components/staff/held-notice.tsx';
import {newSubmission} from '../../domain/access/submissions.server.ts';
import {startFinding, takeIntoPlan} from '../../domain/plans/find-for-plan.server.ts';
import {getPlan} from '../../domain/plans/plans.server.ts';
import {pageMeta} from '../../http/page-meta.ts';
import {typedBefore} from '../../http/staff.server.ts';
import {asker, idOf, missing, sender} from '../people.record/people-request.server.ts';
import {findView, typedFind} from './find-view.server.ts';

export const handle = {door: 'cases.plan'};
export const links = () => [{rel: 'stylesheet', href: styles}];

const REFUSED = {
  full: 'This goal has no room for so many steps: a goal has four. Untick some, or choose another goal.',
  no_goal: 'Choose the goal that it is for',
  changed: 'Somebody has changed the plan meanwhile. What you ticked is still here: send it again.',
};

export async function loader({params, request, context}: LoaderFunctionArgs) {
  const id = idOf(params.id);
  const start = await startFinding(context.sql, asker(context), id);
  const latest = start && (await getPlan(context.sql, asker(context), id))?.versions[0];
  if (!start) throw missing();
  if (!latest || latest.plan.goals.length === 0) throw redirect(`/caseload/cases/${id}/plan/edit`, 303);
  const held = await typedBefore(context, request);
  const typed = held ? typedFind(held) : {...typedFind(new FormData()), near: start.near};
  return {
    title: 'Find something together',
    isIndexed: false,
    caseId: id,
    goals: latest.plan.goals.map(({words}) => words),
    access: context.vocabulary.access.map(({key, name}) => ({key, name})),
    typed: {...typed, seen: String(latest.number)},
    found: await findView(context, typed, start.needs),
    submission: newSubmission(),
    isHeld: held !== null,
  };
}

export async function action({params, request, context}: ActionFunctionArgs) {
  const id = idOf(params.id);
  const form = await request.formData();
  const typed = typedFind(form);
  const start = await startFinding(context.sql, asker(context), id);
  if (!start) throw missing();
  const found = await findView(context, typed, start.needs);
  const isCompared = form.get('act') === 'compare';
  const answer = (status: number, problems: Record<string, string>) =>
    data({typed, found, problems, isCompared, submission: newSubmission()}, {status});
  const few = typed.chosen.length < 2 || typed.chosen.length > 3;
  if (isCompared) return few ? answer(422, {chosen: 'Tick two or three to compare them'}) : answer(200, {});
  if (form.get('act') !== 'take') return answer(200, {});
  const names = found.cards.filter((card) => typed.chosen.includes(card.id)).map(({name}) => name);
  if (names.length === 0) return answer(422, {chosen: 'Tick what they would like to try'});
  const goal = /^\d$/.test(typed.goal) ? Number(typed.goal) : -1;
  const by = sender(context, form, 'cases.plan');
  const taken = await takeIntoPlan(context.sql, by, id, {goal, seen: Number(typed.seen) || 0, names});
  if (taken.ok) return redirect(`/caseload/cases/${id}/plan?done=found`, 303);
  if (taken.reason === 'gone') throw missing();
  return answer(409, {goal: REFUSED[taken.reason]});
}

export const meta = pageMeta;

/** Two people look through the directory for what suits a plan. */
export default function FindTogether() {
  const {caseId, goals, access, isHeld, ...shown} = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const {found, submission} = answer ?? shown;
  const typed = {...(answer?.typed ?? shown.typed), seen: shown.typed.seen};
  return (
    <div className="page__inner">
      <BackLink href={`/caseload/cases/${caseId}/plan`}>The plan</BackLink>
      <FormProblems problems={answer?.problems} />
      <h1>Find something together</h1>
      {isHeld && !answer && <HeldNotice />}
      <FindForPlan
        key={submission}
        goals={goals}
        access={access}
        typed={typed}
        found={found}
        submission={submission}
        problems={answer?.problems ?? {}}
        isCompared={(answer?.isCompared ?? false) && !answer?.problems.chosen}
      />
    </div>
  );
}
