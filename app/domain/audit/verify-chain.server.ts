/**
 * Works the chain of the audit out again from what is stored, without the functions that wrote it, and finds the first
 * entry that is not as it was written.
 */
import {createHash} from 'node:crypto';
import type {ISql} from '../../../db/client.ts';

/** What was noted down, away from the database, when the chain had `count` entries: the hash of the last, as 64 hex digits. */
export interface KeptHead {
  count: number;
  hash: string;
}

/**
 * - `changed`: the entry's values are not those that were sealed
 * - `missing`: there is no entry with this number, yet there are later ones
 * - `misplaced`: the entry is sealed, but not after the one before it: one of the two was put there or sealed again
 * - `cut`: the chain ends before this entry, though the head or the kept head knows of it
 * - `added`: the entry stands beyond the head
 * - `head`: all entries are in order, but the head names another hash for this one, the last
 * - `rewritten`: the entry is not the one whose hash was kept, so it or some before it were made anew
 */
export type Fault = 'changed' | 'missing' | 'misplaced' | 'cut' | 'added' | 'head' | 'rewritten';

export type Verdict = {ok: true; head: KeptHead} | {ok: false; fault: Fault; seq: number};

/** What is sealed of an entry, in this order; each value as text. */
const SEALED = [
  'place',
  'moment',
  'staff',
  'partner',
  'partnership',
  'action',
  'person',
  'purpose',
  'opening',
  'address',
  'details',
] as const;

type Entry = Record<(typeof SEALED)[number], string | null> & {seq: number; previousHash: Buffer; hash: Buffer};

/** Before the first entry stand 32 bytes of nothing. */
const START = Buffer.alloc(32);
const AT_A_TIME = 2000;

/**
 * Reads the whole audit, some thousand entries at a time. Run it in one `repeatable read` transaction of the owner of
 * the tables, so that the entries and the head are of the same moment.
 * @param kept finds a cut tail and a chain made wholly anew, which nothing inside the database can show
 */
export async function verifyChain(tx: ISql, kept?: KeptHead): Promise<Verdict> {
  const [head] = await tx<[{count: number; hash: Buffer}]>`select count, hash from audit_head`;
  let count = 0;
  let last: Buffer = START;
  for await (const entries of readEntries(tx)) {
    for (const entry of entries) {
      const seq = count + 1;
      const fault = entry.seq > head.count ? 'added' : faultOf(entry, seq, last);
      if (fault) return {ok: false, fault, seq: fault === 'added' ? entry.seq : seq};
      if (kept?.count === seq && kept.hash !== entry.hash.toString('hex')) return {ok: false, fault: 'rewritten', seq};
      count = seq;
      last = entry.hash;
    }
  }
  if (count < Math.max(head.count, kept?.count ?? 0)) return {ok: false, fault: 'cut', seq: count + 1};
  if (!head.hash.equals(last)) return {ok: false, fault: 'head', seq: count};
  return {ok: true, head: {count, hash: last.toString('hex')}};
}

function faultOf(entry: Entry, seq: number, last: Buffer): Fault | null {
  if (entry.seq !== seq) return entry.seq > seq ? 'missing' : 'misplaced';
  if (entry.previousHash.equals(last)) return entry.hash.equals(seal(last, entry)) ? null : 'changed';
  const standsAlone = entry.hash.equals(seal(entry.previousHash, entry));
  return standsAlone ? 'misplaced' : 'changed';
}

/** SHA-256 over the hash before and each value as `<bytes>:<value>,` (null is `-,`), which cannot be read in two ways. */
function seal(previousHash: Buffer, entry: Entry): Buffer {
  const hash = createHash('sha256').update(previousHash);
  for (const name of SEALED) {
    const value = entry[name];
    hash.update(value === null ? '-,' : `${Buffer.byteLength(value)}:${value},`);
  }
  return hash.digest();
}

function readEntries(tx: ISql): AsyncIterable<Entry[]> {
  return tx<Entry[]>`
    select
      seq,
      seq::text as place,
      to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as moment,
      staff_id::text as staff,
      partner_id::text as partner,
      partnership_id::text as partnership,
      action,
      person_id::text as person,
      purpose,
      opening_id::text as opening,
      address,
      details::text as details,
      previous_hash,
      hash
    from audit_entries
    order by seq
  `.cursor(AT_A_TIME);
}
