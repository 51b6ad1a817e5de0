-- Did it help? Measures that were taken in a case, links by which they are asked, and what else tells of the outcome.
--
-- Everything here hangs on a case and is seen by whoever may see that case. What a scale is stands in the program
-- (app/domain/measures); a row keeps the answers as they were given and the scores that were made of them then.

create table measure_asks (
  id uuid primary key default gen_random_uuid(),
  case_id uuid not null,
  partner_id uuid not null,
  token_hash bytea not null unique,
  scales text[] not null check (cardinality(scales) between 1 and 8),
  occasion text not null check (occasion in ('start', 'review', 'close', 'month_6', 'month_18', 'other')),
  sent_by text not null check (sent_by in ('email', 'text', 'by_hand')),
  asked_by uuid not null references staff (id) on delete restrict,
  asked_at timestamptz not null default now(),
  expires_at timestamptz not null,
  ended_at timestamptz,
  foreign key (case_id, partner_id) references cases (id, partner_id) on delete cascade,
  check (expires_at > asked_at)
);
comment on table measure_asks is 'A private link by which somebody answers scales without an account. The link itself is nowhere: only its hash.';
comment on column measure_asks.ended_at is 'When all was answered, or a worker took the link back.';
create index measure_asks_case_idx on measure_asks (case_id, partner_id);
create index measure_asks_asked_by_idx on measure_asks (asked_by);
create index measure_asks_expires_idx on measure_asks (expires_at);

create table measures (
  id uuid primary key default gen_random_uuid(),
  case_id uuid not null,
  partner_id uuid not null,
  scale text not null check (scale ~ '^[a-z][a-z0-9_]{0,39}$'),
  scale_version text not null check (length(scale_version) between 1 and 400),
  occasion text not null check (occasion in ('start', 'review', 'close', 'month_6', 'month_18', 'other')),
  taken_on date not null,
  how text not null check (how in ('worker', 'link', 'paper')),
  answered_by text not null default 'person' check (answered_by in ('person', 'together', 'carer')),
  answers jsonb not null check (jsonb_typeof(answers) = 'object' and octet_length(answers::text) <= 20000),
  ask_id uuid references measure_asks (id) on delete set null,
  recorded_by uuid references staff (id) on delete restrict,
  recorded_at timestamptz not null default now(),
  struck_by uuid references staff (id) on delete restrict,
  struck_at timestamptz,
  struck_reason text check (length(btrim(struck_reason)) between 1 and 400),
  foreign key (case_id, partner_id) references cases (id, partner_id) on delete cascade,
  unique (id, case_id, partner_id),
  check ((how = 'link') = (recorded_by is null)),
  -- A day may begin here before it does at Greenwich.
  check (taken_on <= (recorded_at + interval '14 hours')::date),
  check ((struck_at is null) = (struck_by is null)),
  check ((struck_at is null) = (struck_reason is null))
);
comment on table measures is 'A scale as it was answered once, in one case. Answered on paper it is written down later, with the day it was answered.';
comment on column measures.answers is 'By the key of the item. What was left out is not there.';
comment on column measures.struck_at is 'When it was found to be a mistake. It stays, and counts for nothing.';
create index measures_case_idx on measures (case_id, partner_id, taken_on);
create index measures_ask_idx on measures (ask_id);
create index measures_recorded_by_idx on measures (recorded_by);
create index measures_struck_by_idx on measures (struck_by);
-- Once for each occasion, whichever way it came in first.
create unique index measures_once_idx on measures (case_id, scale, occasion) where struck_at is null and occasion <> 'other';

create table measure_scores (
  measure_id uuid not null,
  case_id uuid not null,
  partner_id uuid not null,
  score text not null check (score ~ '^[a-z][a-z0-9_]{0,39}$'),
  value numeric(7, 2) not null,
  primary key (measure_id, score),
  foreign key (measure_id, case_id, partner_id) references measures (id, case_id, partner_id) on delete cascade
);
comment on table measure_scores is 'A score made of the answers when they were written down. Where too much was left out there is none.';
create index measure_scores_measure_idx on measure_scores (measure_id, case_id, partner_id);

create table case_service_use (
  case_id uuid not null,
  partner_id uuid not null,
  service text not null check (service in ('gp', 'ae', 'admissions')),
  side text not null check (side in ('before', 'after')),
  times smallint not null check (times between 0 and 999),
  source text not null check (source in ('person', 'gp_record', 'hospital_record', 'shared_record')),
  recorded_by uuid not null references staff (id) on delete restrict,
  recorded_at timestamptz not null default now(),
  primary key (case_id, service, side),
  foreign key (case_id, partner_id) references cases (id, partner_id) on delete cascade
);
comment on table case_service_use is 'How often a service was used in the twelve months before a case was opened, or after, and who says so.';
create index case_service_use_case_idx on case_service_use (case_id, partner_id);
create index case_service_use_recorded_by_idx on case_service_use (recorded_by);

create table case_outcomes (
  case_id uuid not null,
  partner_id uuid not null,
  domain text not null check (
    domain in (
      'social_life', 'mood', 'mobility', 'independence', 'carer_stress', 'health', 'money', 'home', 'confidence'
    )
  ),
  verdict text not null check (verdict in ('improved', 'unchanged', 'worse')),
  recorded_by uuid not null references staff (id) on delete restrict,
  recorded_at timestamptz not null default now(),
  primary key (case_id, domain),
  foreign key (case_id, partner_id) references cases (id, partner_id) on delete cascade
);
comment on table case_outcomes is 'Whether one part of somebody''s life got better, as they and their worker see it looking back.';
create index case_outcomes_case_idx on case_outcomes (case_id, partner_id);
create index case_outcomes_recorded_by_idx on case_outcomes (recorded_by);

-- Who sees what ----------------------------------------------------------------------------------------------------------

create function viewer_has_case(which uuid) returns boolean
  stable language sql
begin atomic
  select exists (
    select from cases where cases.id = which and cases.partner_id = viewer_partner() and viewer_purpose() = 'caseload'
  );
end;
comment on function viewer_has_case is 'Whether that is a case of the viewer''s own provider, as far as the viewer may see: theirs to write in.';

do $$
declare
  place text;
begin
  foreach place in array array['measure_asks', 'measures', 'measure_scores', 'case_service_use', 'case_outcomes'] loop
    execute format('alter table %I enable row level security, force row level security', place);
    execute format('create policy %I on %I for all to current_user using (true) with check (true)', place || '_owner', place);
    execute format(
      'create policy %I on %I for select to fingerpost_web using ((select viewer_purpose()) = ''caseload'' and exists (select from cases where cases.id = case_id))',
      place || '_of_case', place);
  end loop;
end
$$;
create policy measure_asks_adding on measure_asks for insert to fingerpost_web
  with check (
    asked_by = (select viewer_id()) and partner_id = (select viewer_partner()) and viewer_has_case(case_id)
  );
create policy measure_asks_ending on measure_asks for update to fingerpost_web
  using (partner_id = (select viewer_partner()) and viewer_has_case(case_id));
create policy measures_adding on measures for insert to fingerpost_web
  with check (
    recorded_by = (select viewer_id()) and partner_id = (select viewer_partner()) and viewer_has_case(case_id)
  );
create policy measures_striking on measures for update to fingerpost_web
  using (partner_id = (select viewer_partner()) and viewer_has_case(case_id))
  with check (partner_id = (select viewer_partner()) and struck_by = (select viewer_id()));
create policy measure_scores_adding on measure_scores for insert to fingerpost_web
  with check (partner_id = (select viewer_partner()) and viewer_has_case(case_id));
create policy case_service_use_adding on case_service_use for insert to fingerpost_web
  with check (
    recorded_by = (select viewer_id()) and partner_id = (select viewer_partner()) and viewer_has_case(case_id)
  );
create policy case_service_use_changing on case_service_use for update to fingerpost_web
  using (partner_id = (select viewer_partner()) and viewer_has_case(case_id))
  with check (recorded_by = (select viewer_id()));
create policy case_service_use_clearing on case_service_use for delete to fingerpost_web
  using (partner_id = (select viewer_partner()) and viewer_has_case(case_id));
create policy case_outcomes_adding on case_outcomes for insert to fingerpost_web
  with check (
    recorded_by = (select viewer_id()) and partner_id = (select viewer_partner()) and viewer_has_case(case_id)
  );
create policy case_outcomes_changing on case_outcomes for update to fingerpost_web
  using (partner_id = (select viewer_partner()) and viewer_has_case(case_id))
  with check (recorded_by = (select viewer_id()));
create policy case_outcomes_clearing on case_outcomes for delete to fingerpost_web
  using (partner_id = (select viewer_partner()) and viewer_has_case(case_id));
create policy measure_asks_clearing on measure_asks for delete to fingerpost_web
  using ((select viewer_purpose()) = 'housekeeping');
create policy measure_asks_clearing_seen on measure_asks for select to fingerpost_web
  using ((select viewer_purpose()) = 'housekeeping');

grant select, insert, delete on measure_asks to fingerpost_web;
grant update (ended_at) on measure_asks to fingerpost_web;
grant select, insert on measures, measure_scores to fingerpost_web;
grant update (struck_by, struck_at, struck_reason) on measures to fingerpost_web;
grant select, insert, update, delete on case_service_use, case_outcomes to fingerpost_web;

-- Somebody with a link -------------------------------------------------------------------------------------------------
-- Whoever answers has no account and sees no row: these two functions are all that their link can do.

create function open_measure_ask(hash bytea) returns table (scales text[], answered text[], expires_at timestamptz)
  stable security definer set search_path = public, pg_temp language sql
begin atomic
  select
    measure_asks.scales,
    array(
      select measures.scale
      from measures
      where
        measures.case_id = measure_asks.case_id
        and measures.struck_at is null
        and case
          when measure_asks.occasion = 'other' then measures.ask_id = measure_asks.id
          else measures.occasion = measure_asks.occasion
        end
    ),
    measure_asks.expires_at
  from measure_asks
  where
    viewer_purpose() = 'answer'
    and token_hash = hash
    and measure_asks.expires_at > now()
    -- Whoever has answered all is thanked when they come back; a link that was taken back opens nothing.
    and (ended_at is null or exists (select from measures where measures.ask_id = measure_asks.id));
end;
comment on function open_measure_ask is 'What a link asks, and which of it is answered already: nothing about whom.';

create function answer_measure_ask(hash bytea, which text, its_version text, given jsonb, scored jsonb, today date)
  returns boolean
  security definer set search_path = public, pg_temp language plpgsql
  as $$
declare
  ask measure_asks;
  made uuid;
begin
  select measure_asks.* into ask
  from measure_asks
  where
    viewer_purpose() = 'answer'
    and token_hash = hash
    and ended_at is null
    and expires_at > now()
    and which = any(scales)
  for update;
  if not found then
    return false;
  end if;
  -- Sent twice, or answered together with a worker meanwhile, the first stands.
  if ask.occasion <> 'other' or not exists (select from measures where ask_id = ask.id and scale = which) then
    insert into measures (case_id, partner_id, scale, scale_version, occasion, taken_on, how, answers, ask_id)
    values (ask.case_id, ask.partner_id, which, its_version, ask.occasion, today, 'link', given, ask.id)
    on conflict do nothing
    returning id into made;
  end if;
  if made is not null then
    insert into measure_scores (measure_id, case_id, partner_id, score, value)
    select made, ask.case_id, ask.partner_id, score.key, score.value::numeric from jsonb_each_text(scored) as score;
    insert into case_events (case_id, partner_id, kind, words) values (ask.case_id, ask.partner_id, 'measure', which);
    if (
      select count(distinct scale) from measures where ask_id = ask.id and scale = any(ask.scales)
    ) = cardinality(ask.scales) then
      update measure_asks set ended_at = now() where id = ask.id;
    end if;
    perform record_act(
      'measure_answered',
      (select person_id from cases where id = ask.case_id),
      jsonb_build_object('case', ask.case_id, 'scale', which)
    );
  end if;
  return true;
end
$$;
comment on function answer_measure_ask is
  'Writes down what somebody answered by their link. False when the link no longer holds; true also when that scale was answered already.';
revoke execute on function open_measure_ask, answer_measure_ask from public;
grant execute on function open_measure_ask, answer_measure_ask to fingerpost_web;
