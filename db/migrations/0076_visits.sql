-- Visits of those who walk alone: where somebody is, by when they are back, and whom it reaches when they are not.

create table case_visits (
  id uuid primary key default gen_random_uuid(),
  case_id uuid not null,
  partner_id uuid not null,
  staff_id uuid not null,
  mode text not null check (mode in ('home', 'community_venue')),
  place text check (length(btrim(place)) between 1 and 400),
  companion text check (length(btrim(companion)) between 1 and 200),
  leaves_at timestamptz not null,
  back_by timestamptz not null,
  planned_at timestamptz not null default now(),
  back_at timestamptz,
  back_said_by uuid references staff (id) on delete restrict,
  back_words text check (length(btrim(back_words)) between 1 and 500),
  called_off_at timestamptz,
  told_at timestamptz,
  foreign key (case_id, partner_id) references cases (id, partner_id) on delete cascade,
  foreign key (staff_id, partner_id) references staff (id, partner_id) on delete restrict,
  check (back_by > leaves_at and back_by <= leaves_at + interval '24 hours'),
  check ((back_at is null) = (back_said_by is null)),
  check (back_words is null or back_at is not null),
  check (back_at is null or called_off_at is null),
  -- Somebody who is out can be found.
  check (place is not null or back_at is not null or called_off_at is not null)
);
comment on table case_visits is 'A visit of one worker to somebody they walk with, planned or over: the note by which a lone worker is found.';
comment on column case_visits.place is 'Where, as it is to be said to whoever looks for the worker. Cleared 30 days after the visit.';
comment on column case_visits.companion is 'Who goes with them; null: they go alone.';
comment on column case_visits.leaves_at is 'From then on they are out, whether or not they press anything.';
comment on column case_visits.back_said_by is 'The worker, or a lead who knows that they are safe; back_words then say how.';
comment on column case_visits.told_at is 'When their leads were told that they are overdue; null again when they said that they need longer.';
create index case_visits_case_idx on case_visits (case_id, partner_id, leaves_at desc);
create index case_visits_staff_idx on case_visits (staff_id, partner_id, leaves_at desc);
create index case_visits_said_by_idx on case_visits (back_said_by);
create index case_visits_out_idx on case_visits (partner_id, back_by) where back_at is null and called_off_at is null;
create index case_visits_untold_idx on case_visits (back_by)
  where back_at is null and called_off_at is null and told_at is null;
create index case_visits_over_idx on case_visits (leaves_at) where place is not null;

alter table case_visits enable row level security, force row level security;
create policy case_visits_owner on case_visits for all to current_user using (true) with check (true);
-- Of another provider's worker nothing is known, in a shared case neither: where they are is their own team's to know.
create policy case_visits_own on case_visits for select to fingerpost_web
  using ((select viewer_purpose()) = 'caseload' and partner_id = (select viewer_partner()) and (select viewer_walks()));
create policy case_visits_planning on case_visits for insert to fingerpost_web
  with check (
    partner_id = (select viewer_partner()) and staff_id = (select viewer_id()) and (select viewer_walks())
    and viewer_has_case(case_id)
  );
create policy case_visits_changing on case_visits for update to fingerpost_web
  using (
    (select viewer_purpose()) = 'caseload'
    and partner_id = (select viewer_partner())
    and (staff_id = (select viewer_id()) or (select viewer_leads()))
  );
create policy case_visits_clearing on case_visits for all to fingerpost_web
  using ((select viewer_purpose()) = 'housekeeping' and leaves_at < now() - interval '30 days');
grant select, insert on case_visits to fingerpost_web;
grant update (place, back_by, back_at, back_said_by, back_words, called_off_at, told_at) on case_visits to fingerpost_web;

-- Where somebody is to be found, for whoever goes to them. Only the provider whose case it is, and while the person lets
-- it come near.
create function case_places(which uuid) returns table (id uuid, kind text, words text)
  stable security definer set search_path = public, pg_temp language sql
begin atomic
  select
    person_addresses.id,
    person_addresses.kind,
    concat_ws(', ', replace(lines, e'\n', ', '), town, postcode)
  from cases
  join person_addresses on person_addresses.person_id = any(person_group(person_root(cases.person_id)))
  where
    cases.id = which
    and cases.partner_id = viewer_partner()
    and viewer_purpose() = 'caseload'
    and viewer_walks()
    and exists (
      select from person_access
      where person_access.person_id = cases.person_id and person_access.partner_id = viewer_partner()
    )
    and person_addresses.kind <> 'post'
    and num_nonnulls(lines, town, postcode) > 0
    and coalesce(valid_from, london_day(now())) <= london_day(now())
    and coalesce(valid_until, london_day(now())) >= london_day(now())
  order by person_addresses.kind <> 'temporary', person_addresses.created_at desc;
end;
comment on function case_places is 'The addresses at which the person of a case of the viewer''s own provider can be visited now.';

-- Each overdue visit is taken once, also by several processes at once; whoever said in the same moment that they are back
-- is not overdue.
create function take_overdue_visits(grace interval)
  returns table (visit_id uuid, partner_id uuid, staff_name text, back_by timestamptz, recipient text)
  security definer set search_path = public, pg_temp language plpgsql
  as $$
begin
  if viewer_purpose() <> 'housekeeping' then
    raise exception 'Overdue visits are taken by housekeeping.' using errcode = 'insufficient_privilege';
  end if;
  return query
    with late as (
      update case_visits
      set told_at = now()
      where
        case_visits.back_at is null
        and case_visits.called_off_at is null
        and case_visits.told_at is null
        and case_visits.back_by < now() - grace
      returning case_visits.id, case_visits.partner_id, case_visits.staff_id, case_visits.back_by
    ),
    -- Leads of a team of theirs; where there are none, leads of the organisation; where there are none, their colleagues.
    could as (
      select
        late.id,
        staff.email,
        case
          when not bool_or(staff_roles.role = 'team_lead') then 3
          when exists (
            select
            from staff_teams as theirs
            join staff_teams as of_worker on of_worker.team_id = theirs.team_id and of_worker.staff_id = late.staff_id
            where theirs.staff_id = staff.id
          ) then 1
          else 2
        end as place
      from late
      join staff on staff.partner_id = late.partner_id and staff.id <> late.staff_id and staff.disabled_at is null
      join staff_roles on staff_roles.staff_id = staff.id and staff_roles.role in ('team_lead', 'link_worker')
      group by late.id, late.staff_id, staff.id, staff.email
    )
    select late.id, late.partner_id, walker.name, late.back_by, could.email
    from late
    join staff as walker on walker.id = late.staff_id
    left join could
      on could.id = late.id and could.place = (select min(nearest.place) from could as nearest where nearest.id = late.id)
    order by late.back_by, could.email;
end
$$;
comment on function take_overdue_visits is 'Visits that have become overdue, with whom to tell: one row for each. Recipient is null where there is nobody.';
revoke execute on function case_places(uuid), take_overdue_visits(interval) from public;
grant execute on function case_places(uuid), take_overdue_visits(interval) to fingerpost_web;
