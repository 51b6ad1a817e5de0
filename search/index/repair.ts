/** The index compared with the directory, and mended: every night, and when the engine comes back from wherever it was. */
import {createHash} from 'node:crypto';
import {isDeepStrictEqual} from 'node:util';
import {LOCKS} from '../../db/advisory-locks.ts';
import type {Sql} from '../../db/client.ts';
import {listingsSettings, type EngineDocument, type SearchEngine} from '../engines/engine.ts';
import {refusalOf} from '../engines/engine-http.ts';
import {rebuildIndex} from './index-all.ts';
import {engineDocument} from './listing-store.ts';
import {readListings} from './read-listings.ts';
import {refreshSearchWords} from './spelling.ts';
import {loadVocabulary} from '../understanding/vocabulary.ts';

export interface RepairReport {
  compared: number;
  /** In the directory and not, or not as it should be, in the engine: queued again. */
  missing: number;
  outdated: number;
  /** In the engine and no longer in the directory: removed. */
  extra: number;
  /** Whether the engine had no index at all, or one with other settings. */
  index: 'sound' | 'made anew' | 'settings put right';
}

const PAGE = 1000;
/** A big index, or a busy machine, may take minutes. */
const PATIENT = {timeout: 600_000};

/**
 * Compares the engine with the directory, document by document and by all that is in them, mends what differs and says what it was.
 * @param isThorough false looks only whether there is an index, with its settings and as many documents as there should be, and
 * compares those where there are not
 * @returns null when another instance is at it
 */
export async function repairIndex(
  sql: Sql,
  engine: SearchEngine,
  {isThorough = true}: {isThorough?: boolean} = {},
): Promise<RepairReport | null> {
  return sql.begin(async (tx) => {
    const [{mine}] = await tx<[{mine: boolean}]>`select pg_try_advisory_xact_lock(${LOCKS.searchRepair}) as mine`;
    return mine ? repair(sql, engine, isThorough) : null;
  });
}

async function repair(sql: Sql, engine: SearchEngine, isThorough: boolean): Promise<RepairReport> {
  const held = await countDocuments(engine);
  if (held === null) {
    const {documents} = await rebuildIndex(sql, engine);
    return {compared: documents, missing: documents, outdated: 0, extra: 0, index: 'made anew'};
  }
  const index = await putSettingsRight(sql, engine);
  const [{listings}] = await sql<[{listings: number}]>`
    select count(*)::integer as listings from listings where is_listed
  `;
  if (!isThorough && held === listings) return {compared: 0, missing: 0, outdated: 0, extra: 0, index};
  const compared = await compareDocuments(sql, engine);
  await refreshSearchWords(sql);
  return {...compared, index};
}

/** Null where there is no index. */
async function countDocuments(engine: SearchEngine): Promise<number | null> {
  try {
    return (await engine.listings.getStats()).numberOfDocuments;
  } catch (error) {
    if (refusalOf(error) === 'index_not_found') return null;
    throw error;
  }
}

/** What the words of the directory and the code ask for, as an editor or a new version may have changed it. */
async function putSettingsRight(sql: Sql, engine: SearchEngine): Promise<RepairReport['index']> {
  const wanted = listingsSettings(await loadVocabulary(sql));
  if (holds(await engine.listings.getSettings(), wanted)) return 'sound';
  const done = await engine.listings.updateSettings(wanted).waitTask(PATIENT);
  if (done.status !== 'succeeded') throw new Error(`search engine settings: ${done.error?.message}`);
  return 'settings put right';
}

/** Whether everything wanted is there; the engine fills in what nobody said. */
function holds(have: unknown, want: unknown): boolean {
  if (!isPlain(want) || !isPlain(have)) return isDeepStrictEqual(have, want);
  return Object.entries(want).every(([name, value]) => holds(have[name], value));
}
const isPlain = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

async function compareDocuments(sql: Sql, engine: SearchEngine): Promise<Omit<RepairReport, 'index'>> {
  const held = new Map<number, string>();
  for (let offset = 0; ; offset += PAGE) {
    const {results} = await engine.listings.getDocuments({offset, limit: PAGE});
    for (const document of results) held.set(document.number, contentOf(document));
    if (results.length < PAGE) break;
  }
  const report = {compared: 0, missing: 0, outdated: 0, extra: 0};
  for (let after = 0; ;) {
    const rows = await sql<{id: string; number: number}[]>`
      select id, number from services where number > ${after} order by number limit ${PAGE}
    `;
    if (rows.length === 0) break;
    after = rows.at(-1)!.number;
    const again: string[] = [];
    for (const listing of await readListings(
      sql,
      rows.map(({id}) => id),
    )) {
      const document = engineDocument(listing);
      const content = held.get(document.number);
      held.delete(document.number);
      report.compared++;
      if (content === contentOf(document)) continue;
      again.push(listing.document.id);
      if (content === undefined) report.missing++;
      else report.outdated++;
    }
    if (again.length > 0) await sql`select queue_listings(${again}::uuid[])`;
  }
  report.extra = held.size;
  if (held.size > 0) await engine.listings.deleteDocuments([...held.keys()]).waitTask(PATIENT);
  return report;
}

/** All that is in a document, as one text: the engine gives fields in an order of its own. */
const contentOf = (document: EngineDocument): string =>
  createHash('sha256')
    .update(JSON.stringify(Object.entries(document).sort(([one], [other]) => (one < other ? -1 : 1))))
    .digest('base64url');
