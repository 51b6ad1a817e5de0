-- Which team of a provider takes whom: said by its lead, and asked as a referral comes in, by whichever door. What fits no team
-- waits in the provider's own inbox, as before.

create table team_takes (
  team_id uuid primary key,
  partner_id uuid not null,
  outcodes text[] not null default '{}' check (cardinality(outcodes) <= 200),
  practices text[] not null default '{}' check (cardinality(practices) <= 200),
  languages text[] not null default '{}' check (cardinality(languages) <= 200),
  needs text[] not null default '{}' check (cardinality(needs) <= 200),
  version integer not null default 1,
  foreign key (team_id, partner_id) references teams (id, partner_id) on delete cascade
);
comment on table team_takes is 'Whom a team takes: who fits each kind of thing it names. A team that names nothing is given nobody by itself.';
comment on column team_takes.practices is 'GP practices, or networks of practices by the names they have in referral_providers.networks.';
create index team_takes_team_idx on team_takes (team_id, partner_id);
create index team_takes_partner_idx on team_takes (partner_id);

alter table team_takes enable row level security, force row level security;
create policy team_takes_owner on team_takes for all to current_user using (true) with check (true);
create policy team_takes_seen on team_takes for select to fingerpost_web
  using (partner_id = (select viewer_partner()) and (select viewer_purpose()) = 'caseload' and (select viewer_walks()));
create policy team_takes_changing on team_takes for all to fingerpost_web
  using (partner_id = (select viewer_partner()) and (select viewer_purpose()) = 'caseload' and (select viewer_leads()))
  with check (partner_id = (select viewer_partner()) and (select viewer_purpose()) = 'caseload' and (select viewer_leads()));
grant select, insert, update on team_takes to fingerpost_web;

-- The rule. Lists are in small letters; what is not known fits nothing that is named.
create function fit_of_team(
  outcodes text[], practices text[], languages text[], needs text[], outcode text, practice text, language text, wanted text[]
) returns integer
  immutable parallel safe language sql
  return (
    with kinds as (
      select
        cardinality(outcodes) + cardinality(practices) > 0 as names_places,
        coalesce(lower(btrim(practice)) = any(practices), false) as is_practice,
        coalesce(lower(btrim(outcode)) = any(outcodes), false) as is_place,
        cardinality(languages) > 0 as names_languages,
        coalesce(lower(btrim(language)) = any(languages), false) as is_language,
        cardinality(needs) > 0 as names_needs,
        coalesce(needs && wanted, false) as is_need
    )
    select
      case
        when not (names_places or names_languages or names_needs) then null
        when names_places and not (is_practice or is_place) then null
        when names_languages and not is_language then null
        when names_needs and not is_need then null
        else is_practice::integer * 8 + is_place::integer * 4 + names_languages::integer * 2 + names_needs::integer
      end
    from kinds
  );
comment on function fit_of_team is
  'How well a referral fits a team: null where it does not fit something that the team names. A practice says most, then the area, then the language, then the need.';

create function team_for(provider uuid, outcode text, practice text, language text, wanted text[]) returns uuid
  stable security definer set search_path = public, pg_temp language sql
begin atomic
  select named.team_id
  from (
    select
      team_takes.team_id,
      teams.name,
      team_takes.needs,
      array(select lower(one) from unnest(team_takes.outcodes) as one) as outcodes,
      array(select lower(btrim(one)) from unnest(team_takes.languages) as one) as languages,
      array(
        select lower(btrim(one)) from unnest(team_takes.practices) as one
        union
        -- A network stands for its practices: 'Forest PCN: Larch Lane Surgery; The Elms'.
        select lower(btrim(member))
        from referral_providers
        cross join unnest(referral_providers.networks) as network
        cross join regexp_split_to_table(substring(network from position(':' in network) + 1), ';') as member
        where
          referral_providers.partner_id = provider
          and position(':' in network) > 0
          and lower(btrim(split_part(network, ':', 1))) in (select lower(btrim(one)) from unnest(team_takes.practices) as one)
      ) as practices
    from team_takes
    join teams on teams.id = team_takes.team_id and teams.closed_at is null
    where team_takes.partner_id = provider
  ) as named
  cross join lateral (
    select
      fit_of_team(
        named.outcodes, named.practices, named.languages, named.needs,
        team_for.outcode, team_for.practice, team_for.language, team_for.wanted
      ) as fit
  ) as fits
  where fits.fit is not null
  order by fits.fit desc, named.name
  limit 1;
end;
comment on function team_for is 'The team of a provider that a new referral goes to; null where it fits none.';

create function referral_finds_team() returns trigger
  security definer set search_path = public, pg_temp language plpgsql
  as $$
begin
  -- From a call it has a person: where they live, and their practice, stand in their record.
  new.team_id := team_for(
    new.to_partner_id,
    coalesce(new.outcode, (select people.outcode from people where people.id = new.person_id)),
    coalesce(new.practice, (select name from person_practices where person_practices.person_id = new.person_id)),
    new.language,
    new.needs
  );
  return new;
end
$$;
create trigger referrals_find_team before insert on referrals
  for each row when (new.team_id is null) execute function referral_finds_team();

revoke execute on function team_for, referral_finds_team from public;
