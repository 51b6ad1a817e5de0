-- What has run out is cleared away, so that nothing about anyone is kept longer than it is of use.

create policy submissions_housekeeping on submissions for select using ((select viewer_purpose()) = 'housekeeping');
create policy held_forms_housekeeping on held_forms for all using ((select viewer_purpose()) = 'housekeeping');
create policy sessions_housekeeping on sessions for all using ((select viewer_purpose()) = 'housekeeping');
create policy staff_links_housekeeping on staff_links for all using ((select viewer_purpose()) = 'housekeeping');
create policy sign_in_failures_housekeeping on sign_in_failures for all using ((select viewer_purpose()) = 'housekeeping');
create policy messages_housekeeping on messages for all using ((select viewer_purpose()) = 'housekeeping');
grant delete on sessions, staff_links, messages to fingerpost_web;

-- What the public report about a listing may name someone: the web server writes it and does not read it.
revoke select on listing_reports from fingerpost_web;
