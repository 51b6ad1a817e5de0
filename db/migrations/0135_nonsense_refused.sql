-- The directory refuses more nonsense by itself: names of blanks, addresses nobody can follow, phones without a number,
-- recurrences that RFC 5545 does not allow, parts that say nothing, terms on things that are not there. Every import
-- mends these before they come here; nothing else may bring them in either.

create function says_something(words text) returns boolean
  immutable parallel safe language sql
return words ~ '[^\s\u00a0\u00ad\u2000-\u200f\u2028-\u202f\u2060-\u206f\u3000\ufeff]';
comment on function says_something is 'Whether there is anything to see in it, beside blanks and invisible characters.';

create function is_web_address(address text) returns boolean
  immutable parallel safe language sql
return address ~* '^https?://[^\s/?#@<>"]+\.[^\s<>"]+$';
comment on function is_web_address is 'Whether it is http or https to a host with a dot, and nothing a browser would run.';

create function is_email_address(address text) returns boolean
  immutable parallel safe language sql
return address ~ '^[^\s@<>"]+@[^\s@<>"]+\.[^\s@<>"]+$';
comment on function is_email_address is 'Whether it has the shape of an e-mail address.';

-- Earlier imports kept a day that was named twice.
update schedules
set byday = (
  select string_agg(day, ',' order by place)
  from (select day, min(place) as place from string_to_table(byday, ',') with ordinality as days (day, place) group by day) as days
)
where byday ~ '(^|,)([^,]+),(.*,)?\2(,|$)';
update schedules set bymonthday = null where freq = 'WEEKLY' and bymonthday is not null;

alter table feeds
add constraint name_says_something check (says_something(name)),
add constraint url_is_a_web_address check (is_web_address(url));

alter table organisations
add constraint name_says_something check (says_something(name)),
add constraint email_is_an_address check (is_email_address(email)),
add constraint website_is_a_web_address check (is_web_address(website)),
add constraint logo_is_a_web_address check (is_web_address(logo)),
add constraint uri_is_a_web_address check (is_web_address(uri)),
add constraint not_its_own_parent check (parent_organisation_id <> id);

alter table organisation_identifiers
add constraint identifier_says_something check (says_something(identifier) and says_something(identifier_type));

alter table services
add constraint name_says_something check (says_something(name)),
add constraint url_is_a_web_address check (is_web_address(url)),
add constraint email_is_an_address check (is_email_address(email)),
add constraint assurer_email_is_an_address check (is_email_address(assurer_email)),
add constraint days_of_our_time check (
  assured_date between '1900-01-01' and '2200-01-01' and checked_on between '1900-01-01' and '2200-01-01'
),
add constraint keywords_say_something check (array_position(keywords, null) is null and array_position(keywords, '') is null);

alter table locations
add constraint name_says_something check (says_something(name));

alter table addresses
add constraint address_says_something check (says_something(address_1)),
add constraint postcode_is_a_postcode check (
  coalesce(country, 'GB') <> 'GB' or postal_code ~ '^[A-Z]{1,2}[0-9][A-Z0-9]?( [0-9][A-Z]{2})?$'
);

alter table contacts
add constraint email_is_an_address check (is_email_address(email));

alter table phones
add constraint number_has_digits check (number ~ '[0-9].*[0-9].*[0-9]');

alter table schedules
add constraint weeks_of_the_month_are_monthly check (freq = 'MONTHLY' or byday !~ '[0-9]'),
add constraint days_of_the_month_are_monthly check (freq = 'MONTHLY' or bymonthday is null),
add constraint each_day_once check (byday !~ '(^|,)([^,]+),(.*,)?\2(,|$)'),
add constraint days_of_our_time check (
  dtstart between '1900-01-01' and '2200-01-01'
  and until between '1900-01-01' and '2200-01-01'
  and valid_from between '1900-01-01' and '2200-01-01'
  and valid_to between '1900-01-01' and '2200-01-01'
),
add constraint link_is_a_web_address check (is_web_address(schedule_link));

alter table languages
add constraint names_a_language check (num_nonnulls(code, name, note) >= 1);

alter table cost_options
add constraint says_what_it_costs check (num_nonnulls(option, amount, amount_description) >= 1);

alter table funding
add constraint source_says_something check (says_something(source));

alter table accessibility
add constraint says_what_there_is check (num_nonnulls(feature, description, details) >= 1),
add constraint url_is_a_web_address check (is_web_address(url));

alter table areas
add constraint not_within_itself check (within_key <> key);

alter table service_areas
add constraint name_says_something check (says_something(name)),
add constraint uri_is_a_web_address check (is_web_address(uri));

alter table taxonomies
add constraint name_says_something check (says_something(key) and says_something(name)),
add constraint uri_is_a_web_address check (is_web_address(uri));

alter table taxonomy_terms
add constraint name_says_something check (says_something(key) and says_something(name)),
add constraint uri_is_a_web_address check (is_web_address(term_uri)),
add constraint not_its_own_parent check (parent_id <> id);

alter table needs
add constraint name_says_something check (says_something(name));

alter table need_phrases
add constraint phrase_says_something check (says_something(phrase));

-- An attribute belongs to one of six tables, so no foreign key can hold it. These do what one would.
create function attributes_belong_to_something() returns trigger language plpgsql as $$
declare
  lost record;
begin
  select link_type, link_id into lost
  from changed
  where
    not case link_type
      when 'service' then exists (select from services where id = link_id)
      when 'organisation' then exists (select from organisations where id = link_id)
      when 'location' then exists (select from locations where id = link_id)
      when 'service_at_location' then exists (select from services_at_locations where id = link_id)
      when 'cost_option' then exists (select from cost_options where id = link_id)
      else exists (select from schedules where id = link_id)
    end
  limit 1;
  if found then
    raise foreign_key_violation using
      message = format('There is no %s %s for this attribute', lost.link_type, lost.link_id),
      constraint = 'attributes_belong_to_something';
  end if;
  return null;
end $$;

create trigger belong_after_insert after insert on attributes
  referencing new table as changed for each statement execute function attributes_belong_to_something();
create trigger belong_after_update after update on attributes
  referencing new table as changed for each statement execute function attributes_belong_to_something();

create function attributes_go_with_it() returns trigger language plpgsql as $$
begin
  delete from attributes using gone where link_type = tg_argv[0] and link_id = gone.id;
  return null;
end $$;

do $$
declare
  owner record;
begin
  for owner in
    select *
    from (
      values
        ('services', 'service'), ('organisations', 'organisation'), ('locations', 'location'),
        ('services_at_locations', 'service_at_location'), ('cost_options', 'cost_option'), ('schedules', 'schedule')
    ) as owners (name, link_type)
  loop
    execute format(
      'delete from attributes where link_type = %L and not exists (select from %I where id = link_id)',
      owner.link_type, owner.name);
    execute format(
      'create trigger attributes_go_after_delete after delete on %I referencing old table as gone for each statement execute function attributes_go_with_it(%L)',
      owner.name, owner.link_type);
  end loop;
end $$;
