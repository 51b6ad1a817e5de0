/** When somebody was last rung about, at whichever desk of the partnership. */
import type {Sql} from '../../../db/client.ts';
import {within} from '../../../db/within.ts';
import type {Asker} from '../people/staff-request.ts';
import type {CallDomain, Channel} from './call-choices.ts';
import {repeatSince} from './repeat-caller.ts';

export interface RecentContact {
  startedAt: Date;
  channel: Channel;
  domain: CallDomain;
  /** Names of needs, the main one first. */
  needs: string[];
}

/**
 * Contacts about this person in the hours of the rule, newest first. Asked only once the person's record has been opened
 * for the call, which is in the audit.
 */
export function recentContacts(sql: Sql, asker: Asker, personId: string, now = new Date()): Promise<RecentContact[]> {
  return within(
    sql,
    {purpose: 'desk', ...asker},
    (tx) =>
      tx<RecentContact[]>`
      select
        started_at,
        channel,
        domain,
        array(
          select needs.name
          from unnest(recent.needs) with ordinality as main (key, position)
          join needs on needs.key = main.key
          order by main.position
        ) as needs
      from recent_contacts(${personId}, ${repeatSince(now)}) as recent
      order by started_at desc
      limit 20
    `,
  );
}
