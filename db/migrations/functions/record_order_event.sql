-- Appends the next event to the life of a locked order, numbered without gaps, gives the order that status, and
-- has the rooms that need it show it.
-- p_data: {"quote": what it costs from here on} where that has changed; or money, as record_money has it. A tab whose last round is over may be closed.
-- Writes: cold.orders, order_event, outbox; as record_order_step and settle_tab.
create or replace function app.record_order_event(
  p_tenant uuid, p_order uuid, p_status text, p_actor text, p_reason text, p_data jsonb, p_at timestamptz
) returns void
  language plpgsql volatile
  set search_path = pg_catalog, app, pg_temp
as $$
declare
  v_seq integer;
  v_was text;
  v_tab uuid;
begin
  select o.status into v_was from cold.orders o where o.tenant_id = p_tenant and o.order_id = p_order;
  update cold.orders o set status = p_status, event_seq = o.event_seq + 1
  where o.tenant_id = p_tenant and o.order_id = p_order
  returning o.event_seq, o.tab_id into strict v_seq, v_tab;
  insert into cold.order_event (tenant_id, order_id, seq, status, actor, reason, data, at)
  values (p_tenant, p_order, v_seq, p_status, p_actor, p_reason, p_data, p_at);
  if v_was <> p_status then
    perform app.record_order_step(p_tenant, p_order, v_was, p_status, p_actor, p_at);
    if v_tab is not null and p_status in ('completed', 'rejected', 'cancelled') then
      perform app.settle_tab(p_tenant, v_tab, p_actor, p_at);
    end if;
  end if;
  perform app.tell_rooms(p_tenant, p_order, p_data ?| array['confirm_payment', 'refund_payment']);
end
$$;
