-- How long it is until then, rounded up; 0 when it is over, null for never.
create or replace function app.milliseconds_until(p_at timestamptz) returns bigint
  language sql stable
  set search_path = pg_catalog, app, pg_temp
as $$
  select case when p_at is not null then greatest(0, ceil(extract(epoch from p_at - app.now()) * 1000)) end::bigint
$$;
