import postgres from 'postgres';
import {learnArrays} from './array-types.ts';

/** A pool of connections. Only a function that opens a transaction takes this. */
export type Sql = postgres.Sql<{bigint: number}>;
/** A pool or a transaction: what every other query function takes, so that it serves inside both. */
export type ISql = postgres.ISql<{bigint: number}>;

/** A database that does not take a connection within this is as good as gone. */
const CONNECT_SECONDS = 5;
const LONGEST_PAUSE_SECONDS = 0.5;

export interface PoolOptions {
  max?: number;
  statementTimeoutMs?: number;
  /** Null: for as long as the pool stands. */
  lifetimeSeconds?: number | null;
  /** Told whenever a connection has closed, before anything that waited on it is. */
  onClose?: () => void;
}

/**
 * Opens a pool on `url`. Column names arrive in camelCase; bigint as a number (no count here comes near 2^53);
 * dates and times of day stay strings ('2026-03-03', '10:30:00'), because a JavaScript Date would bend them through UTC.
 */
export function connect(url: string, options: PoolOptions = {}): Sql {
  const sql = postgres(url, {
    max: options.max ?? 10,
    ...(options.lifetimeSeconds === undefined ? {} : {max_lifetime: options.lifetimeSeconds}),
    ...(options.onClose ? {onclose: options.onClose} : {}),
    connect_timeout: CONNECT_SECONDS,
    // By itself it waits up to 20 seconds before it tries again, and whoever came with the question waits with it.
    backoff: (failures: number) => Math.min(3 ** failures / 100, LONGEST_PAUSE_SECONDS),
    onnotice: () => {},
    fetch_types: false,
    connection: {
      application_name: 'fingerpost',
      TimeZone: 'Europe/London',
      ...(options.statementTimeoutMs ? {statement_timeout: options.statementTimeoutMs} : {}),
    },
    transform: {...postgres.camel, undefined: null},
    types: {
      bigint: {to: 20, from: [20], serialize: (value: number) => String(value), parse: Number},
      numeric: {to: 1700, from: [1700], serialize: (value: number) => String(value), parse: Number},
      date: {to: 1082, from: [1082], serialize: (value: string) => value, parse: (value: string) => value},
    },
  });
  learnArrays(sql.options);
  sql.reserve = reserveFrom(sql.options);
  return sql as unknown as Sql;
}

/**
 * For `sql.reserve()`: a connection of its own, and gone for good once it is lost. postgres.js (3.4.9) would wait for ever for
 * one that it has to open first, where it asks for no types on it.
 */
const reserveFrom = (options: object) => async () => {
  // What its session held is lost with it: it must not be opened again unseen.
  const onclose = () => void own.end({timeout: 0});
  const own = postgres({...options, max: 1, idle_timeout: 0, max_lifetime: undefined, onclose});
  await own`select`;
  return Object.assign(own, {release: () => void own.end()}) as never;
};
