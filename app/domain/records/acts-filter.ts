import {z} from 'zod';

/** Which acts are listed. Dates are days in British time, both included. */
export interface ActsFilter {
  from: string | null;
  until: string | null;
  /** Only acts before this place in the chain: where the page before ended. */
  before: number | null;
}

export type DateField = 'from' | 'until';

export interface FilterRead {
  filter: ActsFilter;
  /** What was typed, to be shown again. */
  typed: Record<DateField, string>;
  problems: Partial<Record<DateField, string>>;
}

/** Reads the filter of a list from its address. What cannot be read is left out and told beside its field. */
export function readActsFilter(query: URLSearchParams): FilterRead {
  const typed = {from: typedIn(query, 'from'), until: typedIn(query, 'until')};
  const from = readDay(typed.from);
  const until = readDay(typed.until);
  const problems: FilterRead['problems'] = {};
  if (typed.from && !from) problems.from = 'Write the first day like 3/11/2026';
  if (typed.until && !until) problems.until = 'Write the last day like 3/11/2026';
  if (from && until && from > until) problems.until = 'The last day must not be before the first day';
  const before = z.coerce
    .number()
    .int()
    .positive()
    .safe()
    .safeParse(query.get('before') ?? undefined);
  return {
    filter: {from, until: problems.until ? null : until, before: before.success ? before.data : null},
    typed,
    problems,
  };
}

const typedIn = (query: URLSearchParams, name: string) => (query.get(name) ?? '').trim().slice(0, 20);

/** '2026-11-03', as a date field sends it, or '3/11/2026', as people write it; null when it is no day of a calendar. */
function readDay(text: string): string | null {
  const [, day, month, year] = /^(\d{1,2})[/. -](\d{1,2})[/. -](\d{4})$/.exec(text) ?? [];
  const iso = year ? `${year}-${month?.padStart(2, '0')}-${day?.padStart(2, '0')}` : text;
  return z.iso.date().safeParse(iso).success && iso >= '1900' ? iso : null;
}

/** The filter as the end of an address, so that a page, the next one and an export speak of the same acts. */
export function writeActsFilter({from, until}: Pick<ActsFilter, DateField>, before: number | null = null): string {
  const query = new URLSearchParams();
  if (from) query.set('from', from);
  if (until) query.set('until', until);
  if (before) query.set('before', String(before));
  return query.size > 0 ? `?${query}` : '';
}
