-- Keeps the open checkout of a session, and what is held for it, for the time a payment takes; never shortens it.
-- Writes: a checkout_extended event; cold.stock_hold, slot_booking.
create or replace function app.extend_checkout(p_turn app.turn, p_checkout hot.session_checkout) returns void
  language plpgsql volatile
  set search_path = pg_catalog, app, pg_temp
as $$
declare
  v_until timestamptz := p_turn.at + interval '15 minutes';
begin
  if p_checkout.expires_at >= v_until then
    return;
  end if;
  perform app.record_event(p_turn, 'checkout_extended', jsonb_build_object(
    'checkout_id', p_checkout.checkout_id, 'expires_at', v_until));
  update cold.stock_hold h set expires_at = v_until
  where h.tenant_id = p_turn.tenant_id and h.session_id = p_turn.session_id;
  update cold.slot_booking b set expires_at = v_until
  where b.tenant_id = p_turn.tenant_id and b.session_id = p_turn.session_id and b.order_id is null;
end
$$;
