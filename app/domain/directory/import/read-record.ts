import {columnOfField} from './csv-columns.ts';
import type {Format} from './find-records.ts';
import type {Loose} from './loose-values.ts';
import {fromCsv, type CsvRow} from './read-csv.ts';
import {fromOruk1} from './read-oruk1.ts';
import {readOruk3, type ReadOutcome} from './read-oruk3.ts';
import {sourceIdOf} from './record-id.ts';

/** A record of any format in the shape of ORUK 3.0, still as dirty as it came. */
function inOruk3Shape(raw: Loose, format: Format): Loose {
  if (format === 'csv') return fromCsv(raw as CsvRow);
  // What is odd about the outer shape is noted when the parts are cleaned.
  return format === 'oruk-1.0' ? fromOruk1(raw, () => {}) : raw;
}

/** The id under which a record is known in its feed. */
export function identify(raw: Loose, format: Format): string {
  return sourceIdOf(inOruk3Shape(raw, format));
}

/** Cleans one record of any format. Findings on a CSV row name its columns. */
export function readRecord(raw: Loose, format: Format, sourceId: string, today?: Date): ReadOutcome {
  const outcome = readOruk3(inOruk3Shape(raw, format), sourceId, today);
  if (format === 'csv') for (const finding of outcome.findings) finding.field = columnOfField(finding.field);
  return outcome;
}
