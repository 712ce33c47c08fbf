-- Takes the place in a slot again that a locked order had, if there is one left. Writes: cold.slot_booking, pickup_slot.
-- Raises: OC089 there is none.
create or replace function app.retake_slot(p_turn app.turn, p_order cold.orders, p_slot timestamptz) returns void
  language plpgsql volatile
  set search_path = pg_catalog, app, pg_temp
as $$
begin
  if p_slot is null then
    return;
  end if;
  insert into cold.pickup_slot (tenant_id, slot_at) values (p_order.tenant_id, p_slot) on conflict do nothing;
  perform from cold.pickup_slot s where s.tenant_id = p_order.tenant_id and s.slot_at = p_slot for update;
  if app.slot_left(p_turn, p_slot) < 1 then
    raise exception 'order %: its slot is full', p_order.order_id
      using errcode = 'OC089', detail = jsonb_build_object('why', 'slot', 'number', p_order.order_no::text);
  end if;
  insert into cold.slot_booking (tenant_id, session_id, slot_at, order_id)
  values (p_order.tenant_id, p_order.session_id, p_slot, p_order.order_id);
end
$$;
