/** Teams: people of one organisation who share work. */
import type {ISql} from '../../../db/client.ts';
import {recordAct} from '../audit/record-act.server.ts';
import {changeOnce, look, readChoices, unlessTaken, type AdminForm, type AdminSetting} from './change.server.ts';

/** What the database says of two with one name. */
const NAME_KEY = 'teams_partner_id_name_key';

interface Team {
  id: string;
  name: string;
  partnerId: string;
  partnerName: string;
  isClosed: boolean;
  version: number;
  /** How many active members of staff are in it. */
  staffCount: number;
}

type Refusal =
  | {ok: false; reason: 'missing'}
  | {ok: false; reason: 'name_taken'}
  /** Somebody else changed it first: what stands there now. */
  | {ok: false; reason: 'changed'; now: Team};
type TeamOutcome = {ok: true; teamId: string} | Refusal;

/** All teams that the viewer looks after, open ones first, by organisation and name. */
export function listTeams(setting: AdminSetting): Promise<Team[]> {
  return look(setting, {list: 'teams'}, (tx) => readTeams(tx, {}));
}

/** One team, or null when it is not one that the viewer looks after. */
export function getTeam(setting: AdminSetting, teamId: string): Promise<Team | null> {
  return look(setting, {team: teamId}, async (tx) => (await readTeams(tx, {teamId}))[0] ?? null);
}

/** The teams of one organisation, to choose from. */
export function teamsOfPartner(setting: AdminSetting, partnerId: string): Promise<Team[]> {
  return readChoices(setting, (tx) => readTeams(tx, {partnerId}));
}

function readTeams(tx: ISql, {teamId, partnerId}: {teamId?: string; partnerId?: string}): Promise<Team[]> {
  return tx<Team[]>`
    select
      teams.id,
      teams.name,
      teams.partner_id,
      partners.name as partner_name,
      teams.closed_at is not null as is_closed,
      teams.version,
      (
        select count(*)::integer from staff_teams join staff on staff.id = staff_teams.staff_id
        where staff_teams.team_id = teams.id and staff.disabled_at is null
      ) as staff_count
    from teams
    join partners on partners.id = teams.partner_id
    where administers(teams.partner_id)
      ${teamId ? tx`and teams.id = ${teamId}` : tx``}
      ${partnerId ? tx`and teams.partner_id = ${partnerId}` : tx``}
    order by partners.is_host desc, partners.name, is_closed, teams.name
  `;
}

export function addTeam(form: AdminForm, {partnerId, name}: {partnerId: string; name: string}): Promise<TeamOutcome> {
  return unlessTaken(NAME_KEY, () =>
    changeOnce(form, async (tx): Promise<TeamOutcome> => {
      const [team] = await tx<{id: string}[]>`
        insert into teams (partner_id, name)
        select id, ${name} from partners where id = ${partnerId} and closed_at is null and administers(id)
        returning id
      `;
      if (!team) return {ok: false, reason: 'missing'};
      await recordAct(tx, {action: 'team_changed', details: {team: team.id, what: 'added'}});
      return {ok: true, teamId: team.id};
    }),
  );
}

/** @param version of the team as it was shown */
export const renameTeam = (form: AdminForm, teamId: string, version: number, name: string): Promise<TeamOutcome> =>
  changeTeam(form, teamId, version, 'renamed', (tx) => tx`name = ${name}`);

/** A closed team takes nobody in. Whoever is in it stays, and so does what it did. */
export const closeTeam = (form: AdminForm, teamId: string, version: number): Promise<TeamOutcome> =>
  changeTeam(form, teamId, version, 'closed', (tx) => tx`closed_at = now()`);

export const openTeam = (form: AdminForm, teamId: string, version: number): Promise<TeamOutcome> =>
  changeTeam(form, teamId, version, 'opened', (tx) => tx`closed_at = null`);

function changeTeam(
  form: AdminForm,
  teamId: string,
  version: number,
  what: string,
  set: (tx: ISql) => ReturnType<ISql>,
): Promise<TeamOutcome> {
  return unlessTaken(NAME_KEY, () =>
    changeOnce(form, async (tx): Promise<TeamOutcome> => {
      const changed = await tx`
        update teams
        set ${set(tx)}, version = version + 1
        where id = ${teamId} and version = ${version} and administers(partner_id)
        returning id
      `;
      if (changed.length === 0) {
        const [now] = await readTeams(tx, {teamId});
        return now ? {ok: false, reason: 'changed', now} : {ok: false, reason: 'missing'};
      }
      await recordAct(tx, {action: 'team_changed', details: {team: teamId, what}});
      return {ok: true, teamId};
    }),
  );
}
