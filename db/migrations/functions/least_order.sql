-- What the dishes of a placed order must at least come to: the rule of its order type or of its zone, if there is one.
create or replace function app.least_order(p_order cold.orders) returns numeric
  language plpgsql stable
  set search_path = pg_catalog, app, pg_temp
as $$
begin
  return greatest(
    (select r.minimum_order from cold.order_rule r
     where r.tenant_id = p_order.tenant_id and r.order_type_id = p_order.order_type_id),
    (select z.minimum_order from cold.delivery_zone z
     where z.tenant_id = p_order.tenant_id and z.zone_id = p_order.zone_id));
end
$$;
