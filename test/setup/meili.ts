import {randomBytes} from 'node:crypto';
import {inject} from 'vitest';
import type {Sql} from '../../db/client.ts';
import {connectMeili, type SearchEngine} from '../../search/engines/engine.ts';
import {rebuildIndex} from '../../search/index/index-all.ts';

export interface TestEngine {
  engine: SearchEngine;
  /** The address, key and prefix, for a test that makes its own connection. */
  access: {url: string; key: string; prefix: string};
  /** Removes the indexes of this test. */
  drop: () => Promise<void>;
}

/**
 * Indexes of its own in the real Meilisearch, filled from `sql` when it is given. Drop them in `afterAll`. For tests
 * of the `database` project: files named `*.db.test.ts`.
 */
export async function testEngine(sql?: Sql): Promise<TestEngine> {
  const {meili} = inject('engines');
  if (!meili) throw new Error('This test needs Meilisearch, and there is none for this system.');
  const access = {...meili, prefix: `test_${randomBytes(6).toString('hex')}_`};
  const engine = connectMeili(access);
  if (sql) await rebuildIndex(sql, engine, {log: () => {}});
  return {engine, access, drop: () => dropIndexes(access)};
}

async function dropIndexes({url, key, prefix}: TestEngine['access']) {
  const headers = {authorization: `Bearer ${key}`};
  const answer = await fetch(`${url}/indexes?limit=1000`, {headers});
  const {results} = (await answer.json()) as {results: {uid: string}[]};
  const ours = results.filter((index) => index.uid.startsWith(prefix));
  await Promise.all(ours.map((index) => fetch(`${url}/indexes/${index.uid}`, {method: 'DELETE', headers})));
}
