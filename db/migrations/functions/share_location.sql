-- Has the order brought to a location. An address of this session whose words lie in no zone is kept beside it: the location
-- tells where it is.
-- Writes: as keep_place. Raises: OC013, OC017.
create or replace function app.share_location(
  p_tenant uuid, p_turn jsonb, p_latitude double precision, p_longitude double precision
) returns jsonb
  language plpgsql volatile security definer
  set search_path = pg_catalog, app, pg_temp
as $$
declare
  v_turn app.turn := app.begin_turn(p_tenant, p_turn, true);
begin
  if v_turn.replayed then
    return app.session_view(v_turn);
  end if;
  return app.keep_place(v_turn, (
    select c.address from cold.customer_contact c
    join hot.session_state s on s.tenant_id = c.tenant_id and s.session_id = v_turn.session_id
    where c.tenant_id = p_tenant and c.customer_id = v_turn.customer_id and c.latitude is null
      and s.fulfilment -> 'zone_id' = 'null'
      and exists (select from cold.delivery_zone z where z.tenant_id = p_tenant)), p_latitude, p_longitude);
end
$$;
