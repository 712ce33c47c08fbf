-- Sees to it that a new order which nobody accepts is called out to whoever hears of such things, or where nobody does to
-- those who have it, and so long later told to its customer, who may cancel. Both are judged when their time has come. A
-- shop without a room that shows the order accepts it elsewhere, if at all. Writes: cold.outbox.
create or replace function app.await_acceptance(p_order cold.orders) returns void
  language plpgsql volatile
  set search_path = pg_catalog, app, pg_temp
as $$
declare
  v_wait interval := (
    select make_interval(mins => t.accept_minutes) from cold.tenants t where t.tenant_id = p_order.tenant_id);
  v_late jsonb := jsonb_build_object(
    'order_id', p_order.order_id, 'minutes', extract(epoch from v_wait)::integer / 60);
begin
  if v_wait is null or not exists (
    select from app.rooms_of_orders(p_order.tenant_id, array[p_order.order_id]))
  then
    return;
  end if;
  perform app.alert_rooms(
    p_order.tenant_id, 'order_late', p_order.order_id::text, v_late, p_order.created_at + v_wait);
  perform app.put_room_notice(
    p_order.tenant_id, r.room_id, 'order_late', 'later:' || p_order.order_id, p_order.order_id::text, p_order.order_id,
    v_late, p_order.created_at + v_wait)
  from app.rooms_of_orders(p_order.tenant_id, array[p_order.order_id]) r
  where not exists (
    select from cold.room h
    where h.tenant_id = p_order.tenant_id and h.unbound_at is null
      and 'order_late' = any (coalesce(h.alerts, app.usual_alerts(h.kind))));
  perform app.notify_customer(p_order.tenant_id, p_order.order_id, 'order_waiting', '{}', p_order.created_at + 2 * v_wait);
end
$$;
