-- Lets go of the pieces and of the place in a slot that a session's checkout holds.
-- Writes: cold.stock_hold, cold.slot_booking.
create or replace function app.drop_holds(p_turn app.turn) returns void
  language plpgsql volatile
  set search_path = pg_catalog, app, pg_temp
as $$
begin
  delete from cold.stock_hold h where h.tenant_id = p_turn.tenant_id and h.session_id = p_turn.session_id;
  delete from cold.slot_booking b
  where b.tenant_id = p_turn.tenant_id and b.session_id = p_turn.session_id and b.order_id is null;
end
$$;
