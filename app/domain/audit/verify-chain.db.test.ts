import {randomUUID} from 'node:crypto';
import fc from 'fast-check';
import {afterAll, beforeAll, describe, expect, it} from 'vitest';
import {connect, type ISql, type Sql} from '../../../db/client.ts';
import {within} from '../../../db/within.ts';
import {testDatabase, type TestDatabase} from '../../../test/setup/database.ts';
import {recordAct} from './record-act.server.ts';
import {verifyChain, type KeptHead, type Verdict} from './verify-chain.server.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database?.drop());

const verify = (sql: Sql, kept?: KeptHead) =>
  sql.begin('isolation level repeatable read read only', (tx) => verifyChain(tx, kept));

interface Chain {
  tx: ISql;
  /** The head after each number of entries. */
  heads: KeptHead[];
  /** Someone with the whole database in their hands, for whom no trigger stands in the way. */
  tamper: (statement: string) => Promise<unknown>;
}

/** A chain of `facts.length` acts, in a transaction that is undone at the end. */
async function onChain<T>(facts: Record<string, string>[], work: (chain: Chain) => Promise<T>): Promise<T> {
  const undo = new Error('undone on purpose');
  let result: T;
  await database.sql
    .begin(async (tx) => {
      const tamper = (statement: string) => tx.unsafe(`set local session_replication_role = replica; ${statement}`);
      await tamper(`truncate audit_entries; update audit_head set count = 0, hash = decode(repeat('00', 32), 'hex')`);
      await tx`set local session_replication_role = origin`;
      await tx`set constraints all immediate`;
      for (const details of facts) await recordAct(tx, {action: 'record_viewed', personId: randomUUID(), details});
      const heads = await tx<KeptHead[]>`
        select seq as count, encode(hash, 'hex') as hash from audit_entries order by seq
      `;
      result = await work({tx, heads, tamper});
      throw undo;
    })
    .catch((error: unknown) => {
      if (error !== undo) throw error;
    });
  return result!;
}

const twelve = Array.from({length: 12}, (_, number) => ({number: String(number)}));

/** Seals an entry again after it was changed, as someone would who knows how the chain is made. */
const sealAgain = (seq: number) => `
  update audit_entries set hash = sha256(previous_hash || convert_to(audit_text(audit_entries), 'UTF8'))
  where seq = ${seq};
`;
const linkTo = (seq: number) => `
  update audit_entries set previous_hash = (select hash from audit_entries where seq = ${seq - 1}) where seq = ${seq};
`;

describe('an audit that nobody touched', () => {
  it('is in order, and so is an empty one', async () => {
    expect(await onChain([], ({tx}) => verifyChain(tx))).toMatchObject({ok: true, head: {count: 0}});
    const kept = await onChain(twelve, async ({tx, heads}) => {
      for (const head of heads) expect(await verifyChain(tx, head)).toEqual({ok: true, head: heads[11]});
      return heads[11];
    });
    expect(kept?.count).toBe(12);
  });

  it('is in order whatever is written in it', async () => {
    const word = fc.string({unit: 'grapheme', maxLength: 40}).filter((text) => !text.includes('\0'));
    await fc.assert(
      fc.asyncProperty(fc.array(fc.dictionary(word, word, {maxKeys: 4}), {maxLength: 6}), async (facts) => {
        expect(await onChain(facts, ({tx}) => verifyChain(tx))).toMatchObject({ok: true, head: {count: facts.length}});
      }),
      {numRuns: 40},
    );
  });

  it('does not fork and has no gaps with 16 writers at once', async () => {
    const writers = connect(database.webUrl, {max: 16});
    const viewers = Array.from({length: 16}, () => ({staffId: randomUUID(), partnerId: randomUUID()}));
    await Promise.all(
      viewers.map(async (viewer) => {
        for (let turn = 0; turn < 25; turn++) {
          await within(writers, {purpose: 'record', viewer}, (tx) =>
            recordAct(tx, {action: 'record_viewed', details: {turn}}),
          );
        }
      }),
    );
    await writers.end();
    expect(await verify(database.sql)).toMatchObject({ok: true, head: {count: 400}});
    const turns = await database.sql<{turns: number[]}[]>`
      select array_agg((details->>'turn')::int order by seq) as turns from audit_entries group by staff_id
    `;
    const inOrder = Array.from({length: 25}, (_, turn) => turn);
    expect(turns.map((writer) => writer.turns)).toEqual(viewers.map(() => inOrder));
  });
});

describe('tampering is found and named', () => {
  const columns = {
    at: `at + interval '1 microsecond'`,
    staff_id: 'gen_random_uuid()',
    partner_id: 'gen_random_uuid()',
    partnership_id: 'gen_random_uuid()',
    action: `'record_closed'`,
    person_id: 'gen_random_uuid()',
    purpose: `purpose || 'x'`,
    opening_id: 'gen_random_uuid()',
    address: `'198.51.100.4'`,
    details: `details || '{"more": 1}'`,
    previous_hash: `sha256('other')`,
    hash: `sha256('other')`,
  };

  it.each(Object.entries(columns))('an edit of %s', async (column, value) => {
    const verdict = await onChain(twelve, async ({tx, tamper}) => {
      await tamper(`update audit_entries set ${column} = ${value} where seq = 7`);
      return verifyChain(tx);
    });
    expect(verdict).toEqual({ok: false, fault: 'changed', seq: 7});
  });

  const anywhere = fc.integer({min: 1, max: 11});
  const always = (tampering: (seq: number, chain: Chain) => Promise<unknown>, expected: (seq: number) => Verdict) =>
    fc.assert(
      fc.asyncProperty(anywhere, async (seq) => {
        const verdict = await onChain(twelve, async (chain) => {
          await tampering(seq, chain);
          return verifyChain(chain.tx, chain.heads[11]);
        });
        expect(verdict).toEqual(expected(seq));
      }),
      {numRuns: 12},
    );

  it('an entry taken out', () =>
    always(
      (seq, {tamper}) => tamper(`delete from audit_entries where seq = ${seq}`),
      (seq) => ({ok: false, fault: 'missing', seq}),
    ));

  it('an entry taken out and the later ones numbered anew', () =>
    always(
      (seq, {tamper}) =>
        tamper(`
          delete from audit_entries where seq = ${seq};
          update audit_entries set seq = seq + 1000 where seq > ${seq};
          update audit_entries set seq = seq - 1001 where seq > 1000;
        `),
      (seq) => ({ok: false, fault: 'changed', seq}),
    ));

  it('an entry taken out, the next one numbered and sealed anew', () =>
    always(
      (seq, {tamper}) =>
        tamper(`
          delete from audit_entries where seq = ${seq};
          update audit_entries set seq = ${seq} where seq = ${seq + 1};
          ${sealAgain(seq)}
        `),
      // The first entry has nothing before it to follow but the start of the chain.
      (seq) => ({ok: false, fault: 'misplaced', seq}),
    ));

  it('two entries that changed places', () =>
    always(
      (seq, {tamper}) =>
        tamper(`
          update audit_entries set seq = 1000 where seq = ${seq};
          update audit_entries set seq = ${seq} where seq = 12;
          update audit_entries set seq = 12 where seq = 1000;
        `),
      (seq) => ({ok: false, fault: 'changed', seq}),
    ));

  it('an edit that was sealed again', () =>
    always(
      (seq, {tamper}) => tamper(`update audit_entries set person_id = null where seq = ${seq}; ${sealAgain(seq)}`),
      (seq) => ({ok: false, fault: 'misplaced', seq: seq + 1}),
    ));

  it('a whole chain made anew from an edit on, head and all, against a kept head', () =>
    always(
      async (seq, {tamper}) => {
        await tamper(`update audit_entries set person_id = null where seq = ${seq}; ${sealAgain(seq)}`);
        for (let later = seq + 1; later <= 12; later++) await tamper(linkTo(later) + sealAgain(later));
        await tamper(`update audit_head set hash = (select hash from audit_entries where seq = 12)`);
      },
      () => ({ok: false, fault: 'rewritten', seq: 12}),
    ));

  it('a tail cut off, by the head', () =>
    always(
      (seq, {tamper}) => tamper(`delete from audit_entries where seq > ${seq}`),
      (seq) => ({ok: false, fault: 'cut', seq: seq + 1}),
    ));

  const cutWithHead = (seq: number) => `
    delete from audit_entries where seq > ${seq};
    update audit_head set count = ${seq}, hash = (select hash from audit_entries where seq = ${seq});
  `;
  it('a tail cut off together with the head, by the kept head', () =>
    always(
      (seq, {tamper}) => tamper(cutWithHead(seq)),
      (seq) => ({ok: false, fault: 'cut', seq: seq + 1}),
    ));

  it('a tail cut off and grown again, by the kept head', () =>
    always(
      async (seq, {tx, tamper}) => {
        await tamper(cutWithHead(seq));
        await tx`set local session_replication_role = origin`;
        for (let again = seq; again < 14; again++) await recordAct(tx, {action: 'record_viewed'});
      },
      () => ({ok: false, fault: 'rewritten', seq: 12}),
    ));

  it('a head that names another end', async () => {
    const verdicts = await onChain(twelve, async ({tx, tamper}) => {
      await tamper(`update audit_head set hash = sha256('other')`);
      const otherHash = await verifyChain(tx);
      await tamper(`update audit_head set count = 9`);
      return [otherHash, await verifyChain(tx)];
    });
    expect(verdicts).toEqual([
      {ok: false, fault: 'head', seq: 12},
      {ok: false, fault: 'added', seq: 10},
    ]);
  });
});
