-- Cancels an order of the customer: the one p_order or numbered p_order_no, else the only one he may still cancel. Unless
-- p_sure it is only looked at: "orders" of the view are those he may mean. Who has no order under way means his cart, and that
-- is emptied; without one he means his last order of the day, and is told how it ended. Writes: as move_order; a cart_cleared event. Raises: OC018 none of his, OC062, OC063.
create or replace function app.cancel_order(p_tenant uuid, p_turn jsonb, p_order_no bigint, p_order uuid, p_sure boolean)
  returns jsonb
  language plpgsql volatile security definer
  set search_path = pg_catalog, app, pg_temp
as $$
declare
  v_turn app.turn := app.begin_turn(p_tenant, p_turn, true);
  v_meant cold.orders[] := array(select o from app.own_orders(v_turn, p_order_no, p_order) o);
  v_open cold.orders[] := array(
    select o from unnest(v_meant) o where app.may_cancel(o) order by o.created_at desc, o.order_no desc);
  v_has_cart constant boolean := exists (select from app.get_session_cart(p_tenant, v_turn.session_id));
begin
  if v_meant = '{}' and not v_has_cart and not v_turn.replayed then
    v_meant := array(
      select o from cold.orders o
      where o.tenant_id = p_tenant and o.customer_id = v_turn.customer_id and o.created_at > v_turn.at - interval '1 day'
      order by o.created_at desc, o.order_no desc limit 1);
  end if;
  if v_meant = '{}' and v_has_cart and not v_turn.replayed then
    perform app.record_event(v_turn, 'cart_cleared', '{}');
  elsif v_open = '{}' and v_meant <> '{}' and v_meant[1].status <> 'cancelled' then
    perform app.require_move(v_meant[1], 'cancelled', 'customer');
  elsif p_sure and cardinality(coalesce(nullif(v_open, '{}'), v_meant)) = 1 then
    perform app.move_order(
      p_tenant, (coalesce(nullif(v_open, '{}'), v_meant))[1].order_id, 'cancelled', 'customer', null, v_turn.at);
  end if;
  return app.session_view(v_turn, jsonb_build_object('orders', (
    select coalesce(jsonb_agg(app.own_order_view(p_tenant, m.order_id)), '[]')
    from unnest(coalesce(nullif(v_open, '{}'), v_meant)) m)));
end
$$;
