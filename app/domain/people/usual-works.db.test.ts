import {afterAll, beforeAll, expect, it} from 'vitest';
import {
  addSomeone,
  formOf,
  insertColleague,
  insertPartnership,
  type Colleague,
} from '../../../test/factories/people.ts';
import {testDatabase, type TestDatabase} from '../../../test/setup/database.ts';
import {openRecord} from './open-record.server.ts';
import {listUsualWorks} from './usual-works.server.ts';

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

const open = (viewer: Colleague, personId: string, workName: string, workKind = 'case') =>
  openRecord(database.web, formOf(viewer, 'people.open'), personId, {
    ...{consentBy: null, consentHow: null, reason: null},
    basis: 'direct_care',
    workKind,
    workName,
  });
const names = async (viewer: Colleague, personId: string) =>
  (await listUsualWorks(database.web, {viewer}, personId)).map(({name}) => name);

it('the works offered are those of this person, then those of many people, last used first, then one’s teams', async () => {
  const add = (viewer = ours) => addSomeone(database.web, viewer, {familyName: 'Worked', givenName: 'Wilma'});
  const [ann, ben, cas, dee] = [await add(), await add(), await add(), await add()];
  const [team] = await database.sql<[{id: string}]>`
    insert into teams (partner_id, name) values (${ours.partnerId}, 'Warden team') returning id
  `;
  await database.sql`
    insert into staff_teams (staff_id, partner_id, team_id) values (${ours.staffId}, ${ours.partnerId}, ${team.id})
  `;
  expect(await names(ours, ann)).toEqual(['Warden team']);

  for (const person of [ann, ben, cas]) await open(ours, person, 'Falls clinic');
  for (const person of [ann, ben, cas]) await open(ours, person, 'Home from hospital');
  await open(ours, dee, 'C-7KM-4QCP', 'call');
  const usual = ['Home from hospital', 'Falls clinic', 'Warden team'];
  expect(await names(ours, ann), 'nothing of somebody else').toEqual(usual);
  expect(await names(ours, dee)).toEqual(['C-7KM-4QCP', ...usual]);

  // Another organisation sees nothing of it, nor does a colleague learn for what one person was opened.
  expect(await names(theirs, dee)).toEqual([]);
  const colleague = await insertColleague(database.sql, ours.partnershipId, {partnerId: ours.partnerId});
  expect(await names(colleague, dee)).toEqual(['Home from hospital', 'Falls clinic']);
});
