import {readFile} from 'node:fs/promises';
import {afterAll, beforeAll, describe, expect, it} from 'vitest';
import {testDatabase, type TestDatabase} from '../../../test/setup/database.ts';
import {DISPOSITIONS, dispositionKinds} from '../calls/dispositions.ts';

type Counts = 'resolved' | 'passed on' | 'left out';

let database: TestDatabase;
/** The table of docs/first-contact.md: what each ending counts as. */
let told: Map<string, {name: string; counts: string}>;
beforeAll(async () => {
  database = await testDatabase();
  const text = await readFile(new URL('../../../docs/first-contact.md', import.meta.url), 'utf8');
  const rows = [...text.matchAll(/^\| ([^|]+) \| `(\w+)` \| ([a-z ]+) \|$/gm)];
  told = new Map(rows.map(([, name, key, counts]) => [key!, {name: name!, counts: counts!}]));
});
afterAll(() => database?.drop());

/** What the rule of docs/first-contact.md for several endings makes of what each of them counts as. */
function combined(all: string[]): Counts {
  if (all.includes('passed on')) return 'passed on';
  return all.includes('left out') ? 'left out' : 'resolved';
}

async function worksOut(kinds: string[]): Promise<Counts> {
  const [row] = await database.sql<{isEligible: boolean; isResolved: boolean}[]>`
    select call_is_eligible(${kinds}) as is_eligible, call_is_resolved(${kinds}) as is_resolved
  `;
  // Nothing is resolved that does not count.
  if (row!.isResolved) expect(row!.isEligible).toBe(true);
  if (!row!.isEligible) return 'left out';
  return row!.isResolved ? 'resolved' : 'passed on';
}

describe('the table of docs/first-contact.md', () => {
  it('has every ending once, in the words of the product', () => {
    expect([...told.keys()].sort()).toEqual([...dispositionKinds].sort());
    for (const kind of dispositionKinds) {
      expect(told.get(kind)).toEqual({name: DISPOSITIONS[kind].name, counts: DISPOSITIONS[kind].counts});
    }
  });

  it('is what the database works out for every single ending', async () => {
    for (const kind of dispositionKinds) expect(await worksOut([kind]), kind).toBe(told.get(kind)!.counts);
  });

  it('and its rule for several are what the database works out for every pair, in either order', async () => {
    for (const one of dispositionKinds)
      for (const other of dispositionKinds) {
        const counts = combined([told.get(one)!.counts, told.get(other)!.counts]);
        expect(await worksOut([one, other]), `${one} and ${other}`).toBe(counts);
      }
  });

  it('and for all endings at once', async () => {
    expect(await worksOut(dispositionKinds)).toBe('passed on');
    expect(await worksOut(dispositionKinds.filter((kind) => DISPOSITIONS[kind].counts !== 'passed on'))).toBe(
      'left out',
    );
    expect(await worksOut(dispositionKinds.filter((kind) => DISPOSITIONS[kind].counts === 'resolved'))).toBe(
      'resolved',
    );
  });
});
