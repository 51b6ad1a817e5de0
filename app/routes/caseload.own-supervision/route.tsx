import {data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs} from '@remix-run/node';
import {useActionData, useLoaderData} from '@remix-run/react';
import {BackLink} from 'nhsuk-react-components';
import {SupervisionDue} from '../../components/caseload/supervision-due.tsx';
import {SupervisionNotes} from '../../components/caseload/supervision-notes.tsx';
import {DoneBanner} from '../../components/staff/done-banner.tsx';
import {newSubmission} from '../../domain/access/submissions.server.ts';
import {getOwnSupervision} from '../../domain/team/supervision.server.ts';
import {finishSupervisionAction} from '../../domain/team/write-supervision.server.ts';
import {dayInWords} from '../../http/moments.ts';
import {pageMeta} from '../../http/page-meta.ts';
import {today} from '../../http/today.server.ts';
import {saidIn} from '../admin.home/admin-request.server.ts';
import {toSupervisionDueView} from '../caseload.home/day-views.server.ts';
import {toNoteView} from '../caseload.supervision/note-views.server.ts';
import {asker, idOf, sender} from '../people.record/people-request.server.ts';

export const handle = {door: 'caseload'};

export async function loader({request, context}: LoaderFunctionArgs) {
  const day = today();
  const page = await getOwnSupervision(context.sql, asker(context));
  return {
    title: 'My supervision',
    isIndexed: false,
    supervisor: page.supervisor && {name: page.supervisor.name, since: dayInWords(page.supervisor.since)},
    due: page.due.map((action) => toSupervisionDueView(action, day)),
    submission: newSubmission(),
    notes: page.notes.map((note) => toNoteView(note, day)),
    older: page.older,
    done: saidIn(request, 'done', {done: 'It is done.'}),
  };
}

/** Says that something that was agreed is done. */
export async function action({request, context}: ActionFunctionArgs) {
  const form = await request.formData();
  const id = idOf(String(form.get('action') ?? ''));
  const outcome = await finishSupervisionAction(context.sql, sender(context, form, 'caseload'), id);
  if (!outcome.ok) return data({refusal: 'This is done already, or is not yours to do.'}, {status: 409});
  return redirect('/caseload/supervision?done=done', 303);
}

export const meta = pageMeta;

/** What the viewer's supervisor shared with them, and what they said they would do. */
export default function OwnSupervisionPage() {
  const {supervisor, due, submission, notes, older, done} = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <div className="reading caseload">
      <BackLink href="/caseload">My day</BackLink>
      <DoneBanner words={answer?.refusal ?? done} isRefusal={answer !== undefined} />
      <h1>My supervision</h1>
      <p>
        {supervisor
          ? `${supervisor.name} has supervised you since ${supervisor.since}. You read here what they shared with you; nobody else does. They may keep notes of their own too: you can ask to see them.`
          : 'Nobody is written down as your supervisor. Ask whoever leads your team.'}
      </p>
      <SupervisionDue due={due} submission={submission} />
      <SupervisionNotes notes={notes} older={older} canEdit={false} />
    </div>
  );
}
