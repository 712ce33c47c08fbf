-- The time of this turn. Tests turn the clock by setting app.fake_now on their database.
create or replace function app.now() returns timestamptz
  language sql stable
  set search_path = pg_catalog, pg_temp
as $$
  select coalesce(nullif(current_setting('app.fake_now', true), '')::timestamptz, statement_timestamp())
$$;
