import {randomUUID} from 'node:crypto';
import {afterAll, beforeAll, describe, expect, it} from 'vitest';
import {within} from '../../../db/within.ts';
import {formOf} from '../../../test/factories/administration.ts';
import {twoOrganisations} from '../../../test/factories/staff.ts';
import {testDatabase, type TestDatabase} from '../../../test/setup/database.ts';
import {findSession, startSession} from '../access/sessions.server.ts';
import type {Viewer} from '../access/viewer.ts';
import {addPartner, closePartner, getPartner, listPartners, openPartner, renamePartner} from './partners.server.ts';
import {addTeam, closeTeam, getTeam, listTeams, openTeam, renameTeam} from './teams.server.ts';

let database: TestDatabase;
let place: Awaited<ReturnType<typeof twoOrganisations>>;
beforeAll(async () => {
  database = await testDatabase();
  place = await twoOrganisations(database.sql);
});
afterAll(() => database?.drop());

const setting = (viewer: Viewer) => ({sql: database.web, viewer, address: null});
const teamForm = (viewer: Viewer) => formOf(database.web, viewer, 'admin.teams');
const partnerForm = (viewer: Viewer) => formOf(database.web, viewer, 'admin.partners');
const signIn = ({staffId}: Viewer) =>
  within(database.web, {purpose: 'sign-in'}, (tx) => startSession(tx, staffId, 'full', 'Firefox'));
const guestTeam = async (name: string) => {
  const outcome = await addTeam(teamForm(place.guestAdmin), {partnerId: place.guest.partnerId, name});
  if (!outcome.ok) throw new Error(outcome.reason);
  return outcome.teamId;
};

describe('a team', () => {
  it('is added, renamed, closed and opened by its own administrators and by the host', async () => {
    const id = await guestTeam('North');
    expect(await renameTeam(teamForm(place.hostAdmin), id, 1, 'North Town')).toMatchObject({ok: true});
    expect(await closeTeam(teamForm(place.guestAdmin), id, 2)).toMatchObject({ok: true});
    expect(await getTeam(setting(place.guestAdmin), id)).toMatchObject({
      name: 'North Town',
      isClosed: true,
      version: 3,
    });
    expect(await openTeam(teamForm(place.guestAdmin), id, 3)).toMatchObject({ok: true});
    expect((await listTeams(setting(place.guestAdmin))).find((team) => team.id === id)).toMatchObject({
      isClosed: false,
    });
    const what = await database.sql`
      select details ->> 'what' as what from audit_entries
      where action = 'team_changed' and details ->> 'team' = ${id}
      order by seq
    `;
    expect(what.map((entry) => entry.what)).toEqual(['added', 'renamed', 'closed', 'opened']);
  });

  it('of another organisation cannot be seen, added or changed by a neighbour', async () => {
    const outcome = await addTeam(teamForm(place.guestAdmin), {partnerId: place.host.partnerId, name: 'Intruders'});
    expect(outcome).toEqual({ok: false, reason: 'missing'});
    const [team] = await database.sql<[{id: string}]>`
      insert into teams (partner_id, name) values (${place.host.partnerId}, 'Town Hall') returning id
    `;
    expect(await renameTeam(teamForm(place.guestAdmin), team.id, 1, 'Ours')).toEqual({ok: false, reason: 'missing'});
    expect(await getTeam(setting(place.guestAdmin), team.id)).toBeNull();
    expect(await getTeam(setting(place.hostAdmin), team.id)).toMatchObject({name: 'Town Hall', version: 1});
  });

  it('has a name of its own within its organisation', async () => {
    await guestTeam('South');
    const id = await guestTeam('East');
    const taken = {ok: false, reason: 'name_taken'};
    expect(await addTeam(teamForm(place.guestAdmin), {partnerId: place.guest.partnerId, name: 'South'})).toEqual(taken);
    expect(await renameTeam(teamForm(place.guestAdmin), id, 1, 'South')).toEqual(taken);
    const host = await addTeam(teamForm(place.hostAdmin), {partnerId: place.host.partnerId, name: 'South'});
    expect(host).toMatchObject({ok: true});
  });

  it('that somebody else renamed first keeps that name, and the loser is shown it', async () => {
    const id = await guestTeam('West');
    const outcomes = await Promise.all(
      ['West One', 'West Two'].map((name) => renameTeam(teamForm(place.guestAdmin), id, 1, name)),
    );
    const now = await getTeam(setting(place.guestAdmin), id);
    expect(outcomes.filter(({ok}) => ok)).toHaveLength(1);
    expect(outcomes).toContainEqual({ok: false, reason: 'changed', now});
  });
});

describe('an organisation', () => {
  it('is added, renamed, closed and opened by the host; nobody of a closed one can go on', async () => {
    const form = partnerForm(place.hostAdmin);
    const added = await addPartner(form, {name: 'Test Housing', kind: 'housing'});
    if (!added.ok) throw new Error(added.reason);
    expect(await addPartner(form, {name: 'Test Housing', kind: 'housing'})).toEqual(added);
    const renamed = {name: 'Test Homes', kind: 'voluntary'} as const;
    expect(await renamePartner(partnerForm(place.hostAdmin), added.partnerId, 1, renamed)).toMatchObject({ok: true});
    expect(await getPartner(setting(place.hostAdmin), added.partnerId)).toMatchObject({...renamed, version: 2});

    const token = await signIn(place.guestAdmin);
    const guest = place.guest.partnerId;
    expect(await closePartner(partnerForm(place.hostAdmin), guest, 1)).toMatchObject({ok: true});
    expect(await findSession(database.web, token)).toBeNull();
    expect(await openPartner(partnerForm(place.hostAdmin), guest, 2)).toMatchObject({ok: true});
    expect(await findSession(database.web, token)).toBeNull();
    expect(await findSession(database.web, await signIn(place.guestAdmin))).not.toBeNull();
  });

  it('is not added or changed by an administrator of another than the host', async () => {
    const missing = {ok: false, reason: 'missing'};
    expect(await addPartner(partnerForm(place.guestAdmin), {name: 'Sneaky', kind: 'other'})).toEqual(missing);
    const own = renamePartner(partnerForm(place.guestAdmin), place.guest.partnerId, 1, {name: 'Us', kind: 'other'});
    expect(await own).toEqual(missing);
    expect((await listPartners(setting(place.guestAdmin))).map(({id}) => id)).toEqual([place.guest.partnerId]);
    const elsewhere = await twoOrganisations(database.sql);
    expect(await closePartner(partnerForm(place.hostAdmin), elsewhere.guest.partnerId, 1)).toEqual(missing);
  });

  it('that runs the site cannot be closed', async () => {
    const outcome = await closePartner(partnerForm(place.hostAdmin), place.host.partnerId, 1);
    expect(outcome).toEqual({ok: false, reason: 'is_host'});
  });

  it('has a name of its own, and a loser of two changes is shown what stands there', async () => {
    const form = partnerForm(place.hostAdmin);
    const taken = await addPartner(form, {name: place.guest.partnerName, kind: 'other'});
    expect(taken).toEqual({ok: false, reason: 'name_taken'});
    const outcome = await renamePartner(form, place.guest.partnerId, 99, {name: 'Late', kind: 'other'});
    expect(outcome).toMatchObject({ok: false, reason: 'changed', now: {name: place.guest.partnerName}});
  });

  it('that does not exist is not there', async () => {
    expect(await getPartner(setting(place.hostAdmin), randomUUID())).toBeNull();
  });
});
