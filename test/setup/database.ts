import {inject} from 'vitest';
import type {ISql} from '../../db/client.ts';
import {cloneDatabase, type TestDatabase} from './clone-database.ts';

export type {TestDatabase};

/**
 * A database of its own for a test file, migrated and, with `demo` or `vocabulary`, filled. Drop it in
 * `afterAll`. For tests of the `database` project: files named `*.db.test.ts`. `connections`: how many of the web server's,
 * each of which plans every query for itself; five, unless requests come one by one.
 */
export function testDatabase(options: Parameters<typeof cloneDatabase>[1] = {}): Promise<TestDatabase> {
  return cloneDatabase(inject('engines').databaseUrl, options);
}

/** The connections to this database that wait for a lock of another. */
export const waitingForLocks = (sql: ISql) => sql`
  select pid from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'
`;
