-- What a referral says of how to communicate with somebody goes into their record when it is accepted: it stands on every page
-- from then on, and not in the referral alone.

create function keep_needs_of_referral(referral uuid, said text[], out needs_added integer, out languages_added integer)
  security definer set search_path = public, pg_temp language plpgsql
  as $$
declare
  one referrals;
  theirs uuid[];
begin
  needs_added := 0;
  languages_added := 0;
  select * into one
  from referrals
  where
    referrals.id = keep_needs_of_referral.referral
    and referrals.status = 'accepted'
    and referrals.consent = 'given'
    and referrals.to_partner_id = viewer_partner()
    and viewer_purpose() = 'caseload'
    and viewer_walks();
  if
    one.id is null
    or not exists (select from person_access where person_access.person_id = one.person_id and partner_id = viewer_partner())
  then
    return;
  end if;
  -- Two at once would each find nothing there.
  perform hold_person(one.person_id);
  theirs := person_group(person_root(one.person_id));

  insert into person_communication (person_id, kind, need, identified_on)
  select one.person_id, 'communication_support', new.need, london_day(one.made_at)
  from unnest(said) as new (need)
  where
    -- Its own words, and nothing else.
    position(new.need in one.communication) > 0
    and not exists (
      select
      from person_communication
      where person_communication.person_id = any(theirs) and as_compared(person_communication.need) = as_compared(new.need)
    );
  get diagnostics needs_added = row_count;

  -- A question that the record has not asked yet is answered; an answer stays.
  if one.needs_interpreter and one.language is not null then
    update person_languages
    set interpreter = 'yes'
    where
      person_id = any(theirs)
      and interpreter = 'not_asked'
      and as_compared(person_languages.language) = as_compared(one.language);
    get diagnostics languages_added = row_count;
  end if;
  if
    one.language is not null
    and (one.needs_interpreter or as_compared(one.language) <> 'english')
    and not exists (
      select
      from person_languages
      where person_id = any(theirs) and as_compared(person_languages.language) = as_compared(one.language)
    )
  then
    insert into person_languages (person_id, language, is_preferred, interpreter)
    values (
      one.person_id, one.language,
      not exists (select from person_languages where person_id = any(theirs) and is_preferred),
      case when one.needs_interpreter then 'yes' else 'not_asked' end
    );
    languages_added := languages_added + 1;
  end if;

  -- Whoever has these parts of the record open is told that they changed.
  insert into person_sections (person_id, section, version, changed_by)
  select one.person_id, changed.section, 1, viewer_id()
  from (values ('communication', needs_added), ('languages', languages_added)) as changed (section, rows)
  where changed.rows > 0
  on conflict (person_id, section) do update
  set version = person_sections.version + 1, changed_by = excluded.changed_by, changed_at = now();
end
$$;
comment on function keep_needs_of_referral is
  'Writes the communication needs and the language of an accepted referral into the record of its person. What stands there in other words stays, and what stands there already is not written again.';

create function as_compared(words text) returns text
  immutable parallel safe language sql
  return lower(btrim(regexp_replace(words, '\s+', ' ', 'g'), ' .'));
comment on function as_compared is 'Words without regard to capitals, spaces and a full stop at the end.';

revoke execute on function keep_needs_of_referral from public;
grant execute on function keep_needs_of_referral to fingerpost_web;
