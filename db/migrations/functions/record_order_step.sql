-- Tells the universal ledger of a step in the life of an order. One that goes back is told by the undo. Writes: cold.orevents.
create or replace function app.record_order_step(
  p_tenant uuid, p_order uuid, p_from text, p_to text, p_actor text, p_at timestamptz
) returns void
  language plpgsql volatile
  set search_path = pg_catalog, app, pg_temp
as $$
declare
  v_steps constant text[] := array['placed', 'accepted', 'preparing', 'ready', 'out_for_delivery', 'completed', 'rejected',
                                   'cancelled'];
begin
  if array_position(v_steps, p_to) > array_position(v_steps, p_from) then
    perform app.record_ledger(
      p_tenant, app.ledger_actor(o, p_actor), app.ledger_target(o), 'order:' || p_order,
      (array[100, 200, 210, 220, 230, 240, 250, 260])[array_position(v_steps, p_to)], 1,
      jsonb_build_object('order_no', o.order_no, 'from', p_from, 'to', p_to), p_at)
    from cold.orders o where o.tenant_id = p_tenant and o.order_id = p_order;
  end if;
end
$$;
