/** Keeps the counts of calls, gaps and what the telephone system told up to date, by day, week and month. */
import type {Logger} from 'pino';
import type {Sql} from '../../../db/client.ts';

/** How many notes of changes are taken at a time: a second's work on the largest sites. */
const AT_A_TIME = 2000;

/**
 * Counts again whatever has changed since the last time, and what only time has changed. Safe to run at any time and in
 * several processes at once: one of them does the work.
 * @param moment what counts as now
 * @returns how many changes were taken up
 */
export async function countCallsAgain(sql: Sql, moment: Date = new Date()): Promise<number> {
  let all = 0;
  for (;;) {
    const [row] = await sql<{taken: number}[]>`select count_calls_again(${moment}, ${AT_A_TIME}) as taken`;
    all += row?.taken ?? 0;
    if ((row?.taken ?? 0) < AT_A_TIME) return all;
  }
}

/** Counts again every so often until it is closed. A failure is for the log only: the next round tries again. */
export function startCounting({sql, log, everyMs = 15_000}: {sql: Sql; log: Logger; everyMs?: number}) {
  let isClosed = false;
  let timer: NodeJS.Timeout | undefined;
  let running = Promise.resolve();
  const round = async () => {
    try {
      await countCallsAgain(sql);
    } catch (error) {
      if (!isClosed) log.error({err: error}, 'could not count the figures again');
    }
    if (!isClosed) timer = setTimeout(start, everyMs).unref();
  };
  const start = () => {
    running = round();
  };
  start();
  return {
    /** After this nothing of it uses the database any more. */
    async close() {
      isClosed = true;
      clearTimeout(timer);
      await running;
    },
  };
}
