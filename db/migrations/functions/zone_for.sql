-- The delivery zone a place lies in: within its circle, or one of its areas (pin codes, localities) stands in the address as
-- whole words. Of several the first by position; null where none fits.
create or replace function app.zone_for(
  p_tenant uuid, p_address text, p_latitude double precision, p_longitude double precision
) returns text
  language plpgsql stable
  set search_path = pg_catalog, app, pg_temp
as $$
declare
  v_words text := app.area_words(p_address);
begin
  return (
    select z.zone_id from cold.delivery_zone z
    where z.tenant_id = p_tenant
      and (app.metres_between(z.latitude, z.longitude, p_latitude, p_longitude) <= z.radius_m
           or exists (select from unnest(z.areas) a (name) where position(app.area_words(a.name) in v_words) > 0))
    order by z.position, z.zone_id
    limit 1);
end
$$;
