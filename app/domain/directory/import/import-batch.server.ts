import type {TransactionSql} from 'postgres';
import type {ISql, Sql} from '../../../../db/client.ts';
import {SlugChooser} from './choose-slug.ts';
import {saveFeed, type Feed} from './feed.server.ts';
import type {SourceRecord} from './find-records.ts';
import type {Finding} from './finding.ts';
import type {FindingLog, ImportCounts} from './import-report.ts';
import {isObject, type Loose} from './loose-values.ts';
import {identify, readRecord} from './read-record.ts';
import {isShallowEnough, labelOf, recordHash, storable} from './record-id.ts';
import {storeRecords, type RecordToStore} from './store-records.server.ts';
import {toRows} from './to-rows.ts';
import type {ImportVocabulary} from './vocabulary.server.ts';

export interface BatchContext {
  sql: Sql;
  feed: Feed;
  /** Null in a trial run, which leaves no trace. */
  runId: string | null;
  vocabulary: ImportVocabulary;
  slugs: SlugChooser;
  startedAt: Date;
  /** Look at every record, changed or not. */
  again: boolean;
  /** Ids met so far, whether stored, unchanged or rejected. */
  seen: Set<string>;
  /** Ids that a record was accepted for, so that a second one is a duplicate. */
  accepted: Set<string>;
  counts: ImportCounts;
  log: FindingLog;
}

interface Candidate {
  sourceId: string;
  record: SourceRecord & {raw: Loose};
  /** Still with the characters that the database cannot keep, so that the report can tell of them. */
  given: Loose;
  rawHash: string;
}

interface Prepared extends RecordToStore {
  findings: Finding[];
}

class TrialOver extends Error {}

/** Takes in one batch of records, in one transaction. Each record is in completely afterwards, or not at all. */
export async function importBatch(batch: SourceRecord[], context: BatchContext): Promise<void> {
  const {counts} = context;
  const findings: {sourceId: string; found: Finding[]}[] = [];
  const reject = (sourceId: string, found: Finding[]) => {
    counts.rejected++;
    findings.push({sourceId, found});
  };
  counts.read += batch.length;
  const candidates = chooseCandidates(batch, context, reject);
  const changed = await leaveOutUnchanged(candidates, context);
  const prepared = prepare(changed, context, reject);
  try {
    await context.sql.begin(async (sql) => {
      if (!context.runId) await saveFeed(sql, context.feed);
      const refused = await storeAll(sql, prepared, context);
      for (const record of prepared) {
        const reason = refused.get(record);
        const found = reason ? [...record.findings, reason] : record.findings;
        if (reason) reject(record.sourceId, found);
        else {
          counts.stored++;
          if (found.length > 0) counts.mended++;
          if (found.length > 0) findings.push({sourceId: record.sourceId, found});
        }
      }
      if (!context.runId) throw new TrialOver();
      await writeFindings(sql, context.runId, findings);
    });
  } catch (error) {
    if (!(error instanceof TrialOver)) throw error;
  }
  for (const {sourceId, found} of findings) context.log.add(sourceId, found);
}

type Reject = (sourceId: string, findings: Finding[]) => void;
const rejection = (field: string, reason: string): Finding[] => [{field, outcome: 'rejected', reason}];

function chooseCandidates(batch: SourceRecord[], context: BatchContext, reject: Reject): Candidate[] {
  return batch.flatMap((record) => {
    const {raw, problem, where} = record;
    if (problem || !isObject(raw) || !isShallowEnough(raw)) {
      const sourceId = labelOf(raw, where);
      context.seen.add(sourceId);
      reject(sourceId, rejection('record', problem ?? 'The record is nested too deeply'));
      return [];
    }
    const kept = storable(raw) as Loose;
    const sourceId = identify(kept, record.format);
    context.seen.add(sourceId);
    return [{sourceId, record: {...record, raw: kept}, given: raw, rawHash: recordHash(kept)}];
  });
}

/** What has not changed since last time is left alone altogether: not even looked at. */
async function leaveOutUnchanged(candidates: Candidate[], context: BatchContext): Promise<Candidate[]> {
  if (candidates.length === 0 || context.again) return candidates;
  const known = await context.sql<{sourceId: string; rawHash: string}[]>`
    select source_id, raw_hash
    from feed_records
    where feed_id = ${context.feed.id}
      and service_id is not null
      and source_id = any(${candidates.map((candidate) => candidate.sourceId)})
  `;
  const hashes = new Map(known.map((row) => [row.sourceId, row.rawHash]));
  return candidates.filter(({sourceId, rawHash}) => {
    if (hashes.get(sourceId) !== rawHash || context.accepted.has(sourceId)) return true;
    context.accepted.add(sourceId);
    context.counts.unchanged++;
    return false;
  });
}

function prepare(candidates: Candidate[], context: BatchContext, reject: Reject): Prepared[] {
  return candidates.flatMap(({sourceId, record, given, rawHash}) => {
    const outcome = readRecord(given, record.format, sourceId, context.startedAt);
    if (!outcome.ok) {
      reject(sourceId, outcome.findings);
      return [];
    }
    if (context.accepted.has(sourceId)) {
      reject(sourceId, rejection('id', 'An earlier record of this feed has the same id'));
      return [];
    }
    context.accepted.add(sourceId);
    const rows = toRows(outcome.service, context.feed, context.vocabulary);
    return [{sourceId, raw: record.raw, rawHash, rows, findings: outcome.findings}];
  });
}

/** All at once, because that is twenty times faster; when the database refuses the lot, each by itself, to find the one it means. */
async function storeAll(
  sql: TransactionSql<{bigint: number}>,
  records: Prepared[],
  context: BatchContext,
): Promise<Map<Prepared, Finding>> {
  const refused = new Map<Prepared, Finding>();
  if (records.length === 0) return refused;
  const store = {feedId: context.feed.id, slugs: context.slugs, fetchedAt: context.startedAt};
  const attempt = (some: Prepared[]) => sql.savepoint((inner) => storeRecords(inner, some, store));
  try {
    await attempt(records);
    return refused;
  } catch (error) {
    if (!isRefusal(error)) throw error;
  }
  // Someone may have taken an address meanwhile.
  context.slugs = store.slugs = await loadSlugs(sql);
  for (const record of records) {
    try {
      await attempt([record]);
    } catch (error) {
      if (!isRefusal(error)) throw error;
      context.accepted.delete(record.sourceId);
      refused.set(record, {
        field: error.constraint_name ?? error.column_name ?? 'record',
        outcome: 'rejected',
        reason: `The database refused it: ${error.message}`,
      });
    }
  }
  return refused;
}

interface Refusal extends Error {
  code: string;
  constraint_name?: string;
  column_name?: string;
}

/** The data was not acceptable (classes 22 and 23), as opposed to a database that is gone. */
function isRefusal(error: unknown): error is Refusal {
  return error instanceof Error && 'code' in error && /^2[23]/.test(String(error.code));
}

export async function loadSlugs(sql: ISql): Promise<SlugChooser> {
  const taken = await sql<{slug: string}[]>`select slug from services`;
  return new SlugChooser(taken.map((row) => row.slug));
}

/** Keeps what was found, any number in one statement. */
export async function writeFindings(sql: ISql, runId: string, findings: {sourceId: string; found: Finding[]}[]) {
  const rows = findings.flatMap(({sourceId, found}) =>
    found.map(({field, outcome, reason, was}) => ({
      import_run_id: runId,
      source_id: sourceId,
      field,
      outcome,
      reason: was ? `${reason}: ${was}` : reason,
    })),
  );
  if (rows.length === 0) return;
  await sql`
    insert into import_findings (import_run_id, source_id, field, outcome, reason)
    select import_run_id, source_id, field, outcome, reason
    from jsonb_to_recordset(${sql.json(rows)}) as found (import_run_id uuid, source_id text, field text, outcome text, reason text)
  `;
}
