import {data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs} from '@remix-run/node';
import {useActionData, useLoaderData} from '@remix-run/react';
import {MeetingPage} from '../../components/mdt/meeting-page.tsx';
import styles from '../../components/mdt/mdt.scss?url';
import {newSubmission} from '../../domain/access/submissions.server.ts';
import {typedFields, type Typed} from '../../domain/cases/read-case-forms.ts';
import {listGuidance} from '../../domain/mdt/mdt-choices.ts';
import {getMeeting} from '../../domain/mdt/meeting.server.ts';
import {flagsOf} from '../../domain/mdt/risk-flags.server.ts';
import {dayInWords} from '../../http/moments.ts';
import {pageMeta} from '../../http/page-meta.ts';
import {staffOf, typedBefore} from '../../http/staff.server.ts';
import {saidIn, versionOf} from '../admin.home/admin-request.server.ts';
import {toItemView, toMeetingHead} from '../mdt.home/mdt-views.server.ts';
import {asker, idOf, missing, sender} from '../people.record/people-request.server.ts';
import {actAtMeeting, DONE, REFUSED} from './meeting-acts.server.ts';

export const handle = {door: 'mdt'};
export const links = () => [{rel: 'stylesheet', href: styles}];

/** What was typed; several that were ticked stand in one, with a space between. */
const typedIn = (form: FormData): Typed => ({
  ...typedFields(form),
  subjects: form.getAll('subjects').join(' ').slice(0, 9000),
});

export async function loader({params, request, context}: LoaderFunctionArgs) {
  const meeting = await getMeeting(context.sql, asker(context), idOf(params.id));
  if (!meeting) throw missing();
  const held = await typedBefore(context, request);
  const flags = flagsOf(context.config.mdtFlagsFile);
  const {staffId} = staffOf(context);
  return {
    title: 'A meeting',
    isIndexed: false,
    meeting: toMeetingHead(meeting),
    guidance: listGuidance(
      meeting.kind,
      meeting.items.map(({isNew}) => isNew),
    ),
    items: meeting.items.map((item) => toItemView(item, flags)),
    waiting: meeting.waiting.map(({id, name, isNew, madeAt, fromPartnerName}) => ({
      id,
      name,
      says: `${isNew ? 'New' : 'Comes again'}, brought ${dayInWords(madeAt)} by ${fromPartnerName}`,
    })),
    attendees: meeting.attendees.map((one) => ({
      id: one.staffId,
      name: one.name,
      place: one.partnerName,
      attendance: one.attendance,
      isYou: one.staffId === staffId,
    })),
    others: meeting.others.map(({id, name, partnerName}) => ({key: id, name: `${name}, ${partnerName}`})),
    notes: meeting.notes ?? '',
    submission: newSubmission(),
    typed: held ? typedIn(held) : {},
    isHeld: held !== null,
    done: saidIn(request, 'done', DONE),
  };
}

export async function action({params, request, context}: ActionFunctionArgs) {
  const id = idOf(params.id);
  const form = await request.formData();
  const typed = typedIn(form);
  const again = (refusal: string | null, problems: Record<string, string> = {}) =>
    data({typed, problems, refusal}, {status: refusal ? 409 : 422});
  const acted = await actAtMeeting(
    {...sender(context, form, 'mdt'), sql: context.sql, version: versionOf(form)},
    id,
    typed,
    form,
  );
  if (!acted) throw missing();
  if ('problems' in acted) return again(null, acted.problems);
  if (!acted.outcome.ok) {
    if (acted.outcome.reason === 'gone') throw missing();
    return again(REFUSED[acted.outcome.reason] ?? null);
  }
  const isClosed = typed.act === 'minutes' && typed.close === 'yes';
  return redirect(`/mdt/meetings/${id}?done=${isClosed ? 'closed' : typed.act}`, 303);
}

export const meta = pageMeta;

/** A meeting, for those who are asked to it. */
export default function MeetingRoute() {
  return <MeetingPage {...useLoaderData<typeof loader>()} answer={useActionData<typeof action>()} />;
}
