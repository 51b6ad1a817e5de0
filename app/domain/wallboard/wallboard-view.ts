/**
 * A wallboard in words and whole numbers. Safe in the browser.
 *
 * Anybody in the room reads it, visitors too. What says how busy the desk is (calls, what waits, what is late) is shown
 * as it is: a wallboard that hid 'one is late' would be of no use, and no need, place, ending or person stands beside it.
 * How calls ended is shown as a share in whole percent without its counts, and only where the calls on either side of it
 * are none or more than a small number: the rule of /desk/figures, so the wall tells nothing that the page would hide.
 */
import {disciplines} from '../access/roles.ts';
import {DOMAINS, type CallDomain} from '../calls/call-choices.ts';
import {BESIDE} from '../figures/figure-tables.ts';
import type {WallboardCounts} from './read-wallboard.server.ts';

/** A share in whole percent; `few` where it would tell of a small number; null where there is nothing to divide by. */
export type BoardShare = number | 'few' | null;

export interface WallboardView {
  partnerName: string;
  calls: number;
  claimed: BoardShare;
  domains: {name: string; claimed: BoardShare; sustained: BoardShare; beside: number | null}[];
  /** '14 to 20 November' */
  heldDays: string;
  waiting: number;
  breached: number;
  /** '1 h 05 min', or null when nothing waits. */
  longest: string | null;
  queues: {name: string; waiting: number; breached: number; longest: string | null}[];
  /** The largest number of calls that counts as few. */
  fewUpTo: number;
  /** '14:05', and 'Saturday 28 November'. */
  time: string;
  day: string;
  /** Up to when calls are counted, where that is a while ago: '13:40'. */
  behindSince: string | null;
}

/** The job counts four times a minute; this much later something is wrong with it. */
const BEHIND_MS = 180_000;

export function viewWallboard(counts: WallboardCounts, now: Date, hideUpTo: number): WallboardView {
  const total = (name: 'calls' | 'eligible' | 'claimed') => counts.today.reduce((sum, row) => sum + row[name], 0);
  const waits = counts.queues.map(({waitingSince}) => waitingSince).filter((since) => since !== null);
  const longest = waits.length > 0 ? new Date(Math.min(...waits.map((since) => since.getTime()))) : null;
  const isBehind = counts.countedAt !== null && now.getTime() - counts.countedAt.getTime() > BEHIND_MS;
  return {
    partnerName: counts.partnerName,
    calls: total('calls'),
    claimed: boardShare(total('claimed'), total('eligible'), hideUpTo),
    domains: domainsOf(counts).map((domain) => {
      const today = counts.today.find((row) => row.domain === domain);
      const held = counts.held.find((row) => row.domain === domain);
      const beside = BESIDE[domain];
      return {
        name: DOMAINS[domain],
        claimed: boardShare(today?.claimed ?? 0, today?.eligible ?? 0, hideUpTo),
        sustained: boardShare(held?.sustained ?? 0, held?.settled ?? 0, hideUpTo),
        beside: beside === undefined ? null : Math.round(beside * 100),
      };
    }),
    heldDays: daysInWords(counts.heldDays),
    waiting: counts.queues.reduce((sum, queue) => sum + queue.waiting, 0),
    breached: counts.queues.reduce((sum, queue) => sum + queue.breached, 0),
    longest: longest && waitInWords(longest, now),
    queues: counts.queues.map(({discipline, waiting, breached, waitingSince}) => ({
      name: disciplines[discipline],
      waiting,
      breached,
      longest: waitingSince && waitInWords(waitingSince, now),
    })),
    fewUpTo: hideUpTo,
    time: TIME.format(now),
    day: DAY.format(now).replace(',', ''),
    behindSince: isBehind && counts.countedAt ? TIME.format(counts.countedAt) : null,
  };
}

/** @param hideUpTo the largest number of calls that counts as small */
export function boardShare(part: number, whole: number, hideUpTo: number): BoardShare {
  if (whole === 0) return null;
  const isSmall = (count: number) => count > 0 && count <= hideUpTo;
  if (isSmall(whole) || isSmall(part) || isSmall(whole - part)) return 'few';
  return Math.round((part / whole) * 100);
}

/** Those beside which a figure stands always, the others once there is a call of theirs. */
function domainsOf({today, held}: WallboardCounts): CallDomain[] {
  return (Object.keys(DOMAINS) as CallDomain[]).filter((domain) => {
    if (domain === 'none') return false;
    const isThere = [...today, ...held].some((row) => row.domain === domain);
    return BESIDE[domain] !== undefined || isThere;
  });
}

const TIME = new Intl.DateTimeFormat('en-GB', {timeZone: 'Europe/London', hour: '2-digit', minute: '2-digit'});
const DAY = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/London',
  weekday: 'long',
  day: 'numeric',
  month: 'long',
});
const CALENDAR = new Intl.DateTimeFormat('en-GB', {timeZone: 'UTC', day: 'numeric', month: 'long'});

/** '14 to 20 November', '28 November to 4 December'. */
function daysInWords({from, to}: WallboardCounts['heldDays']): string {
  const [first, last] = [from, to].map((day) => CALENDAR.format(new Date(`${day}T00:00:00Z`))) as [string, string];
  return from.slice(0, 7) === to.slice(0, 7) ? `${first.split(' ')[0]} to ${last}` : `${first} to ${last}`;
}

/** '4 min', '1 h 05 min', '2 days': short, as it stands beside a number. */
export function waitInWords(since: Date, now: Date): string {
  const minutes = Math.max(0, Math.floor((now.getTime() - since.getTime()) / 60_000));
  if (minutes < 60) return `${minutes} min`;
  if (minutes < 2880) return `${Math.floor(minutes / 60)} h ${String(minutes % 60).padStart(2, '0')} min`;
  return `${Math.floor(minutes / 1440)} days`;
}
