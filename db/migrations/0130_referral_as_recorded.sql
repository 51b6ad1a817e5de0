-- A referral from a call brings along how to reach the person, where they live and their practice and language, as their record
-- and the call say: whoever takes it on types none of it again, and can ring at once.

create function known_of_person(person uuid, called_from text)
  returns table (
    phone text, safe_to_call text, safe_to_leave_message text, address_lines text, town text, postcode text, practice text,
    language text, needs_interpreter boolean
  )
  stable security definer set search_path = public, pg_temp language sql
begin atomic
  with ids as (
    select unnest(person_group(person_root(person))) as id
  ),
  numbers as (
    select person_contacts.value, person_contacts.safe_to_call, person_contacts.safe_to_leave_message, person_contacts.kind,
      person_contacts.created_at
    from person_contacts
    join ids on ids.id = person_contacts.person_id
    where person_contacts.kind <> 'email'
  ),
  -- What somebody has just rung from goes first, unless their record says that it is not safe.
  reach as (
    select value, safe_to_call, safe_to_leave_message, value = called_from as is_called_from, kind, created_at
    from numbers
    where safe_to_call <> 'no'
    union all
    select called_from, 'not_asked', 'not_asked', true, 'other_phone', now()
    where called_from is not null and not exists (select from numbers where value = called_from)
  ),
  best as (
    select value, safe_to_call, safe_to_leave_message
    from reach
    order by
      coalesce(is_called_from, false) desc, safe_to_call = 'yes' desc,
      array_position(array['mobile', 'home_phone', 'other_phone', 'work_phone'], kind), created_at
    limit 1
  ),
  home as (
    select person_addresses.lines, person_addresses.town, person_addresses.postcode
    from person_addresses
    join ids on ids.id = person_addresses.person_id
    where
      person_addresses.kind in ('home', 'temporary')
      and coalesce(person_addresses.valid_until, current_date) >= current_date
    order by person_addresses.valid_from desc nulls last, person_addresses.created_at desc
    limit 1
  ),
  speaks as (
    select person_languages.language, person_languages.interpreter = 'yes' as with_interpreter
    from person_languages
    join ids on ids.id = person_languages.person_id
    order by person_languages.interpreter = 'yes' desc, person_languages.is_preferred desc, person_languages.created_at
    limit 1
  )
  select
    best.value,
    coalesce(best.safe_to_call, 'not_asked'),
    coalesce(best.safe_to_leave_message, 'not_asked'),
    home.lines,
    home.town,
    home.postcode,
    (
      select person_practices.name
      from person_practices
      join ids on ids.id = person_practices.person_id
      order by person_practices.created_at desc
      limit 1
    ),
    speaks.language,
    coalesce(speaks.with_interpreter, false)
  from (select 1) as one
  left join best on true
  left join home on true
  left join speaks on true;
end;
comment on function known_of_person is 'What a referral from a call brings along about the person. For functions of the database.';

create function referral_as_recorded() returns trigger
  security definer set search_path = public, pg_temp language plpgsql
  as $$
declare
  known record;
begin
  select * into known from known_of_person(new.person_id, new.phone);
  new.phone := known.phone;
  new.safe_to_call := known.safe_to_call;
  new.safe_to_leave_message := known.safe_to_leave_message;
  new.address_lines := coalesce(new.address_lines, known.address_lines);
  new.town := coalesce(new.town, known.town);
  new.postcode := coalesce(new.postcode, known.postcode);
  new.outcode := coalesce(split_part(new.postcode, ' ', 1), new.outcode);
  new.practice := coalesce(new.practice, known.practice);
  new.language := coalesce(new.language, known.language);
  new.needs_interpreter := new.needs_interpreter or known.needs_interpreter;
  return new;
end
$$;
-- By its name before the one that finds the team, which goes by where they live, their practice and their language.
create trigger referrals_as_recorded before insert on referrals
  for each row when (new.source = 'call' and new.passed_from is null and new.person_id is not null)
  execute function referral_as_recorded();

revoke execute on function known_of_person, referral_as_recorded from public;

-- What waits or is walked with already, too.
update referrals
set
  phone = known.phone,
  safe_to_call = known.safe_to_call,
  safe_to_leave_message = known.safe_to_leave_message,
  postcode = coalesce(referrals.postcode, known.postcode),
  outcode = coalesce(split_part(known.postcode, ' ', 1), referrals.outcode),
  practice = coalesce(referrals.practice, known.practice)
from referrals as before
cross join lateral known_of_person(before.person_id, null) as known
where
  referrals.id = before.id
  and referrals.source = 'call'
  and referrals.person_id is not null
  and referrals.phone is null
  and known.phone is not null
  and referrals.status in ('received', 'more_asked', 'accepted');
update cases
set phone = referrals.phone
from referrals
where
  referrals.id = cases.referral_id
  and referrals.source = 'call'
  and referrals.phone is not null
  and cases.phone is null
  and cases.status <> 'closed';
