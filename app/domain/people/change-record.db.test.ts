import {afterAll, beforeAll, beforeEach, describe, expect, it} from 'vitest';
import {actsAbout, AGREED, editorOf, insertNell} from '../../../test/factories/open-records.ts';
import {addSomeone, formOf, type Colleague} from '../../../test/factories/people.ts';
import {testDatabase, type TestDatabase} from '../../../test/setup/database.ts';
import {readAbout} from './about-person.ts';
import {changeAbout, changeSection} from './change-record.server.ts';
import {recordConsent} from './consents.server.ts';
import type {ConsentFact} from './consent-words.ts';
import {findPeople} from './find-people.server.ts';
import {getRecord} from './get-record.server.ts';
import {closeRecord, openRecord} from './open-record.server.ts';
import {sectionOf} from './record-sections.ts';

const TODAY = '2026-11-22';
const contacts = sectionOf('contacts')!;
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

const open = (viewer = ours) => openRecord(database.web, formOf(viewer, 'people.open'), person, AGREED);
const editor = (viewer = ours) => editorOf(database.web, viewer, person);
const actsOf = (action: string) => actsAbout(database.sql, person, action);
const phone = (value: string, id: string | null = null) => ({
  id,
  values: {kind: 'mobile', value, safeToCall: 'yes', safeToLeaveMessage: 'no', safeToText: 'not_asked', note: null},
});

describe('a change', () => {
  it('is saved, found and written down by the names of what changed', async () => {
    const before =
      (await getRecord(database.web, {viewer: ours}, person)) ??
      (await open(), await getRecord(database.web, {viewer: ours}, person));
    const row = before!.rows.contacts![0]!;
    const outcome = await changeSection(database.web, await editor(), person, contacts, 0, [
      phone('+447700900456', row.id),
      phone('+441632960001'),
    ]);
    expect(outcome).toEqual({ok: true});
    const record = await getRecord(database.web, {viewer: ours}, person);
    expect(record!.rows.contacts!.map(({values}) => values.value)).toEqual(['+447700900456', '+441632960001']);
    expect(record!.versions.get('contacts')).toMatchObject({version: 1, changedBy: 'Sam Example'});
    const find = async (typed: string) =>
      (await findPeople(database.web, typed, 1, {viewer: ours, today: TODAY})).people.map(({id}) => id);
    expect(await find('01632 960001')).toEqual([person]);
    expect(await find('07700 900123')).toEqual([]);
    expect(await actsOf('record_changed')).toEqual([{details: {part: 'contacts', added: 1, changed: 1, removed: 0}}]);
  });

  it('of 50 at the same moment one is saved, and the others are told what stands now', async () => {
    const form = await editor();
    const outcomes = await Promise.all(
      Array.from({length: 50}, (_, number) =>
        changeSection(database.web, {...form, submission: formOf(ours).submission}, person, contacts, 0, [
          phone(`+4477009001${String(number).padStart(2, '0')}`),
        ]),
      ),
    );
    expect(outcomes.filter(({ok}) => ok)).toHaveLength(1);
    const stored = await database.sql<{value: string}[]>`select value from person_contacts where person_id = ${person}`;
    expect(stored).toHaveLength(1);
    for (const outcome of outcomes)
      if (!outcome.ok)
        expect(outcome).toMatchObject({
          reason: 'changed',
          now: [{values: {value: stored[0]!.value}}],
          latest: {version: 1},
        });
  });

  it('one after another, each from what it saw, loses nothing', async () => {
    const form = await editor();
    const again = () => ({...form, submission: formOf(ours).submission});
    for (let seen = 0; seen < 5; seen++) {
      const rows = await database.sql<{id: string; value: string}[]>`
        select id, value from person_contacts where person_id = ${person} order by created_at, id
      `;
      const wanted = [...rows.map(({id, value}) => phone(value, id)), phone(`+44163296000${seen}`)];
      expect(await changeSection(database.web, again(), person, contacts, seen, wanted)).toEqual({ok: true});
    }
    expect(await database.sql`select 1 from person_contacts where person_id = ${person}`).toHaveLength(6);
    const stale = await changeSection(database.web, again(), person, contacts, 3, []);
    expect(stale).toMatchObject({ok: false, reason: 'changed', latest: {version: 5}});
  });

  it('sent five times is made once', async () => {
    const form = await editor();
    const outcomes = await Promise.all(
      [1, 2, 3, 4, 5].map(() => changeSection(database.web, form, person, contacts, 0, [phone('+441632960007')])),
    );
    expect(outcomes).toEqual(Array(5).fill({ok: true}));
    expect(await database.sql`select value from person_contacts where person_id = ${person}`).toEqual([
      {value: '+441632960007'},
    ]);
  });

  it('of who someone is keeps the day on which an age was guessed, and is found under the new name', async () => {
    const form = new FormData();
    for (const [name, value] of Object.entries({
      givenName: 'Eleanor',
      familyName: 'Newname',
      estimatedAge: '70',
      pronouns: 'she/her',
    }))
      form.set(name, value);
    const read = readAbout(form, TODAY);
    if (!read.ok) throw new Error('not read');
    expect(await changeAbout(database.web, await editor(), person, 0, read.values, TODAY)).toEqual({ok: true});
    expect(await changeAbout(database.web, await editor(), person, 1, read.values, '2027-05-05')).toEqual({ok: true});
    const record = await getRecord(database.web, {viewer: ours}, person);
    expect(record!.person).toMatchObject({
      familyName: 'Newname',
      estimatedAge: 70,
      estimatedOn: TODAY,
      pronouns: 'she/her',
    });
    const found = await findPeople(database.web, 'ellie newname', 1, {viewer: ours, today: TODAY});
    expect(found.people.map(({id}) => id)).toEqual([person]);
    expect((await actsOf('record_changed'))[0]).toEqual({
      details: {part: 'about', fields: ['givenName', 'familyName', 'pronouns', 'estimatedAge']},
    });
  });

  it('of a record that was closed meanwhile is refused', async () => {
    const form = await editor();
    await closeRecord(database.web, {viewer: ours}, person);
    expect(await changeSection(database.web, form, person, contacts, 0, [])).toEqual({ok: false, reason: 'closed'});
    expect(await database.sql`select 1 from person_contacts where person_id = ${person}`).toHaveLength(1);
  });

  it('never reaches a row of somebody else’s record', async () => {
    const other = await addSomeone(database.web, ours, {givenName: 'Else', phone: '01632 960009'});
    const [row] = await database.sql<[{id: string}]>`select id from person_contacts where person_id = ${other}`;
    await changeSection(database.web, await editor(), person, contacts, 0, [phone('+441632960008', row.id)]);
    expect(await database.sql`select value from person_contacts where person_id = ${other}`).toEqual([
      {value: '+441632960009'},
    ]);
  });
});

describe('consent', () => {
  const fact = (decision: ConsentFact['decision'], to: Colleague): ConsentFact => ({
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

  it('shares the record at once, and its withdrawal ends that at once; the history stays', async () => {
    expect(await recordConsent(database.web, await editor(), person, fact('given', theirs))).toEqual({ok: true});
    await open(theirs);
    expect(await getRecord(database.web, {viewer: theirs}, person)).toMatchObject({
      near: [{because: 'keeper'}, {because: 'consent'}],
    });
    expect(await recordConsent(database.web, await editor(), person, fact('withdrawn', theirs))).toEqual({ok: true});
    expect(await getRecord(database.web, {viewer: theirs}, person)).toBeNull();
    expect((await getRecord(database.web, {viewer: ours}, person))!.consents.map(({decision}) => decision)).toEqual([
      'given',
      'withdrawn',
    ]);
    expect((await actsOf('consent_recorded'))[1]).toEqual({
      details: {kind: 'share_with_partner', decision: 'withdrawn', partner: theirs.partnerId},
    });
  });

  it('may be withdrawn by those who lose the record by it', async () => {
    await recordConsent(database.web, await editor(), person, fact('given', theirs));
    const theirForm = await editor(theirs);
    expect(await recordConsent(database.web, theirForm, person, fact('withdrawn', theirs))).toEqual({ok: true});
    expect(await getRecord(database.web, {viewer: theirs}, person)).toBeNull();
    expect(
      await recordConsent(
        database.web,
        {...theirForm, submission: formOf(theirs).submission},
        person,
        fact('given', theirs),
      ),
    ).toEqual({
      ok: false,
    });
  });
});
