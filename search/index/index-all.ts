import {LOCKS} from '../../db/advisory-locks.ts';
import type {Sql} from '../../db/client.ts';
import {listingsSettings, type SearchEngine} from '../engines/engine.ts';
import {renewListings} from './listing-store.ts';
import {refreshSearchWords} from './spelling.ts';
import {loadVocabulary} from '../understanding/vocabulary.ts';

const BATCH = 1000;
/** A big index, or a busy machine, may take minutes. */
const PATIENT = {timeout: 600_000};

/**
 * Makes every listing anew and fills the engine from nothing. Safe while the site runs: a new index is filled beside the old and swapped in.
 * With `engine` null only PostgreSQL's side is made.
 */
export async function rebuildIndex(
  sql: Sql,
  engine: SearchEngine | null,
  {log = () => {}}: {log?: (line: string) => void} = {},
): Promise<{documents: number; ms: number}> {
  return sql.begin(async (tx) => {
    // What changes meanwhile waits in the outbox: a worker would put it into the index that is about to go.
    await tx`select pg_advisory_xact_lock(${LOCKS.searchSync})`;
    return fillAnew(sql, engine, log);
  });
}

async function fillAnew(
  sql: Sql,
  engine: SearchEngine | null,
  log: (line: string) => void,
): Promise<{documents: number; ms: number}> {
  const started = Date.now();
  const fresh = engine ? engine.client.index(`${engine.prefix}listings-new`) : null;
  if (engine && fresh) {
    await engine.client.deleteIndex(fresh.uid).waitTask(PATIENT);
    await engine.client.createIndex(fresh.uid, {primaryKey: 'number'}).waitTask(PATIENT);
    const settings = await fresh.updateSettings(listingsSettings(await loadVocabulary(sql))).waitTask(PATIENT);
    if (settings.status !== 'succeeded') throw new Error(`search engine settings: ${settings.error?.message}`);
  }
  // Whatever changes from here on is queued again and so is not missed.
  const [last] = await sql<{id: number | null}[]>`select max(id) as id from search_outbox`;
  let documents = 0;
  for (let after = 0; ;) {
    const rows = await sql<{id: string; number: number}[]>`
      select id, number from services where number > ${after} order by number limit ${BATCH}
    `;
    if (rows.length === 0) break;
    after = rows.at(-1)!.number;
    const {put} = await renewListings(
      sql,
      rows.map((row) => row.id),
    );
    documents += put.length;
    if (fresh && put.length > 0) await fresh.addDocuments(put, {primaryKey: 'number'});
    if (documents % 10_000 < BATCH && documents >= 10_000) log(`${documents.toLocaleString('en-GB')} listings`);
  }
  await sql`
    update listings set is_listed = false, changed_at = clock_timestamp()
    where is_listed and not exists (
      select from services where services.id = listings.service_id and services.status in ('active', 'temporarily closed')
    )
  `;
  if (engine && fresh) await swapIn(engine, fresh.uid);
  await sql`delete from search_outbox where id <= ${last?.id ?? 0}`;
  await sql`analyze listings`;
  await refreshSearchWords(sql);
  return {documents, ms: Date.now() - started};
}

/** The engine works its tasks in order, so when the swap is done every document before it is in. */
async function swapIn(engine: SearchEngine, fresh: string): Promise<void> {
  const current = engine.listings.uid;
  // A swap wants both to be there. Creating one that exists fails harmlessly.
  await engine.client.createIndex(current, {primaryKey: 'number'}).waitTask(PATIENT);
  const swapped = await engine.client.swapIndexes([{indexes: [current, fresh], rename: false}]).waitTask(PATIENT);
  if (swapped.status !== 'succeeded') throw new Error(`search engine swap: ${swapped.error?.message}`);
  await engine.client.deleteIndex(fresh).waitTask(PATIENT);
}

/**
 * True when the engine has no listings index, or a different number of listings than the directory; or when filling was cut short after
 * that, before the words of the listings were counted.
 */
export async function needsRebuild(sql: Sql, engine: SearchEngine | null): Promise<boolean> {
  const [row] = await sql<{services: number; listings: number; hasWords: boolean}[]>`
    select
      (select count(*) from services where status in ('active', 'temporarily closed'))::integer as services,
      (select count(*) from listings where is_listed)::integer as listings,
      exists (select from search_words) as has_words
  `;
  if (row!.services !== row!.listings || (row!.listings > 0 && !row!.hasWords)) return true;
  if (!engine) return false;
  try {
    const {numberOfDocuments} = await engine.listings.getStats();
    return numberOfDocuments !== row!.listings;
  } catch {
    return true;
  }
}
