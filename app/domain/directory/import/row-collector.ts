import {uuidFrom} from '../../../../db/uuid.ts';
import {canonical} from './record-id.ts';
import type {Row, Rows, Table} from './table-columns.ts';

export type Collector = ReturnType<typeof rowCollector>;

/** Gathers rows by table. A row that is there already (the same phone twice) is not added again. */
export function rowCollector() {
  const rows: Rows = {};
  const known = new Set<string>();
  const add = (table: Table, row: Row) => {
    const key = `${table} ${row.id === undefined ? canonical([row.service_id, row.need_key]) : String(row.id)}`;
    // A taxonomy is described by some of its terms and only named by others: those are put together later.
    if (known.has(key) && table !== 'taxonomies') return;
    known.add(key);
    (rows[table] ??= []).push(row);
  };
  return {
    rows,
    add,
    /** Adds a part without an id of its own, and gives the id it gets from its content and from what hangs on it. */
    part(table: Table, ownerId: string, row: Row, hanging: Row = {}): string {
      const id = uuidFrom(`${table}:${canonical({...row, ...hanging})}`, ownerId);
      add(table, {id, ...row});
      return id;
    },
  };
}
