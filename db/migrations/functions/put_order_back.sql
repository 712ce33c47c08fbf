-- Takes a locked order back to where app.order_value says it was: a further step of its life, which its customer's message
-- follows. Writes: cold.orders, order_event, outbox.
create or replace function app.put_order_back(p_turn app.turn, p_order uuid, p_value jsonb) returns void
  language plpgsql volatile
  set search_path = pg_catalog, app, pg_temp
as $$
begin
  update cold.orders o set ready_at = (p_value ->> 'ready_at')::timestamp at time zone 'utc'
  where o.tenant_id = p_turn.tenant_id and o.order_id = p_order;
  perform app.record_order_event(
    p_turn.tenant_id, p_order, p_value ->> 'status', app.staff_actor(p_turn), null, '{}', p_turn.at);
  perform app.notify_customer(p_turn.tenant_id, p_order, 'order_status');
end
$$;
