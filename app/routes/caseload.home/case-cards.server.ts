/** A row of the caseload in the words of its card. */
import type {CaseRow} from '../../domain/cases/case-rows.server.ts';
import type {DayCase, ListedCase} from '../../domain/cases/joint-steps.server.ts';
import {dayWords} from '../../domain/dates/day-in-words.ts';
import {CASE_STATUSES, TIERS} from '../../domain/cases/case-choices.ts';
import {dueWords, startOfLog, waitWords} from '../../domain/cases/case-status.ts';
import type {Flagged} from '../../domain/people/alerts-and-needs.server.ts';
import {showPhone} from '../../domain/people/phone.ts';
import {ringWarningInWords} from '../../domain/people/ring-warnings.ts';
import type {CaseCardView} from '../../components/caseload/caseload-view.ts';

/** A card on which a contact is written down at once. @param today 'YYYY-MM-DD' */
export const toDayCard = (row: Flagged<DayCase>, today: string, now: Date): CaseCardView => ({
  ...toCard(row, today, now),
  log: row.isBegun ? null : startOfLog(row, today),
});

/** @param today 'YYYY-MM-DD' */
export function toCard(
  row: Flagged<CaseRow & Partial<Pick<ListedCase, 'withName'>>>,
  today: string,
  now: Date,
): CaseCardView {
  const on = row.status === 'paused' ? (row.pausedUntil ?? row.nextStepOn) : row.nextStepOn;
  const tries = row.attempts > 0 ? `, not reached ${row.attempts === 1 ? 'once' : `${row.attempts} times`}` : '';
  return {
    id: row.id,
    reference: row.reference,
    name: row.name ?? 'Name not shared with us',
    status: CASE_STATUSES[row.status],
    tier: TIERS[row.tier].name,
    worker: row.workerName,
    together: row.withName ? `Together with ${row.withName}` : null,
    needs: row.needNames.join(', '),
    phone: row.phone,
    phoneShown: row.phone && showPhone(row.phone),
    warning: ringWarningInWords(row.ringWarning),
    reachNote: row.reachNote,
    mustKnow: row.mustKnow,
    next: row.nextStep ?? row.noStepReason ?? '',
    due: on && row.status !== 'closed' ? {...dueWords(on, today), day: dayWords(on)} : null,
    contacts: `${row.contacts} ${row.contacts === 1 ? 'contact' : 'contacts'}${tries}`,
    waiting: row.firstContactAt || row.status === 'closed' ? null : `Waiting ${waitWords(row.referredAt, now)}`,
  };
}
