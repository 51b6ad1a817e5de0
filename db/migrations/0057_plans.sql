-- What matters to me: the plan of a case, in the person's words. Versions are only ever added; the newest is
-- the one that holds.

create table plan_versions (
  case_id uuid not null,
  partner_id uuid not null,
  number integer not null check (number >= 1),
  content jsonb not null check (jsonb_typeof(content) = 'object' and octet_length(content::text) <= 100000),
  agreed_by text not null check (agreed_by in ('not_yet', 'person', 'together', 'carer', 'attorney')),
  made_by uuid not null references staff (id) on delete restrict,
  made_at timestamptz not null default now(),
  primary key (case_id, number),
  foreign key (case_id, partner_id) references cases (id, partner_id) on delete cascade
);
comment on table plan_versions is 'A plan as it was at one time. The newest is the one that holds; app/domain/plans says what stands in it.';
create index plan_versions_case_idx on plan_versions (case_id, partner_id, number desc);
create index plan_versions_made_by_idx on plan_versions (made_by);

create table plan_copies (
  id uuid primary key default gen_random_uuid(),
  case_id uuid not null,
  partner_id uuid not null,
  number integer not null,
  token_hash bytea unique,
  how text not null check (how in ('email', 'print')),
  consent_by text not null check (consent_by in ('person', 'carer', 'parent', 'attorney', 'deputy', 'other')),
  consent_how text not null check (consent_how in ('spoken', 'written', 'form', 'other')),
  given_by uuid not null references staff (id) on delete restrict,
  given_at timestamptz not null default now(),
  expires_at timestamptz,
  opened_at timestamptz,
  foreign key (case_id, partner_id) references cases (id, partner_id) on delete cascade,
  foreign key (case_id, number) references plan_versions (case_id, number) on delete cascade,
  check ((how = 'email') = (token_hash is not null)),
  check ((token_hash is null) = (expires_at is null))
);
comment on table plan_copies is 'The person''s own copy of their plan: printed, or a private link that was sent, with the consent it was done under.';
create index plan_copies_case_idx on plan_copies (case_id, partner_id);
create index plan_copies_version_idx on plan_copies (case_id, number);
create index plan_copies_given_by_idx on plan_copies (given_by);

do $$
declare
  place text;
begin
  foreach place in array array['plan_versions', 'plan_copies'] loop
    execute format('alter table %I enable row level security, force row level security', place);
    execute format('create policy %I on %I for all to current_user using (true) with check (true)', place || '_owner', place);
  end loop;
  foreach place in array array['plan_versions', 'plan_copies'] loop
    execute format(
      'create policy %I on %I for select to fingerpost_web using ((select viewer_purpose()) = ''caseload'' and exists (select from cases where cases.id = case_id))',
      place || '_of_case', place);
  end loop;
end
$$;
create policy plan_versions_adding on plan_versions for insert to fingerpost_web
  with check (made_by = (select viewer_id()) and partner_id = (select viewer_partner()) and viewer_has_case(case_id));
create policy plan_copies_adding on plan_copies for insert to fingerpost_web
  with check (given_by = (select viewer_id()) and partner_id = (select viewer_partner()) and viewer_has_case(case_id));
grant select, insert on plan_versions, plan_copies to fingerpost_web;

create function open_plan_copy(hash bytea) returns table (content jsonb, agreed_by text, made_at timestamptz)
  security definer set search_path = public, pg_temp language plpgsql
  as $$
declare
  copy plan_copies;
begin
  update plan_copies
  set opened_at = coalesce(opened_at, now())
  where viewer_purpose() = 'answer' and token_hash = hash and expires_at > now()
  returning plan_copies.* into copy;
  if not found then
    return;
  end if;
  perform record_act(
    'plan_copy_opened',
    (select person_id from cases where id = copy.case_id),
    jsonb_build_object('case', copy.case_id, 'version', copy.number)
  );
  return query
    select plan_versions.content, plan_versions.agreed_by, plan_versions.made_at
    from plan_versions
    where plan_versions.case_id = copy.case_id and plan_versions.number = copy.number;
end
$$;
comment on function open_plan_copy is 'The plan that a private link was made for, while it holds.';
revoke execute on function open_plan_copy from public;
grant execute on function open_plan_copy to fingerpost_web;
