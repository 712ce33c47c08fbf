-- How far a locked order is, what was paid of it and what it has taken, as an event of the staff keeps it. Times are in UTC
-- without saying so: the text must not depend on the time zone of a connection.
create or replace function app.order_value(p_order cold.orders) returns jsonb
  language plpgsql stable
  set search_path = pg_catalog, app, pg_temp
as $$
begin
  return jsonb_build_object(
    'order_no', p_order.order_no, 'status', p_order.status, 'ready_at', p_order.ready_at at time zone 'utc',
    'tenders', app.tenders_value(p_order.tenant_id, p_order.order_id),
    'coupon', app.coupon_taken(p_order.tenant_id, p_order.order_id),
    'slot', (
      select b.slot_at at time zone 'utc' from cold.slot_booking b
      where b.tenant_id = p_order.tenant_id and b.order_id = p_order.order_id));
end
$$;
