import {afterAll, beforeAll, beforeEach, describe, expect, it} from 'vitest';
import {within} from '../../../db/within.ts';
import {actsAbout, AGREED, editorOf, insertNell, reasonOf} from '../../../test/factories/open-records.ts';
import {addSomeone, formOf, type Colleague} from '../../../test/factories/people.ts';
import {insertSession} from '../../../test/factories/staff.ts';
import {testDatabase, type TestDatabase} from '../../../test/setup/database.ts';
import {endSession, endSessionsOf} from '../access/sessions.server.ts';
import {changeSection} from './change-record.server.ts';
import {getRecord} from './get-record.server.ts';
import {closeRecord, getChosen, openRecord, standingOpening} from './open-record.server.ts';
import {sectionOf} from './record-sections.ts';

let database: TestDatabase;
let ours: Colleague;
let theirs: Colleague;
let person: string;

beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database?.drop());
beforeEach(async () => {
  ({ours, theirs, person} = await insertNell(database));
});

const open = (viewer = ours, reason = AGREED) =>
  openRecord(database.web, formOf(viewer, 'people.open'), person, reason);
const editor = (viewer = ours) => editorOf(database.web, viewer, person);
const actsOf = (action: string) => actsAbout(database.sql, person, action);

describe('a record', () => {
  it('is shut until a reason is written down, then shows what was written', async () => {
    expect(await getRecord(database.web, {viewer: ours}, person)).toBeNull();
    expect(await getChosen(database.web, {viewer: ours}, person)).toMatchObject({givenName: 'Nell'});
    const opening = await open();
    expect(await actsOf('record_opened')).toEqual([{details: {basis: 'consent', opening}}]);
    const record = await getRecord(database.web, {viewer: ours}, person);
    expect(record).toMatchObject({
      person: {givenName: 'Nell', familyName: 'Example'},
      rows: {contacts: [{values: {kind: 'mobile', value: '+447700900123', safeToCall: 'not_asked'}}]},
      near: [{because: 'keeper'}],
      opening: {basis: 'consent', consentBy: 'person', consentHow: 'spoken'},
    });
    expect(await actsOf('record_viewed')).toEqual([{details: {page: 'record'}}]);
  });

  it('that cannot be written down as opened or looked at is not shown', async () => {
    const {sql} = database;
    await open();
    await sql`alter table audit_waiting add constraint shut check (false) not valid`;
    try {
      await expect(getRecord(database.web, {viewer: ours}, person)).rejects.toThrow();
      await expect(
        open(theirs, reasonOf({basis: 'emergency', reason: 'Found collapsed, cannot speak'})),
      ).rejects.toThrow();
    } finally {
      await sql`alter table audit_waiting drop constraint shut`;
    }
    expect(await sql`select 1 from openings where staff_id = ${theirs.staffId}`).toHaveLength(0);
    expect(
      await sql`select 1 from messages where body like ${'%emergency access%'} and partner_id = ${theirs.partnerId}`,
    ).toHaveLength(0);
  });

  it('opened by a form that is sent five times is opened once', async () => {
    const form = formOf(ours, 'people.open');
    const openings = await Promise.all([1, 2, 3, 4, 5].map(() => openRecord(database.web, form, person, AGREED)));
    expect(new Set(openings).size).toBe(1);
    expect(await database.sql`select 1 from openings where person_id = ${person}`).toHaveLength(1);
  });

  it('is open in the session in which it was opened only: whoever signs in again is asked again', async () => {
    await open();
    const later = {...ours, sessionId: await insertSession(database.sql, ours.staffId)};
    expect(await standingOpening(database.web, {viewer: ours}, person)).toMatchObject({basis: 'consent'});
    expect(await standingOpening(database.web, {viewer: later}, person)).toBeNull();
    expect(await getRecord(database.web, {viewer: later}, person)).toBeNull();
    await open(later);
    expect(await getRecord(database.web, {viewer: later}, person)).not.toBeNull();
    await within(database.web, {purpose: 'sign-in'}, (tx) => endSession(tx, ours.sessionId, 'signed_out'));
    expect(await standingOpening(database.web, {viewer: ours}, person)).toBeNull();
    expect(await getRecord(database.web, {viewer: ours}, person)).toBeNull();
    await within(database.web, {purpose: 'sign-in'}, (tx) => endSessionsOf(tx, ours.staffId, 'disabled'));
    expect(await getRecord(database.web, {viewer: later}, person)).toBeNull();
  });

  it('leads to the people it names whom the viewer may come near, and to no others', async () => {
    const near = await addSomeone(database.web, ours, {givenName: 'Near'});
    const far = await addSomeone(database.web, theirs, {givenName: 'Far'});
    const people = await database.sql<{id: string; reference: string}[]>`
      select id, reference from people where id in (${near}, ${far})
    `;
    await open();
    const named = people.map(({reference}) => ({
      id: null,
      values: {
        kind: 'friend',
        otherName: null,
        otherReference: reference,
        otherPhone: null,
        mayTalkTo: 'yes',
        note: null,
      },
    }));
    // The other organisation's reference cannot be written down by us; it may stand there since access was withdrawn.
    const relationships = sectionOf('relationships')!;
    await changeSection(database.web, await editor(), person, relationships, 0, [
      named.find(({values}) => values.otherReference === people.find(({id}) => id === near)!.reference)!,
    ]);
    await database.sql`
      insert into person_relationships (person_id, kind, other_reference)
      values (${person}, 'family', ${people.find(({id}) => id === far)!.reference})
    `;
    const record = await getRecord(database.web, {viewer: ours}, person);
    expect(record!.rows.relationships).toHaveLength(2);
    expect(record!.linked).toEqual({[people.find(({id}) => id === near)!.reference]: near});
  });

  it('is shut again when it is closed', async () => {
    await open();
    await closeRecord(database.web, {viewer: ours}, person);
    await closeRecord(database.web, {viewer: ours}, person);
    expect(await getRecord(database.web, {viewer: ours}, person)).toBeNull();
    expect(await actsOf('record_closed')).toHaveLength(1);
  });

  it('of another organisation is neither chosen nor opened, but in an emergency', async () => {
    expect(await getChosen(database.web, {viewer: theirs}, person)).toBeNull();
    expect(await open(theirs)).toBeNull();
    const reason = reasonOf({basis: 'emergency', reason: 'Found collapsed at the bus stop'});
    expect(await open(theirs, reason)).not.toBeNull();
    expect(await getRecord(database.web, {viewer: theirs}, person)).toMatchObject({opening: {basis: 'emergency'}});
    expect(await actsOf('emergency_access')).toHaveLength(1);
  });
});
