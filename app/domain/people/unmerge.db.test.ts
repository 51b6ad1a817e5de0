import fc from 'fast-check';
import {afterAll, beforeAll, describe, expect, it} from 'vitest';
import {margaret, recordsToJoin} from '../../../test/factories/joined-records.ts';
import {testDatabase, type TestDatabase} from '../../../test/setup/database.ts';
import {changeSection} from './change-record.server.ts';
import {sectionOf} from './record-sections.ts';

const names = sectionOf('names')!;
let database: TestDatabase;
let records: Awaited<ReturnType<typeof recordsToJoin>>;
beforeAll(async () => {
  database = await testDatabase();
  records = await recordsToJoin(database);
});
afterAll(() => database?.drop());

describe('taken apart again', () => {
  /** Everything that is stored of these people, but for what only says that they were joined. */
  const everything = async (people: string[]) => {
    const tables = ['person_names', 'person_contacts', 'person_addresses', 'person_identifiers', 'person_about'];
    const rows = await Promise.all(
      tables.map(
        (table) => database.sql`select * from ${database.sql(table)} where person_id = any(${people}) order by id`,
      ),
    );
    return JSON.stringify([
      ...rows,
      await database.sql`select * from people where id = any(${people}) order by id`,
      await database.sql`select * from person_access where person_id = any(${people}) order by person_id, partner_id`,
      await database.sql`
        select person_id, array(select unnest(keys) order by 1) as keys, array(select unnest(found_keys) order by 1) as found
        from person_keys where person_id = any(${people}) order by person_id
      `,
    ]);
  };

  it('they are as they were, in whatever order records were joined and taken apart', async () => {
    const act = fc.tuple(fc.constantFrom('merge', 'unmerge'), fc.nat(3), fc.nat(3));
    await fc.assert(
      fc.asyncProperty(fc.array(act, {minLength: 3, maxLength: 10}), async (acts) => {
        const people = await Promise.all(
          [0, 1, 2, 3].map((number) =>
            records.add({...margaret, phone: `01632 96020${number}`, town: `Town ${number}`}),
          ),
        );
        const before = await everything(people);
        for (const [what, one, other] of acts)
          if (what === 'merge') await records.merge(people[one]!, people[other]!);
          else {
            await records.editorOf(people[one]!);
            if ((await records.record(people[one]!))?.merges.some(({personId}) => personId === people[other]))
              await records.unmerge(people[one]!, people[other]!);
          }
        await takeAllApart(people);
        expect(await everything(people)).toBe(before);
      }),
      {numRuns: 12},
    );
  }, 120_000);

  it('what was changed meanwhile stays with the record it belongs to, exactly as without the merge', async () => {
    const edit = fc.tuple(fc.nat(1), fc.stringMatching(/^[a-z]{1,8}$/), fc.boolean());
    await fc.assert(
      fc.asyncProperty(fc.array(edit, {minLength: 1, maxLength: 6}), fc.nat(5), async (edits, joinAt) => {
        const [joined, alone] = [
          [await records.add(margaret), await records.add(margaret)],
          [await records.add(margaret), await records.add(margaret)],
        ];
        for (const [place, [who, name, removes]] of edits.entries()) {
          if (place === Math.min(joinAt, edits.length - 1)) await records.merge(joined[0]!, joined[1]!);
          for (const pair of [joined, alone])
            await editNames(pair, pair === joined && place >= Math.min(joinAt, edits.length - 1), who, name, removes);
        }
        await takeAllApart(joined);
        for (const at of [0, 1]) expect(await namesOf(joined[at]!)).toEqual(await namesOf(alone[at]!));
        for (const id of joined)
          expect(await keysOf(id)).toEqual((await namesOf(id)).map((name) => `name:${name}`).sort());
      }),
      {numRuns: 10},
    );
  }, 120_000);

  /** Each round takes apart what is joined to a record that is itself joined to none. */
  async function takeAllApart(people: string[]) {
    const joined = () => database.sql<{id: string; keptIn: string | null}[]>`
      select other.id, case when kept.merged_into is null then kept.id end as kept_in
      from people other
      join people kept on kept.id = other.merged_into
      where other.id = any(${people})
    `;
    for (let round = 1; round < people.length; round++)
      for (const {id, keptIn} of await joined()) if (keptIn) await records.unmerge(keptIn, id);
    expect(await joined()).toHaveLength(0);
  }

  const namesOf = async (id: string) =>
    (await database.sql<{name: string}[]>`select name from person_names where person_id = ${id} order by name`).map(
      ({name}) => name,
    );
  const keysOf = async (id: string) => {
    const [row] = await database.sql<[{keys: string[]}]>`select keys from person_keys where person_id = ${id}`;
    return row.keys.filter((key) => key.startsWith('name:') && !/margaret|sample/.test(key)).sort();
  };

  /** Gives record `who` of the pair another name, or takes its last one; through the kept record while they are joined. */
  async function editNames(pair: string[], isJoined: boolean, who: number, name: string, removes: boolean) {
    const whose = pair[who]!;
    const through = isJoined ? pair[0]! : whose;
    const form = await records.editorOf(through);
    const seen = (await records.record(through))!;
    const rows = seen.rows.names!;
    const own = rows.filter(({personId}) => personId === whose);
    const last = own.at(-1);
    // While joined, a new name belongs to the record that is kept; only one that stands there can be changed or taken.
    const wanted = removes
      ? rows.filter(({id}) => id !== last?.id)
      : last
        ? rows.map((row) => (row.id === last.id ? {...row, values: {kind: 'alias', name}} : row))
        : isJoined && who === 1
          ? rows
          : [...rows, {id: null, values: {kind: 'alias', name}}];
    if (!isJoined && who === 1 && !last && !removes && pair.length === 2) return;
    const version = seen.versions.get('names')?.version ?? 0;
    expect(await changeSection(database.web, form, through, names, version, wanted)).toEqual({ok: true});
  }
});
