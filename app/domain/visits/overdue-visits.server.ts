import type {Sql} from '../../../db/client.ts';
import {within} from '../../../db/within.ts';
import {recordAct} from '../audit/record-act.server.ts';
import {londonClock} from '../dates/calendar-date.ts';
import {sendMessage} from '../messages/send-message.server.ts';
import {visitOverdueMessage} from '../messages/texts.ts';
import {GRACE_MINUTES} from './visit-choices.ts';

interface Overdue {
  visitId: string;
  partnerId: string;
  staffName: string;
  backBy: Date;
  recipient: string | null;
}

/**
 * Tells the leads of whoever is overdue from a visit, once for each visit: those of a team of theirs, else those of the
 * organisation, else their colleagues. Safe in several processes at once.
 * @param siteAddress without one the message says where to look, in words
 * @returns of how many visits somebody was told, and how many had nobody to tell
 */
export function tellOverdueVisits(
  sql: Sql,
  siteAddress: string | null,
): Promise<{told: number; withoutAnybody: number}> {
  return within(sql, {purpose: 'housekeeping'}, async (tx) => {
    const rows = await tx<Overdue[]>`
      select visit_id, partner_id, staff_name, back_by, recipient
      from take_overdue_visits(make_interval(mins => ${GRACE_MINUTES}))
    `;
    for (const {partnerId, staffName, backBy, recipient} of rows) {
      if (!recipient) continue;
      const facts = {staffName, backBy: londonClock(backBy).time, link: siteAddress && `${siteAddress}/caseload/lead`};
      await sendMessage(tx, {channel: 'email', to: recipient, ...visitOverdueMessage(facts), partnerId});
    }
    const visits = new Set(rows.map(({visitId}) => visitId));
    for (const visit of visits) {
      const told = rows.filter(({visitId, recipient}) => visitId === visit && recipient !== null).length;
      await recordAct(tx, {action: 'visit_overdue', details: {visit, told}});
    }
    const withoutAnybody = rows.filter(({recipient}) => recipient === null).length;
    return {told: visits.size - withoutAnybody, withoutAnybody};
  });
}
