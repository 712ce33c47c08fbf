-- How far two places on earth are from each other, in metres (haversine); null where one of them is not known.
create or replace function app.metres_between(
  p_latitude double precision, p_longitude double precision, p_other_latitude double precision, p_other_longitude double precision
) returns double precision
  language plpgsql immutable
  set search_path = pg_catalog, app, pg_temp
as $$
begin
  return 2 * 6371008.8 * asin(least(1, sqrt(
    sin(radians(p_other_latitude - p_latitude) / 2) ^ 2
    + cos(radians(p_latitude)) * cos(radians(p_other_latitude)) * sin(radians(p_other_longitude - p_longitude) / 2) ^ 2)));
end
$$;
