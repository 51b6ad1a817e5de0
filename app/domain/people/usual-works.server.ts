import type {Sql} from '../../../db/client.ts';
import {within} from '../../../db/within.ts';
import type {Asker} from './staff-request.ts';

/** A call, referral or case under which records are opened, as the team names it. */
interface Work {
  kind: string;
  name: string;
}

/** As many as there are keys for. */
const OFFERED = 5;

/**
 * The works a record is most likely opened for, five at most: those the viewer opened this very record for, then what
 * their organisation opens records for again and again, last used first, then their own teams.
 */
export function listUsualWorks(sql: Sql, asker: Asker, personId: string): Promise<Work[]> {
  return within(sql, {purpose: 'open-record', ...asker}, async (tx) => {
    const used = await tx<Work[]>`select work_kind as kind, work_name as name from usual_works(${personId})`;
    const teams = await tx<Work[]>`
      select 'case' as kind, teams.name
      from staff_teams
      join teams on teams.id = staff_teams.team_id
      where staff_teams.staff_id = ${asker.viewer.staffId} and teams.closed_at is null and length(teams.name) <= 100
      order by teams.name
      limit ${OFFERED}
    `;
    const isNew = (team: Work) => !used.some(({name}) => name === team.name);
    return [...used, ...teams.filter(isNew)].slice(0, OFFERED);
  });
}
