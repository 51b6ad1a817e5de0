/** Which team a new referral goes to: the rule, whoever sends it, and who may say it. */
import {afterAll, beforeAll, describe, expect, it} from 'vitest';
import {within} from '../../../db/within.ts';
import {insertPerson} from '../../../test/factories/people.ts';
import {insertStaff} from '../../../test/factories/staff.ts';
import {forMyself, walkingBed} from '../../../test/factories/walking.ts';
import {testDatabase, type TestDatabase} from '../../../test/setup/database.ts';
import {passOnReferral} from './decide-referral.server.ts';
import {listInbox} from './list-referrals.server.ts';
import {changeTeamTakes, getTakingTeam, listTakingTeams} from './team-takes.server.ts';
import {readTeamTakes, takesInWords, type TeamTakes} from './team-takes.ts';

let database: TestDatabase;
let bed: Awaited<ReturnType<typeof walkingBed>>;
beforeAll(async () => {
  database = await testDatabase();
  bed = await walkingBed(database);
});
afterAll(() => database?.drop());

const NOTHING: TeamTakes = {outcodes: [], practices: [], languages: [], needs: []};

describe('the rule', () => {
  const fit = async (
    team: Partial<TeamTakes>,
    wanted: Partial<Record<'outcode' | 'practice' | 'language', string>> & {needs?: string[]},
  ) => {
    const {outcodes, practices, languages, needs} = {...NOTHING, ...team};
    const [row] = await database.sql<[{fit: number | null}]>`
      select fit_of_team(
        ${outcodes}::text[], ${practices}::text[], ${languages}::text[], ${needs}::text[],
        ${wanted.outcode ?? null}, ${wanted.practice ?? null}, ${wanted.language ?? null}, ${wanted.needs ?? []}::text[]
      ) as fit
    `;
    return row.fit;
  };

  it('takes who fits each kind of thing that the team names; what is not known fits nothing that is named', async () => {
    expect(await fit({}, {outcode: 'RG12', needs: ['debt']})).toBeNull();
    expect(await fit({outcodes: ['rg12']}, {outcode: 'RG12'})).toBe(4);
    expect(await fit({outcodes: ['rg12']}, {outcode: 'RG45'})).toBeNull();
    expect(await fit({outcodes: ['rg12']}, {})).toBeNull();
    expect(await fit({outcodes: ['rg12'], needs: ['debt']}, {outcode: 'RG12', needs: ['loneliness']})).toBeNull();
    expect(await fit({outcodes: ['rg12'], needs: ['debt']}, {outcode: 'RG12', needs: ['loneliness', 'debt']})).toBe(5);
    expect(await fit({languages: ['polish']}, {language: ' Polish '})).toBe(2);
    expect(await fit({languages: ['polish']}, {outcode: 'RG12'})).toBeNull();
    // Of places one is enough: their practice, or where they live.
    expect(await fit({outcodes: ['rg12'], practices: ['the elms']}, {outcode: 'RG45', practice: 'The Elms'})).toBe(8);
    expect(await fit({needs: ['debt']}, {needs: ['debt']})).toBe(1);
  });
});

describe('a new referral', () => {
  it('goes to the team that it fits, from whichever door, and else waits for all', async () => {
    const {sql, web} = database;
    const team = async (name: string, partnerId = bed.lily.partnerId) =>
      (await sql<[{id: string}]>`insert into teams (partner_id, name) values (${partnerId}, ${name}) returning id`)[0]
        .id;
    const [east, debt, forest, closed] = [
      await team('East'),
      await team('Debt'),
      await team('Forest'),
      await team('Closed'),
    ];
    const say = async (id: string, takes: Partial<TeamTakes>, viewer = bed.lily) => {
      const version = (await getTakingTeam(web, {viewer}, id))?.version ?? 0;
      return changeTeamTakes(web, bed.by(viewer), id, {...NOTHING, ...takes, version});
    };
    await sql`
      update referral_providers set networks = '{"Forest PCN: Larch Lane Surgery; The Elms"}' where partner_id = ${bed.lily.partnerId}
    `;
    await say(east, {outcodes: ['RG12']});
    await say(debt, {needs: ['debt']});
    await say(forest, {practices: ['forest pcn']});
    await say(closed, {outcodes: ['RG12'], needs: ['loneliness']});
    await sql`update teams set closed_at = now() where id = ${closed}`;
    const teamOf = async (id: string) =>
      (await sql<{teamId: string | null}[]>`select team_id from referrals where id = ${id}`)[0]!.teamId;

    const here = await bed.send(forMyself);
    expect(await teamOf(here.id)).toBe(east);
    expect(await teamOf((await bed.send({...forMyself, postcode: 'rg40 1aa'})).id)).toBeNull();
    expect(await teamOf((await bed.send({...forMyself, postcode: 'rg40 1aa', needs: 'debt'})).id)).toBe(debt);
    const fromSurgery = {
      source: 'gp',
      referrerName: 'Dr Okoro',
      referrerOrganisation: 'The Elms',
      referrerEmail: 'okoro@surgery.example',
      givenName: 'Bert',
      familyName: 'Weaver',
      phone: '01632 960123',
      reason: 'Low.',
      urgency: 'soon',
      consentBy: 'person',
      consentHow: 'spoken',
      practice: 'the elms',
      postcode: 'rg12 1jx',
    };
    // A practice says more than the area; the network that was named stands for it.
    expect(await teamOf((await bed.send(fromSurgery, 'professional')).id)).toBe(forest);

    // From a call: the person's record says where they live.
    const personId = await insertPerson(sql, bed.lily, {givenName: 'Rose', outcode: 'RG12'});
    const row = {
      partnershipId: bed.lily.partnershipId,
      fromPartnerId: bed.lily.partnerId,
      toPartnerId: bed.lily.partnerId,
      personId,
      source: 'voluntary',
      reason: 'Lonely',
      consentBy: 'person',
      consentHow: 'spoken',
      madeBy: bed.lily.staffId,
    };
    const [made] = await within(
      web,
      {purpose: 'desk', viewer: bed.lily},
      (tx) => tx<{id: string}[]>`insert into referrals ${tx(row)} returning id`,
    );
    expect(await teamOf(made!.id)).toBe(east);

    // Passed on it is the next provider's to find a team for, and nobody else's rules are read.
    const theirs = await team('Theirs', bed.crowthorne.partnerId);
    await sql`insert into team_takes (team_id, partner_id, outcodes) values (${theirs}, ${bed.crowthorne.partnerId}, '{RG12}')`;
    await passOnReferral(
      bed.by(bed.lily, await bed.versionOf('referrals', here.id)),
      here.id,
      bed.crowthorne.partnerId,
      'Nearer',
    );
    const [next] = await sql<{teamId: string | null}[]>`select team_id from referrals where passed_from = ${here.id}`;
    expect(next!.teamId).toBe(theirs);
    expect((await listTakingTeams(web, {viewer: bed.lily})).map(({name}) => name)).toEqual(['Debt', 'East', 'Forest']);
    const inbox = await listInbox(web, {viewer: bed.lily}, {filter: 'waiting', page: 1, team: forest});
    expect(inbox.referrals).toHaveLength(1);
  });

  it('is given out by rules that only a lead of the own organisation changes, once for each form', async () => {
    const {sql, web} = database;
    const [{id}] = await sql<
      [{id: string}]
    >`insert into teams (partner_id, name) values (${bed.lily.partnerId}, 'West') returning id`;
    const worker = await insertStaff(sql, bed.lily, {roles: ['link_worker']});
    const change = (viewer: typeof bed.lily, version: number, form = bed.by(viewer)) =>
      changeTeamTakes(web, form, id, {...NOTHING, outcodes: ['RG42'], needs: ['debt', 'no-such-need'], version});
    expect(await change(worker, 0)).toEqual({ok: false, reason: 'gone'});
    expect(await change(bed.crowthorne, 0)).toEqual({ok: false, reason: 'gone'});
    const form = bed.by(bed.lily);
    await Promise.all([1, 2, 3].map(() => change(bed.lily, 0, form)));
    expect(await getTakingTeam(web, {viewer: bed.lily}, id)).toMatchObject({
      outcodes: ['RG42'],
      needs: ['debt'],
      version: 1,
    });
    expect(await change(bed.lily, 0)).toEqual({ok: false, reason: 'changed'});
    expect(await change(bed.lily, 1)).toEqual({ok: true});
    expect(await getTakingTeam(web, {viewer: bed.crowthorne}, id)).toBeNull();
  });
});

it('is said in a line, and what is wrong beside its field', () => {
  expect(takesInWords({...NOTHING, outcodes: ['RG12', 'RG42']}, ['Debt'])).toBe('RG12, RG42; Debt');
  expect(takesInWords(NOTHING, [])).toContain('by hand');
  expect(readTeamTakes({outcodes: 'Bracknell', practices: '', languages: '', needs: []})).toMatchObject({
    ok: false,
    problems: {outcodes: expect.stringContaining('BRACKNELL is not')},
  });
});
