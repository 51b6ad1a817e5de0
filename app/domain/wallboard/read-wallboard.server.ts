/** What stands on a wallboard, read with nothing but the token of its link. */
import type {ISql, Sql} from '../../../db/client.ts';
import {within} from '../../../db/within.ts';
import type {Discipline} from '../access/roles.ts';
import {hashToken} from '../access/secrets.server.ts';
import type {CallDomain} from '../calls/call-choices.ts';
import {addDays, londonClock, type CalendarDate} from '../dates/calendar-date.ts';

export interface WallboardCounts {
  partnerName: string;
  /** Of today, so far. */
  today: {domain: CallDomain; calls: number; eligible: number; claimed: number}[];
  /** Of the last seven days in which every call is older than seven days, so that all that came back has. */
  held: {domain: CallDomain; settled: number; sustained: number}[];
  heldDays: {from: CalendarDate; to: CalendarDate};
  queues: {discipline: Discipline; waiting: number; breached: number; waitingSince: Date | null}[];
  /** Up to when calls are counted; null before the first time. */
  countedAt: Date | null;
}

type WallboardSeen = {state: 'open'; counts: WallboardCounts} | {state: 'ended'} | {state: 'unknown'};

/**
 * Reads a wallboard as the organisation that made its link. The policies of the purpose `wallboard` show counts of that
 * organisation and no row of anything else.
 */
export function readWallboard(sql: Sql, token: string, now: Date): Promise<WallboardSeen> {
  return within(sql, {purpose: 'wallboard'}, async (tx): Promise<WallboardSeen> => {
    const [link] = await tx<{partnerId: string; isOpen: boolean}[]>`
      select partner_id, is_open from open_wallboard(${hashToken(token)})
    `;
    if (!link) return {state: 'unknown'};
    if (!link.isOpen) return {state: 'ended'};
    await tx`select set_config('fingerpost.partner', ${link.partnerId}, true)`;
    return {state: 'open', counts: await readCounts(tx, link.partnerId, now)};
  });
}

async function readCounts(tx: ISql, partnerId: string, now: Date): Promise<WallboardCounts> {
  const day = londonClock(now).date;
  const heldDays = {from: addDays(day, -14), to: addDays(day, -8)};
  const [[partner], today, held, queues, [state]] = await Promise.all([
    tx<[{name: string}]>`select name from partners where id = ${partnerId}`,
    tx<WallboardCounts['today']>`
      select domain, calls, eligible, claimed
      from call_figures
      where partner_id = ${partnerId} and day = ${day}
    `,
    tx<WallboardCounts['held']>`
      select domain, sum(settled) as settled, sum(sustained) as sustained
      from call_figures
      where partner_id = ${partnerId} and day between ${heldDays.from} and ${heldDays.to}
      group by domain
    `,
    tx<WallboardCounts['queues']>`
      select discipline, waiting, breached, waiting_since from wallboard_queues()
    `,
    tx<{countedAt: Date}[]>`select counted_at from figures_counted`,
  ]);
  return {
    partnerName: partner.name,
    today: [...today],
    held: [...held],
    heldDays,
    queues: [...queues],
    countedAt: state?.countedAt ?? null,
  };
}
