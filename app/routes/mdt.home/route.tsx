import {data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs} from '@remix-run/node';
import {useActionData, useLoaderData} from '@remix-run/react';
import {MdtHome} from '../../components/mdt/mdt-home.tsx';
import styles from '../../components/mdt/mdt.scss?url';
import {newSubmission, partOf} from '../../domain/access/submissions.server.ts';
import {hasRole} from '../../domain/access/viewer.ts';
import {readLine, typedFields} from '../../domain/cases/read-case-forms.ts';
import {finishAction} from '../../domain/mdt/actions-due.server.ts';
import {beginMdt, myMeetings, planMeeting} from '../../domain/mdt/my-meetings.server.ts';
import {readMeeting} from '../../domain/mdt/read-mdt-forms.ts';
import {pageMeta} from '../../http/page-meta.ts';
import {staffOf, typedBefore} from '../../http/staff.server.ts';
import {today} from '../../http/today.server.ts';
import {pageOf, saidIn} from '../admin.home/admin-request.server.ts';
import {asker, idOf, missing, sender} from '../people.record/people-request.server.ts';
import {toActionView, toMeetingRow} from './mdt-views.server.ts';

export const handle = {door: 'mdt'};
export const links = () => [{rel: 'stylesheet', href: styles}];

const DONE = {done: 'Done. Those who met can see it.', begin: 'It has begun. Plan its first meeting.'};

export async function loader({request, context}: LoaderFunctionArgs) {
  const isPast = new URL(request.url).searchParams.get('show') === 'past';
  const {actions, meetings, own, ...pages} = await myMeetings(context.sql, asker(context), {
    isPast,
    page: pageOf(request),
  });
  const held = await typedBefore(context, request);
  return {
    title: 'Meetings',
    isIndexed: false,
    ...pages,
    isPast,
    submission: newSubmission(),
    actions: actions.map((action) => toActionView(action, today())),
    meetings: meetings.map(toMeetingRow),
    own: own.map(({id, name, waiting}) => ({
      id,
      name,
      waiting:
        waiting === 0 ? 'nobody waits' : `${waiting} ${waiting === 1 ? 'person waits' : 'people wait'} to be listed`,
    })),
    isLead: hasRole(staffOf(context), 'team_lead'),
    typed: held ? typedFields(held) : {},
    isHeld: held !== null,
    done: saidIn(request, 'done', DONE),
  };
}

export async function action({request, context}: ActionFunctionArgs) {
  const form = await request.formData();
  const typed = typedFields(form);
  const by = sender(context, form, 'mdt');
  const again = (problems: Record<string, string>) => data({typed, problems, refusal: null}, {status: 422});
  if (typed.act === 'done') {
    const id = idOf(typed.action);
    // The page has a form for each, all with the number of the page.
    const each = {...by, submission: partOf(by.submission, `done ${id}`)};
    if (!(await finishAction(context.sql, each, id, null)).ok) throw missing();
    return redirect(typed.back === '/caseload' ? '/caseload' : '/mdt?done=done', 303);
  }
  if (typed.act === 'begin') {
    if (!hasRole(staffOf(context), 'team_lead')) throw missing();
    const name = readLine(typed, 'name', 'Write what it is called', 200);
    if (!name.ok) return again(name.problems);
    await beginMdt(context.sql, by, name.value);
    return redirect('/mdt?done=begin', 303);
  }
  if (typed.act !== 'plan') throw missing();
  const read = readMeeting(typed, today());
  if (!read.ok) return again(read.problems);
  const planned = await planMeeting(context.sql, by, read.value);
  if (!planned.ok) return again({mdt: 'Choose one whose meetings you prepare'});
  return redirect(`/mdt/meetings/${planned.id}`, 303);
}

export const meta = pageMeta;

/** One's own page of meetings, and what one took on there: for desk staff as for those who walk. */
export default function Mdt() {
  return <MdtHome {...useLoaderData<typeof loader>()} answer={useActionData<typeof action>()} />;
}
