-- What was searched for serves to see what is missing in the directory: a year and a month, so that a month can be held beside the same one of the year before.

create function forget_searches(months integer) returns integer
  security definer set search_path = public, pg_temp language sql
begin atomic
  with forgotten as (
    delete from search_log
    where viewer_purpose() = 'housekeeping' and searched_at < now() - make_interval(months => months)
    returning 1
  )
  select count(*)::integer from forgotten;
end;
comment on function forget_searches is 'Clears away searches, and what was opened from them, that are older than so many months.';
revoke execute on function forget_searches from public;
grant execute on function forget_searches to fingerpost_web;
