-- Letters from a case, kept as they were sent; files for other systems; and whether the person agrees to either.

create table case_letters (
  id uuid primary key default gen_random_uuid(),
  case_id uuid not null,
  partner_id uuid not null,
  kind text not null check (kind in ('gp_first', 'gp_closure', 'referrer', 'person')),
  number integer not null check (number >= 1),
  organisation text check (length(btrim(organisation)) between 1 and 200),
  to_name text not null check (length(btrim(to_name)) between 1 and 200),
  to_address text check (length(btrim(to_address)) between 1 and 600),
  body text not null check (length(btrim(body)) between 1 and 8000),
  code text check (code ~ '^[0-9]{6,18}$'),
  how text not null check (how in ('print', 'email')),
  token_hash bytea unique,
  expires_at timestamptz,
  opened_at timestamptz,
  agreed text not null check (length(btrim(agreed)) between 1 and 200),
  sent_by uuid not null references staff (id) on delete restrict,
  sent_at timestamptz not null default now(),
  foreign key (case_id, partner_id) references cases (id, partner_id) on delete cascade,
  unique (case_id, kind, number),
  check ((how = 'email') = (token_hash is not null)),
  check ((token_hash is null) = (expires_at is null))
);
comment on table case_letters is 'A letter as it was sent, and only ever added to: a later one of the same kind has the next number.';
comment on column case_letters.code is 'The SNOMED CT code that stands in it; app/domain/letters/snomed-codes has them with their source.';
comment on column case_letters.agreed is 'On what it was sent: the consent that was found, or asked for then.';
create index case_letters_case_idx on case_letters (case_id, partner_id, sent_at desc);
create index case_letters_sent_by_idx on case_letters (sent_by);

create table case_exports (
  id uuid primary key default gen_random_uuid(),
  case_id uuid not null,
  partner_id uuid not null,
  organisation text not null check (length(btrim(organisation)) between 1 and 200),
  content jsonb not null check (jsonb_typeof(content) = 'object' and octet_length(content::text) <= 1000000),
  agreed text not null check (length(btrim(agreed)) between 1 and 200),
  made_by uuid not null references staff (id) on delete restrict,
  made_at timestamptz not null default now(),
  foreign key (case_id, partner_id) references cases (id, partner_id) on delete cascade
);
comment on table case_exports is 'A file about one case for another system (FHIR R4), as it was made, for one named organisation.';
create index case_exports_case_idx on case_exports (case_id, partner_id, made_at desc);
create index case_exports_made_by_idx on case_exports (made_by);

do $$
declare
  place text;
begin
  foreach place in array array['case_letters', 'case_exports'] loop
    execute format('alter table %I enable row level security, force row level security', place);
    execute format('create policy %I on %I for all to current_user using (true) with check (true)', place || '_owner', place);
    execute format(
      'create policy %I on %I for select to fingerpost_web using ((select viewer_purpose()) = ''caseload'' and exists (select from cases where cases.id = case_id))',
      place || '_of_case', place);
  end loop;
end
$$;
create policy case_letters_sending on case_letters for insert to fingerpost_web
  with check (sent_by = (select viewer_id()) and partner_id = (select viewer_partner()) and viewer_has_case(case_id));
create policy case_exports_making on case_exports for insert to fingerpost_web
  with check (made_by = (select viewer_id()) and partner_id = (select viewer_partner()) and viewer_has_case(case_id));
grant select, insert on case_letters, case_exports to fingerpost_web;

-- Whether the person agrees ----------------------------------------------------------------------------------------------

create function may_share(person uuid, named text, is_practice boolean) returns text
  stable security definer set search_path = public, pg_temp language sql
begin atomic
  with standing as (
    select distinct on (lower(organisation)) lower(btrim(organisation)) as organisation, decision
    from consents
    where person_id = any(person_group(person_root(person))) and kind = 'share_with_organisation'
    order by lower(organisation), number desc
  ),
  about as (
    select decision
    from standing
    where
      organisation = lower(btrim(named))
      -- Whoever refused 'my doctor' refused the practice, whatever it is called in the letter.
      or (
        is_practice
        and decision <> 'given'
        and (
          organisation ~ '\m(gp|gps|doctor|doctors|surgery|practice|medical|health centre)\M'
          or organisation in (select lower(name) from person_practices where person_id = any(person_group(person_root(person))))
        )
      )
  )
  select
    case
      when viewer_purpose() <> 'caseload' then 'refused'
      when not exists (select from person_access where person_id = person and partner_id = viewer_partner()) then 'refused'
      when exists (select from about where decision in ('refused', 'withdrawn')) then 'refused'
      when exists (select from about where decision = 'given') then 'given'
      else 'not_asked'
    end;
end;
comment on function may_share is 'What the person last said about sharing with that organisation: given, refused (also taken back), or not_asked.';

create function note_share_consent(which uuid, named text, by_whom text, by_name text, by_what text) returns void
  security definer set search_path = public, pg_temp language sql
begin atomic
  insert into consents (
    person_id, kind, organisation, decision, decided_on, decided_by, decided_by_name, how, recorded_by, recorded_partner_id
  )
  select
    cases.person_id, 'share_with_organisation', btrim(named), 'given', (now() at time zone 'Europe/London')::date, by_whom,
    by_name, by_what, viewer_id(), viewer_partner()
  from cases
  where
    cases.id = which
    and cases.partner_id = viewer_partner()
    and viewer_purpose() = 'caseload'
    and viewer_walks()
    and exists (select from person_access where person_id = cases.person_id and partner_id = viewer_partner());
end;
comment on function note_share_consent is 'Writes down that the person of a case agreed to share with an organisation, as a consent of their record.';

create function open_letter(hash bytea) returns table (
  to_name text, to_address text, body text, sent_at timestamptz, partner_name text
)
  security definer set search_path = public, pg_temp language plpgsql
  as $$
declare
  letter case_letters;
begin
  update case_letters
  set opened_at = coalesce(case_letters.opened_at, now())
  where viewer_purpose() = 'answer' and token_hash = hash and expires_at > now()
  returning case_letters.* into letter;
  if not found then
    return;
  end if;
  perform record_act(
    'letter_opened', (select person_id from cases where id = letter.case_id), jsonb_build_object('letter', letter.id)
  );
  return query
    select letter.to_name, letter.to_address, letter.body, letter.sent_at, partners.name
    from partners
    where partners.id = letter.partner_id;
end
$$;
comment on function open_letter is 'The letter that a private link was made for, while it holds.';
revoke execute on function may_share, note_share_consent, open_letter from public;
grant execute on function may_share, note_share_consent, open_letter to fingerpost_web;
