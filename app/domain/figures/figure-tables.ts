/** The figures as they may be shown: small numbers hidden, every figure a table, with the rule that made it. */
import {DOMAINS, type CallDomain} from '../calls/call-choices.ts';
import {answeredBars, answeredTable} from './answered-table.ts';
import {daysOf, type FiguresFilter} from './figures-filter.ts';
import {gapView, ON_THE_PAGE, type CountBar} from './gap-table.ts';
import {hoursBetween} from '../dates/hours.ts';
import type {FigureCounts} from './read-figures.server.ts';
import {asCount, asShare, WEEKDAYS, type FigureTable} from './shown-words.ts';
import {xmrChart, type SpcChart} from './spc.ts';
import {NOTHING_HIDDEN, showCount, showShare, showTable, type Shown, type SmallNumbers} from './suppress.ts';

export const FIGURES = ['first-contact', 'week-chart', 'hours', 'answered', 'repeats', 'gaps'] as const;
export type FigureName = (typeof FIGURES)[number];

/** North East Lincolnshire's single point of access in 2017 (NHS England and LGA guide, 2018–19). */
export const BESIDE: Partial<Record<CallDomain, number>> = {adult_social_care: 0.73, mental_health: 0.67, health: 0.26};

export interface FiguresView {
  tables: Record<FigureName, FigureTable>;
  bars: {name: string; claimed: number | null; sustained: number | null; beside: number | null}[];
  /** Mean calls in each hour of each weekday; null where it is hidden or there was no such hour. */
  heat: (number | null)[][];
  chart: SpcChart | null;
  gaps: {byNeed: CountBar[]; byPlace: CountBar[]};
  /** Third or later contacts, by domain. */
  repeats: CountBar[];
  /** Service level by day of the week. */
  answered: {name: string; count: number | 'hidden' | null}[];
  weeks: string[];
  /** For the question how many handlers. */
  busiestHour: {calls: number; says: string} | null;
  handlingSeconds: number | null;
  /** Whether no number is hidden or rounded, but those of single places. */
  isExact: boolean;
}

const WEEK = new Intl.DateTimeFormat('en-GB', {day: 'numeric', month: 'short', year: '2-digit', timeZone: 'UTC'});

/**
 * @param smallNumbers what the site hides. The whole area shows everything only where one organisation takes all calls:
 *   where several do, each is shown by itself too, and what one hides would be the whole less the others.
 * @param most how many needs and places of gaps have a line of their own
 */
export function viewFigures(
  counts: FigureCounts,
  filter: FiguresFilter,
  now: Date,
  smallNumbers: SmallNumbers,
  most = ON_THE_PAGE,
): FiguresView {
  const isExact = counts.isWholeArea && counts.partners.length <= 1;
  const rules = isExact ? NOTHING_HIDDEN : smallNumbers;
  const order = Object.keys(DOMAINS);
  const domains = counts.domains.toSorted((one, other) => order.indexOf(one.domain) - order.indexOf(other.domain));
  const parts = showTable(
    domains.map((row) => [row.sustained, row.returned, row.pending, row.unfollowed, row.eligible - row.claimed]),
    rules,
  );
  const total = (name: 'claimed' | 'eligible' | 'settled' | 'settledReturned' | 'sustained' | 'calls') =>
    domains.reduce((sum, row) => sum + row[name], 0);
  const line = (
    name: string,
    row: {claimed: number; settled: number; settledReturned: number; sustained: number},
    cells: Shown[],
    eligible: Shown,
    beside?: number,
  ) => {
    const claimed = showShare(showCount(row.claimed, rules), eligible);
    const settled = showCount(row.settled, rules);
    const followed = showShare(showCount(row.sustained + row.settledReturned, rules), settled);
    const sustained = showShare(showCount(row.sustained, rules), settled);
    const gap = followed === null || sustained === null ? null : followed - sustained;
    return {
      bar: {name, claimed, sustained, beside: beside ?? null},
      row: [
        name,
        asCount(eligible),
        asCount(showCount(row.claimed, rules)),
        asShare(claimed),
        ...cells.slice(0, 4).map(asCount),
        asShare(followed),
        asShare(sustained),
        gap === null ? '–' : `${(gap * 100).toFixed(1)} points`,
        beside === undefined ? '–' : `${Math.round(beside * 100)} %`,
      ],
    };
  };
  const lines = domains.map((row, place) =>
    line(DOMAINS[row.domain], row, parts.cells[place]!, parts.rowTotals[place]!, BESIDE[row.domain]),
  );
  const all = line(
    'All of these',
    {
      claimed: total('claimed'),
      settled: total('settled'),
      settledReturned: total('settledReturned'),
      sustained: total('sustained'),
    },
    parts.columnTotals,
    parts.total,
  );

  const instances = hourInstances(filter.month, counts.countedAt ?? now);
  const shownHours = WEEKDAYS.map((_, weekday) =>
    Array.from({length: 24}, (_hour, hour) => {
      const found = counts.hours.find((one) => one.weekday === weekday && one.hour === hour);
      return showCount(found?.calls ?? 0, rules);
    }),
  );
  const heat = shownHours.map((row, weekday) =>
    row.map((shown, hour) => {
      const times = instances[weekday]![hour]!;
      return shown === 'hidden' || times === 0 ? null : shown / times;
    }),
  );
  const weeks = counts.weeks.flatMap(({week, eligible, claimed}) => {
    const share = showShare(showCount(claimed, rules), showCount(eligible, rules));
    return share === null ? [] : [{week, share}];
  });
  const chart = xmrChart(weeks.map(({share}) => share));
  const calls = total('calls');
  const repeats = repeatView(domains, rules);
  const gaps = gapView(counts.gaps, smallNumbers, most);
  return {
    isExact,
    gaps: {byNeed: gaps.byNeed, byPlace: gaps.byPlace},
    repeats: repeats.bars,
    answered: answeredBars(counts.lines, rules),
    bars: domains.length > 0 ? lines.map(({bar}) => bar) : [],
    heat,
    chart,
    weeks: weeks.map(({week}) => WEEK.format(new Date(week))),
    busiestHour: busiest(heat),
    handlingSeconds:
      showCount(calls, rules) === 'hidden' || calls === 0
        ? null
        : Math.round(domains.reduce((sum, row) => sum + row.seconds, 0) / calls),
    tables: {
      'first-contact': {
        columns: [
          'Domain',
          'Calls that count',
          'Resolved',
          'Claimed',
          'Held',
          'Came back',
          'Pending',
          'Cannot be followed',
          'Claimed among followed',
          'Sustained',
          'Gap',
          'North East Lincolnshire 2017',
        ],
        rows: domains.length > 0 ? [...lines.map(({row}) => row), all.row] : [],
      },
      'week-chart': {
        columns: ['Week from', 'Claimed', 'Signs of a cause'],
        rows: weeks.map(({week, share}, place) => [
          WEEK.format(new Date(week)),
          asShare(share),
          (chart?.points[place]?.causes ?? []).map((cause) => CAUSES[cause]).join(', ') || 'None',
        ]),
      },
      hours: {
        columns: ['Hour', ...WEEKDAYS],
        rows: Array.from({length: 24}, (_, hour) => [
          `${String(hour).padStart(2, '0')}:00`,
          ...heat.map((row, weekday) =>
            row[hour] === null ? (instances[weekday]![hour] === 0 ? '–' : 'hidden') : row[hour]!.toFixed(1),
          ),
        ]),
      },
      answered: answeredTable(counts.lines, rules),
      repeats: repeats.table,
      gaps: gaps.table,
    },
  };
}

const CAUSES = {
  outside: 'beyond a limit',
  shift: 'seven or more on one side',
  trend: 'seven or more rising or falling',
  near_limit: 'two of three near a limit',
} as const;

/** How often each hour of each weekday truly came, clock changes and all, so far. */
function hourInstances(month: string, until: Date): number[][] {
  const {from, until: end} = daysOf(month);
  const times = WEEKDAYS.map(() => Array<number>(24).fill(0));
  const first = new Date(`${from}T00:00:00Z`).getTime() - 3_600_000;
  const last = Math.min(new Date(`${end}T00:00:00Z`).getTime(), until.getTime());
  for (const {day, clock} of hoursBetween(new Date(first), new Date(last))) {
    if (day >= from && day < end) times[(new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7]![clock]! += 1;
  }
  return times;
}

function busiest(heat: (number | null)[][]) {
  const all = heat.flatMap((row, weekday) => row.map((calls, hour) => ({calls: calls ?? 0, weekday, hour})));
  const [most] = all.toSorted((one, other) => other.calls - one.calls);
  if (!most || most.calls === 0) return null;
  const clock = `${String(most.hour).padStart(2, '0')}:00`;
  return {calls: Math.round(most.calls * 10) / 10, says: `${WEEKDAYS[most.weekday]} from ${clock}, the busiest hour`};
}

function repeatView(domains: FigureCounts['domains'], rules: SmallNumbers): {table: FigureTable; bars: CountBar[]} {
  const shown = showTable(
    domains.map((row) => [row.repeatContacts, row.calls - row.repeatContacts]),
    rules,
  );
  const repeats = shown.cells.map(([count]) => count!);
  return {
    bars: domains.map((row, place) => ({name: DOMAINS[row.domain], count: repeats[place]!})),
    table: {
      columns: ['Domain', 'Calls', 'Third or later in 96 hours', 'Times that somebody became a repeat caller'],
      rows: domains.map((row, place) => [
        DOMAINS[row.domain],
        asCount(shown.rowTotals[place]!),
        asCount(repeats[place]!),
        asCount(repeats[place] === 'hidden' ? 'hidden' : showCount(row.repeatSpells, rules)),
      ]),
    },
  };
}
