import postgres from 'postgres';

/** A pool of connections. Only a function that opens a transaction takes this. */
export type Sql = postgres.Sql<{bigint: number}>;
/** A pool or a transaction: what every other query function takes, so that it serves inside both. */
export type ISql = postgres.ISql<{bigint: number}>;

/**
 * Opens a pool on `url`. Column names arrive in camelCase; bigint as a number (no count here comes near 2^53);
 * dates and times of day stay strings ('2026-03-03', '10:30:00'), because a JavaScript Date would bend them through UTC.
 */
export function connect(
  url: string,
  options: {max?: number; statementTimeoutMs?: number; lifetimeSeconds?: number} = {},
): Sql {
  return postgres(url, {
    max: options.max ?? 10,
    ...(options.lifetimeSeconds ? {max_lifetime: options.lifetimeSeconds} : {}),
    onnotice: () => {},
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
  }) as unknown as Sql;
}
