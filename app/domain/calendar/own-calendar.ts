/** A calendar of one's own work as a file. It is kept on other people's machines: nothing in it says anything of anybody. */
import {calendarFile, type Appointment} from '../dates/calendar-file.ts';
import type {CalendarDate} from '../dates/calendar-date.ts';

/** What each is called: with the reference of a case, or the name of a team that meets. */
const KINDS = {
  visit: 'Visit',
  contact: 'Next step',
  pause_ends: 'A pause ends',
  review: 'Plan review',
  call_back: 'Promised to ring back',
  mdt: 'Meeting',
  huddle: 'Huddle',
  agreed: 'Agreed at a meeting',
} as const;

export interface CalendarEntry {
  kind: keyof typeof KINDS;
  id: string;
  reference: string | null;
  /** Of meetings alone. */
  place: string | null;
  startsAt: Date | null;
  endsAt: Date | null;
  onDay: CalendarDate | null;
}

/** @param siteAddress where the entries lead to, behind the sign-in */
export function ownCalendar(entries: CalendarEntry[], {now, siteAddress}: {now: Date; siteAddress: string}): string {
  const {host} = new URL(siteAddress);
  const appointments = entries.flatMap((entry): Appointment[] => {
    const start = entry.startsAt ?? entry.onDay;
    if (!start) return [];
    const url = pathOf(entry);
    return [
      {
        uid: `${entry.kind}-${entry.id}@${host}`,
        madeAt: now,
        start,
        end: entry.startsAt ? entry.endsAt : null,
        summary: [KINDS[entry.kind], entry.reference].filter(Boolean).join(' '),
        location: entry.place,
        url: `${siteAddress}${url}`,
      },
    ];
  });
  return calendarFile('Fingerpost', {appointments, asksAgainAfter: 'PT1H'});
}

function pathOf({kind, id}: CalendarEntry): string {
  switch (kind) {
    case 'contact':
    case 'pause_ends':
      return `/caseload/cases/${id}`;
    case 'review':
      return `/caseload/cases/${id}/plan`;
    case 'mdt':
    case 'huddle':
      return `/mdt/meetings/${id}`;
    case 'agreed':
      return '/mdt';
    default:
      return '/caseload';
  }
}
