-- Someone has lost their telephone and their recovery codes. An administrator takes the code app off their account, and
-- never sees what proves who anybody is: the policies keep staff_credentials from them, and only this goes past.

create function clear_code_app(whose uuid) returns boolean
  language plpgsql
  as $$
declare
  had_one boolean;
begin
  if not exists (select from staff where id = whose and administers(partner_id)) then
    raise exception 'This account is not administered by the viewer.' using errcode = 'insufficient_privilege';
  end if;
  -- The policies of the credentials know this purpose. It is put back before anything else runs.
  perform set_config('fingerpost.purpose', 'sign-in', true);
  update staff_credentials
  set totp_secret = null, totp_confirmed_at = null, totp_last_step = 0
  where staff_id = whose and totp_secret is not null;
  had_one := found;
  delete from recovery_codes where staff_id = whose;
  perform set_config('fingerpost.purpose', 'administration', true);
  return had_one;
end
$$;
comment on function clear_code_app is
  'Takes the code app and the recovery codes off an account that the viewer administers. Says whether there was an app.';
revoke execute on function clear_code_app from public;
grant execute on function clear_code_app to fingerpost_web;
