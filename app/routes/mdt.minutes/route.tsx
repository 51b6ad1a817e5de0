import type {LoaderFunctionArgs} from '@remix-run/node';
import {useLoaderData} from '@remix-run/react';
import styles from '../../components/mdt/mdt.scss?url';
import {MinutesSheet} from '../../components/mdt/minutes-sheet.tsx';
import {getMeeting} from '../../domain/mdt/meeting.server.ts';
import {flagsOf} from '../../domain/mdt/risk-flags.server.ts';
import {dayInWords} from '../../http/moments.ts';
import {pageMeta} from '../../http/page-meta.ts';
import {toItemView, toMeetingHead, toSheet} from '../mdt.home/mdt-views.server.ts';
import {asker, idOf, missing} from '../people.record/people-request.server.ts';

export const handle = {door: 'mdt'};
export const links = () => [{rel: 'stylesheet', href: styles}];

export async function loader({params, request, context}: LoaderFunctionArgs) {
  const meeting = await getMeeting(context.sql, asker(context), idOf(params.id), 'minutes');
  if (!meeting) throw missing();
  const flags = flagsOf(context.config.mdtFlagsFile);
  const who = (attendance: string) =>
    meeting.attendees
      .filter((one) => one.attendance === attendance)
      .map(({name, partnerName}) => `${name}, ${partnerName}`);
  return {
    title: 'Minutes',
    isIndexed: false,
    meeting: toMeetingHead(meeting),
    closed: meeting.closedAt && `Closed by ${meeting.closedByName}, ${dayInWords(meeting.closedAt)}.`,
    present: who('came'),
    apologies: who('apologies'),
    notes: meeting.notes,
    items: meeting.items.map((item) => ({...toItemView(item, flags), sheet: toSheet(item, flags)})),
    withPages: new URL(request.url).searchParams.get('pages') === 'all',
  };
}

export const meta = pageMeta;

/** The minutes of a meeting, on paper. */
export default function Minutes() {
  return <MinutesSheet {...useLoaderData<typeof loader>()} />;
}
