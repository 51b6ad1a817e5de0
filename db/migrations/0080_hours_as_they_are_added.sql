-- Hours to the first contact in the type they are added up in: by way of an exact decimal each of a year's 27,000 cost more
-- than counting it. And what a lead's page counts, found in an index alone.

create or replace function walking_figures(from_day date, to_day date, grouped text)
  returns table (
    name text, referred integer, waiting integer, declined integer, engaged integer, reached integer,
    median_hours double precision, closed integer, contacts_of_closed integer
  )
  stable security definer set search_path = public, pg_temp language sql
begin atomic
  with
    counted as (
      select
        case grouped
          when 'provider' then referral_figures.partner_id::text
          when 'source' then referral_figures.source
          when 'tier' then coalesce(referral_figures.tier, 'not decided')
          when 'need' then coalesce(referral_figures.need, 'none')
          when 'area' then coalesce(referral_figures.outcode, referral_figures.person_outcode, 'not known')
          else 'all'
        end as key,
        is_waiting,
        is_declined,
        contacts >= 2 or (contacts = 1 and not has_said_no) as is_engaged,
        date_part('epoch', first_contact_at - made_at) / 3600 as hours,
        case when is_closed and contacts > 0 then contacts end as contacts_of_closed
      from referral_figures
      where
        (select viewer_purpose()) = 'figures'
        and partnership_id = (select viewer_partnership())
        and (partner_id = (select viewer_partner()) or (select counts_partnership()))
        and exists (
          select from staff_roles where staff_id = viewer_id() and role in ('analyst', 'team_lead')
        )
        and is_counted
        and made_at >= from_day::timestamp at time zone 'Europe/London'
        and made_at < (to_day + 1)::timestamp at time zone 'Europe/London'
    ),
    -- Counted by hashing: sorted for the sake of a median, a year of keys costs more than everything else.
    groups as (
      select
        counted.key,
        count(*)::integer as referred,
        (count(*) filter (where is_waiting))::integer as waiting,
        (count(*) filter (where is_declined))::integer as declined,
        (count(*) filter (where is_engaged))::integer as engaged,
        array_agg(hours) filter (where hours is not null) as waits,
        count(counted.contacts_of_closed)::integer as closed,
        coalesce(sum(counted.contacts_of_closed), 0)::integer as contacts_of_closed
      from counted
      group by counted.key
    )
  select
    case grouped when 'provider' then partners.name else groups.key end,
    groups.referred,
    groups.waiting,
    groups.declined,
    groups.engaged,
    coalesce(cardinality(groups.waits), 0),
    (select percentile_cont(0.5) within group (order by wait) from unnest(groups.waits) as one (wait)),
    groups.closed,
    groups.contacts_of_closed
  from groups
  left join partners on grouped = 'provider' and partners.id::text = groups.key
  order by 1;
end;

create index cases_new_idx on cases (partner_id, opened_at) include (worker_id, id);
drop index cases_opened_idx;
drop index cases_closed_idx;
create index cases_closed_idx on cases (partner_id, closed_at) include (worker_id, contacts, id) where status = 'closed';
drop index cases_first_contact_idx;
create index cases_first_contact_idx on cases (partner_id, first_contact_at) include (referred_at, id);
