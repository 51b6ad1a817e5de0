/** How an onward referral, and how a service has answered so far, read on a page. */
import type {OnwardView} from '../../components/onward/onward-list.tsx';
import {dayOf} from '../../components/measures/day-of.ts';
import {answersNow, DECLINE_REASONS, ENDINGS, KINDS, STATES} from '../../domain/onward/onward-life.ts';
import type {ChosenService, OnwardRow} from '../../domain/onward/onward.server.ts';
import {today} from '../../http/today.server.ts';

export function toOnwardView(row: OnwardRow): OnwardView {
  const {state, declineReason, endedHow, attended} = row;
  const why = declineReason ? DECLINE_REASONS[declineReason] : endedHow ? ENDINGS[endedHow] : null;
  const came = attended > 0 ? `came ${attended} ${attended === 1 ? 'time' : 'times'}` : null;
  return {
    id: row.id,
    serviceName: row.serviceName,
    kind: KINDS[row.kind].name,
    stands: `${STATES[state]}${why ? `: ${why.toLowerCase()}` : ''}${came ? `, ${came}` : ''}`,
    days: [
      dayOf(today(row.madeAt)),
      row.seenAt && `opened ${dayOf(today(row.seenAt))}`,
      row.answeredAt && `answered ${dayOf(today(row.answeredAt))}`,
    ]
      .filter(Boolean)
      .join(', '),
    shared: row.shared,
    answers: answersNow(state),
    attended,
    isOpen: row.isOpen,
  };
}

/** Null below five answers. */
export function recordInWords(record: ChosenService['record']): string | null {
  if (!record) return null;
  const {answered, accepted, medianDays, lastSaid} = record;
  const last = Object.hasOwn(DECLINE_REASONS, lastSaid) ? DECLINE_REASONS[lastSaid as 'full'] : 'Accepted';
  return `Of ${answered} they answered, they took ${accepted}, mostly within ${medianDays} days. Last answer: ${last.toLowerCase()}.`;
}
