-- Names for the wards that postcodes lie in, so that a figure by ward can be read.

create table wards (
  gss text primary key check (gss ~ '^[A-Z][0-9]{8}$'),
  name text not null check (name <> ''),
  district text,
  source text not null
);
comment on table wards is 'An electoral ward by its code of the Office for National Statistics. source is ons or demonstration.';
comment on column wards.district is 'The name of its council, which tells apart wards of one name.';
grant select on wards to fingerpost_web;
