import type {Sql} from '../db/client.ts';
import type {SearchEngine} from './engine.ts';
import {refreshSearchWords} from './spelling.ts';

interface RepairReport {
  compared: number;
  /** In the directory and not, or not as it should be, in the engine: queued again. */
  missing: number;
  outdated: number;
  /** In the engine and no longer in the directory: removed. */
  extra: number;
}

const PAGE = 5000;

/** Compares the engine with `listings`, document by document by hash, mends what differs and says what it was. For every night. */
export async function repairIndex(sql: Sql, engine: SearchEngine): Promise<RepairReport> {
  const held = new Map<number, string>();
  for (let offset = 0; ; offset += PAGE) {
    const {results} = await engine.listings.getDocuments({fields: ['number', 'hash'], offset, limit: PAGE});
    for (const document of results) held.set(document.number, document.hash);
    if (results.length < PAGE) break;
  }
  const rows = await sql<{serviceId: string; number: number; documentHash: string}[]>`
    select service_id, number, document_hash from listings where is_listed
  `;
  const missing = rows.filter((row) => !held.has(row.number));
  const outdated = rows.filter((row) => held.has(row.number) && held.get(row.number) !== row.documentHash);
  const known = new Set(rows.map((row) => row.number));
  const extra = [...held.keys()].filter((number) => !known.has(number));
  const again = [...missing, ...outdated].map((row) => row.serviceId);
  if (again.length > 0) await sql`select queue_listings(${again}::uuid[])`;
  if (extra.length > 0) await engine.listings.deleteDocuments(extra).waitTask({timeout: 60_000});
  // Services the read model itself has missed.
  const unread = await sql<{id: string}[]>`
    select id from services
    where status in ('active', 'temporarily closed')
      and not exists (select from listings where service_id = services.id and is_listed)
  `;
  if (unread.length > 0) await sql`select queue_listings(${unread.map(({id}) => id)}::uuid[])`;
  await refreshSearchWords(sql);
  return {
    compared: rows.length,
    missing: missing.length + unread.length,
    outdated: outdated.length,
    extra: extra.length,
  };
}
