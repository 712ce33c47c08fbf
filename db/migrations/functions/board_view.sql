-- What is open in a room, oldest first: {"order_id", "order_no", "order_type", "status", "table_no", "since", "pickup_at",
-- "ready_at"}. What is ready is open no more in a kitchen. Orders that were for before yesterday are left out: a shop may
-- leave them as they are.
create or replace function app.board_view(p_room cold.room) returns jsonb
  language plpgsql stable
  set search_path = pg_catalog, app, pg_temp
as $$
declare
  v_yesterday timestamptz := app.now() - interval '1 day';
  v_earliest timestamptz := v_yesterday - (
    select make_interval(days => t.order_ahead_days + 1) from cold.tenants t where t.tenant_id = p_room.tenant_id);
  v_open uuid[] := array(
    select o.order_id from cold.orders o
    where o.tenant_id = p_room.tenant_id and o.created_at > v_earliest
      and o.status in ('placed', 'accepted', 'preparing', 'ready', 'out_for_delivery')
      and greatest(o.created_at, o.pickup_at) > v_yesterday
      and (p_room.kind <> 'kitchen' or o.status in ('placed', 'accepted', 'preparing')));
begin
  return (
    select coalesce(jsonb_agg(jsonb_build_object(
      'order_id', o.order_id, 'order_no', o.order_no, 'order_type', y.order_type_name, 'status', o.status,
      'table_no', app.order_table(o), 'since', o.created_at, 'pickup_at', o.pickup_at, 'ready_at', o.ready_at)
      order by o.created_at, o.order_no), '[]')
    from app.rooms_of_orders(p_room.tenant_id, v_open) w
    join cold.orders o on o.tenant_id = p_room.tenant_id and o.order_id = w.order_id
    join cold.order_type_table y using (order_type_id)
    where w.room_id = p_room.room_id);
end
$$;
