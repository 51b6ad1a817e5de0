/** The inbox: what waits at the viewer's provider, longest first, with what a worker must know before they choose. */
import type {ISql, Sql} from '../../../db/client.ts';
import {within} from '../../../db/within.ts';
import {recordAct} from '../audit/record-act.server.ts';
import {flagged, type AlertsAndNeeds} from '../people/alerts-and-needs.server.ts';
import type {Asker} from '../people/staff-request.ts';
import type {HeldBecause, ReferralStatus, Source, Urgency} from './referral-choices.ts';

export const INBOX_FILTERS = {
  waiting: 'Waiting',
  asked: 'Waiting for an answer',
  held: 'Held back',
  done: 'Finished',
} as const;
export type InboxFilter = keyof typeof INBOX_FILTERS;
const PAGE_SIZE = 20;

export interface InboxRow {
  id: string;
  /** Null for somebody whom nobody has matched with a record yet. */
  personId: string | null;
  reference: string;
  name: string | null;
  source: Source;
  status: ReferralStatus;
  urgency: Urgency;
  madeAt: Date;
  outcode: string | null;
  needNames: string[];
  teamName: string | null;
  referrerOrganisation: string | null;
  heldBecause: HeldBecause | null;
  /** Known to the provider already: an open case, or another referral that waits. */
  openCase: string | null;
  twin: string | null;
  caseId: string | null;
  consent: 'given' | 'not_yet';
  /** Whoever asked has answered, and nobody has done anything since. */
  isAnswered: boolean;
  /** What must be known of the person before anything else. */
  mustKnow: AlertsAndNeeds | null;
}

export interface Inbox {
  referrals: InboxRow[];
  count: number;
  counts: Record<InboxFilter, number>;
  page: number;
  pages: number;
  /** Teams of the provider, each with how many of the filter are theirs; none where it has no teams. */
  teams: {id: string; name: string; isMine: boolean; count: number}[];
  /** How many of the filter no team has. */
  withoutTeam: number;
}

/** Whose referrals are shown: a team's by its id, those that no team has yet, or all of the provider. */
type InboxTeam = string | 'none' | null;

const isIn = (tx: ISql, filter: InboxFilter) => {
  const isHeld = tx`(held_because is not null and held_until is null)`;
  switch (filter) {
    case 'waiting':
      return tx`status = 'received' and not ${isHeld}`;
    case 'asked':
      return tx`status = 'more_asked' and not ${isHeld}`;
    case 'held':
      return tx`status = 'received' and ${isHeld}`;
    case 'done':
      return tx`status in ('accepted', 'passed_on', 'declined')`;
  }
};

/** How many wait for a decision of the viewer's provider: as many as the inbox shows first. */
export function inboxWaiting(sql: Sql, {viewer, address}: Asker): Promise<number> {
  return within(sql, {purpose: 'caseload', viewer, address}, async (tx) => {
    const [{waiting}] = await tx<[{waiting: number}]>`
      select count(*) as waiting from referrals where to_partner_id = ${viewer.partnerId} and ${isIn(tx, 'waiting')}
    `;
    return waiting;
  });
}

/**
 * Of the provider, or of one of its teams. Everybody who walks there may look at all of it: a team says who will, and hides
 * nothing.
 */
export function listInbox(
  sql: Sql,
  {viewer, address}: Asker,
  {filter, page, team = null}: {filter: InboxFilter; page: number; team?: InboxTeam},
): Promise<Inbox> {
  return within(sql, {purpose: 'caseload', viewer, address}, async (tx) => {
    const whole = tx`to_partner_id = ${viewer.partnerId}`;
    const own =
      team === null ? whole : team === 'none' ? tx`${whole} and team_id is null` : tx`${whole} and team_id = ${team}`;
    const [teams, [{withoutTeam}], [counts]] = await Promise.all([
      tx<Inbox['teams']>`
        select
          teams.id,
          teams.name,
          exists (
            select from staff_teams where staff_teams.team_id = teams.id and staff_teams.staff_id = ${viewer.staffId}
          ) as is_mine,
          coalesce(theirs.count, 0) as count
        from teams
        left join (
          select team_id, count(*) from referrals where ${whole} and ${isIn(tx, filter)} group by team_id
        ) as theirs on theirs.team_id = teams.id
        where teams.partner_id = ${viewer.partnerId} and teams.closed_at is null
        order by is_mine desc, teams.name
      `,
      tx<[{withoutTeam: number}]>`
        select count(*) as without_team from referrals where ${whole} and team_id is null and ${isIn(tx, filter)}
      `,
      // Each by itself, so that it is counted in an index: what is finished is many times what waits.
      tx<[Record<InboxFilter, number>]>`
        select
          (select count(*) from referrals where ${own} and ${isIn(tx, 'waiting')}) as waiting,
          (select count(*) from referrals where ${own} and ${isIn(tx, 'asked')}) as asked,
          (select count(*) from referrals where ${own} and ${isIn(tx, 'held')}) as held,
          (select count(*) from referrals where ${own} and ${isIn(tx, 'done')}) as done
      `,
    ]);
    const count = counts[filter];
    const pages = Math.max(1, Math.ceil(count / PAGE_SIZE));
    const shown = Math.min(Math.max(1, page), pages);
    const rows = await tx<Omit<InboxRow, 'mustKnow'>[]>`
      with page as materialized (
        select
          id,
          row_number() over (
            order by
              ${filter === 'done' ? tx`status_at desc` : tx`array_position(array['urgent', 'soon', 'routine'], urgency), made_at`},
              id
          ) as place
        from referrals
        where ${own} and ${isIn(tx, filter)}
        order by place
        limit ${PAGE_SIZE}
        offset ${(shown - 1) * PAGE_SIZE}
      )
      select
        shown.id,
        shown.person_id,
        shown.reference,
        coalesce(
          nullif(btrim(concat_ws(' ', coalesce(people.known_as, people.given_name), people.family_name)), ''),
          nullif(btrim(concat_ws(' ', shown.given_name, shown.family_name)), '')
        ) as name,
        shown.source,
        shown.status,
        shown.urgency,
        shown.made_at,
        coalesce(shown.outcode, people.outcode) as outcode,
        array(
          select needs.name from needs where needs.key = any(shown.needs) order by array_position(shown.needs, needs.key) limit 3
        ) as need_names,
        teams.name as team_name,
        shown.referrer_organisation,
        case when shown.held_until is null then shown.held_because end as held_because,
        doubles.open_case,
        doubles.twin,
        (select id from cases where cases.referral_id = shown.id) as case_id,
        shown.consent,
        (
          select kind
          from referral_events
          where referral_events.referral_id = shown.id and referral_events.partner_id = shown.to_partner_id
          order by at desc
          limit 1
        ) is not distinct from 'answered' as is_answered
      from page
      join referrals as shown on shown.id = page.id
      left join people on people.id = shown.person_id
      left join teams on teams.id = shown.team_id
      -- Matched by the person where one is said, else by what was typed. For staff only.
      left join likely_doubles(array(select id from page)) as doubles on doubles.referral_id = shown.id
      order by page.place
    `;
    const referrals = await flagged(tx, rows);
    await recordAct(tx, {action: 'referrals_listed', details: {list: filter, items: rows.length}});
    return {referrals, count, counts, page: shown, pages, teams: [...teams], withoutTeam};
  });
}
