/** The caseload narrowed by need, kind of support, area, team and next step, and how many cases each choice would leave. */
import type {ISql} from '../../../db/client.ts';
import {STEP_STATES, type NarrowedBy, type Narrowing, type StepState} from '../cases/narrowing.ts';
import {TIERS, type Tier} from '../cases/case-choices.ts';
import {ownStepOn} from '../cases/joint-steps.server.ts';
import type {Asker} from '../people/staff-request.ts';

interface NarrowChoice {
  key: string;
  name: string;
  count: number;
}
export type NarrowChoices = Record<NarrowedBy, NarrowChoice[]>;

/**
 * Goes on where the conditions of a search end, with `joint` joined. Areas and teams are those of the viewer's own organisation: of a case that
 * another shares with it they would say more than was shared. @param today 'YYYY-MM-DD'
 */
export function narrows(tx: ISql, {need, tier, area, team, step}: Narrowing, viewer: Asker['viewer'], today: string) {
  const own = tx`cases.partner_id = ${viewer.partnerId}`;
  return tx`
    ${need ? tx`and ${need} = any(cases.needs)` : tx``}
    ${tier ? tx`and cases.tier = ${tier}` : tx``}
    ${area ? tx`and ${own} and cases.outcode = ${area}` : tx``}
    ${team ? tx`and ${own} and (cases.team_id = ${team} or cases.worker_id = any(array(${inTeam(tx, team, viewer)})))` : tx``}
    ${step ? tx`and cases.status <> 'closed' and ${stepIs(tx, step, today)}` : tx``}
  `;
}

const inTeam = (tx: ISql, team: string, {partnerId}: Asker['viewer']) => tx`
  select staff_teams.staff_id from staff_teams where staff_teams.team_id = ${team} and staff_teams.partner_id = ${partnerId}
`;

function stepIs(tx: ISql, step: StepState, today: string) {
  const on = ownStepOn(tx);
  switch (step) {
    case 'late':
      return tx`${on} < ${today}::date`;
    case 'today':
      return tx`${on} = ${today}::date`;
    case 'week':
      return tx`${on} > ${today}::date and ${on} <= ${today}::date + 7`;
    case 'later':
      return tx`${on} > ${today}::date + 7`;
    case 'none':
      return tx`${on} is null and cases.status <> 'paused'`;
  }
}

/**
 * What the cases of a search can be narrowed by, each with how many it would leave of them all; in one query.
 * @param from as it stands after `from`: the cases of the search, not narrowed
 * @param today 'YYYY-MM-DD'
 */
export async function narrowChoices(
  tx: ISql,
  from: ReturnType<typeof narrows>,
  viewer: Asker['viewer'],
  today: string,
): Promise<NarrowChoices> {
  const steps = (Object.keys(STEP_STATES) as StepState[]).map(
    (step) => tx`when ${stepIs(tx, step, today)} then ${step}::text`,
  );
  const rows = await tx<({by: NarrowedBy} & NarrowChoice)[]>`
    with wanted as materialized (
      select
        cases.needs, cases.tier, cases.team_id, cases.worker_id, cases.partner_id = ${viewer.partnerId} as is_own, cases.outcode,
        case when cases.status <> 'closed' then case ${steps.reduce((all, one) => tx`${all} ${one}`)} end end as step
      from ${from}
    )
    select 'need' as by, needs.key, needs.name, counted.count
    from (select need, count(*) from (select unnest(needs) as need from wanted) as each group by need) as counted
    join needs on needs.key = counted.need
    union all
    select 'tier', tier, tier, count(*) from wanted group by tier
    union all
    select 'area', outcode, outcode, count(*) from wanted where is_own and outcode is not null group by outcode
    union all
    select 'team', teams.id::text, teams.name, count(*)
    from teams
    join wanted
      on is_own
      and (
        wanted.team_id = teams.id
        or exists (
          select from staff_teams where staff_teams.team_id = teams.id and staff_teams.staff_id = wanted.worker_id
        )
      )
    where teams.partner_id = ${viewer.partnerId}
    group by teams.id
    union all
    select 'step', step, step, count(*) from wanted where step is not null group by step
    order by 1, 3
  `;
  const of = (by: NarrowedBy) => rows.filter((row) => row.by === by).map(({key, name, count}) => ({key, name, count}));
  const inOrder = (by: NarrowedBy, words: Readonly<Record<string, string>>) =>
    Object.entries(words).flatMap(([key, name]) => of(by).flatMap((one) => (one.key === key ? [{...one, name}] : [])));
  const tiers = Object.fromEntries((Object.keys(TIERS) as Tier[]).map((tier) => [tier, TIERS[tier].name]));
  return {
    need: of('need'),
    tier: inOrder('tier', tiers),
    area: of('area'),
    team: of('team'),
    step: inOrder('step', STEP_STATES),
  };
}
