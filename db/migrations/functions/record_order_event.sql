-- Appends the next event to the life of a locked order, numbered without gaps, and gives the order that status.
-- p_data: {"quote": what it costs from here on} where that has changed. Writes: cold.orders, cold.order_event.
create or replace function app.record_order_event(
  p_tenant uuid, p_order uuid, p_status text, p_actor text, p_reason text, p_data jsonb, p_at timestamptz
) returns void
  language plpgsql volatile
  set search_path = pg_catalog, app, pg_temp
as $$
declare
  v_seq integer;
begin
  update cold.orders o set status = p_status, event_seq = o.event_seq + 1
  where o.tenant_id = p_tenant and o.order_id = p_order
  returning o.event_seq into strict v_seq;
  insert into cold.order_event (tenant_id, order_id, seq, status, actor, reason, data, at)
  values (p_tenant, p_order, v_seq, p_status, p_actor, p_reason, p_data, p_at);
end
$$;
