-- A report of something wrong with a listing may be sent again with other words. Which report it is may be read for that,
-- never what is in it.
grant select (id, service_id), update (problem, message) on listing_reports to fingerpost_web;
