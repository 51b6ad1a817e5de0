/** Waiting for a database that is on its way, and one line for whoever starts the site when it is not. */
import {setTimeout as sleep} from 'node:timers/promises';
import type {Sql} from '../../db/client.ts';
import {Stop} from './report.mjs';

/** Not there yet, starting up or being recovered, or between two tries of a pool that knows it is away. */
const MAY_COME_UP = new Set([
  ...['ECONNREFUSED', 'ECONNRESET', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ETIMEDOUT', '57P03', '57P01', '57P02'],
  ...['CONNECT_TIMEOUT', 'CONNECTION_CLOSED', 'CONNECTION_ENDED', 'CONNECTION_DESTROYED', 'CONNECTION_LOST'],
]);
const AGAIN_MS = 250;

/**
 * A database of one's own may still be starting when the site is, as containers do, and one that was ended by force reads what
 * it had written first.
 * @param setting that names it, for the line which says that it does not answer
 */
export async function untilDatabaseAnswers(sql: Sql, setting: string, patienceMs = 20_000): Promise<void> {
  const giveUp = Date.now() + patienceMs;
  let why: unknown;
  for (;;) {
    try {
      await sql`select 1`;
      return;
    } catch (error) {
      const {code = ''} = error as {code?: string};
      // What a pool says that knows it is away tells nobody anything.
      if (!why || !code.startsWith('CONNECTION_')) why = error;
      if (!MAY_COME_UP.has(code) || Date.now() > giveUp)
        throw new Stop(`${setting}: the database does not answer (${(why as Error).message})`, {cause: why});
      await sleep(AGAIN_MS);
    }
  }
}

const OLDEST = 16;

/**
 * @param setting that names the database, for the line which says that it is too old
 * @throws Stop where the migrations may ask for what it cannot do
 */
export async function requireVersion(sql: Sql, setting: string): Promise<void> {
  const [{version}] = await sql<[{version: string}]>`select current_setting('server_version') as version`;
  const problem = versionProblem(version);
  if (problem) throw new Stop(`${setting}: ${problem}`);
}

/** @param version as PostgreSQL says it: '15.8 (Debian 15.8-1)', '18beta1' */
export const versionProblem = (version: string): string | null =>
  Number.parseInt(version, 10) < OLDEST ? `expected PostgreSQL ${OLDEST} or later, this is ${version}` : null;
