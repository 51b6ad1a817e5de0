-- What a telephone system counted: when each call was offered, how long it waited, whether somebody answered. For service
-- level and abandonment. No number and no name: the id that the system gave the call, so that a file taken in twice counts
-- once. And a gap is counted by the domain of its call too.

create table phone_history (
  partner_id uuid not null references partners (id) on delete restrict,
  phone_call text not null check (length(phone_call) between 1 and 100),
  offered_at timestamptz not null,
  waited_seconds integer not null check (waited_seconds between 0 and 86400),
  is_answered boolean not null,
  primary key (partner_id, phone_call)
);
comment on table phone_history is 'Calls as a telephone system saw them, taken in from its files: offered, answered or given up, and after how long.';
comment on column phone_history.waited_seconds is 'From when it began to ring until somebody answered, or until the caller rang off.';
create index phone_history_offered_idx on phone_history (partner_id, offered_at) include (waited_seconds, is_answered);

alter table phone_history enable row level security, force row level security;
create policy phone_history_owner on phone_history for all to current_user using (true) with check (true);
create policy phone_history_seen on phone_history for select to fingerpost_web
  using (
    (select viewer_purpose()) = 'figures'
    and (
      partner_id = (select viewer_partner())
      or (
        (select counts_partnership())
        and partner_id in (select id from partners where partnership_id = (select viewer_partnership()))
      )
    )
  );
grant select on phone_history to fingerpost_web;

-- Gaps by domain -----------------------------------------------------------------------------------------------------------

alter table gap_figures add column domain text;
comment on column gap_figures.domain is 'Of the call in which it was found; null for a search and for an onward referral, which have none.';
alter table gap_figures drop constraint gap_figures_partnership_id_partner_id_day_need_key_place_re_key;
alter table gap_figures
  add constraint gap_figures_once unique nulls not distinct (partnership_id, partner_id, day, need_key, place, reason, domain);

create or replace function count_gap_days(owners uuid[], days date[]) returns void
  security definer set search_path = public, pg_temp language plpgsql
  as $$
begin
  delete from gap_figures
  using unnest(owners, days) as counted (partnership_id, day)
  where gap_figures.partnership_id = counted.partnership_id and gap_figures.day = counted.day;

  insert into gap_figures (partnership_id, partner_id, day, need_key, place, reason, domain, gaps)
  select partnership_id, partner_id, day, need_key, place, reason, domain, count(*)
  from (
    select
      gaps.partnership_id, gaps.partner_id, counted.day, gaps.need_key, coalesce(gaps.ward_gss, gaps.outcode) as place,
      gaps.reason, calls.domain
    from unnest(owners, days) as counted (partnership_id, day)
    cross join lateral (
      select gaps.partnership_id, gaps.partner_id, gaps.call_id, gaps.need_key, gaps.ward_gss, gaps.outcode, gaps.reason
      from gaps
      where
        gaps.partnership_id = counted.partnership_id
        and gaps.recorded_at >= counted.day::timestamp at time zone 'Europe/London'
        and gaps.recorded_at < (counted.day + 1)::timestamp at time zone 'Europe/London'
      offset 0
    ) as gaps
    left join calls on calls.id = gaps.call_id
  ) as told
  group by partnership_id, partner_id, day, need_key, place, reason, domain;
end
$$;

-- A call that is corrected to another domain takes its gaps along.
create function note_gaps_of_moved_calls() returns trigger
  security definer set search_path = public, pg_temp language plpgsql
  as $$
begin
  insert into figures_due (what, owner_id, at)
  select 'gap', partnership_id, recorded_at from gaps where call_id = new.id;
  return null;
end
$$;
revoke execute on function note_gaps_of_moved_calls() from public;
create trigger calls_gaps_moved after update of domain on calls
  for each row when (new.domain is distinct from old.domain) execute function note_gaps_of_moved_calls();

select count_gap_days(array_agg(partnership_id), array_agg(day))
from (select distinct partnership_id, day from gap_figures) as days
having count(*) > 0;
