import type {ISql, Sql} from '../../../db/client.ts';
import {within} from '../../../db/within.ts';

/**
 * Clears away what has run out: forms kept for someone (12 hours), referrals that were begun (14 days), numbers of forms
 * that were sent (7 days), ended sessions, used links, ended links to a wallboard or calendar (30 days), counts of failed
 * tries (1 day), messages that were sent (90 days), what rang at somebody's telephone (1 day), drafts of contacts and of
 * corrections that came to their end (1 day), corrections that nobody goes on with (30 days), what services said of their
 * room (90 days), where a visit went (30 days), what was searched for (13 months), private pages (when they run out). The audit keeps that they happened. Safe to run at any time, and in several processes at once.
 * @returns how many rows went, for the log
 */
export function clearAway(sql: Sql): Promise<number> {
  return within(sql, {purpose: 'housekeeping'}, async (tx) => {
    const cleared = await Promise.all([
      tx`delete from held_forms where expires_at < now()`,
      tx`delete from referral_drafts where expires_at < now()`,
      tx`delete from submissions where created_at < now() - interval '7 days'`,
      tx`delete from sessions where created_at < now() - interval '30 days'`,
      tx`delete from staff_links where expires_at < now() - interval '30 days' and (used_at is not null or kind = 'reset')`,
      tx`delete from wallboard_links where ended_at < now() - interval '30 days'`,
      tx`delete from calendar_feeds where ended_at < now() - interval '30 days'`,
      tx`delete from sign_in_failures where since < now() - interval '1 day'`,
      tx`delete from messages where sent_at < now() - interval '90 days'`,
      // It runs every hour, so that no number stands longer than a day.
      tx`delete from phone_rings where rang_at < now() - interval '23 hours'`,
      // Where somebody lives is not kept beyond the need to find whoever visits them.
      tx`
        update case_visits set place = null
        where
          place is not null
          and leaves_at < now() - interval '30 days'
          and (back_at is not null or called_off_at is not null)
      `,
      tx`delete from measure_asks where expires_at < now() - interval '30 days'`,
      // What was sent, to whom and who agreed stays with the call.
      tx`update summary_links set sheet = null where expires_at < now() and sheet is not null`,
      tx`delete from contact_drafts where logged_at < now() - interval '1 day'`,
      tx`
        delete from correction_drafts
        where saved_at < now() - interval '1 day' or (saved_at is null and changed_at < now() - interval '30 days')
      `,
      forgetHeardSpace(tx),
      forgetSearches(tx),
      tx`delete from phone_events where received_at < now() - interval '24 hours'`,
    ]);
    return cleared.reduce((sum, {count}) => sum + count, 0);
  });
}

/** Whether a service had room three months ago says nothing of today. */
const HEARD_SPACE_DAYS = 90;

/** So that a month can be held beside the same one of the year before. */
const SEARCHES_MONTHS = 13;

async function forgetSearches(tx: ISql): Promise<{count: number}> {
  const [row] = await tx<[{count: number}]>`select forget_searches(${SEARCHES_MONTHS}) as count`;
  return row;
}

async function forgetHeardSpace(tx: ISql): Promise<{count: number}> {
  const [row] = await tx<[{count: number}]>`select forget_heard_space(${HEARD_SPACE_DAYS}) as count`;
  return row;
}
