/** The counts behind the page of figures. Whose they are, the policies of the tables settle. */
import type {Sql} from '../../../db/client.ts';
import {within, type Context} from '../../../db/within.ts';
import {recordAct} from '../audit/record-act.server.ts';
import type {CallDomain} from '../calls/call-choices.ts';
import {daysOf, type FiguresFilter} from './figures-filter.ts';
import type {LineCounts, Thresholds} from './service-level.ts';

export interface DomainCounts {
  domain: CallDomain;
  calls: number;
  eligible: number;
  claimed: number;
  sustained: number;
  returned: number;
  pending: number;
  unfollowed: number;
  settled: number;
  settledReturned: number;
  repeatContacts: number;
  repeatSpells: number;
  seconds: number;
}

export interface FigureCounts {
  domains: DomainCounts[];
  /** Calls by weekday (0 is Monday) and hour of the clock. */
  hours: {weekday: number; hour: number; calls: number}[];
  /** The last 53 weeks that were over by the end of the month, oldest first. */
  weeks: {week: string; eligible: number; claimed: number}[];
  /** What the telephone system counted in the month, by weekday (0 is Monday). Empty where it has told nothing. */
  lines: (LineCounts & {weekday: number})[];
  /** Of the year that ends with the month. */
  gaps: {needKey: string; need: string; place: string | null; gaps: number}[];
  partners: {id: string; name: string}[];
  countedAt: Date | null;
  /** Whether these are the counts of the whole partnership. */
  isWholeArea: boolean;
}

/** Hour by hour within each row: taken apart into a row for each hour, it would be 24 times as many to group. */
const EACH_HOUR = Array.from({length: 24}, (_, hour) => `sum(by_hour[${hour + 1}])::integer`).join(', ');

/**
 * Everything the page shows, in one transaction of a few milliseconds.
 * @param thresholds when a telephone call was answered in time, and when it does not count
 * @param options.exported the figure that is taken away as a file, which the audit keeps
 */
export function readFigures(
  sql: Sql,
  context: Context,
  {month, domain, partnerId}: FiguresFilter,
  {answerSeconds, shortSeconds}: Thresholds,
  {exported}: {exported?: string} = {},
): Promise<FigureCounts> {
  const {from, until} = daysOf(month);
  return within(sql, context, async (tx) => {
    const ofThese = tx`
      ${domain ? tx`and domain = ${domain}` : tx``}
      ${partnerId ? tx`and call_figures.partner_id = ${partnerId}` : tx``}
    `;
    const [domains, hours, weeks, lines, gaps, partners, [state]] = await Promise.all([
      tx<DomainCounts[]>`
        select
          domain, sum(calls) as calls, sum(eligible) as eligible, sum(claimed) as claimed, sum(sustained) as sustained,
          sum(returned) as returned, sum(pending) as pending, sum(unfollowed) as unfollowed, sum(settled) as settled,
          sum(settled_returned) as settled_returned, sum(repeat_contacts) as repeat_contacts,
          sum(repeat_spells) as repeat_spells, sum(talk_seconds + held_seconds + after_seconds)::bigint as seconds
        from call_figures
        where day >= ${from} and day < ${until} ${ofThese}
        group by domain
      `,
      tx<{weekday: number; calls: number[]}[]>`
        select (extract(isodow from day) - 1)::integer as weekday, array[${tx.unsafe(EACH_HOUR)}] as calls
        from call_figures
        where day >= ${from} and day < ${until} ${ofThese}
        group by 1
      `,
      tx<FigureCounts['weeks']>`
        select date_trunc('week', day::timestamp)::date as week, sum(eligible) as eligible, sum(claimed) as claimed
        from call_figures
        where
          day >= date_trunc('week', ${until}::timestamp)::date - 371
          and day < date_trunc('week', least(${until}::timestamp, now()::timestamp))::date
          ${ofThese}
        group by 1
        order by 1
      `,
      tx<FigureCounts['lines']>`
        select
          (extract(isodow from offered_at at time zone 'Europe/London') - 1)::integer as weekday,
          count(*) as offered,
          count(*) filter (where is_answered) as answered,
          count(*) filter (where is_answered and waited_seconds <= ${answerSeconds}) as answered_in_time,
          count(*) filter (where not is_answered) as abandoned,
          count(*) filter (where not is_answered and waited_seconds < ${shortSeconds}) as abandoned_short
        from partners
        join phone_history on phone_history.partner_id = partners.id
        where
          offered_at >= ${from}::timestamp at time zone 'Europe/London'
          and offered_at < ${until}::timestamp at time zone 'Europe/London'
          ${partnerId ? tx`and partners.id = ${partnerId}` : tx``}
        group by 1
        order by 1
      `,
      tx<FigureCounts['gaps']>`
        select need_key, needs.name as need, place, sum(gaps) as gaps
        from gap_figures
        join needs on needs.key = need_key
        where
          day >= (${until}::date - interval '1 year')::date
          and day < ${until}
          ${domain ? tx`and domain = ${domain}` : tx``}
          ${partnerId ? tx`and partner_id = ${partnerId}` : tx``}
        group by need_key, needs.name, place
      `,
      tx<FigureCounts['partners']>`
        select id, name from partners
        where exists (select from call_figures where call_figures.partner_id = partners.id)
        order by name
      `,
      tx<{countedAt: Date | null; countsAll: boolean}[]>`
        select (select counted_at from figures_counted) as counted_at, counts_partnership() as counts_all
      `,
    ]);
    if (exported) await recordAct(tx, {action: 'export_made', details: {figure: exported, month, domain, partnerId}});
    return {
      domains,
      hours: hours.flatMap(({weekday, calls}) =>
        calls.flatMap((number, hour) => (number > 0 ? [{weekday, hour, calls: Number(number)}] : [])),
      ),
      weeks,
      lines,
      gaps,
      partners,
      countedAt: state?.countedAt ?? null,
      isWholeArea: Boolean(state?.countsAll) && partnerId === null,
    };
  });
}
