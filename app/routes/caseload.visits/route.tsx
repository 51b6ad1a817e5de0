import {data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs} from '@remix-run/node';
import {useActionData, useLoaderData} from '@remix-run/react';
import {BackLink} from 'nhsuk-react-components';
import {DoneBanner} from '../../components/staff/done-banner.tsx';
import {FormProblems} from '../../components/staff/form-problems.tsx';
import {HeldNotice} from '../../components/staff/held-notice.tsx';
import {PlanVisit} from '../../components/visits/plan-visit.tsx';
import {VisitCard} from '../../components/visits/visit-card.tsx';
import {newSubmission} from '../../domain/access/submissions.server.ts';
import {hasRole} from '../../domain/access/viewer.ts';
import {typedFields} from '../../domain/cases/read-case-forms.ts';
import {ADDRESSES} from '../../domain/people/record-choices.ts';
import {getVisits} from '../../domain/visits/list-visits.server.ts';
import {pageMeta} from '../../http/page-meta.ts';
import {staffOf, typedBefore} from '../../http/staff.server.ts';
import {today} from '../../http/today.server.ts';
import {saidIn} from '../admin.home/admin-request.server.ts';
import {asker, idOf, missing, sender} from '../people.record/people-request.server.ts';
import {actOnVisit, afterVisit, VISIT_DONE, VISIT_REFUSED} from './visit-acts.server.ts';
import {toVisitView} from './visit-views.server.ts';

export const handle = {door: 'caseload'};

export async function loader({params, request, context}: LoaderFunctionArgs) {
  const caseId = idOf(params.id);
  const found = await getVisits(context.sql, asker(context), caseId);
  if (!found) throw missing();
  const held = await typedBefore(context, request);
  const viewer = staffOf(context);
  const now = new Date();
  const {reference, isClosed, mustKnow, places, alertKinds, visits} = found;
  return {
    title: `Visits of ${reference}`,
    isIndexed: false,
    caseId,
    reference,
    isClosed,
    mustKnow,
    today: today(now),
    places: places.map(({id, kind, words}) => ({id, words: `${ADDRESSES[kind]}: ${words}`})),
    inPairs: alertKinds.includes('visit_in_pairs'),
    notAtHome: alertKinds.includes('do_not_visit'),
    visits: visits.map((visit) =>
      toVisitView(visit, {staffId: viewer.staffId, isLead: hasRole(viewer, 'team_lead')}, now),
    ),
    submission: newSubmission(),
    typed: held ? typedFields(held) : {},
    isHeld: held !== null,
    done: saidIn(request, 'done', VISIT_DONE),
  };
}

export async function action({params, request, context}: ActionFunctionArgs) {
  const id = idOf(params.id);
  const form = await request.formData();
  const typed = typedFields(form);
  const now = new Date();
  const outcome = await actOnVisit(context.sql, sender(context, form, 'caseload'), id, typed, {today: today(now), now});
  if (!outcome || (!outcome.ok && outcome.reason === 'gone')) throw missing();
  if (outcome.ok) return redirect(afterVisit(id, typed), 303);
  if (outcome.reason === 'problems') return data({typed, problems: outcome.problems, refusal: null}, {status: 422});
  if (outcome.reason === 'say_how')
    return data({typed, problems: {[`how-${typed.visit}`]: 'Say how you know'}, refusal: null}, {status: 422});
  return data({typed, problems: {}, refusal: VISIT_REFUSED[outcome.reason] ?? null}, {status: 409});
}

export const meta = pageMeta;

/** Planning a visit, and the visits of a case. */
export default function Visits() {
  const {caseId, reference, isClosed, visits, done, isHeld, ...plan} = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const typed: Record<string, string> = answer?.typed ?? plan.typed;
  const problems: Record<string, string | undefined> = answer?.problems ?? {};
  return (
    <div className="page__inner caseload">
      <BackLink href={`/caseload/cases/${caseId}`}>The case</BackLink>
      <FormProblems problems={problems} />
      {answer ? <DoneBanner words={answer.refusal} isRefusal /> : <DoneBanner words={done} />}
      {isHeld && !answer && <HeldNotice />}
      <h1>
        Visits <span className="case-head__reference">{reference}</span>
      </h1>
      {visits.length > 0 && (
        <ul className="case-cards" role="list" aria-label="Visits so far">
          {visits.map((visit) => (
            <VisitCard
              key={visit.id}
              visit={visit}
              from="visits"
              typed={typed.visit === visit.id ? typed.words : undefined}
              problem={problems[`how-${visit.id}`]}
            />
          ))}
        </ul>
      )}
      {!isClosed && (
        <section aria-labelledby="plan-visit">
          <h2 id="plan-visit">Plan a visit</h2>
          <p className="plan-visit__says">
            Only your own organisation sees this. If you have not said that you are back 15 minutes after your time,
            your team lead is told.
          </p>
          <PlanVisit {...plan} typed={typed.act === 'plan' ? typed : {}} problems={problems} />
        </section>
      )}
    </div>
  );
}
