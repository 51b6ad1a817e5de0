/** Takes in what a telephone system counted, from its CSV files, for service level and abandonment. See docs/telephony.md. */
import {parse} from 'csv-parse';
import type {Readable} from 'node:stream';
import type {ISql, Sql} from '../../../db/client.ts';
import {COLUMNS, readPhoneHistoryRow, type Column, type PhoneHistoryRow} from './phone-history-row.ts';

interface PhoneHistoryReport {
  /** Calls that were not known before, known and now told otherwise, and known just so. */
  added: number;
  changed: number;
  unchanged: number;
  /** Lines that were left out; of these the first thousand with their reasons. */
  refused: number;
  refusals: {line: number; column: Column; reason: string}[];
}

/** The file cannot be taken in at all. Its message is made to be shown. */
export class PhoneHistoryError extends Error {
  override name = 'PhoneHistoryError';
}

const AT_ONCE = 2000;
const MOST_REFUSALS = 1000;

/**
 * A line is in whole or not at all. Taken in again, a file changes nothing; a later file that tells of the same call
 * otherwise is believed. Columns that are not asked for, numbers among them, are not kept.
 *
 * @param sql as the owner of the tables
 * @throws {PhoneHistoryError} when there is no host organisation, or a column is missing
 */
export async function importPhoneHistory(
  sql: Sql,
  file: Readable,
  onProgress: (lines: number) => void = () => {},
): Promise<PhoneHistoryReport> {
  const [host] = await sql<{id: string}[]>`select id from partners where is_host order by created_at limit 1`;
  if (!host) throw new PhoneHistoryError('There is no organisation yet that runs this site.');
  const report: PhoneHistoryReport = {added: 0, changed: 0, unchanged: 0, refused: 0, refusals: []};
  const parser = parse({
    bom: true,
    delimiter: [',', ';', '\t'],
    columns: readHeader,
    relax_column_count: true,
    info: true,
  });
  file.on('error', (error) => parser.destroy(error)).pipe(parser);

  let rows = new Map<string, PhoneHistoryRow>();
  let lines = 0;
  const store = async () => {
    await storeRows(sql, host.id, [...rows.values()], report);
    rows = new Map();
    onProgress(lines);
  };
  for await (const {record, info} of parser as AsyncIterable<{record: Record<string, string>; info: {lines: number}}>) {
    lines++;
    const row = readPhoneHistoryRow(record);
    if (Array.isArray(row)) {
      report.refused++;
      if (report.refusals.length < MOST_REFUSALS) {
        report.refusals.push(...row.map((field) => ({line: info.lines, ...field})));
      }
      continue;
    }
    // Told twice in one lot, the later line holds.
    if (rows.has(row.call)) await store();
    rows.set(row.call, row);
    if (rows.size >= AT_ONCE) await store();
  }
  await store();
  return report;
}

/** Column names without capitals, spaces and strokes: 'Offered' is as good as 'offered'. */
function readHeader(names: string[]): string[] {
  const read = names.map((name) => name.trim().toLowerCase());
  const missing = COLUMNS.filter((column) => !read.includes(column));
  if (missing.length > 0) {
    throw new PhoneHistoryError(
      `The file has no column ${missing.map((name) => `'${name}'`).join(', ')} in its first line.`,
    );
  }
  return read;
}

async function storeRows(sql: ISql, partnerId: string, rows: PhoneHistoryRow[], report: PhoneHistoryReport) {
  if (rows.length === 0) return;
  const stored = await sql<{isNew: boolean}[]>`
    insert into phone_history (partner_id, phone_call, offered_at, waited_seconds, is_answered)
    select
      ${partnerId}, phone_call,
      case
        when offered ~ '(Z|[+-][0-9]{2}:?[0-9]{2})$' then offered::timestamptz
        else offered::timestamp at time zone 'Europe/London'
      end,
      waited_seconds, is_answered::boolean
    from unnest(
      ${rows.map((row) => row.call)}::text[],
      ${rows.map((row) => row.offered)}::text[],
      ${rows.map((row) => row.waitedSeconds)}::integer[],
      ${rows.map((row) => String(row.isAnswered))}::text[]
    ) as told (phone_call, offered, waited_seconds, is_answered)
    on conflict (partner_id, phone_call) do update
    set offered_at = excluded.offered_at, waited_seconds = excluded.waited_seconds, is_answered = excluded.is_answered
    where
      (phone_history.offered_at, phone_history.waited_seconds, phone_history.is_answered)
      is distinct from (excluded.offered_at, excluded.waited_seconds, excluded.is_answered)
    returning xmax = 0 as is_new
  `;
  const added = stored.filter(({isNew}) => isNew).length;
  report.added += added;
  report.changed += stored.length - added;
  report.unchanged += rows.length - stored.length;
}
