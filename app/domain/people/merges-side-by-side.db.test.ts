import {afterAll, beforeAll, describe, expect, it} from 'vitest';
import {margaret, recordsToJoin} from '../../../test/factories/joined-records.ts';
import {formOf, type Colleague} from '../../../test/factories/people.ts';
import {aHandoff, aQueue} from '../../../test/factories/second-level.ts';
import type {TestStaff} from '../../../test/factories/staff.ts';
import {testDatabase, type TestDatabase} from '../../../test/setup/database.ts';
import {changeSection, type Editor} from './change-record.server.ts';
import {recordConsent} from './consents.server.ts';
import {unmergePeople} from './merge-people.server.ts';
import {sectionOf} from './record-sections.ts';

const TODAY = '2026-11-22';
const names = sectionOf('names')!;
let database: TestDatabase;
let records: Awaited<ReturnType<typeof recordsToJoin>>;
beforeAll(async () => {
  database = await testDatabase();
  records = await recordsToJoin(database);
});
afterAll(() => database?.drop());

describe('side by side with others who work with the same people', () => {
  const everyone = async (people: string[]) => database.sql<{personId: string; because: string}[]>`
    select person_id, partner_id, because from person_access where person_id = any(${people}) order by 1, 2, 3
  `;

  it('nobody is shut out: joined and taken apart while consents, things handed on and corrections come in', async () => {
    const {queueId} = await nursingOf(records.theirs);
    for (let round = 0; round < 12; round++) {
      const people = await Promise.all(
        [1, 2, 3].map((number) => records.add({...margaret, phone: `07700 90010${number}`})),
      );
      const [one, other, third] = people as [string, string, string];
      if (round % 2 === 1) expect((await records.merge(one, third)).ok).toBe(true);
      const openings = await Promise.all([one, other].map((id) => records.editorOf(id)));
      // Read now, as on the page before its button is pressed: a record that is joined meanwhile has no page of its own.
      const joined = (await records.record(one))!.merges[0]?.id;
      const work = [
        records.merge(one, other),
        records.merge(other, one),
        ...(joined
          ? [
              unmergePeople(
                database.web,
                {...formOf(records.ours), openingId: openings[0]!.openingId},
                one,
                joined,
                'Two people',
              ),
            ]
          : [records.merge(third, other), records.merge(one, third)]),
        ...[one, other, one, other].map((id, at) =>
          agree(id, {...formOf(records.ours), openingId: openings[at % 2]!.openingId}, at < 2 ? 'given' : 'withdrawn'),
        ),
        ...[one, other].map((personId) =>
          aHandoff(database.sql, {handler: records.ours as TestStaff, queueId, personId}),
        ),
        ...[one, other].map((id, at) => callThem(id, `Nan ${round}`, openings[at]!.openingId)),
      ];
      const refused = (await Promise.allSettled(work)).flatMap((done) =>
        done.status === 'rejected' ? [String(done.reason)] : [],
      );
      // As words, so that a run that fails says what was refused.
      expect(refused.join('\n')).toBe('');
      // Whatever came first: nobody is joined in a circle, and who may come near is as it would be worked out now.
      const before = await everyone(people);
      for (const id of people) await database.sql`select refresh_access(${id})`;
      expect(await everyone(people)).toEqual(before);
      const roots = await database.sql`select person_root(id) as root from people where id = any(${people})`;
      expect(roots.every(({root}) => root !== null)).toBe(true);
      // Each stays to be found by whatever was written last.
      const keys = await database.sql<{keys: string[]}[]>`
        select keys from person_keys join person_names on person_names.person_id = person_keys.person_id
        where person_keys.person_id = any(${people})
      `;
      for (const row of keys) expect(row.keys).toContain('name:nan');
    }
  }, 120_000);

  it('two parts of a record that are changed at the same moment are both found', async () => {
    const id = await records.add(margaret);
    const {openingId} = await records.editorOf(id);
    const save = (key: string, values: Record<string, string>) =>
      changeSection(database.web, {...formOf(records.ours), openingId}, id, sectionOf(key)!, 0, [{id: null, values}]);
    await Promise.all([
      save('names', {kind: 'alias', name: 'Daisy'}),
      save('contacts', {kind: 'email', value: 'daisy@home.example'}),
      save('numbers', {kind: 'own_reference', value: 'BF 77'}),
    ]);
    const [row] = await database.sql<[{keys: string[]}]>`select keys from person_keys where person_id = ${id}`;
    expect(row.keys).toEqual(expect.arrayContaining(['name:daisy', 'email:daisy@home.example', 'reference:BF77']));
  });

  const agree = (id: string, form: Editor, decision: 'given' | 'withdrawn') =>
    recordConsent(database.web, form, id, {
      ...{kind: 'share_with_partner', partnerId: records.theirs.partnerId, organisation: null, decision},
      ...{decidedOn: TODAY, decidedBy: 'person', decidedByName: null, how: 'spoken', note: null},
    });
  const callThem = (id: string, name: string, openingId: string) =>
    changeSection(database.web, {...formOf(records.ours), openingId}, id, names, 0, [
      {id: null, values: {kind: 'alias', name}},
    ]);
  let queue: {queueId: string} | null = null;
  const nursingOf = async (partner: Colleague) =>
    (queue ??= {queueId: await aQueue(database.sql, partner as TestStaff, 'nursing')});
});
