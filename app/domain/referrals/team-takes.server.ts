/** Which team takes whom: read and changed by those who lead the link workers of its organisation. */
import type {ISql, Sql} from '../../../db/client.ts';
import {within} from '../../../db/within.ts';
import {onceOnly} from '../access/submissions.server.ts';
import {recordAct} from '../audit/record-act.server.ts';
import type {Asker, Sender} from '../people/staff-request.ts';
import type {TeamTakes} from './team-takes.ts';

export interface TakingTeam extends TeamTakes {
  id: string;
  name: string;
  /** Of its needs, in words. */
  needNames: string[];
  /** 0 where nothing was ever said. */
  version: number;
}

/** Open teams of the viewer's own organisation. */
export function listTakingTeams(sql: Sql, {viewer, address}: Asker): Promise<TakingTeam[]> {
  return within(sql, {purpose: 'caseload', viewer, address}, async (tx) => [...(await teamsOf(tx, viewer.partnerId))]);
}

/** One of them with the needs that may be ticked; null for any other. */
export function getTakingTeam(
  sql: Sql,
  {viewer, address}: Asker,
  teamId: string,
): Promise<(TakingTeam & {choices: {key: string; name: string}[]}) | null> {
  return within(sql, {purpose: 'caseload', viewer, address}, async (tx) => {
    const [team] = await teamsOf(tx, viewer.partnerId, teamId);
    if (!team) return null;
    const choices = await tx<{key: string; name: string}[]>`
      select key, name from needs where is_common or key = any(${team.needs}) order by name
    `;
    return {...team, choices: [...choices]};
  });
}

function teamsOf(tx: ISql, partnerId: string, teamId: string | null = null): Promise<TakingTeam[]> {
  return tx<TakingTeam[]>`
    select
      teams.id,
      teams.name,
      coalesce(outcodes, '{}') as outcodes,
      coalesce(practices, '{}') as practices,
      coalesce(languages, '{}') as languages,
      coalesce(team_takes.needs, '{}') as needs,
      array(select needs.name from needs where needs.key = any(team_takes.needs) order by needs.name) as need_names,
      coalesce(team_takes.version, 0) as version
    from teams
    left join team_takes on team_takes.team_id = teams.id
    where teams.partner_id = ${partnerId} and teams.closed_at is null ${teamId ? tx`and teams.id = ${teamId}` : tx``}
    order by teams.name
    limit 200
  `;
}

/** It counts for what comes in from now on; what waits stays where it is. `changed`: somebody else was quicker. */
export function changeTeamTakes(
  sql: Sql,
  {viewer, address, submission, door}: Sender,
  teamId: string,
  {version, ...takes}: TeamTakes & {version: number},
): Promise<{ok: true} | {ok: false; reason: 'changed' | 'gone'}> {
  return within(sql, {purpose: 'caseload', viewer, address}, (tx) =>
    onceOnly(tx, {submission, staffId: viewer.staffId, door}, async () => {
      const [[team], [{leads}]] = await Promise.all([
        teamsOf(tx, viewer.partnerId, teamId),
        tx<[{leads: boolean}]>`select viewer_leads() as leads`,
      ]);
      if (!team || !leads) return {ok: false, reason: 'gone'} as const;
      const {outcodes, practices, languages, needs} = takes;
      const changed = await tx`
        insert into team_takes (team_id, partner_id, outcodes, practices, languages, needs)
        select
          ${teamId}, ${viewer.partnerId}, ${outcodes}::text[], ${practices}::text[], ${languages}::text[],
          array(select key from needs where key = any(${needs}::text[]) order by key)
        where ${version} = ${team.version}
        on conflict (team_id) do update
        set
          outcodes = excluded.outcodes, practices = excluded.practices, languages = excluded.languages,
          needs = excluded.needs, version = team_takes.version + 1
        where team_takes.version = ${version}
      `;
      if (changed.count === 0) return {ok: false, reason: 'changed'} as const;
      await recordAct(tx, {action: 'provider_changed', details: {provider: viewer.partnerId, team: teamId}});
      return {ok: true} as const;
    }),
  );
}
