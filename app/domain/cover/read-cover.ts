/** What is typed about somebody's leave becomes what is kept, or kind words beside each field. */
import {readDay, type Problems, type ReadForm, type Typed} from '../cases/read-case-forms.ts';
import {daysBetween, type CalendarDate} from '../dates/calendar-date.ts';

export interface Cover {
  /** Who is away. */
  staffId: string;
  coverId: string;
  from: CalendarDate;
  until: CalendarDate;
}

const IS_ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const LONGEST_DAYS = 366;

/** @param self who is away where nobody is chosen @param today 'YYYY-MM-DD' */
export function readCover(typed: Typed, self: string, today: CalendarDate): ReadForm<Cover> {
  const [away, coverId] = [typed.away || self, typed.cover ?? ''];
  const problems: Problems = {};
  if (!IS_ID.test(away)) problems.away = 'Choose who is away';
  if (!IS_ID.test(coverId)) problems.cover = 'Choose a colleague';
  else if (coverId === away) problems.cover = 'Choose somebody else: nobody covers for themselves';
  const day = (name: 'from' | 'until', missing: string) => {
    const text = (typed[name] ?? '').trim();
    const read = text ? readDay(text, today) : null;
    if (!text) problems[name] = missing;
    else if (!read) problems[name] = 'Write a day like 3/12/2026';
    return read;
  };
  const from = day('from', 'Say which is the first day');
  const until = day('until', 'Say which is the last day');
  if (until && until < today) problems.until = 'Choose today or a day to come';
  else if (from && until && until < from) problems.until = 'Choose a day after the first';
  else if (from && until && daysBetween(from, until) > LONGEST_DAYS) problems.until = 'Choose a day within a year';
  if (Object.keys(problems).length > 0 || !from || !until) return {ok: false, problems};
  return {ok: true, value: {staffId: away, coverId, from, until}};
}
