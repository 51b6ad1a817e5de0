import {data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs} from '@remix-run/node';
import {useActionData, useLoaderData} from '@remix-run/react';
import {BackLink} from 'nhsuk-react-components';
import {DoneBanner} from '../../components/staff/done-banner.tsx';
import {HoursForm} from '../../components/second-level/hours-form.tsx';
import {FormProblems} from '../../components/staff/form-problems.tsx';
import {HeldNotice} from '../../components/staff/held-notice.tsx';
import {disciplines} from '../../domain/access/roles.ts';
import {newSubmission} from '../../domain/access/submissions.server.ts';
import {nationHere} from '../../domain/dates/nation.ts';
import {DAYS, readHours, typeHours, type TypedHours} from '../../domain/queues/hours-form.ts';
import {changeQueueHours, listOwnQueues} from '../../domain/queues/queue-settings.server.ts';
import {pageMeta} from '../../http/page-meta.ts';
import {typedBefore} from '../../http/staff.server.ts';
import {saidIn} from '../admin.home/admin-request.server.ts';
import {asker, missing, sender, versionOf} from '../people.record/people-request.server.ts';

export const handle = {door: 'desk.settings'};

const DONE = {saved: 'The hours are saved. What waits already keeps the time it was given.'};

export async function loader({request, context}: LoaderFunctionArgs) {
  const queues = await listOwnQueues(context.sql, asker(context));
  const wanted = new URL(request.url).searchParams.get('queue');
  const queue = queues.find(({discipline}) => discipline === wanted) ?? queues[0];
  const held = await typedBefore(context, request);
  return {
    title: 'Opening hours of second level',
    isIndexed: false,
    now: Date.now(),
    nation: nationHere(),
    submission: newSubmission(),
    names: queues.map(({discipline}) => ({key: discipline, name: disciplines[discipline]})),
    queue: queue
      ? {
          discipline: queue.discipline,
          name: disciplines[queue.discipline],
          version: queue.version,
          typed: held ? typedHours(held) : typeHours(queue.hours, queue.outOfHours),
        }
      : null,
    others: Object.entries(disciplines).flatMap(([key, name]) => (key === queue?.discipline ? [] : [{key, name}])),
    isHeld: held !== null,
    done: saidIn(request, 'done', DONE),
  };
}

export async function action({request, context}: ActionFunctionArgs) {
  const form = await request.formData();
  const typed = typedHours(form);
  const queues = await listOwnQueues(context.sql, asker(context));
  const queue = queues.find(({discipline}) => discipline === form.get('queue'));
  if (!queue) throw missing();
  const read = readHours(typed, queue.discipline);
  if (!read.ok) return data({typed, problems: read.problems, refusal: null}, {status: 422});
  const sent = sender(context, form, 'desk.settings');
  const outcome = await changeQueueHours(context.sql, sent, queue.id, {...read, version: versionOf(form)});
  if (outcome.ok) return redirect(`/desk/settings?queue=${queue.discipline}&done=saved`, 303);
  const refusal =
    'Somebody changed these hours since you opened them. What you typed is below: compare, and save again.';
  return data({typed, problems: {}, refusal}, {status: 409});
}

function typedHours(form: FormData): TypedHours {
  const names = [...DAYS, 'rule', 'discipline', 'urgent', 'says'] as const;
  return Object.fromEntries(names.map((name) => [name, String(form.get(name) ?? '').slice(0, 600)])) as TypedHours;
}

export const meta = pageMeta;

/** When each queue is open, and what holds outside its hours. */
export default function DeskSettings() {
  const {now, nation, submission, names, queue, others, isHeld, done} = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <div className="page__inner second-level">
      <BackLink href="/desk/queues">Second level</BackLink>
      <FormProblems problems={answer?.problems} />
      {answer ? <DoneBanner words={answer.refusal} isRefusal /> : <DoneBanner words={done} />}
      <h1>Opening hours of second level</h1>
      {!queue && <p>Your organisation works no queue.</p>}
      {names.length > 1 && (
        <nav className="acts-more" aria-label="Which queue">
          {names.map(({key, name}) => (
            <a
              key={key}
              href={`/desk/settings?queue=${key}`}
              aria-current={key === queue?.discipline ? 'page' : undefined}
            >
              {name}
            </a>
          ))}
        </nav>
      )}
      {isHeld && !answer && <HeldNotice />}
      {queue && (
        <HoursForm
          key={queue.discipline}
          now={now}
          nation={nation}
          submission={submission}
          queue={queue}
          others={others}
          typed={answer?.typed ?? queue.typed}
          problems={answer?.problems ?? {}}
        />
      )}
    </div>
  );
}
