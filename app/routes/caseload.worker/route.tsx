import {data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs} from '@remix-run/node';
import {useActionData, useLoaderData} from '@remix-run/react';
import {BackLink} from 'nhsuk-react-components';
import {WeekForm} from '../../components/caseload/week-form.tsx';
import {DoneBanner} from '../../components/staff/done-banner.tsx';
import {FormProblems} from '../../components/staff/form-problems.tsx';
import {HeldNotice} from '../../components/staff/held-notice.tsx';
import {newSubmission} from '../../domain/access/submissions.server.ts';
import {roomOf} from '../../domain/team/room.ts';
import {readWeek, typedWeek, typeWeek} from '../../domain/team/worker-form.ts';
import {changeWeek, getWeek} from '../../domain/team/worker-weeks.server.ts';
import {dayWords} from '../../domain/dates/day-in-words.ts';
import {pageMeta} from '../../http/page-meta.ts';
import {typedBefore} from '../../http/staff.server.ts';
import {today} from '../../http/today.server.ts';
import {saidIn} from '../admin.home/admin-request.server.ts';
import {asker, idOf, missing, sender, versionOf} from '../people.record/people-request.server.ts';

export const handle = {door: 'caseload.lead'};

const DONE = {week: 'It is saved. What is given out from now on goes by it.'};
const CHANGED =
  'Somebody changed this since you opened it. What you typed is below: if you save again, it takes the place of theirs.';

export async function loader({request, context, params}: LoaderFunctionArgs) {
  const page = await getWeek(context.sql, asker(context), idOf(params.id), today());
  if (!page) throw missing();
  const held = await typedBefore(context, request);
  const {walker, needs, networks} = page;
  const {id, name, version, open, leaves, ...week} = walker;
  return {
    title: name,
    isIndexed: false,
    submission: newSubmission(),
    ...{id, name, version, open, needs, networks},
    room: roomOf(week),
    away: leaves.map(({from, until}) => `${dayWords(from)} to ${dayWords(until)}`).join('; '),
    typed: held ? typedWeek(held) : typeWeek(week),
    isHeld: held !== null,
    done: saidIn(request, 'done', DONE),
  };
}

export async function action({request, context, params}: ActionFunctionArgs) {
  const id = idOf(params.id);
  const form = await request.formData();
  const by = sender(context, form, 'caseload.lead');
  const typed = typedWeek(form);
  const read = readWeek(typed);
  if (!read.ok) return data({typed, problems: read.problems, refusal: null}, {status: 422});
  const outcome = await changeWeek(context.sql, by, id, {...read.week, version: versionOf(form)});
  if (outcome.ok) return redirect(`/caseload/lead/workers/${id}?done=week`, 303);
  if (outcome.reason === 'gone') throw missing();
  return data({typed, problems: {}, refusal: CHANGED}, {status: 409});
}

export const meta = pageMeta;

/** What a fair share goes by for one link worker: hours, ceiling, days away, whom they know best. */
export default function WorkerWeekPage() {
  const page = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const typed = answer?.typed ?? page.typed;
  return (
    <div className="reading caseload">
      <BackLink href="/caseload/lead">The team</BackLink>
      <FormProblems problems={answer?.problems} />
      {answer ? <DoneBanner words={answer.refusal} isRefusal /> : <DoneBanner words={page.done} />}
      <h1>{page.name}</h1>
      <p>
        Walks with {page.open} now, with room for {page.room}.{' '}
        <a href={`/caseload/all?show=open&order=next&whose=${page.id}`}>Their caseload</a>.{' '}
        <a href={`/caseload/lead/workers/${page.id}/supervision`}>Supervision</a>.{' '}
        <a href={`/caseload/lead/share?from=${page.id}`}>Give their cases to others</a>.
      </p>
      {page.isHeld && !answer && <HeldNotice />}
      <p>
        {page.away ? `Away: ${page.away}.` : 'No days away are written down.'}{' '}
        <a href="/caseload/cover">Leave and cover</a>
      </p>
      <h2>Their week</h2>
      <WeekForm
        submission={page.submission}
        version={page.version}
        needs={page.needs}
        networks={page.networks}
        typed={typed}
        problems={answer?.problems ?? {}}
      />
    </div>
  );
}
