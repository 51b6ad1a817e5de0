import {data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs} from '@remix-run/node';
import {useActionData, useLoaderData} from '@remix-run/react';
import {BackLink} from 'nhsuk-react-components';
import {FindForPlan} from '../../components/plans/find-for-plan.tsx';
import styles from '../../components/plans/plans.scss?url';
import {FormProblems} from '../../components/staff/form-problems.tsx';
import {HeldNotice} from '../../components/staff/held-notice.tsx';
import {newSubmission} from '../../domain/access/submissions.server.ts';
import {startFinding, takeIntoPlan} from '../../domain/plans/find-for-plan.server.ts';
import {pageMeta} from '../../http/page-meta.ts';
import {typedBefore} from '../../http/staff.server.ts';
import {asker, idOf, missing, sender} from '../people.record/people-request.server.ts';
import {findView, typedFind} from './find-view.server.ts';

export const handle = {door: 'cases.plan', isTurnedToThem: true};
export const links = () => [{rel: 'stylesheet', href: styles}];

const REFUSED = {
  full: 'This goal has no room for so many steps: a goal has six. Untick some, or choose another goal.',
  no_goal: 'Choose the goal that it is for',
};

export async function loader({params, request, context}: LoaderFunctionArgs) {
  const id = idOf(params.id);
  const start = await startFinding(context.sql, asker(context), id);
  if (!start) throw missing();
  if (start.goals.length === 0) throw redirect(`/caseload/cases/${id}/plan/edit`, 303);
  const held = await typedBefore(context, request);
  const typed = held ? typedFind(held) : {...typedFind(new FormData()), near: start.near};
  return {
    title: 'Find something together',
    isIndexed: false,
    caseId: id,
    goals: start.goals.map(({place, words}) => ({key: String(place), name: words})),
    access: context.vocabulary.access.map(({key, name}) => ({key, name})),
    typed,
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
  const isAsked = form.get('act') === 'take' || isCompared;
  if (isAsked && found.cards.length === 0)
    return answer(422, {words: 'Nothing is found that could be ticked: try other words'});
  if (isCompared) return few ? answer(422, {chosen: 'Tick two or three to compare them'}) : answer(200, {});
  if (form.get('act') !== 'take') return answer(200, {});
  const services = found.cards.filter((card) => typed.chosen.includes(card.id)).map(({id, name}) => ({id, name}));
  if (services.length === 0) return answer(422, {chosen: 'Tick what they would like to try'});
  const goal = /^\d$/.test(typed.goal) ? Number(typed.goal) : -1;
  const taken = await takeIntoPlan(context.sql, sender(context, form, 'cases.plan'), id, {goal, services});
  if (taken.ok) return redirect(`/caseload/cases/${id}/plan/edit?done=found`, 303);
  if (taken.reason === 'gone') throw missing();
  return answer(409, {goal: REFUSED[taken.reason]});
}

export const meta = pageMeta;

/** Two people look through the directory for what suits a plan. */
export default function FindTogether() {
  const {caseId, goals, access, isHeld, ...shown} = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const {found, submission, typed} = answer ?? shown;
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
