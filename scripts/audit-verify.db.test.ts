import {execFile} from 'node:child_process';
import {afterAll, beforeAll, expect, test} from 'vitest';
import {recordAct} from '../app/domain/audit/record-act.server.ts';
import {within} from '../db/within.ts';
import {testDatabase, type TestDatabase} from '../test/setup/database.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
  for (let turn = 0; turn < 5; turn++) {
    await within(database.web, {purpose: 'record'}, (tx) => recordAct(tx, {action: 'record_viewed'}));
  }
});
afterAll(() => database?.drop());

/** As a person runs it: a process of its own. */
function auditVerify(...words: string[]): Promise<{code: number; said: string}> {
  const env: NodeJS.ProcessEnv = {...process.env, NODE_ENV: 'production', DATABASE_URL: database.url};
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      ['--import', 'tsx', 'scripts/audit-verify.ts', ...words],
      {env},
      (error, out, problems) => resolve({code: error ? Number(error.code) : 0, said: out + problems}),
    );
  });
}

// Five processes one after the other, each of which takes seconds to start on a busy machine.
test(
  'it ends well and prints the head to keep, then ends badly and names the first bad entry',
  {timeout: 60_000},
  async () => {
    const first = await auditVerify();
    expect(first).toMatchObject({code: 0, said: expect.stringContaining('5 entries, each as it was written')});
    const kept = /--count 5 --head [0-9a-f]{64}/.exec(first.said)?.[0].split(' ') ?? [];
    expect(await auditVerify(...kept)).toMatchObject({code: 0, said: expect.stringContaining('the kept head')});

    const tamper = (statement: string) =>
      database.sql.begin((tx) => tx.unsafe(`set local session_replication_role = replica; ${statement}`));
    await tamper(`
    delete from audit_entries where seq = 5;
    update audit_head set count = 4, hash = (select hash from audit_entries where seq = 4)
  `);
    expect(await auditVerify()).toMatchObject({code: 0});
    expect(await auditVerify(...kept)).toMatchObject({code: 1, said: expect.stringContaining('from entry 5 on')});
    await tamper(`update audit_entries set action = 'record_closed' where seq = 2`);
    expect(await auditVerify()).toMatchObject({code: 1, said: expect.stringContaining('Entry 2 was changed')});
  },
);

test('half of a kept head is refused, not ignored', async () => {
  expect(await auditVerify('--count', '5')).toMatchObject({code: 1, said: expect.stringContaining('Give both')});
});
