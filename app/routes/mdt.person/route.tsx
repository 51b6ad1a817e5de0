import {data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs} from '@remix-run/node';
import {useActionData, useLoaderData} from '@remix-run/react';
import styles from '../../components/mdt/mdt.scss?url';
import {PersonPage} from '../../components/mdt/person-page.tsx';
import {newSubmission} from '../../domain/access/submissions.server.ts';
import {typedFields} from '../../domain/cases/read-case-forms.ts';
import {getItem} from '../../domain/mdt/meeting.server.ts';
import {flagsOf} from '../../domain/mdt/risk-flags.server.ts';
import {pageMeta} from '../../http/page-meta.ts';
import {typedBefore} from '../../http/staff.server.ts';
import {today} from '../../http/today.server.ts';
import {saidIn, versionOf} from '../admin.home/admin-request.server.ts';
import {toItemView, toMeetingHead, toSheet} from '../mdt.home/mdt-views.server.ts';
import {actOnPerson, DONE, REFUSED} from '../mdt.meeting/meeting-acts.server.ts';
import {asker, idOf, missing, sender} from '../people.record/people-request.server.ts';

export const handle = {door: 'mdt'};
export const links = () => [{rel: 'stylesheet', href: styles}];

export async function loader({params, request, context}: LoaderFunctionArgs) {
  const found = await getItem(context.sql, asker(context), idOf(params.id), idOf(params.item));
  if (!found) throw missing();
  const held = await typedBefore(context, request);
  const flags = flagsOf(context.config.mdtFlagsFile);
  const {meeting, item, attendees} = found;
  return {
    // The title stands in the browser's history: no name.
    title: 'One person at a meeting',
    isIndexed: false,
    mustKnow: found.mustKnow,
    meeting: toMeetingHead(meeting),
    item: toItemView(item, flags),
    itemVersion: item.version,
    summaryVersion: item.subjectVersion,
    sheet: toSheet(item, flags),
    owners: attendees.map(({staffId, name, partnerName}) => ({key: staffId, name: `${name}, ${partnerName}`})),
    today: today(),
    submission: newSubmission(),
    typed: held ? typedFields(held) : {},
    isHeld: held !== null,
    done: saidIn(request, 'done', DONE),
  };
}

export async function action({params, request, context}: ActionFunctionArgs) {
  const [id, item] = [idOf(params.id), idOf(params.item)];
  const form = await request.formData();
  const typed = typedFields(form);
  const again = (refusal: string | null, problems: Record<string, string> = {}) =>
    data({typed, problems, refusal}, {status: refusal ? 409 : 422});
  const meetingForm = {...sender(context, form, 'mdt'), sql: context.sql, version: versionOf(form)};
  const acted = await actOnPerson(meetingForm, id, item, typed, today());
  if (!acted) throw missing();
  if ('problems' in acted) return again(null, acted.problems);
  if (!acted.outcome.ok) {
    if (acted.outcome.reason === 'gone') throw missing();
    return again(REFUSED[acted.outcome.reason] ?? null);
  }
  return redirect(`/mdt/meetings/${id}/people/${item}?done=${typed.act}`, 303);
}

export const meta = pageMeta;

/** One person at one meeting. */
export default function PersonRoute() {
  return <PersonPage {...useLoaderData<typeof loader>()} answer={useActionData<typeof action>()} />;
}
