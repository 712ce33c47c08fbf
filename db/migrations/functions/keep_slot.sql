-- Gives an order the place in a slot that its checkout held; where none is held any more, one of its own. The caller has
-- locked the slot. Writes: cold.slot_booking.
create or replace function app.keep_slot(p_turn app.turn, p_order uuid, p_order_type text) returns void
  language plpgsql volatile
  set search_path = pg_catalog, app, pg_temp
as $$
begin
  delete from cold.slot_booking b
  where b.tenant_id = p_turn.tenant_id and b.session_id = p_turn.session_id and b.order_id is null;
  insert into cold.slot_booking (tenant_id, session_id, slot_at, order_id)
  select p_turn.tenant_id, p_turn.session_id, s.slot_at, p_order
  from app.slot_of(p_turn, p_order_type) s (slot_at)
  where s.slot_at is not null;
end
$$;
