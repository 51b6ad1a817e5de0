/**
 * Keeps listings and engine true to the directory. A change writes to `search_outbox` in its own transaction. Here each row goes through two
 * stages, a transaction each: its listing is made anew; then the engine is told, and only then is the row removed. Killed at any moment, the row
 * is still there and is done again: putting a document twice changes nothing. While the engine is away the first stage goes on, so that the
 * fallback answers with what is true now.
 */
import {LOCKS} from '../../db/advisory-locks.ts';
import type {ISql, Sql} from '../../db/client.ts';
import type {EngineDocument, SearchEngine} from '../engines/engine.ts';
import {renewListings} from './listing-store.ts';

const BATCH = 500;
/** After failures: whatever is back is noticed within this. */
const LONGEST_PAUSE_MS = 5000;

interface SyncOptions {
  sql: Sql;
  engine: SearchEngine | null;
  /** Called when listings have changed, before the engine is told. */
  onChange?: () => void;
  onError: (error: unknown) => void;
}

/** Takes one batch through both stages. Returns how many rows that was; 0 also when another instance is at it. */
export async function syncOnce({sql, engine, onChange}: Omit<SyncOptions, 'onError'>): Promise<number> {
  const listed = await withRows(sql, false, async (tx, ids, serviceIds) => {
    await renewListings(tx, serviceIds);
    if (engine) await tx`update search_outbox set is_listed = true where id = any(${ids}::bigint[])`;
    else await tx`delete from search_outbox where id = any(${ids}::bigint[])`;
  });
  if (listed > 0) onChange?.();
  if (!engine) return listed;
  return withRows(sql, true, async (tx, ids, serviceIds) => {
    const {put, remove} = await renewListings(tx, serviceIds);
    await tellEngine(engine, put, remove);
    await tx`delete from search_outbox where id = any(${ids}::bigint[])`;
  });
}

/** Runs `work` on the oldest rows of a stage in one transaction. */
async function withRows(
  sql: Sql,
  isListed: boolean,
  work: (tx: ISql, ids: number[], serviceIds: string[]) => Promise<void>,
): Promise<number> {
  return sql.begin(async (tx) => {
    // One worker at a time, whichever instance it is in, so that an older version never overwrites a newer one.
    const [{mine} = {mine: false}] = await tx<
      {mine: boolean}[]
    >`select pg_try_advisory_xact_lock(${LOCKS.searchSync}) as mine`;
    if (!mine) return 0;
    const rows = await tx<{id: number; serviceId: string}[]>`
      select id, service_id from search_outbox where is_listed = ${isListed} order by id limit ${BATCH}
    `;
    if (rows.length === 0) return 0;
    await work(
      tx,
      rows.map((row) => row.id),
      [...new Set(rows.map((row) => row.serviceId))],
    );
    return rows.length;
  });
}

/** Puts and removes documents and waits until the engine has done it. @throws when the engine refuses or is gone. */
async function tellEngine(engine: SearchEngine, put: EngineDocument[], remove: number[]): Promise<void> {
  // An index that is not there would be made by the first document, with none of its settings.
  await engine.listings.getRawInfo();
  const tasks = [
    ...(put.length > 0 ? [engine.listings.addDocuments(put, {primaryKey: 'number'})] : []),
    ...(remove.length > 0 ? [engine.listings.deleteDocuments(remove)] : []),
  ];
  for (const task of tasks) {
    const done = await task.waitTask({timeout: 60_000, interval: 15});
    if (done.status !== 'succeeded') throw new Error(`search engine: ${done.error?.message ?? done.status}`);
  }
}

/** Runs until stopped: wakes on PostgreSQL's notice, and every second in case one was missed. Errors are waited out. */
export async function startSync(options: SyncOptions): Promise<{stop(): Promise<void>}> {
  let isStopped = false;
  let wake = () => {};
  let pause = 1000;
  // Told as well when it listens again: whatever was said meanwhile, nobody heard.
  const listener = await options.sql.listen(
    'search_outbox',
    () => wake(),
    () => wake(),
  );
  const running = (async () => {
    while (!isStopped) {
      try {
        while (!isStopped && (await syncOnce(options)) > 0);
        pause = 1000;
      } catch (error) {
        if (isStopped) return;
        options.onError(error);
        pause = Math.min(pause * 2, LONGEST_PAUSE_MS);
      }
      if (isStopped) return;
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, pause);
        wake = () => {
          clearTimeout(timer);
          resolve();
        };
      });
    }
  })();
  return {
    async stop() {
      isStopped = true;
      wake();
      await running;
      await listener.unlisten().catch(() => {});
    },
  };
}

/** How far behind the engine is: rows waiting, and the age of the oldest in seconds. */
export async function outboxLag(sql: ISql): Promise<{rows: number; seconds: number}> {
  const [row] = await sql<{rows: number; seconds: number}[]>`
    select count(*)::integer as rows, coalesce(extract(epoch from now() - min(queued_at)), 0)::float8 as seconds
    from search_outbox
  `;
  return row!;
}
