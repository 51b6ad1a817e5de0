import {data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs} from '@remix-run/node';
import {useActionData, useLoaderData} from '@remix-run/react';
import {CaseloadNav} from '../../components/caseload/caseload-nav.tsx';
import {CoveringPart} from '../../components/caseload/covering-part.tsx';
import {MeasuresDue} from '../../components/caseload/measures-due.tsx';
import {MyDay} from '../../components/caseload/my-day.tsx';
import {PlansToReview} from '../../components/caseload/plans-to-review.tsx';
import {PromisedCalls} from '../../components/caseload/promised-calls.tsx';
import {SupervisionDue} from '../../components/caseload/supervision-due.tsx';
import {ActionsDue} from '../../components/mdt/actions-due.tsx';
import {OnwardDue} from '../../components/onward/onward-due.tsx';
import {DoneBanner} from '../../components/staff/done-banner.tsx';
import {VisitsPart} from '../../components/visits/visits-part.tsx';
import {newSubmission} from '../../domain/access/submissions.server.ts';
import {myDay} from '../../domain/caseload/list-cases.server.ts';
import {readAttempt} from '../../domain/second-level/call-back-choices.ts';
import {recordAttempt} from '../../domain/second-level/call-backs.server.ts';
import {dayWords} from '../../domain/dates/day-in-words.ts';
import {shortDay} from '../../http/moments.ts';
import {pageMeta} from '../../http/page-meta.ts';
import {staffOf} from '../../http/staff.server.ts';
import {today} from '../../http/today.server.ts';
import {saidIn} from '../admin.home/admin-request.server.ts';
import {toActionView} from '../mdt.home/mdt-views.server.ts';
import {VISIT_DONE} from '../caseload.visits/visit-acts.server.ts';
import {toVisitView} from '../caseload.visits/visit-views.server.ts';
import {asker, idOf, sender} from '../people.record/people-request.server.ts';
import {toDayCard} from './case-cards.server.ts';
import {toCallView, toMeasureView, toOnwardView, toReviewView, toSupervisionDueView} from './day-views.server.ts';
import {tabsOf} from './tabs.server.ts';

export const handle = {door: 'caseload'};

const DONE = {...VISIT_DONE, tried: 'The try is written down.', rung: 'The call-back is done.'};

export async function loader({request, context}: LoaderFunctionArgs) {
  const now = new Date();
  const day = today(now);
  const [mine, tabs] = await Promise.all([myDay(context.sql, asker(context), day), tabsOf(context)]);
  const cards = (rows: typeof mine.late) => rows.map((row) => toDayCard(row, day, now));
  return {
    title: 'My day',
    isIndexed: false,
    date: shortDay(now),
    tabs,
    submission: newSubmission(),
    done: saidIn(request, 'done', DONE),
    calls: mine.calls.map((call) => toCallView(call, now)),
    visits: mine.visits.map((visit) => toVisitView(visit, {staffId: staffOf(context).staffId, isLead: false}, now)),
    covering: mine.covering.map(({name, until, cases, calls, onward, reviews, measures}) => ({
      name,
      until: dayWords(until),
      cards: cards(cases),
      calls: calls.map((call) => toCallView(call, now)),
      onward: onward.map(toOnwardView),
      reviews: reviews.map((review) => toReviewView(review, day)),
      measures: measures.map((measure) => toMeasureView(measure, day)),
    })),
    agreed: mine.agreed.map((action) => toActionView(action, day)),
    supervision: mine.supervision.map((one) => toSupervisionDueView(one, day)),
    onward: mine.onward.map(toOnwardView),
    reviews: mine.reviews.map((review) => toReviewView(review, day)),
    measures: mine.measures.map((measure) => toMeasureView(measure, day)),
    day: {
      late: cards(mine.late),
      today: cards(mine.today),
      soon: cards(mine.soon),
      withoutStep: cards(mine.withoutStep),
      open: mine.open,
    },
  };
}

/** Writes down what came of ringing somebody back. */
export async function action({request, context}: ActionFunctionArgs) {
  const form = await request.formData();
  const id = idOf(String(form.get('id') ?? ''));
  const attempt = readAttempt(form);
  if (!attempt) return data({refusal: 'Choose what came of it.'}, {status: 422});
  const outcome = await recordAttempt(context.sql, sender(context, form, 'caseload'), id, attempt, 'caseload');
  if (!outcome.ok)
    return data({refusal: 'This call-back is finished already, or somebody else has it.'}, {status: 409});
  return redirect(`/caseload?done=${outcome.isDone ? 'rung' : 'tried'}`, 303);
}

export const meta = pageMeta;

/** What is due with the people somebody walks with, the latest first. */
export default function MyDayPage() {
  const {date, tabs, submission, done, day, ...beside} = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const {visits, covering, calls, agreed, supervision, onward, reviews, measures} = beside;
  return (
    <div className="page__inner caseload">
      <CaseloadNav here="/caseload" {...tabs} />
      <DoneBanner words={answer?.refusal ?? done} isRefusal={answer !== undefined} />
      <h1 className="caseload__title">
        My day <span className="caseload__date">{date}</span>
      </h1>
      <VisitsPart title="Visits today" visits={visits} from="day" />
      <PromisedCalls calls={calls} />
      <MyDay day={day}>
        {agreed.length > 0 && (
          <section className="day-part" aria-labelledby="part-agreed">
            <h2 id="part-agreed">
              From meetings <span className="day-part__count">{agreed.length}</span>
            </h2>
            <ActionsDue actions={agreed} submission={submission} back="/caseload" />
          </section>
        )}
        <SupervisionDue due={supervision} submission={submission} />
        {onward.length > 0 && <OnwardDue due={onward} />}
        <div className="day-besides">
          <PlansToReview reviews={reviews} />
          <MeasuresDue due={measures} />
        </div>
        <CoveringPart covering={covering} />
      </MyDay>
      <p className="day-links">
        <a href="/caseload/cover">Leave and cover</a> <a href="/account/calendar">Your work in another calendar</a>{' '}
        <a href="/caseload/supervision">My supervision</a>
      </p>
    </div>
  );
}
