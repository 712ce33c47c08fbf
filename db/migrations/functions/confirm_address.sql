-- Has the order brought where the customer's last one was; without one the view asks where.
-- Writes: as settle_way. Raises: OC013, OC017.
create or replace function app.confirm_address(p_tenant uuid, p_turn jsonb) returns jsonb
  language plpgsql volatile security definer
  set search_path = pg_catalog, app, pg_temp
as $$
declare
  v_turn app.turn := app.begin_turn(p_tenant, p_turn, true);
  v_way jsonb := (
    select jsonb_build_object('zone_id', app.zone_for(p_tenant, c.address, c.latitude, c.longitude))
    from cold.customer_contact c
    where c.tenant_id = p_tenant and c.customer_id = v_turn.customer_id
      and (c.address is not null or c.latitude is not null));
begin
  if v_turn.replayed then
    return app.session_view(v_turn);
  end if;
  return app.settle_way(v_turn, 'delivery', coalesce(v_way, '{}'));
end
$$;
