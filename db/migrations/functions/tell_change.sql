-- Tells the rooms that have an order of what has just changed of it, and of nothing else: p_line with "line_no", "was" and
-- "quantity" goes to the kitchens that cook it, or to whoever has the order where none does; null: the whole order will
-- not be, and all who have it hear so. The caller has recorded the step. Writes: cold.outbox.
create or replace function app.tell_change(p_tenant uuid, p_order uuid, p_line jsonb default null) returns void
  language plpgsql volatile
  set search_path = pg_catalog, app, pg_temp
as $$
begin
  perform app.put_room_notice(
    p_tenant, r.room_id, 'ticket_delta', '', o.event_seq || ':' || o.order_id, p_order,
    jsonb_build_object('event_seq', o.event_seq) || coalesce(jsonb_build_object('change', p_line), '{}'), app.now())
  from cold.orders o, (
    select x.*, bool_or(x.kind = 'kitchen') over () as is_cooked from app.rooms_of_orders(p_tenant, array[p_order]) x) r
  where o.tenant_id = p_tenant and o.order_id = p_order
    and (p_line is null or (r.kind = 'kitchen' or not r.is_cooked) and (p_line ->> 'line_no')::integer = any (r.lines));
end
$$;
