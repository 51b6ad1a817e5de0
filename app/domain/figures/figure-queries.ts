/**
 * The queries behind the page of figures, as they are sent and as the page shows them when a figure is opened. They read
 * counts that `count_call_days`, `count_gap_days` and `count_phone_months` keep; those can be opened too.
 *
 * What is asked for stands in them by name: `:from` and `:until` (the first day of the month and of the one after it),
 * `:domain` and `:organisation` (null: all), `:in_time` and `:at_once` (seconds). Whose counts are seen at all, the policies
 * of the tables settle.
 */
const OF_THESE = `and (:domain::text is null or domain = :domain)
  and (:organisation::uuid is null or partner_id = :organisation)`;

const EACH_HOUR = Array.from({length: 24}, (_, hour) => `sum(by_hour[${hour + 1}])::integer`).map((sum, hour) =>
  hour % 4 === 0 ? `\n    ${sum}` : ` ${sum}`,
);

export const FIGURE_QUERIES = {
  domains: `
select
  domain, sum(calls) as calls, sum(eligible) as eligible, sum(claimed) as claimed, sum(sustained) as sustained,
  sum(returned) as returned, sum(pending) as pending, sum(unfollowed) as unfollowed, sum(settled) as settled,
  sum(settled_returned) as settled_returned, sum(repeat_contacts) as repeat_contacts,
  sum(repeat_spells) as repeat_spells, sum(seconds) as seconds
from call_months
where month = :from::date
  ${OF_THESE}
group by domain`,
  hours: `
select
  weekday,
  array[${EACH_HOUR}
  ] as calls
from call_months
where month = :from::date
  ${OF_THESE}
group by weekday`,
  weeks: `
select week, sum(eligible) as eligible, sum(claimed) as claimed
from call_weeks
where week >= first_of_week(:until::date) - 371
  and week < first_of_week(least(:until::date, current_date))
  ${OF_THESE}
group by week
order by week`,
  lines: `
select
  weekday,
  sum(calls) as offered,
  coalesce(sum(calls) filter (where is_answered), 0) as answered,
  coalesce(sum(calls) filter (where is_answered and waited_seconds <= :in_time::integer), 0) as answered_in_time,
  coalesce(sum(calls) filter (where not is_answered), 0) as abandoned,
  coalesce(sum(calls) filter (where not is_answered and waited_seconds < :at_once::integer), 0) as abandoned_short
from phone_months
where month = :from::date
  and (:organisation::uuid is null or partner_id = :organisation)
group by weekday
order by weekday`,
  gaps: `
select need_key, needs.name as need, place, wards.name as ward, wards.district, gaps
from (
  select need_key collate "C" as need_key, place collate "C" as place, sum(gaps) as gaps
  from gap_months
  where partnership_id = viewer_partnership()
    and whose = any(
      case
        when :organisation::uuid is not null then array[:organisation::text]
        when (select counts_partnership()) then array['all']
        else array[viewer_partner()::text, 'nobody']
      end
    )
    and month >= (:until::date - interval '1 year')::date
    and month < :until::date
    and (:domain::text is null or domain = :domain)
  group by 1, 2
) as counted
join needs on needs.key = need_key
left join wards on wards.gss = place`,
} as const;

export type FigureQuery = keyof typeof FIGURE_QUERIES;

export interface AskedOfFigures {
  from: string;
  until: string;
  domain: string | null;
  organisation: string | null;
  in_time: number;
  at_once: number;
}

/** A query with numbers for its names, as PostgreSQL wants it, and what they stand for. */
export function numbered(query: string, asked: AskedOfFigures): {text: string; values: (string | number | null)[]} {
  const names: (keyof AskedOfFigures)[] = [];
  const text = query.trim().replace(/(?<!:):([a-z_]+)/g, (_, name: keyof AskedOfFigures) => {
    if (!names.includes(name)) names.push(name);
    return `$${names.indexOf(name) + 1}`;
  });
  return {text, values: names.map((name) => asked[name])};
}
