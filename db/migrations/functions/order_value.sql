-- How far an order is, as an event of the staff keeps it. Times are in UTC without saying so: the text must not depend on
-- the time zone of a connection.
create or replace function app.order_value(p_order cold.orders) returns jsonb
  language plpgsql stable
  set search_path = pg_catalog, app, pg_temp
as $$
begin
  return jsonb_build_object('order_no', p_order.order_no, 'status', p_order.status,
                            'ready_at', p_order.ready_at at time zone 'utc');
end
$$;
