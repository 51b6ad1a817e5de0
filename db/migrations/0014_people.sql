-- The people whom calls, referrals and cases are about, and the locks on what is known of them.
--
-- `people` is thin: what is needed to choose the right one. Everything else hangs on it in tables of its own and is seen
-- only under a recorded opening of that very record (`openings`). Two records of one person are joined by a link
-- (`merged_into`), never by moving anything, so that taking them apart again is exact.

create function new_reference() returns text
  volatile language plpgsql
  as $$
declare
  -- No vowels, so that it never spells a word, and none of 0O 1IL 2Z 5S 8B UV, which are misheard and misread.
  letters constant text := '34679CDFGHJKMNPQRTWXY';
  made text;
begin
  loop
    select string_agg(substr(letters, 1 + floor(random() * length(letters))::integer, 1), '') into made
    from generate_series(1, 6);
    -- With a figure in it, it cannot be taken for a name.
    if made ~ '[0-9]' then
      return 'P-' || left(made, 3) || '-' || right(made, 3);
    end if;
  end loop;
end
$$;
comment on function new_reference is 'A short reference that can be read out on the telephone, such as P-7KM-4QC.';

create table people (
  id uuid primary key default gen_random_uuid(),
  partnership_id uuid not null,
  partner_id uuid not null,
  reference text not null default new_reference() unique check (reference ~ '^P-[34679CDFGHJKMNPQRTWXY]{3}-[34679CDFGHJKMNPQRTWXY]{3}$'),
  known_as text check (length(btrim(known_as)) between 1 and 100),
  given_name text check (length(btrim(given_name)) between 1 and 100),
  family_name text check (length(btrim(family_name)) between 1 and 100),
  birth_date date check (birth_date >= date '1890-01-01'),
  estimated_age smallint check (estimated_age between 0 and 120),
  estimated_on date,
  is_deceased boolean not null default false,
  deceased_on date,
  outcode text,
  alert_until date,
  merged_into uuid references people (id) on delete restrict,
  created_by uuid references staff (id) on delete set null,
  created_at timestamptz not null default now(),
  foreign key (partner_id, partnership_id) references partners (id, partnership_id) on delete restrict,
  check ((estimated_age is null) = (estimated_on is null)),
  check (birth_date is null or estimated_age is null),
  check (is_deceased or deceased_on is null),
  check (deceased_on >= birth_date),
  check (merged_into <> id)
);
comment on table people is 'A person, as thin as choosing the right one allows. Anonymous and partly known people leave out what is not known.';
comment on column people.partner_id is 'The keeper: the organisation that wrote the person down and answers for the record.';
comment on column people.estimated_age is 'In years, on the day estimated_on, where no birth date is known.';
comment on column people.outcode is 'The first half of the present postcode, kept from person_addresses.';
comment on column people.alert_until is 'The last day of the alert that lasts longest, kept from person_alerts: infinity for one without an end.';
comment on column people.merged_into is 'The record that is kept, where two turned out to be of one person.';
create index people_partner_idx on people (partner_id, partnership_id);
create index people_partnership_idx on people (partnership_id);
create index people_merged_into_idx on people (merged_into);
create index people_created_by_idx on people (created_by);

-- What hangs on a person ------------------------------------------------------------------------------------------------

create table person_about (
  id uuid primary key default gen_random_uuid(),
  person_id uuid not null unique references people (id) on delete cascade,
  created_at timestamptz not null default now(),
  pronouns text check (length(pronouns) between 1 and 60)
);
comment on table person_about is 'What is said about a person once, beyond what is needed to find them.';

create table person_names (
  id uuid primary key default gen_random_uuid(),
  person_id uuid not null references people (id) on delete cascade,
  created_at timestamptz not null default now(),
  kind text not null check (kind in ('birth', 'former', 'alias', 'religious', 'preferred', 'other')),
  name text not null check (length(btrim(name)) between 1 and 200)
);
comment on table person_names is 'Another name by which a person is or was known.';
create index person_names_person_idx on person_names (person_id);

create table person_identifiers (
  id uuid primary key default gen_random_uuid(),
  person_id uuid not null references people (id) on delete cascade,
  created_at timestamptz not null default now(),
  kind text not null check (kind in ('nhs_number', 'own_reference')),
  value text not null check (length(btrim(value)) between 1 and 60),
  is_verified boolean not null default false,
  check (kind <> 'nhs_number' or value ~ '^[0-9]{10}$')
);
comment on table person_identifiers is 'A number by which others know the person. NHS numbers are ten figures, their check digit tested in app/domain/people.';
comment on column person_identifiers.is_verified is 'For an NHS number: it was traced or seen on paper, not only said.';
create index person_identifiers_person_idx on person_identifiers (person_id);

create table person_addresses (
  id uuid primary key default gen_random_uuid(),
  person_id uuid not null references people (id) on delete cascade,
  created_at timestamptz not null default now(),
  kind text not null check (kind in ('home', 'temporary', 'post', 'no_fixed_abode')),
  lines text check (length(btrim(lines)) between 1 and 400),
  town text check (length(btrim(town)) between 1 and 100),
  postcode text check (postcode ~ '^[A-Z]{1,2}[0-9][A-Z0-9]? [0-9][A-Z]{2}$'),
  ward_gss text,
  safe_to_post text not null default 'not_asked' check (safe_to_post in ('yes', 'no', 'not_asked')),
  valid_from date,
  valid_until date,
  check (valid_until >= valid_from),
  check (kind = 'no_fixed_abode' or lines is not null or town is not null or postcode is not null)
);
comment on table person_addresses is 'Where a person lives, lived, or gets post; also that they have no fixed abode.';
comment on column person_addresses.lines is 'House and street; where there is no fixed abode, where the person is usually found.';
comment on column person_addresses.ward_gss is 'Worked out from the postcode, where the postcodes table knows it.';
create index person_addresses_person_idx on person_addresses (person_id);

create table person_contacts (
  id uuid primary key default gen_random_uuid(),
  person_id uuid not null references people (id) on delete cascade,
  created_at timestamptz not null default now(),
  kind text not null check (kind in ('mobile', 'home_phone', 'work_phone', 'other_phone', 'email')),
  value text not null check (length(btrim(value)) between 1 and 254),
  safe_to_call text not null default 'not_asked' check (safe_to_call in ('yes', 'no', 'not_asked')),
  safe_to_leave_message text not null default 'not_asked' check (safe_to_leave_message in ('yes', 'no', 'not_asked')),
  safe_to_text text not null default 'not_asked' check (safe_to_text in ('yes', 'no', 'not_asked')),
  note text check (length(note) between 1 and 200),
  check (kind = 'email' or value ~ '^\+[0-9]{5,15}$')
);
comment on table person_contacts is 'A telephone number (E.164) or e-mail address, and what is safe to do with it.';
create index person_contacts_person_idx on person_contacts (person_id);

create table person_practices (
  id uuid primary key default gen_random_uuid(),
  person_id uuid not null unique references people (id) on delete cascade,
  created_at timestamptz not null default now(),
  name text not null check (length(btrim(name)) between 1 and 200),
  ods_code text check (ods_code ~ '^[A-Z0-9]{3,10}$'),
  doctor text check (length(doctor) between 1 and 100)
);
comment on table person_practices is 'The GP practice where a person is registered.';

create table person_languages (
  id uuid primary key default gen_random_uuid(),
  person_id uuid not null references people (id) on delete cascade,
  created_at timestamptz not null default now(),
  language text not null check (length(btrim(language)) between 1 and 60),
  is_preferred boolean not null default false,
  interpreter text not null default 'not_asked' check (interpreter in ('yes', 'no', 'not_asked')),
  note text check (length(note) between 1 and 200)
);
comment on table person_languages is 'A language a person uses, and whether an interpreter is needed for it.';
create index person_languages_person_idx on person_languages (person_id);

create table person_communication (
  id uuid primary key default gen_random_uuid(),
  person_id uuid not null references people (id) on delete cascade,
  created_at timestamptz not null default now(),
  kind text not null check (kind in ('contact_method', 'information_format', 'communication_professional', 'communication_support')),
  need text not null check (length(btrim(need)) between 1 and 200),
  identified_on date not null,
  may_share text not null default 'not_asked' check (may_share in ('yes', 'no', 'not_asked')),
  shared_on date,
  met_on date,
  met_how text check (length(met_how) between 1 and 200),
  check (met_on >= identified_on),
  check (shared_on >= identified_on)
);
comment on table person_communication is 'A communication need under the Accessible Information Standard (DAPB1605): identified, recorded, flagged, shared, met.';
create index person_communication_person_idx on person_communication (person_id);

create table person_relationships (
  id uuid primary key default gen_random_uuid(),
  person_id uuid not null references people (id) on delete cascade,
  created_at timestamptz not null default now(),
  kind text not null check (
    kind in (
      'carer_of', 'cared_for_by', 'next_of_kin', 'parent_of', 'child_of', 'partner_of', 'family', 'friend',
      'attorney', 'deputy', 'advocate', 'landlord', 'other'
    )
  ),
  other_person_id uuid references people (id) on delete cascade,
  other_name text check (length(btrim(other_name)) between 1 and 200),
  other_phone text check (other_phone ~ '^\+[0-9]{5,15}$'),
  may_talk_to text not null default 'not_asked' check (may_talk_to in ('yes', 'no', 'not_asked')),
  note text check (length(note) between 1 and 200),
  check ((other_person_id is null) <> (other_name is null)),
  check (other_person_id <> person_id)
);
comment on table person_relationships is 'Someone who matters: another person with a record here, or someone who is only named.';
comment on column person_relationships.kind is 'Carer of: the person looks after the other. Cared for by, next of kin, attorney …: what the other is to the person.';
create index person_relationships_person_idx on person_relationships (person_id);
create index person_relationships_other_idx on person_relationships (other_person_id);

create table person_alerts (
  id uuid primary key default gen_random_uuid(),
  person_id uuid not null references people (id) on delete cascade,
  created_at timestamptz not null default now(),
  kind text not null check (
    kind in ('visit_in_pairs', 'do_not_visit', 'risk_to_staff', 'risk_from_others', 'safeguarding', 'animal', 'key_safe', 'medical', 'other')
  ),
  note text not null check (length(btrim(note)) between 1 and 400),
  valid_until date
);
comment on table person_alerts is 'What everyone must know before they call or visit, until when.';
create index person_alerts_person_idx on person_alerts (person_id);

create table person_sections (
  person_id uuid not null references people (id) on delete cascade,
  section text not null check (section ~ '^[a-z-]+$'),
  version integer not null default 1,
  changed_by uuid references staff (id) on delete set null,
  changed_at timestamptz not null default now(),
  primary key (person_id, section)
);
comment on table person_sections is 'How often each part of a record was changed and by whom last, so that nobody writes over what they have not seen.';
create index person_sections_changed_by_idx on person_sections (changed_by);

-- Being found -----------------------------------------------------------------------------------------------------------

create table person_keys (
  person_id uuid not null references people (id) on delete cascade,
  found_id uuid not null references people (id) on delete cascade,
  kind text not null check (kind in ('name', 'birth', 'nhs', 'phone', 'phone_end', 'email', 'postcode', 'outcode', 'reference')),
  key text not null check (key <> ''),
  primary key (kind, key, person_id)
);
comment on table person_keys is 'Every way in which a person is looked for, made from the record by app/domain/people/person-keys. Always compared whole.';
comment on column person_keys.found_id is 'The record to show: the person''s own, or the one it was merged into.';
create index person_keys_person_idx on person_keys (person_id);
create index person_keys_found_idx on person_keys (found_id);

create table name_words (
  word text primary key check (word ~ '^[^\s]{1,100}$'),
  sounds text[] not null default '{}'
);
comment on table name_words is 'Every word that stands in somebody''s name, with how it sounds; nobody''s name as such. Typed words are likened to these.';
create index name_words_trigram_idx on name_words using gin (word gin_trgm_ops);
create index name_words_sounds_idx on name_words using gin (sounds);

-- A policy lets only comparisons that cannot leak use an index, which likeness of spelling is not. So words are likened
-- here, among words that belong to nobody, and people are then found by whole words.
create function like_words(typed text[], sounds text[]) returns table (typed_word text, word text)
  stable security definer set search_path = public, pg_temp language sql
begin atomic
  select asked.word, name_words.word
  from unnest(typed, sounds) as asked (word, sounds)
  join name_words
    on name_words.word % asked.word
    or name_words.sounds && string_to_array(asked.sounds, ' ')
    or (length(asked.word) >= 3 and name_words.word like asked.word || '%')
  where viewer_partner() is not null;
end;
comment on function like_words is 'Words of names that are spelt or sound much like each typed word, or begin with it.';

create function keep_name_words(words text[], sounds text[]) returns void
  security definer set search_path = public, pg_temp language sql
begin atomic
  insert into name_words (word, sounds)
  select given.word, string_to_array(given.sounds, ' ')
  from unnest(words, sounds) as given (word, sounds)
  order by given.word
  on conflict do nothing;
end;
comment on function keep_name_words is 'Adds the words of a name to those that typed words are likened to. Sounds: codes with a space between.';

-- Consent, and who may come near ----------------------------------------------------------------------------------------

create table consents (
  id uuid primary key default gen_random_uuid(),
  number bigint generated always as identity,
  person_id uuid not null references people (id) on delete cascade,
  kind text not null check (
    kind in (
      'be_referred', 'share_with_partner', 'share_with_organisation', 'contact_by_phone', 'contact_by_text',
      'contact_by_email', 'contact_by_post'
    )
  ),
  partner_id uuid references partners (id) on delete restrict,
  organisation text check (length(btrim(organisation)) between 1 and 200),
  decision text not null check (decision in ('given', 'refused', 'withdrawn')),
  decided_on date not null,
  decided_by text not null check (decided_by in ('person', 'carer', 'parent', 'attorney', 'deputy', 'other')),
  decided_by_name text check (length(decided_by_name) between 1 and 200),
  how text not null check (how in ('spoken', 'written', 'form', 'other')),
  note text check (length(note) between 1 and 400),
  recorded_by uuid references staff (id) on delete set null,
  recorded_partner_id uuid references partners (id) on delete restrict,
  recorded_at timestamptz not null default clock_timestamp(),
  check ((kind = 'share_with_partner') = (partner_id is not null)),
  check ((kind = 'share_with_organisation') = (organisation is not null)),
  check (decided_by = 'person' or decided_by_name is not null)
);
comment on table consents is 'What a person agreed to, refused or took back, as dated facts that are only ever added to. Of each kind the last one recorded counts.';
comment on column consents.number is 'The order in which they were recorded.';
create index consents_person_idx on consents (person_id, number);
create index consents_partner_idx on consents (partner_id);
create index consents_recorded_by_idx on consents (recorded_by);
create index consents_recorded_partner_idx on consents (recorded_partner_id);

create table person_access (
  person_id uuid not null references people (id) on delete cascade,
  partner_id uuid not null references partners (id) on delete restrict,
  because text not null check (because in ('keeper', 'consent')),
  primary key (person_id, partner_id)
);
comment on table person_access is 'Which partners may come near a person: the keeper, and those whom the person agreed to share with. Kept by triggers.';
create index person_access_partner_idx on person_access (partner_id);

create table openings (
  id uuid primary key default gen_random_uuid(),
  staff_id uuid not null references staff (id) on delete restrict,
  partner_id uuid not null references partners (id) on delete restrict,
  person_id uuid not null references people (id) on delete cascade,
  basis text not null check (basis in ('consent', 'direct_care', 'best_interests', 'emergency')),
  consent_by text check (consent_by in ('person', 'carer', 'parent', 'attorney', 'deputy', 'other')),
  consent_how text check (consent_how in ('spoken', 'written', 'form', 'other')),
  work_kind text check (work_kind in ('call', 'referral', 'case')),
  work_name text check (length(btrim(work_name)) between 1 and 100),
  reason text check (length(btrim(reason)) between 1 and 1000),
  opened_at timestamptz not null default now(),
  expires_at timestamptz not null default now() + interval '12 hours',
  closed_at timestamptz,
  check (expires_at > opened_at and expires_at <= opened_at + interval '12 hours'),
  check (basis <> 'consent' or (consent_by is not null and consent_how is not null)),
  check (basis <> 'direct_care' or (work_kind is not null and work_name is not null)),
  check (basis <> 'best_interests' or reason is not null),
  check (basis <> 'emergency' or (reason is not null and length(btrim(reason)) >= 20)),
  check (basis <> 'emergency' or expires_at <= opened_at + interval '60 minutes')
);
comment on table openings is 'That someone opened a person''s record: on what basis, and until when. Without one, nothing of the record is seen.';
comment on column openings.work_name is 'Which call, referral or case, as the team names it.';
create index openings_staff_idx on openings (staff_id, person_id, opened_at desc);
create index openings_person_idx on openings (person_id, opened_at desc);
create index openings_partner_idx on openings (partner_id, opened_at desc);

create table emergency_reviews (
  opening_id uuid primary key references openings (id) on delete cascade,
  waiting_since timestamptz not null default clock_timestamp(),
  outcome text check (outcome in ('appropriate', 'not_appropriate')),
  note text check (length(btrim(note)) between 1 and 2000),
  reviewed_by uuid references staff (id) on delete set null,
  reviewed_at timestamptz,
  check ((outcome is null) = (reviewed_at is null))
);
comment on table emergency_reviews is 'An emergency access that waits for a records officer, and what they found.';
create index emergency_reviews_waiting_idx on emergency_reviews (waiting_since) where reviewed_at is null;
create index emergency_reviews_reviewed_by_idx on emergency_reviews (reviewed_by);

create table merges (
  id uuid primary key default gen_random_uuid(),
  person_id uuid not null references people (id) on delete cascade,
  into_id uuid not null references people (id) on delete cascade,
  evidence text[] not null,
  why text not null check (length(btrim(why)) between 1 and 1000),
  merged_by uuid references staff (id) on delete set null,
  merged_at timestamptz not null default clock_timestamp(),
  undone_by uuid references staff (id) on delete set null,
  undone_at timestamptz,
  undone_why text check (length(btrim(undone_why)) between 1 and 1000),
  check ((undone_at is null) = (undone_why is null))
);
comment on table merges is 'That two records were found to be of one person: who said so, why, and whether it was taken back.';
create unique index merges_standing_idx on merges (person_id) where undone_at is null;
create index merges_person_idx on merges (person_id);
create index merges_into_idx on merges (into_id);
create index merges_merged_by_idx on merges (merged_by);
create index merges_undone_by_idx on merges (undone_by);
