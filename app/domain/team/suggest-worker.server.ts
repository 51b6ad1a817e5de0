/** Whom a lead may give one referral to: the rule by which cases are given out, for one that is not a case yet. */
import type {Sql} from '../../../db/client.ts';
import {within} from '../../../db/within.ts';
import type {CalendarDate} from '../dates/calendar-date.ts';
import type {Asker} from '../people/staff-request.ts';
import {networksOf} from '../referrals/provider-form.ts';
import {reasonWords, shareOut, type ToGive} from './fair-share.ts';
import {listWeeks} from './worker-weeks.server.ts';

interface WorkerSuggestion {
  /** Null where nobody has room today. */
  worker: {id: string; name: string} | null;
  /** Why this one, as a lead reads it. */
  reason: string;
}

/**
 * For leads, who alone may read their workers' weeks; null for everybody else, and for a referral that waits no more or
 * is not their provider's. Names nobody whom the referral is about, so opening the referral is the look that is audited.
 */
export function suggestWorker(
  sql: Sql,
  {viewer, address}: Asker,
  referralId: string,
  today: CalendarDate,
): Promise<WorkerSuggestion | null> {
  return within(sql, {purpose: 'caseload', viewer, address}, async (tx) => {
    const [waiting] = await tx<(ToGive & {networks: string[] | null})[]>`
      select
        referrals.id,
        coalesce(referrals.outcode, people.outcode) as outcode,
        referrals.practice,
        referrals.language,
        referrals.needs,
        referrals.urgency = 'urgent' as is_urgent,
        referrals.made_at as waiting_since,
        referral_providers.networks
      from referrals
      left join people on people.id = referrals.person_id
      left join referral_providers on referral_providers.partner_id = referrals.to_partner_id
      where
        referrals.id = ${referralId}
        and referrals.to_partner_id = ${viewer.partnerId}
        and referrals.status in ('received', 'more_asked')
        and viewer_leads()
    `;
    if (!waiting) return null;
    const {networks, ...referral} = waiting;
    const walkers = await listWeeks(tx, viewer, today);
    const [suggestion] = shareOut([referral], walkers, networksOf(networks ?? []), today);
    const worker = walkers.find(({id}) => id === suggestion!.workerId);
    return {worker: worker ? {id: worker.id, name: worker.name} : null, reason: reasonWords(suggestion!)};
  });
}
