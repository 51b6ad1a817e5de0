/** Meetings and what is to be done after them, in the words of their pages. */
import type {ActionView, ItemView, MeetingHeadView, MeetingRowView} from '../../components/mdt/mdt-view.ts';
import type {SheetView} from '../../components/mdt/summary-sheet.tsx';
import {dueWords} from '../../domain/cases/case-status.ts';
import type {ActionDue} from '../../domain/mdt/actions-due.server.ts';
import {BASES, MEETING_KINDS} from '../../domain/mdt/mdt-choices.ts';
import type {Item, Meeting} from '../../domain/mdt/meeting.server.ts';
import type {MeetingRow} from '../../domain/mdt/my-meetings.server.ts';
import {flagNames} from '../../domain/mdt/risk-flags.server.ts';
import type {RiskFlag} from '../../domain/mdt/risk-flags.ts';
import {AGREED_BY, AGREED_HOW} from '../../domain/people/opening-reasons.ts';
import {dayWords} from '../../domain/dates/day-in-words.ts';
import {dayInWords} from '../../http/moments.ts';

/** @param today 'YYYY-MM-DD' */
export const toActionView = (action: ActionDue, today: string): ActionView => ({
  id: action.id,
  what: action.what,
  about: action.name,
  from: action.mdtName,
  href: `/mdt/meetings/${action.meetingId}/people/${action.itemId}`,
  due: {...dueWords(action.dueOn, today), day: dayWords(action.dueOn)},
});

const whenWords = ({heldOn, startsAt}: {heldOn: string; startsAt: string | null}) =>
  [dayWords(heldOn), startsAt].filter(Boolean).join(', ');

export const toMeetingRow = (row: MeetingRow): MeetingRowView => ({
  id: row.id,
  title: row.kind === 'huddle' ? `${row.mdtName}: huddle` : row.mdtName,
  when: whenWords(row),
  place: row.place,
  people: row.people === 1 ? '1 person' : `${row.people} people`,
});

export const toMeetingHead = (
  meeting: Omit<Meeting, 'attendees' | 'items' | 'waiting' | 'others'>,
): MeetingHeadView => ({
  id: meeting.id,
  title: meeting.mdtName,
  kind: MEETING_KINDS[meeting.kind].name,
  when: whenWords(meeting),
  place: meeting.place,
  partnerName: meeting.partnerName,
  isOpen: meeting.closedAt === null,
  isOrganiser: meeting.isOrganiser,
  version: meeting.version,
});

export const toItemView = (item: Item, flags: Map<string, RiskFlag>): ItemView => ({
  id: item.id,
  name: item.summary.name,
  isNew: item.isNew,
  from: `Brought by ${item.madeByName}, ${item.fromPartnerName}`,
  flags: flagNames(flags, item.flags),
  asks: item.summary.asks,
  decision: item.decision,
  comesAgain: item.comesAgain ?? false,
  actions: item.actions.map(({id, what, ownerName, dueOn, doneAt, doneNote}) => ({
    id,
    what,
    owner: ownerName,
    day: dayWords(dueOn),
    done: doneAt && [`done ${dayInWords(doneAt)}`, doneNote].filter(Boolean).join(': '),
  })),
});

export const toSheet = (item: Item, flags: Map<string, RiskFlag>): SheetView => ({
  summary: item.summary,
  isNew: item.isNew,
  from: `Brought by ${item.madeByName}, ${item.fromPartnerName}`,
  basis: basisWords(item),
  flags: flagNames(flags, item.flags),
});

function basisWords({basis, consentBy, consentHow, basisNote}: Item): string {
  const by = AGREED_BY[(consentBy ?? 'person') as keyof typeof AGREED_BY];
  const how = AGREED_HOW[(consentHow ?? 'spoken') as keyof typeof AGREED_HOW].toLowerCase();
  const words = basis === 'consent' ? `${by} agreed ${how}` : BASES[basis].name;
  return `${[words, basisNote].filter(Boolean).join(': ')}.`.replace('..', '.');
}
