/**
 * The database of a command, which may go while it works. By itself postgres.js then ends in a stack or waits for good; whoever runs a
 * command is to read one line, and can run it again.
 */
import {connectLasting, isDatabaseAway} from '../../db/lasting-pool.ts';
import type {Sql} from '../../db/client.ts';
import {explain} from './report.mjs';

/** Nobody waits for a command as for a page: a database that only takes its time is not yet gone. */
const PATIENCE_MS = 60_000;
/** An error that nobody caught may be the first to come of a database that has gone: so long until that is known. */
const UNTIL_KNOWN_MS = 3000;

export const LOST = 'The database went away. What was kept until then stays; run this again and it does the rest.';

let isTold = false;

/**
 * Why a command failed, said once. A database that went away is one line, whatever came of it.
 * @param lost that line
 */
export function tellFailure(error: unknown, lost = LOST, inWords: (error: unknown) => string = explain): void {
  if (isTold) return;
  isTold = true;
  const isAway = isDatabaseAway(error) || isDatabaseAway((error as Error | null)?.cause);
  console.error(isAway ? lost : inWords(error));
}

/**
 * Opens a database for as long as a command takes. Once it is gone the command ends, with one line; `close` is to be called at the end.
 * @param letGo what else is to be let go of
 */
export function openForCommand(
  url: string,
  {max, lost = LOST, letGo = async () => {}}: {max: number; lost?: string; letGo?: () => Promise<void>},
): {sql: Sql; close: () => Promise<void>} {
  let isClosed = false;
  const leave = async () => {
    if (isClosed) return;
    tellFailure({code: 'CONNECTION_LOST'}, lost);
    await letGo().catch(() => {});
    process.exit(1);
  };
  const sql = connectLasting(url, {
    max,
    patienceMs: PATIENCE_MS,
    onTurn: (isThere) => void (isThere || leave()),
  });
  const onUncaught = (error: unknown) => {
    setTimeout(() => {
      tellFailure(error, lost);
      process.exit(1);
    }, UNTIL_KNOWN_MS);
  };
  process.on('uncaughtException', onUncaught);
  // What waits for an answer that never comes keeps no process alive by itself.
  const alive = setInterval(() => {}, 1000);
  return {
    sql,
    async close() {
      // Whether it has gone is known by then; what is closed here tells nobody anything.
      await sql.end({timeout: 5}).catch(() => {});
      isClosed = true;
      clearInterval(alive);
      process.off('uncaughtException', onUncaught);
      await letGo();
    },
  };
}
