-- How an order of this type is had, for the customer's own eyes: {"order_type", "offered": the shop's order types,
-- "table_no", "address", "is_located": a location was shared, "zone", "fee", "minutes"}.
-- The address is never part of a quote, which is logged.
create or replace function app.way_view(p_turn app.turn, p_order_type text) returns jsonb
  language plpgsql stable
  set search_path = pg_catalog, app, pg_temp
as $$
declare
  v_settled jsonb := (
    select s.fulfilment from hot.session_state s
    where s.tenant_id = p_turn.tenant_id and s.session_id = p_turn.session_id);
  v_way jsonb := jsonb_build_object(
    'order_type', p_order_type, 'offered', app.order_types(p_turn.tenant_id, null));
begin
  if p_order_type = 'dine_in' then
    return v_way || jsonb_build_object('table_no', v_settled -> 'table_no');
  elsif p_order_type = 'delivery' and v_settled ? 'zone_id' then
    return v_way || coalesce((
      select jsonb_build_object(
        'address', c.address, 'is_located', c.latitude is not null, 'zone', z.name, 'fee', z.fee::text,
        'minutes', z.minutes)
      from cold.customer_contact c
      left join cold.delivery_zone z on z.tenant_id = c.tenant_id and z.zone_id = v_settled ->> 'zone_id'
      where c.tenant_id = p_turn.tenant_id and c.customer_id = p_turn.customer_id), '{}');
  end if;
  return v_way;
end
$$;
