import {Readable} from 'node:stream';
import {pipeline} from 'node:stream/promises';
import {type Sql} from '../../../../db/client.ts';
import {columnsOfHeader, columnsOfRows, type PostcodeColumns} from './postcode-columns.ts';
import {listCsvFiles, readFields, readLines} from './read-csv.ts';
import {readPostcodeRow, type PostcodeRow, type Rejection} from './read-postcode-row.ts';
import {refreshOutcodes} from './refresh-outcodes.server.ts';

/** Enough rows to tell a column by what stands in it. */
const ROWS_TO_LOOK_AT = 200;
/** Rows are handed to the database in pieces of about this many characters. */
const PIECE_LENGTH = 256 * 1024;

interface PostcodeImport {
  files: number;
  /** Files in the folder that hold no postcodes. */
  skippedFiles: string[];
  read: number;
  kept: number;
  /** Postcodes that were new or not as we had them. */
  changed: number;
  outcodesChanged: number;
  rejected: Map<Rejection, number>;
}

/**
 * Loads the ONS Postcode Directory or Code-Point Open, from a file or a folder of files. Rows are streamed into a
 * temporary table and from there into `postcodes` in one statement: all or nothing, and nothing is left when it is stopped.
 * Postcodes no longer in the file stay, for people go on using them.
 */
export async function importPostcodes(
  sql: Sql,
  fileOrFolder: string,
  onProgress: (so: {read: number; kept: number}) => void = () => {},
): Promise<PostcodeImport> {
  const report: PostcodeImport = {
    files: 0,
    skippedFiles: [],
    read: 0,
    kept: 0,
    changed: 0,
    outcodesChanged: 0,
    rejected: new Map(),
  };
  const connection = await sql.reserve();
  try {
    await connection`
      create temporary table incoming_postcodes (
        postcode text not null,
        latitude real not null,
        longitude real not null,
        district_gss text,
        ward_gss text,
        source text not null
      )
    `;
    const rows = Readable.from(readAll(await listCsvFiles(fileOrFolder), report, onProgress), {highWaterMark: 2});
    await pipeline(rows, await connection`copy incoming_postcodes from stdin`.writable());
    if (report.kept === 0) throw new Error(`${fileOrFolder}: no postcodes found in it`);
    await connection`begin`;
    // Sorting a country's postcodes in memory rather than on disk halves the time; given back at the end of the transaction.
    await connection`set local work_mem = '128MB'`;
    const {count} = await connection`
      insert into postcodes (postcode, latitude, longitude, district_gss, ward_gss, source)
      select distinct on (postcode) postcode, latitude, longitude, district_gss, ward_gss, source
      from incoming_postcodes
      order by postcode
      on conflict (postcode) do update
      set latitude = excluded.latitude, longitude = excluded.longitude,
        district_gss = excluded.district_gss, ward_gss = excluded.ward_gss, source = excluded.source
      where (postcodes.latitude, postcodes.longitude, postcodes.district_gss, postcodes.ward_gss, postcodes.source)
        is distinct from
        (excluded.latitude, excluded.longitude, excluded.district_gss, excluded.ward_gss, excluded.source)
    `;
    report.changed = count;
    report.outcodesChanged = await refreshOutcodes(connection);
    await connection`commit`;
    await connection`analyze postcodes, outcodes`;
    return report;
  } finally {
    await connection`rollback`.catch(() => {});
    await connection`drop table if exists incoming_postcodes`.catch(() => {});
    connection.release();
  }
}

/** The rows of all files in the form that `copy` reads, counted as they pass. */
async function* readAll(
  files: string[],
  report: PostcodeImport,
  onProgress: (so: {read: number; kept: number}) => void,
): AsyncGenerator<string> {
  for (const file of files) {
    let columns: PostcodeColumns | null = null;
    let piece = '';
    // The files are plain ASCII but for the odd place name; one byte a character is the fastest way to read them.
    for await (const lines of readLines(file, 'latin1')) {
      if (!columns) {
        const header = columnsOfHeader(readFields(lines[0] ?? ''));
        if (header) lines.shift();
        columns = header ?? columnsOfRows(lines.slice(0, ROWS_TO_LOOK_AT).map((line) => readFields(line)));
        if (!columns) break;
        report.files += 1;
      }
      const wanted = lastColumn(columns) + 1;
      for (const line of lines) {
        report.read += 1;
        const row = readPostcodeRow(readFields(line, wanted), columns);
        if (typeof row === 'string') {
          report.rejected.set(row, (report.rejected.get(row) ?? 0) + 1);
          continue;
        }
        report.kept += 1;
        piece += copyLine(row, columns.source);
        if (piece.length < PIECE_LENGTH) continue;
        yield piece;
        piece = '';
      }
      onProgress(report);
    }
    if (piece) yield piece;
    if (!columns) report.skippedFiles.push(file);
  }
}

function lastColumn({postcode, position, ended, district, ward}: PostcodeColumns): number {
  return Math.max(postcode, ...Object.values(position as Record<string, number>), ended ?? 0, district ?? 0, ward ?? 0);
}

/** Nothing in a row can hold a tab or a backslash: the postcode and codes were matched, the rest are numbers. */
function copyLine(row: PostcodeRow, source: PostcodeColumns['source']): string {
  const {postcode, latitude, longitude, districtGss, wardGss} = row;
  return `${postcode}\t${latitude}\t${longitude}\t${districtGss ?? '\\N'}\t${wardGss ?? '\\N'}\t${source}\n`;
}
