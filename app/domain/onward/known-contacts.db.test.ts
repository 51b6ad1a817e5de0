import {randomUUID} from 'node:crypto';
import {afterAll, beforeAll, describe, expect, it} from 'vitest';
import {within} from '../../../db/within.ts';
import {insertProvider} from '../../../test/factories/cases.ts';
import {insertListing} from '../../../test/factories/onward.ts';
import {insertStaff, type TestStaff} from '../../../test/factories/staff.ts';
import {testDatabase, type TestDatabase} from '../../../test/setup/database.ts';
import type {Sender} from '../people/staff-request.ts';
import {getChosenService} from './choose-service.server.ts';
import {getContact, keepContact, listContacts, removeContact} from './known-contacts.server.ts';
import type {ContactFields} from './read-contact.ts';

let database: TestDatabase;
let worker: TestStaff;
let theirs: TestStaff;
beforeAll(async () => {
  database = await testDatabase();
  worker = await insertProvider(database.sql);
  theirs = await insertProvider(database.sql, {beside: worker});
});
afterAll(() => database?.drop());

const formOf = (viewer: TestStaff): Sender => ({viewer, door: 'cases.onward', submission: randomUUID()});

describe('whom a team knows at organisations', () => {
  const bea = {
    ...{name: 'Bea Lark', role: 'Leads the choir', phone: '01632 960001', email: 'bea@choirs.example'},
    ...{approach: 'Ring first.', isChecked: false},
  };
  const keep = (contact: ContactFields, viewer = worker, id: string | null = null, version = 0) =>
    keepContact(database.web, formOf(viewer), {id, version, day: '2026-03-03', contact});
  const known = (viewer: TestStaff, at = '') => listContacts(database.web, {viewer}, at, 1);

  it('is offered beside a service of theirs, and to nobody of another team', async () => {
    const service = await insertListing(database.sql);
    const fields = {...bea, organisation: service.organisation.toUpperCase()};
    const form = formOf(worker);
    const twice = [1, 2].map(() =>
      keepContact(database.web, form, {id: null, version: 0, day: '2026-03-03', contact: fields}),
    );
    expect(await Promise.all(twice)).toEqual([{ok: true}, {ok: true}]);
    const offered = async (viewer: TestStaff) =>
      (await getChosenService(database.web, {viewer}, service.slug))!.contacts.map(({name}) => name);
    expect([await offered(worker), await offered(theirs)]).toEqual([['Bea Lark'], []]);
    const [contact] = (await known(worker, service.organisation.slice(-8))).contacts;
    expect(contact).toMatchObject({checkedOn: '2026-03-03', version: 1, approach: 'Ring first.'});
    expect(await getContact(database.web, {viewer: theirs}, contact!.id)).toBeNull();
    expect(await keep(fields, theirs, contact!.id, 1)).toEqual({ok: false, reason: 'gone'});
    for (const purpose of ['desk', 'figures', 'answer'] as const) {
      const seen = await within(database.web, {purpose, viewer: worker}, (tx) => tx`select id from known_contacts`);
      expect(seen, purpose).toHaveLength(0);
    }
  });

  it('is changed by one at a time, taken off the list, and each change is in the audit', async () => {
    const colleague = await insertStaff(database.sql, worker, {roles: ['link_worker']});
    const fields = {...bea, organisation: 'Mill Ride Sheds'};
    await keep(fields);
    const {id} = (await known(colleague, 'sheds')).contacts[0]!;
    expect(await keep({...fields, approach: 'Write first.'}, colleague, id, 1)).toEqual({ok: true});
    expect(await keep(fields, worker, id, 1)).toEqual({ok: false, reason: 'changed'});
    expect(await removeContact(database.web, formOf(theirs), id)).toEqual({ok: false, reason: 'gone'});
    expect(await removeContact(database.web, formOf(worker), id)).toEqual({ok: true});
    expect((await known(worker, 'sheds')).count).toBe(0);
    const acts = await database.sql`
      select action from audit_entries where details ->> 'contact' = ${id} and action <> 'contacts_viewed' order by seq
    `;
    expect(acts.map(({action}) => action)).toEqual(['contact_kept', 'contact_kept', 'contact_removed']);
  });

  it('is shown by pages', async () => {
    const viewer = await insertProvider(database.sql, {beside: worker});
    await Promise.all(
      Array.from({length: 21}, (_, at) => keep({...bea, organisation: `Shed ${String(at).padStart(2, '0')}`}, viewer)),
    );
    expect(await listContacts(database.web, {viewer}, '', 2)).toMatchObject({
      ...{count: 21, page: 2, pages: 2},
      contacts: [{organisation: 'Shed 20'}],
    });
  });
});
