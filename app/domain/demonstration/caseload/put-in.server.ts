import {pipeline} from 'node:stream/promises';
import {Readable} from 'node:stream';
import type {ISql} from '../../../../db/client.ts';

type Value = string | number | boolean | Date | null | readonly string[] | object;
const snake = (name: string) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

/**
 * Puts many rows into a table at once: copied into a temporary table, as row-level security lets nothing be copied past
 * itself, and from there by a plain insert that keeps every constraint.
 * @param rows all with the same columns, named in camelCase
 */
export async function putIn(tx: ISql, table: string, rows: readonly Record<string, Value>[]): Promise<void> {
  const names = Object.keys(rows[0] ?? {});
  if (names.length === 0) return;
  const columns = names.map(snake).join(', ');
  await tx.unsafe(
    `create temporary table made_${table} on commit drop as select ${columns} from ${table} with no data`,
  );
  const into = await tx.unsafe(`copy made_${table} (${columns}) from stdin`).writable();
  await pipeline(Readable.from(lines(rows, names)), into);
  await tx.unsafe(`insert into ${table} (${columns}) select ${columns} from made_${table}`);
}

function* lines(rows: readonly Record<string, Value>[], names: string[]) {
  for (let from = 0; from < rows.length; from += 1000)
    yield rows
      .slice(from, from + 1000)
      .map((row) => `${names.map((name) => asText(row[name] ?? null)).join('\t')}\n`)
      .join('');
}

/** As `copy` reads it. */
function asText(value: Value): string {
  if (value === null) return '\\N';
  if (value instanceof Date) return value.toISOString();
  if (Array.isArray(value)) return escaped(`{${value.map((one) => JSON.stringify(one)).join(',')}}`);
  return escaped(typeof value === 'object' ? JSON.stringify(value) : String(value));
}

const escaped = (text: string) =>
  text.replace(/[\\\t\n\r]/g, (sign) => ({'\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r'})[sign]!);
