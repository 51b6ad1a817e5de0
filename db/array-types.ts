/**
 * How arrays are written and read. postgres.js would ask the database for its array types on each connection as it opens, before
 * the first question, and catches no error of that (3.4.9, `fetchArrayTypes`): a connection that is lost just then ends the whole
 * process. The types are the same in every PostgreSQL, so they stand here, and each connection opens one question earlier.
 */
import {parse} from 'postgres-array';
import type {Sql} from 'postgres';

/** The number of each type that is used in arrays here, and that of its array. Source: PostgreSQL, `pg_type.dat`. */
export const ARRAY_TYPES: ReadonlyMap<number, number> = new Map([
  [16, 1000], // boolean
  [17, 1001], // bytea
  [19, 1003], // name
  [20, 1016], // bigint
  [21, 1005], // smallint
  [23, 1007], // integer
  [25, 1009], // text
  [26, 1028], // oid
  [114, 199], // json
  [700, 1021], // real
  [701, 1022], // double precision
  [1042, 1014], // character
  [1043, 1015], // character varying
  [1082, 1182], // date
  [1083, 1183], // time
  [1184, 1185], // timestamp with time zone
  [1186, 1187], // interval
  [1700, 1231], // numeric
  [2205, 2210], // regclass
  [2950, 2951], // uuid
  [3802, 3807], // jsonb
]);

/** Teaches a pool these arrays, with what it knows of what they hold. */
export function learnArrays({parsers, serializers}: Sql['options']) {
  for (const [type, array] of ARRAY_TYPES) {
    const read = parsers[type] as ((text: string) => unknown) | undefined;
    parsers[array] = (text: string) => (read ? parse(text, read) : parse(text));
    const write = serializers[type] ?? String;
    serializers[array] = (value: unknown) => (Array.isArray(value) ? literal(value, write) : value);
  }
}

/** Source: PostgreSQL 18, section 8.15.6, array input and output syntax. */
function literal(values: readonly unknown[], write: (value: unknown) => unknown): string {
  const inside = values.map((value) => {
    if (value === null || value === undefined) return 'null';
    if (Array.isArray(value)) return literal(value, write);
    return `"${String(write(value)).replace(/["\\]/g, '\\$&')}"`;
  });
  return `{${inside.join(',')}}`;
}
