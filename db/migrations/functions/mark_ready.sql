-- Marks an order ready and tells the outbox, once; one that is ready already stays so.
-- Writes: cold.orders, staff_event, outbox. Raises: OC030, OC031; OC036 no such order; OC037 it is past that.
create or replace function app.mark_ready(p_tenant uuid, p_turn jsonb, p_order_no bigint) returns jsonb
  language plpgsql volatile security definer
  set search_path = pg_catalog, app, pg_temp
as $$
declare
  v_turn app.turn := app.begin_turn(p_tenant, p_turn, true);
  v_member cold.staff_member := app.require_staff(v_turn, 'mark_ready');
  v_order cold.orders;
begin
  select * into v_order from cold.orders o where o.tenant_id = p_tenant and o.order_no = p_order_no for update;
  if not found then
    raise exception 'no order %', p_order_no
      using errcode = 'OC036', detail = jsonb_build_object('number', p_order_no::text);
  end if;
  if not v_turn.replayed and v_order.status not in ('placed', 'accepted', 'preparing', 'ready') then
    raise exception 'order % is %', p_order_no, v_order.status
      using errcode = 'OC037', detail = jsonb_build_object('number', p_order_no::text, 'status', v_order.status);
  end if;
  if not v_turn.replayed and v_order.status <> 'ready' then
    update cold.orders o set status = 'ready' where o.tenant_id = p_tenant and o.order_id = v_order.order_id;
    perform app.record_staff_event(
      v_turn, v_member, 'mark_ready', 'order:' || v_order.order_id,
      jsonb_build_object('status', v_order.status), jsonb_build_object('status', 'ready', 'order_no', p_order_no));
    insert into cold.outbox (tenant_id, topic, dedupe_key, payload, created_at)
    values (p_tenant, 'order_ready', v_order.order_id || ':ready',
            jsonb_build_object('order_id', v_order.order_id, 'order_no', p_order_no), v_turn.at)
    on conflict (tenant_id, dedupe_key) do nothing;
  end if;
  return app.session_view(v_turn, jsonb_build_object(
    'order', app.order_view(p_tenant, v_order.order_id),
    'staff', jsonb_build_object('was', v_order.status)));
end
$$;
