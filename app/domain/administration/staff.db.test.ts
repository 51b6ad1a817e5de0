import {afterAll, beforeAll, describe, expect, it} from 'vitest';
import {formOf} from '../../../test/factories/administration.ts';
import {insertStaff, twoOrganisations} from '../../../test/factories/staff.ts';
import {testDatabase, type TestDatabase} from '../../../test/setup/database.ts';
import type {Viewer} from '../access/viewer.ts';
import {changeStaff} from './change-staff.server.ts';
import {getStaff} from './get-staff.server.ts';
import {listStaff} from './list-staff.server.ts';
import type {StaffChoices} from './staff.ts';

let database: TestDatabase;
let place: Awaited<ReturnType<typeof twoOrganisations>>;
let elsewhere: Awaited<ReturnType<typeof twoOrganisations>>;

beforeAll(async () => {
  database = await testDatabase();
  place = await twoOrganisations(database.sql);
  elsewhere = await twoOrganisations(database.sql);
});
afterAll(() => database?.drop());

const setting = (viewer: Viewer) => ({sql: database.web, viewer, address: null});
const choices = (more: Partial<StaffChoices> = {}): StaffChoices => ({
  name: 'Robin Renamed',
  roles: ['call_handler'],
  disciplines: [],
  teamIds: [],
  ...more,
});
const acts = (action: string) => database.sql<{staffId: string; details: Record<string, unknown>}[]>`
  select staff_id, details from audit_entries where action = ${action} order by seq
`;

describe('the list of accounts', () => {
  it('holds the whole partnership for the host, else one’s own organisation, and never another partnership', async () => {
    const forHost = await listStaff(setting(place.hostAdmin));
    expect(forHost.staff.map(({name}) => name)).toEqual(['Gus Guest', 'Hana Host']);
    const forGuest = await listStaff(setting(place.guestAdmin));
    expect(forGuest).toMatchObject({total: 1, staff: [{name: 'Gus Guest', roles: ['administrator'], state: 'active'}]});
  });

  it('is narrowed by name or e-mail, organisation, role and state, and paged', async () => {
    const {sql} = database;
    const shire = await twoOrganisations(sql);
    for (let number = 10; number < 40; number++) {
      await insertStaff(sql, shire.guest, {name: `Worker ${number}`, roles: ['link_worker']});
    }
    const closed = await insertStaff(sql, shire.guest, {name: '100% Closed', email: 'under_score@testshire.example'});
    await sql`update staff set disabled_at = now() where id = ${closed.staffId}`;
    const list = (filter: Parameters<typeof listStaff>[1]) => listStaff(setting(shire.hostAdmin), filter);
    expect((await list({role: 'link_worker'})).total).toBe(30);
    expect((await list({role: 'link_worker', page: 2})).staff).toHaveLength(5);
    expect((await list({name: 'wORKer 12'})).staff.map(({name}) => name)).toEqual(['Worker 12']);
    expect((await list({name: '%'})).staff.map(({name}) => name)).toEqual(['100% Closed']);
    expect((await list({name: 'under_'})).total).toBe(1);
    expect((await list({state: 'disabled'})).staff.map(({name}) => name)).toEqual(['100% Closed']);
    expect((await list({partnerId: shire.host.partnerId})).staff.map(({name}) => name)).toEqual(['Hana Host']);
  });
});

describe('one account', () => {
  it('of another organisation is not there for its neighbour, and of another partnership not for the host', async () => {
    expect(await getStaff(setting(place.guestAdmin), place.hostAdmin.staffId)).toBeNull();
    expect(await getStaff(setting(place.hostAdmin), elsewhere.guestAdmin.staffId)).toBeNull();
    expect(await getStaff(setting(place.hostAdmin), place.guestAdmin.staffId)).toMatchObject({name: 'Gus Guest'});
  });

  it('that was looked at is in the audit, with who looked', async () => {
    await getStaff(setting(place.hostAdmin), place.guestAdmin.staffId);
    expect((await acts('accounts_viewed')).at(-1)).toEqual({
      staffId: place.hostAdmin.staffId,
      details: {staff: place.guestAdmin.staffId},
    });
  });
});

describe('changing an account', () => {
  it('sets name, roles, disciplines and teams together, and writes down what was given and taken', async () => {
    const {sql, web} = database;
    const staff = await insertStaff(sql, place.guest, {name: 'Robin', roles: ['call_handler', 'analyst']});
    const [team] = await sql<[{id: string}]>`
      insert into teams (partner_id, name) values (${place.guest.partnerId}, 'Desk') returning id
    `;
    const [theirs] = await sql<[{id: string}]>`
      insert into teams (partner_id, name) values (${place.host.partnerId}, 'Desk') returning id
    `;
    const wanted = choices({
      roles: ['call_handler', 'practitioner'],
      disciplines: ['nursing'],
      teamIds: [team.id, theirs.id],
    });
    expect(await changeStaff(formOf(web, place.guestAdmin), staff.staffId, 1, wanted)).toEqual({ok: true});
    expect(await getStaff(setting(place.guestAdmin), staff.staffId)).toMatchObject({
      name: 'Robin Renamed',
      roles: ['call_handler', 'practitioner'],
      disciplines: ['nursing'],
      // A team of another organisation is not theirs to give.
      teamIds: [team.id],
      version: 2,
    });
    expect((await acts('roles_changed')).at(-1)?.details).toEqual({
      staff: staff.staffId,
      added: ['practitioner'],
      removed: ['analyst'],
    });
    expect((await acts('staff_changed')).at(-1)?.details).toEqual({
      staff: staff.staffId,
      fields: ['name', 'roles', 'disciplines', 'teams'],
    });
  });

  it('of another organisation does nothing', async () => {
    const staff = await insertStaff(database.sql, place.host, {name: 'Untouched'});
    const outcome = await changeStaff(formOf(database.web, place.guestAdmin), staff.staffId, 1, choices());
    expect(outcome).toEqual({ok: false, reason: 'missing'});
    expect(await getStaff(setting(place.hostAdmin), staff.staffId)).toMatchObject({name: 'Untouched', version: 1});
  });

  it('by fifty at once is done by one, and each of the others is told what now stands there', async () => {
    const staff = await insertStaff(database.sql, place.guest, {name: 'Before'});
    const outcomes = await Promise.all(
      Array.from({length: 50}, (_, number) =>
        changeStaff(formOf(database.web, place.guestAdmin), staff.staffId, 1, choices({name: `Name ${number}`})),
      ),
    );
    const won = outcomes.findIndex(({ok}) => ok);
    expect(outcomes.filter(({ok}) => ok)).toHaveLength(1);
    const lost = outcomes.filter((outcome) => !outcome.ok && outcome.reason === 'changed' && outcome.now);
    expect(lost).toHaveLength(49);
    for (const outcome of lost) expect(outcome).toMatchObject({now: {name: `Name ${won}`, version: 2}});
  });

  it('sent five times counts once', async () => {
    const staff = await insertStaff(database.sql, place.guest, {name: 'Before'});
    const form = formOf(database.web, place.guestAdmin);
    const send = () => changeStaff(form, staff.staffId, 1, choices({name: 'After'}));
    expect(await Promise.all([send(), send(), send(), send(), send()])).toEqual(Array(5).fill({ok: true}));
    expect(await getStaff(setting(place.guestAdmin), staff.staffId)).toMatchObject({name: 'After', version: 2});
  });

  it('never takes the viewer’s own administrator role away', async () => {
    const form = formOf(database.web, place.guestAdmin);
    const outcome = await changeStaff(form, place.guestAdmin.staffId, 1, choices({roles: ['analyst']}));
    expect(outcome).toEqual({ok: false, reason: 'own_administrator'});
    const kept = await changeStaff(form, place.guestAdmin.staffId, 1, choices({roles: ['analyst', 'administrator']}));
    expect(kept).toEqual({ok: true});
  });

  it('leaves the host an administrator when its last two take the role from each other at the same moment', async () => {
    const shire = await twoOrganisations(database.sql);
    const second = await insertStaff(database.sql, shire.host, {roles: ['administrator']});
    const take = (viewer: Viewer, from: Viewer) =>
      changeStaff(formOf(database.web, viewer), from.staffId, 1, choices({roles: []}));
    const outcomes = await Promise.all([take(shire.hostAdmin, second), take(second, shire.hostAdmin)]);
    expect(outcomes.filter(({ok}) => ok)).toHaveLength(1);
    expect(outcomes).toContainEqual({ok: false, reason: 'last_administrator'});
  });
});
