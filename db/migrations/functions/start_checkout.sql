-- Logs a quote of the cart as it stands, before any confirm button is shown. An open quote of the same cart and the same
-- charges is kept. p_quote: what app.quote says of it, without problems. The caller has locked stock and slot and reviewed the lines.
-- Counted pieces, and a place in the slot of its time, are kept for the customer until it expires.
-- Writes: warm.checkouts, cold.stock_hold, cold.slot_booking; hot rows through apply_event.
-- Raises: OC017 for a total beyond all bounds.
create or replace function app.start_checkout(p_turn app.turn, p_order_type text, p_quote jsonb) returns void
  language plpgsql volatile
  set search_path = pg_catalog, app, pg_temp
as $$
declare
  v_lines hot.session_cart[] := app.active_lines(p_turn);
  v_pickup_at timestamptz := nullif(app.judged_at(p_turn), p_turn.at);
  v_hash text := app.cart_hash(v_lines, p_order_type, v_pickup_at);
  v_checkout warm.checkouts;
begin
  if exists (
    select from hot.session_checkout k
    where k.tenant_id = p_turn.tenant_id and k.session_id = p_turn.session_id
      and k.cart_hash = v_hash and k.quote - 'ready_at' = p_quote - 'ready_at' and k.expires_at > p_turn.at
  ) then
    return;
  end if;
  insert into warm.checkouts (tenant_id, checkout_id, session_id, after_seq, checkout_no, order_type, cart_hash,
                              total, currency, pickup_at, started_at, expires_at, quote)
  select p_turn.tenant_id, gen_random_uuid(), p_turn.session_id, s.version,
         (select coalesce(max(k.checkout_no), 0) + 1 from warm.checkouts k
          where k.tenant_id = p_turn.tenant_id and k.session_id = p_turn.session_id),
         p_order_type, v_hash, app.check_amount((p_quote ->> 'total')::numeric), t.currency,
         v_pickup_at, p_turn.at,
         p_turn.at + make_interval(mins => t.checkout_minutes), p_quote
  from hot.session_state s
  join cold.tenants t using (tenant_id)
  where s.tenant_id = p_turn.tenant_id and s.session_id = p_turn.session_id
  returning * into strict v_checkout;
  perform app.apply_event(p_turn.tenant_id, p_turn.session_id, v_checkout.after_seq, 'checkout_started',
                          to_jsonb(v_checkout), p_turn.at);
  perform app.hold_stock(p_turn, v_lines, v_checkout);
  perform app.book_slot(p_turn, v_checkout);
end
$$;
