import {data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs} from '@remix-run/node';
import {useActionData, useLoaderData} from '@remix-run/react';
import {CaseloadNav} from '../../components/caseload/caseload-nav.tsx';
import {CoverForm, Covers} from '../../components/caseload/cover-page.tsx';
import {DoneBanner} from '../../components/staff/done-banner.tsx';
import {FormProblems} from '../../components/staff/form-problems.tsx';
import {HeldNotice} from '../../components/staff/held-notice.tsx';
import {newSubmission} from '../../domain/access/submissions.server.ts';
import {typedFields} from '../../domain/cases/read-case-forms.ts';
import {arrangeCover, endCover, listCovers} from '../../domain/cover/cover.server.ts';
import {readCover} from '../../domain/cover/read-cover.ts';
import {dayWords} from '../../domain/dates/day-in-words.ts';
import {pageMeta} from '../../http/page-meta.ts';
import {staffOf, typedBefore} from '../../http/staff.server.ts';
import {today} from '../../http/today.server.ts';
import {saidIn} from '../admin.home/admin-request.server.ts';
import {tabsOf} from '../caseload.home/tabs.server.ts';
import {asker, idOf, missing, sender} from '../people.record/people-request.server.ts';

export const handle = {door: 'caseload'};

const DONE = {
  arranged: 'The cover is arranged. What is due stands in the day of whoever covers while it lasts.',
  ended: 'The cover has ended.',
};
const REFUSED: Record<string, string> = {
  nobody: 'Choose somebody who is there.',
  covered: 'Somebody covers for some of these days already. End that first, or choose other days.',
};

export async function loader({request, context}: LoaderFunctionArgs) {
  const viewer = staffOf(context);
  const day = today();
  const [{covers, walkers}, tabs, held] = await Promise.all([
    listCovers(context.sql, asker(context), day),
    tabsOf(context),
    typedBefore(context, request),
  ]);
  return {
    title: 'Leave and cover',
    isIndexed: false,
    today: day,
    self: viewer.staffId,
    tabs,
    isLead: tabs.isLead,
    walkers: walkers.map(({id, name}) => ({key: id, name})),
    covers: covers.map(({id, staffId, staffName, coverName, fromOn, untilOn}) => ({
      id,
      away: staffName,
      covering: coverName,
      days: fromOn === untilOn ? dayWords(fromOn) : `${dayWords(fromOn)} to ${dayWords(untilOn)}`,
      mayEnd: tabs.isLead || staffId === viewer.staffId,
    })),
    submission: newSubmission(),
    typed: held ? typedFields(held) : {},
    isHeld: held !== null,
    done: saidIn(request, 'done', DONE),
  };
}

export async function action({request, context}: ActionFunctionArgs) {
  const form = await request.formData();
  const typed = typedFields(form);
  const from = sender(context, form, 'caseload');
  if (typed.act === 'end') {
    const ended = await endCover(context.sql, from, idOf(typed.id));
    if (!ended.ok) throw missing();
    return redirect('/caseload/cover?done=ended', 303);
  }
  const read = readCover(typed, from.viewer.staffId, today());
  if (!read.ok) return data({typed, problems: read.problems, refusal: null}, {status: 422});
  const arranged = await arrangeCover(context.sql, from, read.value);
  if (arranged.ok) return redirect('/caseload/cover?done=arranged', 303);
  return data({typed, problems: {}, refusal: REFUSED[arranged.reason] ?? null}, {status: 409});
}

export const meta = pageMeta;

/** Who is away, and who looks after their people meanwhile. */
export default function CoverRoute() {
  const {covers, tabs, isHeld, done, ...form} = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const problems: Record<string, string | undefined> = answer?.problems ?? {};
  return (
    <div className="page__inner caseload">
      <CaseloadNav here="/caseload/cover" {...tabs} />
      <FormProblems problems={problems} />
      {answer ? <DoneBanner words={answer.refusal} isRefusal /> : <DoneBanner words={done} />}
      {isHeld && !answer && <HeldNotice />}
      <h1 className="caseload__title">Leave and cover</h1>
      <Covers covers={covers} submission={form.submission} />
      <h2>Arrange cover</h2>
      <p className="plan-visit__says">
        What is due with the people of whoever is away stands in the day of whoever covers. The cases stay with them: to
        give one to a colleague for good, open it and choose <em>Give it to a colleague</em>.
      </p>
      <CoverForm {...form} typed={answer?.typed ?? form.typed} problems={problems} />
    </div>
  );
}
