-- Keeps a place in its slot for a session until its checkout expires, in place of the one it held before.
-- The caller has locked the slot and found room in it. Writes: cold.slot_booking.
create or replace function app.book_slot(p_turn app.turn, p_checkout warm.checkouts) returns void
  language plpgsql volatile
  set search_path = pg_catalog, app, pg_temp
as $$
begin
  delete from cold.slot_booking b
  where b.tenant_id = p_turn.tenant_id and b.session_id = p_turn.session_id and b.order_id is null;
  insert into cold.slot_booking (tenant_id, session_id, slot_at, expires_at)
  select p_turn.tenant_id, p_turn.session_id, s.slot_at, p_checkout.expires_at
  from app.slot_of(p_turn, p_checkout.order_type) s (slot_at)
  where s.slot_at is not null;
end
$$;
