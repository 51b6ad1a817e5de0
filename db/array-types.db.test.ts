/** Arrays as they are written and read, and that the numbers of their types are those of the database. */
import {afterAll, beforeAll, expect, it} from 'vitest';
import {testDatabase, type TestDatabase} from '../test/setup/database.ts';
import {ARRAY_TYPES} from './array-types.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database?.drop());

it('knows every array that the tables and functions hold, by the number the database gives it', async () => {
  const built = await database.sql<{oid: number; typarray: number}[]>`
    select oid::integer as oid, typarray::integer as typarray from pg_type where oid = any(${[...ARRAY_TYPES.keys()]}::integer[])
  `;
  expect(new Map(built.map(({oid, typarray}) => [oid, typarray]))).toEqual(ARRAY_TYPES);
  const used = await database.sql<{oid: number}[]>`
    select t.oid::integer as oid from pg_type t where typcategory = 'A' and t.oid in (
      select atttypid from pg_attribute a join pg_class c on c.oid = attrelid
      where relnamespace = 'public'::regnamespace and attnum > 0
      union
      select unnest(prorettype || coalesce(proallargtypes, proargtypes::oid[])) from pg_proc
      where pronamespace = 'public'::regnamespace
        and prolang in (select l.oid from pg_language l where lanname in ('sql', 'plpgsql'))
    )
  `;
  const known = new Set(ARRAY_TYPES.values());
  expect(used.length).toBeGreaterThan(1);
  expect(used.filter(({oid}) => !known.has(oid))).toEqual([]);
});

it('brings back what it was given', async () => {
  const words = [
    'plain',
    '',
    'null',
    null,
    'a,b',
    'with "quotes"',
    'C:\\road',
    '{braces}',
    ' spaces ',
    'Ŵyn ’ 🌳',
    'two\nlines',
  ];
  const at = [new Date('2026-03-29T00:59:59Z'), new Date('2026-10-25T01:30:00Z')];
  const [row] = await database.sql`
    select
      ${words}::text[] as words,
      ${[
        [1, 2],
        [3, 4],
      ]}::integer[] as squares,
      ${[]}::uuid[] as none,
      ${['07bc3d8c-7e34-4b4a-9f1a-0d8d3d9e5f52']}::uuid[] as ids,
      ${[9007199254740991, -1]}::bigint[] as far,
      ${[0.5, -1e-7]}::double precision[] as shares,
      array[true, false, null] as marks,
      ${['2026-03-03']}::date[] as days,
      array['10:30'::time] as times,
      array[${at[0]!}::timestamptz, ${at[1]!}::timestamptz] as at,
      array['{"a": [1]}'::jsonb] as objects,
      null::text[] as missing
  `;
  expect(row).toEqual({
    words,
    squares: [
      [1, 2],
      [3, 4],
    ],
    none: [],
    ids: ['07bc3d8c-7e34-4b4a-9f1a-0d8d3d9e5f52'],
    far: [9007199254740991, -1],
    shares: [0.5, -1e-7],
    marks: [true, false, null],
    days: ['2026-03-03'],
    times: ['10:30:00'],
    at,
    objects: [{a: [1]}],
    missing: null,
  });
});
