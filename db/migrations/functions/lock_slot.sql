-- Locks the slot an order of this type would take a place in, so that its places are counted by one checkout at a time. What
-- is left must be read by a later statement: only that sees what the lock has waited for. Locked after stock and coupon.
-- Writes: cold.pickup_slot.
create or replace function app.lock_slot(p_turn app.turn, p_order_type text) returns void
  language plpgsql volatile
  set search_path = pg_catalog, app, pg_temp
as $$
declare
  v_slot timestamptz := app.slot_of(p_turn, p_order_type);
begin
  if v_slot is null then
    return;
  end if;
  insert into cold.pickup_slot (tenant_id, slot_at) values (p_turn.tenant_id, v_slot) on conflict do nothing;
  perform from cold.pickup_slot s where s.tenant_id = p_turn.tenant_id and s.slot_at = v_slot for update;
end
$$;
