import {parse} from 'csv-parse';
import {Readable} from 'node:stream';
import {columnFor} from './csv-columns.ts';
import {decodeLines} from './decode-lines.ts';
import {findRecords, listIn, type SourceRecord} from './find-records.ts';
import {isObject} from './loose-values.ts';

/** What a source has to say beside its records. Filled in while it is read. */
export interface SourceState {
  notices: string[];
  /** Why not everything was read; null when it was. Only then is a record that is missing really gone. */
  incomplete: string | null;
}

/** A JSON file is parsed in one piece, so it has a limit. Line by line (ndjson, CSV) there is none. */
const LARGEST_JSON_BYTES = 100_000_000;

/** The records of a file or a download, in whichever of the formats it is. Lines are read as they come. */
export async function* readStream(
  chunks: AsyncIterable<Uint8Array>,
  state: SourceState,
  hint: {isLines?: boolean; isCsv?: boolean; isJson?: boolean} = {},
): AsyncGenerator<SourceRecord> {
  const lines = decodeLines(chunks);
  const first = await firstLine(lines);
  if (first === null) {
    state.notices.push('The file is empty.');
    return;
  }
  const isJson = /^[[{]/.test(first.text.trimStart());
  const problem = isJson ? null : notAList(first.text, hint);
  if (problem) {
    state.incomplete = problem;
    return;
  }
  if (hint.isCsv || !isJson) {
    yield* readCsvLines(first.text, lines, state);
    return;
  }
  const whole = parseJson(first.text);
  const isLines = hint.isLines || (isObject(whole.value) && first.text.trimStart().startsWith('{'));
  yield* isLines ? readJsonLines(first, lines, state) : readJsonDocument(first.text, lines, state);
}

/** What people give by mistake, told from the first line. Null when it may be a table. */
function notAList(line: string, hint: {isLines?: boolean; isJson?: boolean}): string | null {
  if (/^\s*<(!doctype|html|head|body)\b/i.test(line))
    return 'This is a web page. Give the address or file of the data itself.';
  if (/^\s*<(\?xml|rss|kml)\b/i.test(line)) return 'This is XML. It can be read as JSON, ndjson or CSV.';
  if (/^PK\x03\x04/.test(line)) return 'This is a zip file or a spreadsheet. Unpack it, or save it as CSV.';
  // Beside blanks and line ends no text has control characters.
  if (/[\0-\x08\x0e-\x1f]/.test(line)) return 'This is not a text file. It can be read as JSON, ndjson or CSV.';
  return hint.isJson || hint.isLines ? 'The file is called JSON but holds none.' : null;
}

interface FirstLine {
  text: string;
  number: number;
}

async function firstLine(lines: AsyncGenerator<string | null>): Promise<FirstLine | null> {
  let number = 0;
  for (let next = await lines.next(); !next.done; next = await lines.next()) {
    number++;
    if (next.value === null) return {text: '', number};
    if (next.value.trim()) return {text: next.value, number};
  }
  return null;
}

async function* readJsonLines(
  first: FirstLine,
  lines: AsyncGenerator<string | null>,
  state: SourceState,
): AsyncGenerator<SourceRecord> {
  const pages: unknown[] = [];
  const recordsOfLine = (line: string | null, number: number): SourceRecord[] => {
    const where = `line ${number}`;
    const problem = (reason: string): SourceRecord[] => [{where, raw: null, format: 'oruk-3.0', problem: reason}];
    if (line === null) return problem('The record is too large');
    const {value, failed} = parseJson(line);
    if (failed) return problem('The line is not JSON');
    if (isObject(value) && listIn(value)) pages.push(value.total_pages ?? value.totalPages);
    return findRecords(value, (index) => (index ? `${where}, item ${index + 1}` : where));
  };
  yield* recordsOfLine(first.text, first.number);
  let number = first.number;
  for await (const line of lines) {
    number++;
    if (line === null || line.trim()) yield* recordsOfLine(line, number);
  }
  noteMissingPages(pages, state);
}

async function* readJsonDocument(
  first: string,
  lines: AsyncGenerator<string | null>,
  state: SourceState,
): AsyncGenerator<SourceRecord> {
  const parts = [first];
  let length = first.length;
  for await (const line of lines) {
    length += (line ?? '').length + 1;
    if (line === null || length > LARGEST_JSON_BYTES) {
      state.incomplete = 'The file is too large to be read as one piece. Give it as ndjson, one service on each line.';
      return;
    }
    parts.push(line);
  }
  const {value, failed} = parseJson(parts.join('\n'));
  if (failed) {
    state.incomplete = `The JSON is broken or cut off: ${failed}`;
    return;
  }
  if (isObject(value) && listIn(value)) noteMissingPages([value.total_pages ?? value.totalPages], state);
  yield* findRecords(value, (index) => `item ${index + 1}`);
}

/** A saved page of a longer feed is not the whole feed. `pages` holds what each page found says of their number. */
function noteMissingPages(pages: unknown[], state: SourceState) {
  const most = Math.max(0, ...pages.filter((total): total is number => typeof total === 'number').slice(0, 10_000));
  if (most <= pages.length) return;
  state.incomplete =
    pages.length === 1 ? `This is one page of ${most}.` : `These are ${pages.length} pages of ${most}.`;
}

async function* readCsvLines(
  heading: string,
  lines: AsyncGenerator<string | null>,
  state: SourceState,
): AsyncGenerator<SourceRecord> {
  const refused: SourceRecord[] = [];
  const parser = parse({
    delimiter: delimiterOf(heading),
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
    skip_records_with_error: true,
    skip_records_with_empty_values: true,
    max_record_size: 1_000_000,
    info: true,
    on_skip: (error) => {
      const line: unknown = error && 'lines' in error ? error.lines : '?';
      refused.push({where: `line ${String(line)}`, raw: null, format: 'csv', problem: 'The row is not valid CSV'});
      return undefined;
    },
  });
  const text = async function* () {
    yield `${heading}\n`;
    for await (const line of lines) {
      if (line !== null) yield `${line}\n`;
      else refused.push({where: 'one line', raw: null, format: 'csv', problem: 'The record is too large'});
    }
  };
  const source = Readable.from(text());
  source.on('error', (error) => parser.destroy(error));
  let columns: (string | undefined)[] | null = null;
  for await (const {record, info} of source.pipe(parser) as AsyncIterable<{record: string[]; info: {lines: number}}>) {
    yield* refused.splice(0);
    if (!columns) {
      columns = nameColumns(record, state);
      continue;
    }
    const where = `line ${info.lines}`;
    // A comma outside its quotes moves all that follows into the wrong columns.
    const isShifted = record.slice(columns.length).some((field) => field.trim() !== '');
    const problem = isShifted ? 'The row has more fields than the heading has columns' : undefined;
    yield {where, raw: problem ? null : rowOf(columns, record), format: 'csv', problem};
  }
  yield* refused;
}

function rowOf(columns: (string | undefined)[], fields: string[]): Record<string, string> {
  return Object.fromEntries(columns.flatMap((name, index) => (name ? [[name, fields[index] ?? '']] : [])));
}

/** Names the columns as we know them; a column nobody knows is left out, and said once. */
function nameColumns(headings: string[], state: SourceState): (string | undefined)[] {
  const taken = new Set<string>();
  const unknown: string[] = [];
  const names = headings.map((heading) => {
    const name = columnFor(heading);
    if (!name || taken.has(name)) {
      if (heading.trim()) unknown.push(heading.trim().slice(0, 40));
      return undefined;
    }
    taken.add(name);
    return name;
  });
  if (unknown.length > 0) state.notices.push(`Columns that were not read: ${unknown.slice(0, 20).join(', ')}.`);
  if (!taken.has('name')) state.notices.push('There is no column called name: see docs/import.md for the columns.');
  return names;
}

function delimiterOf(heading: string): string {
  const count = (delimiter: string) => heading.split(delimiter).length;
  return [',', ';', '\t', '|'].reduce((best, next) => (count(next) > count(best) ? next : best));
}

function parseJson(text: string): {value: unknown; failed?: string} {
  try {
    return {value: JSON.parse(text) as unknown};
  } catch (error) {
    return {value: undefined, failed: error instanceof Error ? error.message.slice(0, 120) : 'unreadable'};
  }
}
