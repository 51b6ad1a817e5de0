import {afterAll, beforeAll, beforeEach, describe, expect, it} from 'vitest';
import {
  addSomeone,
  formOf,
  insertColleague,
  insertPartnership,
  type Colleague,
} from '../../../test/factories/people.ts';
import {testDatabase, type TestDatabase} from '../../../test/setup/database.ts';
import {addPerson} from './add-person.server.ts';
import {findPeople} from './find-people.server.ts';
import {likelyDuplicates} from './likely-duplicates.server.ts';
import {readNewPerson, type NewPerson} from './new-person.ts';

const TODAY = '2026-11-22';
let database: TestDatabase;
let ours: Colleague;
let theirs: Colleague;

beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database?.drop());
beforeEach(async () => {
  const partnership = await insertPartnership(database.sql);
  ours = await insertColleague(database.sql, partnership);
  theirs = await insertColleague(database.sql, partnership);
});

describe('someone new', () => {
  const read = (fields: Record<string, string>): NewPerson => {
    const form = new FormData();
    for (const [name, value] of Object.entries(fields)) form.set(name, value);
    const outcome = readNewPerson(form, TODAY);
    if (!outcome.ok) throw new Error(JSON.stringify(outcome.problems));
    return outcome.person;
  };

  it('may be wholly unknown, and is found by the reference', async () => {
    const {id, reference} = await addPerson(database.web, formOf(ours, 'people.add'), read({}), TODAY);
    const {people} = await findPeople(database.web, reference, 1, {viewer: ours, today: TODAY});
    expect(people).toMatchObject([{id, givenName: null, familyName: null}]);
  });

  it('written down by a form that is sent five times is one person', async () => {
    const form = formOf(ours, 'people.add');
    const added = await Promise.all(
      [1, 2, 3, 4, 5].map(() => addPerson(database.web, form, read({givenName: 'Once'}), TODAY)),
    );
    expect(new Set(added.map(({id}) => id)).size).toBe(1);
    expect(await database.sql`select 1 from people where given_name = 'Once'`).toHaveLength(1);
  });

  it.each<[string, Record<string, string>, string]>([
    ['the same NHS number', {givenName: 'Other', familyName: 'Person', nhsNumber: '9990000018'}, 'nhs'],
    [
      'a pet form and the same birth date',
      {givenName: 'Peg', familyName: 'Sampel', birthDate: '12/3/1950'},
      'name_birth',
    ],
    [
      'a name and the same telephone',
      {givenName: 'Margaret', familyName: 'Sample', phone: '07700 900555'},
      'name_phone',
    ],
    [
      'a name and the same postcode',
      {givenName: 'Margaret', familyName: 'Sample', postcode: 'RG12 1JX'},
      'name_postcode',
    ],
    ['a name and about the same age', {givenName: 'Margaret', familyName: 'Sample', estimatedAge: '76'}, 'name_age'],
    ['the same telephone alone', {givenName: 'Zack', familyName: 'Other', phone: '07700 900555'}, 'phone'],
    ['the same name', {givenName: 'Margaret', familyName: 'Sample'}, 'name'],
  ])('who has %s is offered', async (_what, fields, likeness) => {
    const known = await addSomeone(database.web, ours, {
      givenName: 'Margaret',
      familyName: 'Sample',
      birthDate: '12/3/1950',
      phone: '07700 900555',
      postcode: 'RG12 1JX',
      nhsNumber: '9990000018',
    });
    const found = await likelyDuplicates(database.web, {viewer: ours}, read(fields));
    expect(found).toMatchObject([{id: known, likeness}]);
    expect(await likelyDuplicates(database.web, {viewer: theirs}, read(fields))).toEqual([]);
  });

  it('who is like nobody is offered nobody', async () => {
    expect(
      await likelyDuplicates(
        database.web,
        {viewer: ours},
        read({givenName: 'Zebedee', familyName: 'Quux', birthDate: '1/1/1931'}),
      ),
    ).toEqual([]);
    expect(await likelyDuplicates(database.web, {viewer: ours}, read({}))).toEqual([]);
  });
});
