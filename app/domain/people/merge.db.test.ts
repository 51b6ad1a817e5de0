import fc from 'fast-check';
import {afterAll, beforeAll, describe, expect, it} from 'vitest';
import {testDatabase, type TestDatabase} from '../../../test/setup/database.ts';
import {changeSection, type Editor} from './change-record.server.ts';
import {recordConsent} from './consents.server.ts';
import {findPeople} from './find-people.server.ts';
import {getRecord} from './get-record.server.ts';
import {getOtherRecord, mergePeople, unmergePeople} from './merge-people.server.ts';
import {openRecord, standingOpening} from './open-record.server.ts';
import {aHandoff, aQueue} from '../../../test/factories/second-level.ts';
import type {TestStaff} from '../../../test/factories/staff.ts';
import {
  addSomeone,
  formOf,
  insertColleague,
  insertPartnership,
  type Colleague,
} from '../../../test/factories/people.ts';
import {sectionOf} from './record-sections.ts';

const TODAY = '2026-11-22';
const names = sectionOf('names')!;
let database: TestDatabase;
let ours: Colleague;
let theirs: Colleague;

beforeAll(async () => {
  database = await testDatabase();
  const partnership = await insertPartnership(database.sql);
  ours = await insertColleague(database.sql, partnership);
  theirs = await insertColleague(database.sql, partnership);
});
afterAll(() => database?.drop());

const add = (fields: Record<string, string>, viewer = ours) => addSomeone(database.web, viewer, fields);
const referenceOf = async (id: string) =>
  (await database.sql<[{reference: string}]>`select reference from people where id = ${id}`)[0].reference;
const ids = async (typed: string, viewer = ours) =>
  (await findPeople(database.web, typed, 1, {viewer, today: TODAY})).people.map(({id}) => id);
const record = (id: string, viewer = ours) => getRecord(database.web, {viewer}, id);

async function editorOf(id: string, viewer = ours): Promise<Editor> {
  const reason = {
    basis: 'consent' as const,
    consentBy: 'person',
    consentHow: 'spoken',
    workKind: null,
    workName: null,
    reason: null,
  };
  const standing = await standingOpening(database.web, {viewer}, id);
  const openingId = standing?.id ?? (await openRecord(database.web, formOf(viewer, 'people.open'), id, reason));
  return {...formOf(viewer), openingId: openingId!};
}

async function merge(into: string, other: string, {confirmed = false, viewer = ours} = {}) {
  const form = {reference: await referenceOf(other), why: 'The same person', confirmed};
  return mergePeople(database.web, await editorOf(into, viewer), into, form);
}

async function unmerge(into: string, other: string) {
  const found = (await record(into))!.merges.find(({personId}) => personId === other)!;
  return unmergePeople(database.web, await editorOf(into), into, found.id, 'Two people after all');
}

const margaret = {givenName: 'Margaret', familyName: 'Sample', birthDate: '12/3/1950'};

describe('two records of one person', () => {
  it('become one: its page shows the facts of both, and it is found by either', async () => {
    const [one, other] = [
      await add({...margaret, phone: '07700 900001'}),
      await add({...margaret, givenName: 'Peggy', phone: '07700 900002'}),
    ];
    expect(await merge(one, other)).toEqual({ok: true, merged: other});
    const seen = await record(one);
    expect(seen!.rows.contacts!.map(({values}) => values.value).sort()).toEqual(['+447700900001', '+447700900002']);
    expect(seen!.members).toMatchObject([{id: other, givenName: 'Peggy'}]);
    expect(await ids('07700 900002')).toEqual([one]);
    expect(await ids('margaret sample 07700900002')).toEqual([one]);
    expect(await record(other)).toBeNull();
  });

  it('sent five times are joined once', async () => {
    const [one, other] = [await add(margaret), await add(margaret)];
    const form = await editorOf(one);
    const fields = {reference: await referenceOf(other), why: 'The same', confirmed: false};
    const outcomes = await Promise.all([1, 2, 3, 4, 5].map(() => mergePeople(database.web, form, one, fields)));
    expect(outcomes).toEqual(Array(5).fill({ok: true, merged: other}));
    expect(await database.sql`select 1 from merges where person_id = ${other}`).toHaveLength(1);
  });

  it('are not joined into each other, nor one into itself', async () => {
    const [one, other] = [await add(margaret), await add(margaret)];
    const [there, back] = await Promise.all([merge(one, other), merge(other, one)]);
    expect([there.ok, back.ok].filter(Boolean)).toHaveLength(1);
    const loops = await database.sql`select 1 from people where id in (${one}, ${other}) and merged_into is not null`;
    expect(loops).toHaveLength(1);
    const lonely = await add(margaret);
    expect(await merge(lonely, lonely)).toEqual({ok: false, reason: 'not_found'});
  });
});

describe('what speaks for one person', () => {
  it.each<[string, Record<string, string>, Record<string, string>]>([
    [
      'a telephone number',
      {givenName: 'Anne', familyName: 'Sample', phone: '01632 960100'},
      {givenName: 'Zack', familyName: 'Other', phone: '01632 960100'},
    ],
    [
      'an e-mail address',
      {givenName: 'Anne', familyName: 'Sample', email: 'us@home.example'},
      {givenName: 'Zack', familyName: 'Other', email: 'us@home.example'},
    ],
    [
      'both of them and the postcode',
      {givenName: 'Anne', familyName: 'Sample', phone: '01632 960100', email: 'us@home.example', postcode: 'RG12 1JX'},
      {givenName: 'Zack', familyName: 'Sample', phone: '01632 960100', email: 'us@home.example', postcode: 'RG12 1JX'},
    ],
    ['a birth date', {givenName: 'Anne', birthDate: '1/2/1950'}, {givenName: 'Zack', birthDate: '1/2/1950'}],
    ['a name', {givenName: 'Anne', familyName: 'Sample'}, {givenName: 'Anne', familyName: 'Sample'}],
  ])('is not %s alone', async (_what, one, other) => {
    const [kept, second] = [await add(one), await add(other)];
    expect(await merge(kept, second, {confirmed: true})).toEqual({ok: false, reason: 'evidence'});
    expect(await database.sql`select 1 from people where id = ${second} and merged_into is not null`).toHaveLength(0);
  });

  it('is never two NHS numbers that differ', async () => {
    const [one, other] = [
      await add({...margaret, nhsNumber: '9990000018'}),
      await add({...margaret, nhsNumber: '9990000026'}),
    ];
    expect(await getOtherRecord(database.web, {viewer: ours}, one, await referenceOf(other))).toMatchObject({
      verdict: 'never',
    });
    expect(await merge(one, other, {confirmed: true})).toEqual({ok: false, reason: 'evidence'});
  });

  it('is the same NHS number, or someone who knows where one has no name', async () => {
    const [one, other] = [
      await add({givenName: 'Anne', nhsNumber: '9990000034'}),
      await add({givenName: 'Nan', nhsNumber: '9990000034'}),
    ];
    expect((await merge(one, other)).ok).toBe(true);
    const nameless = await add({phone: '01632 960101'});
    expect(await merge(one, nameless)).toEqual({ok: false, reason: 'confirm'});
    expect((await merge(one, nameless, {confirmed: true})).ok).toBe(true);
  });
});

describe('records of two organisations', () => {
  const share = async (id: string, keeper: Colleague, to: Colleague, decision: 'given' | 'withdrawn' = 'given') =>
    recordConsent(database.web, await editorOf(id, keeper), id, {
      kind: 'share_with_partner',
      partnerId: to.partnerId,
      organisation: null,
      decision,
      decidedOn: TODAY,
      decidedBy: 'person',
      decidedByName: null,
      how: 'spoken',
      note: null,
    });

  it('are joined only where each may come near the other’s', async () => {
    const [one, other] = [await add(margaret, ours), await add(margaret, theirs)];
    expect(await merge(one, other)).toEqual({ok: false, reason: 'not_found'});
    await share(other, theirs, ours);
    expect(await merge(one, other)).toEqual({ok: false, reason: 'not_shared'});
    await share(one, ours, theirs);
    expect((await merge(one, other)).ok).toBe(true);
    expect(await ids('margaret sample', theirs)).toEqual([one]);

    // The person takes it back: each keeper is left with what they wrote down themselves, and with nothing else.
    await share(one, ours, theirs, 'withdrawn');
    await share(one, ours, ours, 'withdrawn');
    expect(await ids('margaret sample', theirs)).toEqual([other]);
    await editorOf(other, theirs);
    expect((await record(other, theirs))!.members).toEqual([]);
    expect(await ids('margaret sample')).not.toContain(other);
  });
});

describe('side by side with others who work with the same people', () => {
  const everyone = async (people: string[]) => database.sql<{personId: string; because: string}[]>`
    select person_id, partner_id, because from person_access where person_id = any(${people}) order by 1, 2, 3
  `;

  it('nobody is shut out: joined and taken apart while consents, things handed on and corrections come in', async () => {
    const {queueId} = await nursingOf(theirs);
    for (let round = 0; round < 12; round++) {
      const people = await Promise.all([1, 2, 3].map((number) => add({...margaret, phone: `07700 90010${number}`})));
      const [one, other, third] = people as [string, string, string];
      if (round % 2 === 1) expect((await merge(one, third)).ok).toBe(true);
      const openings = await Promise.all([one, other].map((id) => editorOf(id)));
      // Read now, as on the page before its button is pressed: a record that is joined meanwhile has no page of its own.
      const joined = (await record(one))!.merges[0]?.id;
      const work = [
        merge(one, other),
        merge(other, one),
        ...(joined
          ? [
              unmergePeople(
                database.web,
                {...formOf(ours), openingId: openings[0]!.openingId},
                one,
                joined,
                'Two people',
              ),
            ]
          : [merge(third, other), merge(one, third)]),
        ...[one, other, one, other].map((id, at) =>
          agree(id, {...formOf(ours), openingId: openings[at % 2]!.openingId}, at < 2 ? 'given' : 'withdrawn'),
        ),
        ...[one, other].map((personId) => aHandoff(database.sql, {handler: ours as TestStaff, queueId, personId})),
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
    const id = await add(margaret);
    const {openingId} = await editorOf(id);
    const save = (key: string, values: Record<string, string>) =>
      changeSection(database.web, {...formOf(ours), openingId}, id, sectionOf(key)!, 0, [{id: null, values}]);
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
      ...{kind: 'share_with_partner', partnerId: theirs.partnerId, organisation: null, decision},
      ...{decidedOn: TODAY, decidedBy: 'person', decidedByName: null, how: 'spoken', note: null},
    });
  const callThem = (id: string, name: string, openingId: string) =>
    changeSection(database.web, {...formOf(ours), openingId}, id, names, 0, [
      {id: null, values: {kind: 'alias', name}},
    ]);
  let queue: {queueId: string} | null = null;
  const nursingOf = async (partner: Colleague) =>
    (queue ??= {queueId: await aQueue(database.sql, partner as TestStaff, 'nursing')});
});

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
          [0, 1, 2, 3].map((number) => add({...margaret, phone: `01632 96020${number}`, town: `Town ${number}`})),
        );
        const before = await everything(people);
        for (const [what, one, other] of acts)
          if (what === 'merge') await merge(people[one]!, people[other]!);
          else {
            await editorOf(people[one]!);
            if ((await record(people[one]!))?.merges.some(({personId}) => personId === people[other]))
              await unmerge(people[one]!, people[other]!);
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
          [await add(margaret), await add(margaret)],
          [await add(margaret), await add(margaret)],
        ];
        for (const [place, [who, name, removes]] of edits.entries()) {
          if (place === Math.min(joinAt, edits.length - 1)) await merge(joined[0]!, joined[1]!);
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
      for (const {id, keptIn} of await joined()) if (keptIn) await unmerge(keptIn, id);
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
    const form = await editorOf(through);
    const seen = (await record(through))!;
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
