-- A refusal of somebody who was passed on leaves its gap in the ward where they live, as a call does: without it, it was counted
-- beside the wards, under the first half of a postcode.

create function ward_of_person(person uuid) returns text
  stable security definer set search_path = public, pg_temp language sql
begin atomic
  -- The same address as people.outcode is kept from.
  select coalesce(postcodes.ward_gss, person_addresses.ward_gss)
  from person_addresses
  left join postcodes on postcodes.postcode = person_addresses.postcode
  where person_id = person and person_addresses.postcode is not null and kind <> 'post'
  order by (valid_until is null or valid_until >= london_day(now())) desc, valid_from desc nulls last, created_at desc, id
  limit 1;
end;
comment on function ward_of_person is 'The ward somebody lives in, as far as it is known. Only for functions that ask who looks.';
revoke execute on function ward_of_person from public;

-- As before, with the ward.
create or replace function move_onward(which uuid, becomes text, reason text, times integer, how text, by_worker uuid) returns text
  security definer set search_path = public, pg_temp language plpgsql
  as $$
declare
  one onward_referrals;
  about cases;
begin
  select * into one from onward_referrals where id = which for update;
  if one.state = becomes and (becomes <> 'started' or coalesce(times, 0) <= one.attended) then
    return 'kept';
  end if;
  if not onward_may_move(one.state, becomes) then
    return 'not_now';
  end if;
  update onward_referrals
  set
    state = becomes,
    decline_reason = case when becomes = 'declined' then reason end,
    attended = greatest(attended, case when becomes in ('started', 'ended') then coalesce(times, 0) else 0 end),
    ended_how = case when becomes = 'ended' then how end,
    answered_at = case when becomes in ('accepted', 'declined') then coalesce(answered_at, now()) else answered_at end,
    reply_at = case when by_worker is null then now() else reply_at end,
    looked_at = case when by_worker is null then null else now() end
  where id = which;
  select * into about from cases where id = one.case_id;
  insert into case_events (case_id, partner_id, kind, words, by_id)
  values (
    one.case_id, one.partner_id, 'onward',
    one.service_name || ': ' || becomes
      || case becomes
        when 'declined' then ' (' || replace(reason, '_', ' ') || ')'
        when 'started' then ', came ' || greatest(one.attended, coalesce(times, 0)) || ' times so far'
        when 'ended' then ' (' || replace(how, '_', ' ') || ')'
        else ''
      end,
    by_worker
  );
  if becomes = 'declined' then
    insert into gaps (partnership_id, need_key, outcode, ward_gss, reason, service_id, source)
    select
      about.partnership_id, one.need_key, people.outcode, ward_of_person(people.id),
      case reason
        when 'full' then 'full' when 'waiting_list' then 'full' when 'not_suitable' then 'not_eligible'
        when 'out_of_area' then 'too_far' when 'cost' then 'cost' else 'declined'
      end,
      one.service_id, 'onward_referral'
    from people
    where people.id = about.person_id;
  end if;
  return 'kept';
end
$$;
