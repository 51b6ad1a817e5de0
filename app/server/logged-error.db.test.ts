import pino from 'pino';
import {afterAll, beforeAll, describe, expect, it} from 'vitest';
import {testDatabase, type TestDatabase} from '../../test/setup/database.ts';
import {loggedError} from './logged-error.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
  await database.sql`create table notes (email text unique, born date, check (email <> 'nobody@mail.example'))`;
  await database.sql`insert into notes (email) values ('peggy@mail.example')`;
});
afterAll(() => database?.drop());

/** What a log would hold of an error, every word of it. */
async function logOf(work: Promise<unknown>) {
  const error = await work.then(
    () => null,
    (reason: unknown) => reason,
  );
  const lines: string[] = [];
  const log = pino({serializers: {err: loggedError}}, {write: (line: string) => void lines.push(line)});
  log.error({err: error}, 'a page failed');
  log.error({err: new Error('saving failed', {cause: error})}, 'a page failed');
  return lines.join('\n');
}

describe('an error of the database in the log', () => {
  it.each([
    ['a value that is there already', () => database.sql`insert into notes (email) values ('peggy@mail.example')`],
    [
      'a row that breaks a rule',
      () => database.sql`insert into notes (email, born) values ('nobody@mail.example', '1941-03-12')`,
    ],
    ['a value of the wrong kind', () => database.sql`select ${'12 Peggy 1941'}::text::date`],
  ])('says what was refused and nothing of what was typed: %s', async (_what, work) => {
    const log = await logOf(work());
    expect(log).toMatch(/"code":"2\d\w{3}"/);
    expect(log).toContain('"stack":"');
    expect(log).not.toMatch(/peggy|nobody@mail|1941/i);
  });

  it('names the rule, so that the fault can be found', async () => {
    expect(await logOf(database.sql`insert into notes (email) values ('peggy@mail.example')`)).toContain(
      'notes_email_key',
    );
  });
});

it('other errors are told as they are', () => {
  const told = loggedError(new TypeError('x is not a function'));
  expect(told).toMatchObject({type: 'TypeError', message: 'x is not a function'});
  expect(told.stack).toContain('logged-error.db.test');
});
