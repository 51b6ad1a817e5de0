import {LOCKS} from '../../../../db/advisory-locks.ts';
import type {ISql, Sql} from '../../../../db/client.ts';
import {findFeed, saveFeed, type Feed, type FeedWishes} from './feed.server.ts';
import type {FeedOptions} from './fetch-feed.server.ts';
import {FeedError, USUAL_FETCH} from './fetch-retry.server.ts';
import {placeUnplaced} from './find-positions.server.ts';
import type {Format, SourceRecord} from './find-records.ts';
import type {Finding} from './finding.ts';
import {importBatch, loadSlugs, writeFindings, type BatchContext} from './import-batch.server.ts';
import {FindingLog, type ImportCounts, type ImportReport} from './import-report.ts';
import {describeSource, readSource, type Source} from './read-source.server.ts';
import type {SourceState} from './read-stream.server.ts';
import {findVanished, removeEmptyPlaces, retire} from './retire.server.ts';
import {loadImportVocabulary} from './vocabulary.server.ts';

export interface ImportOptions {
  feed?: FeedWishes;
  dryRun?: boolean;
  /** Make services inactive that a complete feed no longer has. */
  retire?: boolean;
  /** Take in every record anew, also those that have not changed: after the vocabulary or the rules have. */
  again?: boolean;
  fetch?: Partial<FeedOptions>;
  onProgress?: (counts: ImportCounts) => void;
}

type ImportOutcome = {ok: true; report: ImportReport} | {ok: false; reason: string};

const BATCH_SIZE = 100;
const MOST_PAGES = 2000;

/**
 * Imports a file, a download or a feed. What is wrong with single records is in the report; the outcome is a failure
 * only when nothing could be read at all.
 */
export async function runImport(sql: Sql, given: string, options: ImportOptions = {}): Promise<ImportOutcome> {
  const lock = await sql.reserve();
  try {
    const [row] = await lock<{free: boolean}[]>`select pg_try_advisory_lock(${LOCKS.import}) as free`;
    if (!row?.free) return {ok: false, reason: 'Another import is running. Wait until it has finished.'};
    return await importSource(sql, describeSource(given), options);
  } catch (error) {
    if (error instanceof FeedError) return {ok: false, reason: error.message};
    throw error;
  } finally {
    await lock`select pg_advisory_unlock(${LOCKS.import})`.catch(() => {});
    lock.release();
  }
}

async function importSource(sql: Sql, source: Source, options: ImportOptions): Promise<ImportOutcome> {
  const startedAt = new Date();
  const found = await findFeed(sql, source, options.feed ?? {});
  if (!found.ok) return found;
  const {feed} = found;
  const state: SourceState = {notices: [], incomplete: null};
  const fetchOptions = {...USUAL_FETCH, maxPages: MOST_PAGES, ...options.fetch};
  const records = readSource(source, state, fetchOptions);
  let first: IteratorResult<SourceRecord>;
  try {
    first = await records.next();
  } catch (error) {
    return {ok: false, reason: readableFailure(error, source)};
  }
  if (first.done) return {ok: false, reason: state.incomplete ?? state.notices[0] ?? 'No services were found in it.'};

  const format = first.value.format;
  const context: BatchContext = {
    sql,
    feed,
    runId: options.dryRun ? null : await beginRun(sql, feed, source, format, startedAt),
    vocabulary: await loadImportVocabulary(sql),
    slugs: await loadSlugs(sql),
    startedAt,
    again: options.again ?? false,
    seen: new Set(),
    accepted: new Set(),
    counts: {read: 0, stored: 0, unchanged: 0, mended: 0, rejected: 0},
    log: new FindingLog(),
  };
  await importAll(first.value, records, context, state, source, options.onProgress);
  if (context.accepted.size === 0) state.notices.unshift('No services were found in it.');
  const end = await finish(context, state, options);
  return {
    ok: true,
    report: {
      feed: {key: feed.key, name: feed.name},
      source: source.address,
      format,
      dryRun: context.runId === null,
      incomplete: state.incomplete,
      notices: state.notices,
      ...context.counts,
      ...end,
      findings: context.log.findings,
      findingsLeftOut: context.log.leftOut,
      reasons: context.log.reasons,
      seconds: (Date.now() - startedAt.getTime()) / 1000,
    },
  };
}

async function importAll(
  first: SourceRecord,
  rest: AsyncGenerator<SourceRecord>,
  context: BatchContext,
  state: SourceState,
  source: Source,
  onProgress?: (counts: ImportCounts) => void,
) {
  let batch = [first];
  for (;;) {
    let next: IteratorResult<SourceRecord>;
    try {
      next = await rest.next();
    } catch (error) {
      // What was read until the connection broke is good, and stays.
      state.incomplete = readableFailure(error, source);
      next = {done: true, value: undefined};
    }
    if (!next.done) batch.push(next.value);
    if (next.done || batch.length >= BATCH_SIZE) {
      await importBatch(batch, context);
      onProgress?.(context.counts);
      batch = [];
    }
    if (next.done) return;
  }
}

const GONE: Finding = {field: 'record', outcome: 'vanished', reason: 'No longer in the feed'};
const MADE_INACTIVE: Finding = {
  field: 'status',
  outcome: 'mended',
  reason: 'No longer in the feed, so it was made inactive',
};

/** What can only be said at the end: which services are gone, and which places the map can show by now. */
async function finish(context: BatchContext, state: SourceState, options: ImportOptions) {
  const {sql, feed, runId, counts, seen, log} = context;
  const vanished = state.incomplete ? [] : await findVanished(sql, feed.id, seen);
  const keep = async (inner: ISql | null, sourceIds: string[], finding: Finding) => {
    const findings = sourceIds.map((sourceId) => ({sourceId, found: [finding]}));
    for (const {sourceId, found} of findings) log.add(sourceId, found);
    if (inner && runId) await writeFindings(inner, runId, findings);
  };
  if (!runId) {
    await keep(null, vanished, GONE);
    return {vanished, retired: 0, placed: 0};
  }
  return sql.begin(async (inner) => {
    await keep(inner, vanished, GONE);
    const retired = options.retire ? await retire(inner, feed.id, vanished) : [];
    await keep(inner, retired, MADE_INACTIVE);
    if (counts.stored > 0) await removeEmptyPlaces(inner, feed.id);
    const placed = await placeUnplaced(inner, feed.id);
    await inner`
      update import_runs
      set
        finished_at = clock_timestamp(),
        read_count = ${counts.read},
        stored_count = ${counts.stored},
        unchanged_count = ${counts.unchanged},
        mended_count = ${counts.mended},
        rejected_count = ${counts.rejected}
      where id = ${runId}
    `;
    return {vanished, retired: retired.length, placed};
  });
}

async function beginRun(sql: ISql, feed: Feed, source: Source, format: Format, startedAt: Date): Promise<string> {
  await saveFeed(sql, feed);
  const [run] = await sql<{id: string}[]>`
    insert into import_runs (feed_id, source, format, started_at)
    values (${feed.id}, ${source.address}, ${format}, ${startedAt})
    returning id
  `;
  return run!.id;
}

function readableFailure(error: unknown, source: Source): string {
  if (error instanceof FeedError) return error.message;
  const code = error instanceof Error && 'code' in error ? error.code : null;
  if (code === 'ENOENT') return `There is no file ${source.address}`;
  if (code === 'EACCES') return `The file ${source.address} may not be read`;
  if (code === 'EISDIR') return `${source.address} is a folder; give one of its files`;
  return `It could not be read: ${error instanceof Error ? error.message : String(error)}`;
}
