/** The counts behind the page of figures. Whose they are, the policies of the tables settle. */
import type {Sql} from '../../../db/client.ts';
import {within, type Context} from '../../../db/within.ts';
import {recordAct} from '../audit/record-act.server.ts';
import type {CallDomain} from '../calls/call-choices.ts';
import {FIGURE_QUERIES, numbered, type AskedOfFigures, type FigureQuery} from './figure-queries.ts';
import {daysOf, type FiguresFilter} from './figures-filter.ts';
import type {LineCounts, Thresholds} from './service-level.ts';

interface DomainCounts {
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

export interface PlacedGaps {
  needKey: string;
  need: string;
  /** The code of a ward, or the first half of a postcode; null where neither is known. */
  place: string | null;
  /** The ward's name and that of its council, where they are known. */
  ward: string | null;
  district: string | null;
  gaps: number;
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
  gaps: PlacedGaps[];
  partners: {id: string; name: string}[];
  countedAt: Date | null;
  /** Whether these are the counts of the whole partnership. */
  isWholeArea: boolean;
}

/** The functions of the database that count, in the order in which they build on each other. */
const COUNTING = ['count_call_days', 'add_up_calls', 'count_gap_days', 'add_up_gaps', 'count_phone_months'];

/** How the counts are made, word for word as the database does it. */
export async function readCounting(sql: Sql): Promise<{name: string; words: string}[]> {
  return sql<{name: string; words: string}[]>`
    select proname as name, pg_get_functiondef(pg_proc.oid) as words
    from unnest(${COUNTING}::text[]) with ordinality as wanted (name, place)
    join pg_proc on proname = wanted.name and pronamespace = 'public'::regnamespace
    order by place
  `;
}

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
  const asked: AskedOfFigures = {
    ...daysOf(month),
    domain,
    organisation: partnerId,
    in_time: answerSeconds,
    at_once: shortSeconds,
  };
  return within(sql, context, async (tx) => {
    const ask = <Row extends object>(name: FigureQuery) => {
      const {text, values} = numbered(FIGURE_QUERIES[name], asked);
      return tx.unsafe<Row[]>(text, values, {prepare: true});
    };
    const [domains, hours, weeks, lines, gaps, partners, [state]] = await Promise.all([
      ask<DomainCounts>('domains'),
      ask<{weekday: number; calls: number[]}>('hours'),
      ask<FigureCounts['weeks'][number]>('weeks'),
      ask<FigureCounts['lines'][number]>('lines'),
      ask<FigureCounts['gaps'][number]>('gaps'),
      tx<FigureCounts['partners']>`
        select id, name from partners
        where exists (select from call_months where call_months.partner_id = partners.id)
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
