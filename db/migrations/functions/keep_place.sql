-- Remembers where a customer has his orders brought, in place of what was known, and settles that this one is.
-- The address goes into no event: only the zone it lies in does.
-- Writes: cold.customer_contact; as settle_way. Raises: OC013 the shop does not deliver, OC017.
create or replace function app.keep_place(
  p_turn app.turn, p_address text, p_latitude double precision, p_longitude double precision
) returns jsonb
  language plpgsql volatile
  set search_path = pg_catalog, app, pg_temp
as $$
declare
  v_zone text := app.zone_for(p_turn.tenant_id, p_address, p_latitude, p_longitude);
begin
  insert into cold.customer_contact (tenant_id, customer_id, address, latitude, longitude, zone_id, updated_at)
  values (p_turn.tenant_id, p_turn.customer_id, p_address, p_latitude, p_longitude, v_zone, p_turn.at)
  on conflict (tenant_id, customer_id) do update set
    address = excluded.address, latitude = excluded.latitude, longitude = excluded.longitude, zone_id = excluded.zone_id,
    updated_at = excluded.updated_at;
  return app.settle_way(p_turn, 'delivery', jsonb_build_object('zone_id', v_zone));
end
$$;
