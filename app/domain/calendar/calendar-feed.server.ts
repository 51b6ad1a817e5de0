/** A calendar of one's own work, at an address that only oneself knows: made, shown once, ended; and what stands in it. */
import type {Sql} from '../../../db/client.ts';
import {within} from '../../../db/within.ts';
import {hashToken, keyedHash} from '../access/secrets.server.ts';
import {onceOnly} from '../access/submissions.server.ts';
import {recordAct} from '../audit/record-act.server.ts';
import {addDays, type CalendarDate} from '../dates/calendar-date.ts';
import type {Asker, Sender} from '../people/staff-request.ts';
import type {CalendarEntry} from './own-calendar.ts';

/** What is over goes soon; what is planned further ahead than this changes until then. */
const DAYS_BACK = 14;
const DAYS_AHEAD = 180;

interface CalendarFeed {
  id: string;
  madeAt: Date;
  /** When a calendar last asked, give or take a minute; null when none has. */
  seenAt: Date | null;
}

/** The viewer's own calendar, where they have one. The look stands in the audit, as every look at an account does. */
export function getOwnFeed(sql: Sql, {viewer, address}: Asker): Promise<CalendarFeed | null> {
  return within(sql, {purpose: 'own-account', viewer, address}, async (tx) => {
    const [feed] = await tx<CalendarFeed[]>`
      select id, made_at, seen_at from calendar_feeds where staff_id = ${viewer.staffId} and ended_at is null
    `;
    await recordAct(tx, {action: 'own_account_viewed', details: {page: 'calendar'}});
    return feed ?? null;
  });
}

/**
 * Makes an address; one that was there before ends. As for a wallboard the token is drawn from the number of the form and
 * the secret of the site: a form that is sent twice shows the same address twice, and the database has only its hash.
 * @returns the token
 */
export async function makeOwnFeed(
  sql: Sql,
  {viewer, address, submission, door}: Sender,
  siteSecret: string,
): Promise<string> {
  const token = keyedHash(siteSecret, 'calendar feed', `${viewer.staffId} ${submission}`).toString('base64url');
  await within(sql, {purpose: 'own-account', viewer, address}, (tx) =>
    onceOnly(tx, {submission, staffId: viewer.staffId, door}, async () => {
      // Two forms at once would each end what was there and make one more: the second waits for the first.
      await tx`select pg_advisory_xact_lock(hashtextextended(${`calendar ${viewer.staffId}`}, 0))`;
      await tx`update calendar_feeds set ended_at = now() where staff_id = ${viewer.staffId} and ended_at is null`;
      await tx`
        insert into calendar_feeds (staff_id, token_hash) values (${viewer.staffId}, ${hashToken(token)})
      `;
      await recordAct(tx, {action: 'calendar_changed', details: {what: 'made'}});
      return {ok: true};
    }),
  );
  return token;
}

/** Ends it for good. Sent again it does nothing more. */
export function endOwnFeed(sql: Sql, {viewer, address}: Asker): Promise<void> {
  return within(sql, {purpose: 'own-account', viewer, address}, async (tx) => {
    const {count} = await tx`
      update calendar_feeds set ended_at = now() where staff_id = ${viewer.staffId} and ended_at is null
    `;
    if (count > 0) await recordAct(tx, {action: 'calendar_changed', details: {what: 'ended'}});
  });
}

type CalendarRead = {state: 'open'; entries: CalendarEntry[]} | {state: 'ended'} | {state: 'unknown'};

/** What stands in the calendar at this address, and nothing else of whoever it belongs to. */
export function readCalendar(sql: Sql, token: string, today: CalendarDate): Promise<CalendarRead> {
  const hash = hashToken(token);
  return within(sql, {purpose: 'calendar'}, async (tx): Promise<CalendarRead> => {
    const [{isOpen}] = await tx<[{isOpen: boolean | null}]>`select open_calendar(${hash}) as is_open`;
    if (isOpen === null) return {state: 'unknown'};
    if (!isOpen) return {state: 'ended'};
    const entries = await tx<CalendarEntry[]>`
      select kind, id, reference, place, starts_at, ends_at, on_day
      from calendar_entries(${hash}, ${addDays(today, -DAYS_BACK)}, ${addDays(today, DAYS_AHEAD)})
      order by coalesce(starts_at, on_day), id
    `;
    return {state: 'open', entries: [...entries]};
  });
}
