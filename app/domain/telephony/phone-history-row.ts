/** One line of a telephone system's file, read and checked. Pure. What the columns mean: docs/telephony.md. */
export interface PhoneHistoryRow {
  /** The telephone system's own id for the call. */
  call: string;
  /** ISO 8601, with an offset where the file gave one; without one it is the clock in Britain. */
  offered: string;
  waitedSeconds: number;
  isAnswered: boolean;
}

interface RefusedField {
  column: Column;
  reason: string;
}

export const COLUMNS = ['call', 'offered', 'outcome', 'waited'] as const;
export type Column = (typeof COLUMNS)[number];

const DAY_FIRST = /^(\d{1,2})\/(\d{1,2})\/(\d{4})[ ,T]+(\d{1,2}):(\d\d)(?::(\d\d))?$/;
const YEAR_FIRST = /^(\d{4})-(\d\d)-(\d\d)[ T](\d\d):(\d\d)(?::(\d\d)(?:\.\d+)?)?\s*(Z|[+-]\d\d:?\d\d)?$/;
const LONGEST_WAIT = 86_400;

/**
 * Reads a line. Never throws, and never repeats a value: it may be somebody's number.
 * @returns the row, or every field that cannot be read with the reason
 */
export function readPhoneHistoryRow(fields: Partial<Record<Column, string>>): PhoneHistoryRow | RefusedField[] {
  const refused: RefusedField[] = [];
  const refuse = (column: Column, reason: string) => void refused.push({column, reason});

  const call = fields.call?.trim() ?? '';
  if (!call || call.length > 100) refuse('call', 'expected an id of 1 to 100 letters and figures');

  const offered = readMoment(fields.offered?.trim() ?? '');
  if (!offered) refuse('offered', 'expected a date and time, such as 2026-03-03 09:15:00 or 03/03/2026 09:15');

  const outcome = fields.outcome?.trim().toLowerCase() ?? '';
  if (outcome !== 'answered' && outcome !== 'abandoned') refuse('outcome', 'expected answered or abandoned');

  const waitedSeconds = readWait(fields.waited?.trim() ?? '');
  if (waitedSeconds === null) refuse('waited', 'expected seconds, or minutes and seconds such as 0:42, up to a day');

  if (refused.length > 0) return refused;
  return {call, offered: offered!, waitedSeconds: waitedSeconds!, isAnswered: outcome === 'answered'};
}

function readMoment(text: string): string | null {
  const dayFirst = DAY_FIRST.exec(text);
  const parts = dayFirst
    ? [dayFirst[3], dayFirst[2], dayFirst[1], dayFirst[4], dayFirst[5], dayFirst[6]]
    : (YEAR_FIRST.exec(text)?.slice(1, 7) ?? []);
  if (parts.length === 0) return null;
  const [year, month, day, hour, minute, second] = parts.map((part) => Number(part ?? 0)) as [
    number,
    number,
    number,
    number,
    number,
    number,
  ];
  const moment = new Date(Date.UTC(year, month - 1, day, hour, minute, second));
  // 31 February and 25 o'clock move on to another day; what was written must come back.
  const came = moment.toISOString().slice(0, 19);
  const two = (number: number) => String(number).padStart(2, '0');
  const written = `${year}-${two(month)}-${two(day)}T${two(hour)}:${two(minute)}:${two(second)}`;
  if (came !== written || year < 2000) return null;
  return `${written}${dayFirst ? '' : (YEAR_FIRST.exec(text)?.[7] ?? '')}`;
}

function readWait(text: string): number | null {
  const parts = /^\d{1,5}(\.\d+)?$/.test(text)
    ? [Math.floor(Number(text))]
    : /^\d{1,3}:[0-5]\d(:[0-5]\d)?$/.test(text)
      ? text.split(':').map(Number)
      : null;
  if (!parts) return null;
  const seconds = parts.reduce((sum, part) => sum * 60 + part, 0);
  return seconds <= LONGEST_WAIT ? seconds : null;
}
